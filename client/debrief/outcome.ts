import type { MatchEvent } from '../../shared/match/events.ts';
import type { SeatOutcome } from '../../shared/match/state.ts';
import type { Brief } from '../../shared/view/brief.ts';

/** Whether the vote of a scenario was held: its round has come to what it led to. Null where the calendar has no vote. */
export function voteHeld(brief: Pick<Brief, 'electionRound' | 'phases'>, events: readonly MatchEvent[]): boolean | null {
  if (brief.electionRound < 1) return null;
  const reveals = brief.phases.filter(({ kind }) => kind === 'reveal').map(({ id }) => id);
  return events.some((event) => event.type === 'phaseStarted' && event.round === brief.electionRound && reveals.includes(event.phase));
}

/**
 * What the goals of a seat make together, in whole points: with the points of its secret aim it is the score as it is shown. Null where that can't
 * be told from the score, because a red line or the end of the scale has cut it.
 */
export function goalsTogether({ score, redLines, card }: Pick<SeatOutcome, 'score' | 'redLines' | 'card'>): number | null {
  const isCut = score >= 100 || redLines.some(({ cap }) => score >= cap);
  return isCut ? null : Math.round(score) - (card?.points ?? 0);
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
