import type { Choice, Pick } from '../match/state.ts';
import type { LegalChoices, LegalOption, MatchView } from '../view/view.ts';

/** All a bot gets: what its seat may see, what it may do, and dice of its own. */
export interface Look {
  readonly view: MatchView;
  readonly legal: LegalChoices;
  /** A seeded number in [0, 1) for a name; the same name gives the same number within a phase. */
  dice(name: string): number;
}

export type Bot = (look: Look) => Choice;

/** How much a bot wants an option; below zero: never. */
export type Liking = (option: LegalOption, look: Look) => number;

const keyOf = (option: LegalOption): string => `${option.action}|${option.on ?? ''}`;
const pickOf = ({ action, on }: LegalOption): Pick => ({ action, ...(on === undefined ? {} : { on }) });

/** Points a seat keeps for the answers it still has to give this round: about half, since demands go out after the plans are made. */
function reserve({ view, legal, dice }: Look): number {
  if (legal.options.some(({ slot }) => slot !== null)) return 0;
  const live = view.demands.filter(({ status, to, from }) => status === 'live' && (to === view.you || from === view.you)).length;
  const half = Math.ceil(legal.points / 2) - (dice('spend freely') < 0.4 ? 1 : 0);
  return Math.max(half, Math.min(2, live));
}

/** A bot that takes what it likes best: first one option for each slot, then others while points and means last. */
export function botBy(liking: Liking): Bot {
  return (look) => {
    const { legal, view } = look;
    const ranked = legal.options
      .map((option) => ({ option, like: liking(option, look) + look.dice(keyOf(option)) * 0.01 }))
      .filter(({ like }) => like >= 0)
      .sort((a, b) => b.like - a.like);
    const chosen: LegalOption[] = [];
    const means: Record<string, number> = { ...(view.you === null ? {} : (view.seats[view.you]?.meters as Record<string, number>)) };
    let points = legal.points;
    const take = (option: LegalOption, keep: number): boolean => {
      if (option.points > points - keep || option.costs.some(({ meter, by }) => (means[meter] ?? 0) + by < 0)) return false;
      points -= option.points;
      for (const { meter, by } of option.costs) means[meter] = (means[meter] ?? 0) + by;
      chosen.push(option);
      return true;
    };
    const filled = new Set<string>();
    for (const { option } of ranked) if (option.slot !== null && !filled.has(option.slot) && take(option, 0)) filled.add(option.slot);
    const kept = reserve(look);
    const done = new Set<string>();
    for (const { option, like } of ranked) {
      // The same action at most twice a phase: a seat that sends five orders at once is no opponent.
      const times = chosen.filter(({ action }) => action === option.action).length;
      if (option.slot === null && like >= 0.01 && times < 2 && !done.has(keyOf(option)) && take(option, kept)) done.add(keyOf(option));
    }
    return { picks: chosen.map(pickOf) };
  };
}

/** The tags of an option summed by weight. */
export const byTags = (option: LegalOption, weights: Readonly<Partial<Record<LegalOption['tags'][number], number>>>): number =>
  option.tags.reduce((sum, tag) => sum + (weights[tag] ?? 0), 0);
