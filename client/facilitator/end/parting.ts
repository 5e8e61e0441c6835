import type { MatchEvent } from '../../../shared/match/events.ts';
import { is } from '../../state/log.ts';

/** What all seats of a table chose, by round: a text that is the same for choices that are the same. */
export type ChoicesByRound = ReadonlyMap<number, string>;

/** The choices of a finished match. */
export function choicesByRound(events: readonly MatchEvent[]): ChoicesByRound {
  const rounds = new Map<number, string[]>();
  for (const { round, seat, action, on } of events.filter(is('acted'))) {
    rounds.set(round, [...(rounds.get(round) ?? []), `${seat} ${action} ${on ?? ''}`]);
  }
  return new Map([...rounds].map(([round, acts]) => [round, acts.sort().join('\n')]));
}

/** The first round in which not all tables chose alike; null if they always did. */
export function partingOf(tables: readonly ChoicesByRound[]): number | null {
  const rounds = [...new Set(tables.flatMap((table) => [...table.keys()]))].sort((one, other) => one - other);
  return rounds.find((round) => new Set(tables.map((table) => table.get(round) ?? '')).size > 1) ?? null;
}
