import type { DemandView, LegalOption, MatchView } from '../view/view.ts';
import { botBy, byTags } from './bot.ts';

/**
 * Judges each demand by the three-part test: is it lawful, does it protect someone, does it remove no more than it must?
 * Reviews first, splits bundles, asks for phone calls in writing, refuses what fails, goes to court when refused rights are at stake.
 */
export const threePart = botBy((option, { dice, view }) => {
  const demand = view.demands.find(({ id }) => id === option.demand);
  if (option.answer !== null && demand !== undefined) return likeAnswer(option.answer, demand, view);
  if (option.slot !== null)
    return (
      0.4 +
      byTags(option, {
        lawful: 0.4,
        relent: failsTest(demand, view) ? 0.6 : 0,
        coerce: -0.6,
        escalate: failsTest(demand, view) ? -0.3 : 0.1,
      })
    );
  const unreviewed = demand?.items.some(({ harm }) => harm === null);
  return (
    0.2 +
    (unreviewed ? byTags(option, { review: 0.8 }) : byTags(option, { review: -0.5 })) +
    byTags(option, {
      prepare: 0.3,
      protect: 0.3,
      publish: 0.25,
      lawful: 0.4,
      coordinate: 0.2,
      litigate: 0.1,
      support: 0.2,
      informal: -0.6,
      coerce: -0.6,
      exit: -0.6,
    }) +
    dice(option.action) * 0.3
  );
});

/** The weight of both sides as far as it is known; unknown items count by what the paper is worth. */
function balanceOf(demand: DemandView, view: MatchView): { readonly harmful: number; readonly protectedSpeech: number } {
  const text = view.texts.demands[demand.template];
  const trust = ((text?.legality ?? 0) / 3) * 0.5 + (['none', 'weak', 'fair', 'strong'].indexOf(text?.evidence ?? 'none') / 3) * 0.5;
  const up = demand.items.filter(({ status }) => status !== 'removed');
  const guess = (item: DemandView['items'][number]): number =>
    item.harm === null || item.rights === null ? trust - 0.5 : item.harm - item.rights;
  return { harmful: up.filter((item) => guess(item) > 0).length, protectedSpeech: up.filter((item) => guess(item) <= 0).length };
}

function failsTest(demand: DemandView | undefined, view: MatchView): boolean {
  if (demand === undefined) return false;
  const { harmful, protectedSpeech } = balanceOf(demand, view);
  return protectedSpeech > harmful;
}

function likeAnswer(answer: NonNullable<LegalOption['answer']>, demand: DemandView, view: MatchView): number {
  const { harmful, protectedSpeech } = balanceOf(demand, view);
  const informal = demand.formality === 'call' || demand.formality === 'visit';
  const clear = {
    comply: protectedSpeech === 0 ? 0.9 : 0.05,
    narrow: harmful > 0 && protectedSpeech > 0 ? 0.9 : 0.3,
    refuse: harmful === 0 ? 0.8 : 0.2,
    court: harmful === 0 && demand.answer === 'refuse' ? 0.9 : 0.3,
    writing: 0.4,
    stall: 0.1,
  };
  return informal && answer === 'writing' && protectedSpeech > 0 ? 1 : clear[answer];
}
