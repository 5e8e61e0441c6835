import type { MatchEvent } from '../../shared/match/events.ts';
import type { Brief } from '../../shared/view/brief.ts';
import { type Figure, why } from '../../shared/view/why.ts';
import { largestCauses, wholeChange } from '../state/figures.ts';
import { type Counted, countedFor } from '../state/goals.ts';

/** A goal of a seat in the story: where its number began and ended, and the rules that moved it most in that direction. */
export interface GoalTold extends Counted {
  readonly start: number;
  readonly end: number;
  /** In whole points. */
  readonly delta: number;
  readonly causes: readonly string[];
}

/** What became of each goal of a seat, what counts most first. `endOf`: where a number ended; undefined where nobody tells. */
export function goalsTold(
  brief: Brief,
  events: readonly MatchEvent[],
  seat: string,
  endOf: (figure: Figure) => number | undefined,
): readonly GoalTold[] {
  return countedFor(brief, seat).flatMap((goal) => {
    const figure = { seat: goal.owner, meter: goal.meter };
    const end = endOf(figure);
    if (end === undefined) return [];
    const { sum } = why(events, figure);
    return [{ ...goal, start: end - sum, end, delta: wholeChange(end, sum), causes: largestCauses(events, goal.owner, goal.meter) }];
  });
}
