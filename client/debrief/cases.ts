import type { MatchEvent } from '../../shared/match/events.ts';
import type { CaseFile } from '../../shared/view/brief.ts';

/** The real cases behind what happened in a match, and the others: each in the order of the scenario. */
export function casesOf(
  files: readonly CaseFile[],
  events: readonly Pick<MatchEvent, 'rule'>[],
): { readonly played: readonly CaseFile[]; readonly others: readonly CaseFile[] } {
  const rules = new Set(events.map(({ rule }) => rule));
  const isPlayed = ({ grounds }: CaseFile): boolean => grounds.some((rule) => rules.has(rule));
  return { played: files.filter(isPlayed), others: files.filter((file) => !isPlayed(file)) };
}
