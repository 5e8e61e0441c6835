import type { EventOf, MatchEvent } from '../match/events.ts';
import type { Brief } from './brief.ts';
import { describe, sentencesOf } from './describe.ts';
import type { Texts } from './view.ts';

/** How much an event says of how a round came out: what hits people or a whole service before what falls, and that before an answer. 0: nothing. */
function gravityOf(event: MatchEvent): number {
  switch (event.type) {
    case 'staffChanged':
      return { detained: 9, visited: 8 }[event.to as string] ?? 0;
    case 'restricted':
      return event.kind === 'block' ? 9 : 7;
    case 'fined':
      return 6;
    case 'presenceChanged':
      return event.to === 'none' ? 5 : 0;
    case 'courtRuled':
      return 4;
    case 'itemChanged':
      return event.status === 'removed' ? 3 : 0;
    case 'courtOpened':
      return 2;
    case 'demandAnswered':
      return 1;
    default:
      return 0;
  }
}

/** The gravest thing that came of the answers of a round, in one sentence; empty if nothing did. Works on what a viewer may read. */
export function outcomeInWords(brief: Brief, texts: Texts, events: readonly MatchEvent[], round: number): string {
  const ofRound = events.filter((event) => event.round === round);
  const gravest = ofRound.reduce<MatchEvent | null>(
    (top, next) => (gravityOf(next) > (top === null ? 0 : gravityOf(top)) ? next : top),
    null,
  );
  if (gravest === null) return '';
  return gravest.type === 'itemChanged' ? removed(brief, texts, ofRound, gravest) : describe(brief, texts, gravest);
}

/** All that a seat has removed because of one demand: the harmless beside what did harm. */
function removed(brief: Brief, texts: Texts, events: readonly MatchEvent[], { seat, demand }: EventOf<'itemChanged'>): string {
  const labels = events.flatMap((event) => {
    if (event.type !== 'itemChanged' || event.status !== 'removed' || event.seat !== seat || event.demand !== demand) return [];
    return [texts.demands[event.template]?.items.find(({ id }) => id === event.item)?.label ?? event.item];
  });
  const name = brief.seats.find(({ id }) => id === seat)?.name ?? seat;
  return sentencesOf(brief).removed(name, [...new Set(labels)]);
}
