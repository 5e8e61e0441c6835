import type { MatchEvent } from '../match/events.ts';
import type { Brief } from './brief.ts';
import type { Names, Sentences } from './sentences.ts';
import { GERMAN } from './sentencesDe.ts';
import { ENGLISH } from './sentencesEn.ts';
import type { Texts } from './view.ts';

const TOLD: Readonly<Record<string, Sentences>> = { en: ENGLISH, de: GERMAN };

/** How events are told in the language that a match is played in; in English where there is no other way. */
export const sentencesOf = ({ language }: Pick<Brief, 'language'>): Sentences => TOLD[language.slice(0, 2)] ?? ENGLISH;

function namesOf(brief: Brief, texts: Texts): Names {
  const { unnamed, gift } = sentencesOf(brief);
  const seats = new Map(brief.seats.map((seat) => [seat.id, seat]));
  const term = (id: string) => brief.pacts?.terms[id]?.title ?? unnamed.promise;
  return {
    term,
    side: (seat, { term: promise, pay }) => {
      const money = brief.meters[brief.pacts?.purses[seat] ?? '']?.name ?? null;
      return gift(promise === null ? null : term(promise), pay === 0 ? null : { points: pay, of: money });
    },
    brief,
    seat: (id) => (id === null ? unnamed.country : (seats.get(id)?.name ?? id)),
    demand: (template) => texts.demands[template]?.title ?? unnamed.demand,
    item: (template, item) => texts.demands[template]?.items.find(({ id }) => id === item)?.label ?? unnamed.item,
    staff: (seat, id) => seats.get(seat)?.staff.find((person) => person.id === id)?.name ?? unnamed.staff,
  };
}

/** An event as one sentence, with the names that this viewer knows, in the language of the match. */
export function describe(brief: Brief, texts: Texts, event: MatchEvent): string {
  const sentence = sentencesOf(brief).of[event.type] as (event: MatchEvent, names: Names) => string;
  return sentence(event, namesOf(brief, texts));
}
