import type { MatchEvent } from '../shared/match/events.ts';
import type { WhyLine } from '../shared/view/why.ts';

/** A chain of causes as one row, nearest first, following the first parent that is known. */
export function chainOf(line: WhyLine): readonly MatchEvent[] {
  const chain: MatchEvent[] = [];
  let { causes } = line;
  while (causes[0] !== undefined) {
    chain.push(causes[0].event);
    causes = causes[0].causes;
  }
  return chain;
}
