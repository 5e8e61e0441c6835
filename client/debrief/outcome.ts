import { geometricMean } from '../../shared/engine/mean.ts';
import type { MatchEvent } from '../../shared/match/events.ts';
import type { SeatOutcome } from '../../shared/match/state.ts';
import type { Brief } from '../../shared/view/brief.ts';

/** Whether the vote of a scenario was held: its round has come to what it led to. Null where the calendar has no vote. */
export function voteHeld(brief: Pick<Brief, 'electionRound' | 'phases'>, events: readonly MatchEvent[]): boolean | null {
  if (brief.electionRound < 1) return null;
  const reveals = brief.phases.filter(({ kind }) => kind === 'reveal').map(({ id }) => id);
  return events.some((event) => event.type === 'phaseStarted' && event.round === brief.electionRound && reveals.includes(event.phase));
}

/** How a score came about, as a sum: its lines add up to it, in tenths. */
export interface ScoreSum {
  /** What each goal makes, in their order: its part of its value. */
  readonly goals: readonly number[];
  /** What all goals make if they are only added up. */
  readonly added: number;
  /** What is taken off because they are uneven: 0 or less. */
  readonly uneven: number;
  /** What the secret aim adds. */
  readonly aim: number;
  /** What is taken off by red lines and the end of the scale: 0 or less. */
  readonly cut: number;
  readonly score: number;
}

/** Goals that are known in tenths tell the score to less than this. */
const CLOSE = 0.3;
const tenth = (value: number): number => Math.round(value * 10) / 10 + 0;

/** The score of a seat as a sum that can be added up by hand. */
export function sumOf({ score, goals, card }: Pick<SeatOutcome, 'score' | 'goals' | 'card'>): ScoreSum {
  const total = goals.reduce((sum, { weight }) => sum + weight, 0);
  const makes = goals.map(({ value, weight }) => tenth((value * weight) / total));
  const added = tenth(makes.reduce((sum, part) => sum + part, 0));
  const aim = card?.points ?? 0;
  const together = geometricMean(goals.map(({ value, weight }) => ({ value: value / 100, weight }))) * 100;
  // From the score back, unless it was cut: it was made of more than tenths.
  const isCut = together + aim - score > CLOSE;
  const uneven = tenth((isCut ? together : score - aim) - added);
  return { goals: makes, added, uneven, aim, cut: tenth(score - added - uneven - aim), score };
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
