import type { MatchEvent } from '../../shared/match/events.ts';
import type { Brief } from '../../shared/view/brief.ts';

/** Whether the vote of a scenario was held: its round has come to what it led to. Null where the calendar has no vote. */
export function voteHeld(brief: Pick<Brief, 'electionRound' | 'phases'>, events: readonly MatchEvent[]): boolean | null {
  if (brief.electionRound < 1) return null;
  const reveals = brief.phases.filter(({ kind }) => kind === 'reveal').map(({ id }) => id);
  return events.some((event) => event.type === 'phaseStarted' && event.round === brief.electionRound && reveals.includes(event.phase));
}

/** One of the country's numbers, from the start to the end. */
export interface Left {
  readonly meter: string;
  readonly start: number;
  readonly end: number;
}

/** What a match left to everybody: the country's numbers that all could see, and of which it is known what is good. */
export function leftToAll(brief: Pick<Brief, 'meters'>, ledger: Readonly<Record<string, number>>): readonly Left[] {
  return Object.entries(ledger).flatMap(([meter, end]) => {
    const known = brief.meters[meter];
    return known === undefined || !known.headline || known.good === null ? [] : [{ meter, start: known.start, end }];
  });
}
