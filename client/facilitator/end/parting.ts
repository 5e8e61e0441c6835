import type { EventOf, MatchEvent } from '../../../shared/match/events.ts';
import { is } from '../../state/log.ts';

/** One thing that a seat chose. */
export interface Chosen {
  readonly seat: string;
  /** The same for choices that are the same. */
  readonly key: string;
  /** In words. */
  readonly said: string;
}

/** What all seats of a table chose, by round. */
export type ChoicesByRound = ReadonlyMap<number, readonly Chosen[]>;

/** The choices of a finished match. */
export function choicesByRound(events: readonly MatchEvent[], say: (act: EventOf<'acted'>) => string): ChoicesByRound {
  const rounds = new Map<number, Chosen[]>();
  for (const act of events.filter(is('acted'))) {
    const { round, seat, action, on } = act;
    rounds.set(round, [...(rounds.get(round) ?? []), { seat, key: `${action} ${on ?? ''}`, said: say(act) }]);
  }
  return rounds;
}

/** Where tables parted: a round, and the seats that did not choose alike at all of them in it. */
export interface Parting {
  readonly round: number;
  readonly seats: readonly string[];
}

/** The first round in which not all tables chose alike; null if they always did. */
export function partingOf(tables: readonly ChoicesByRound[]): Parting | null {
  const rounds = [...new Set(tables.flatMap((table) => [...table.keys()]))].sort((one, other) => one - other);
  for (const round of rounds) {
    const seats = [...new Set(tables.flatMap((table) => (table.get(round) ?? []).map(({ seat }) => seat)))];
    const parted = seats.filter((seat) => new Set(tables.map((table) => keysOf(chosenBy(table, round, seat)))).size > 1);
    if (parted.length > 0) return { round, seats: parted };
  }
  return null;
}

/** What a seat chose in a round at each of these tables, without what it chose at all of them. */
export function differences(tables: readonly ChoicesByRound[], round: number, seat: string): readonly (readonly Chosen[])[] {
  const each = tables.map((table) => chosenBy(table, round, seat));
  const isEverywhere = ({ key }: Chosen): boolean => each.every((chosen) => chosen.some((one) => one.key === key));
  return each.map((chosen) => chosen.filter((one) => !isEverywhere(one)));
}

const chosenBy = (table: ChoicesByRound, round: number, seat: string): readonly Chosen[] =>
  (table.get(round) ?? []).filter((one) => one.seat === seat);

const keysOf = (chosen: readonly Chosen[]): string =>
  chosen
    .map(({ key }) => key)
    .sort()
    .join('\n');
