import type { EventOf, MatchEvent } from '../../shared/match/events.ts';
import type { StandIn } from '../../shared/match/state.ts';
import { is } from './log.ts';

/** What a bot has chosen once in the place of a seat's people. */
export interface StoodIn {
  /** The last of its deeds. */
  readonly id: number;
  readonly why: Once;
  /** The actions, each once. */
  readonly actions: readonly string[];
}

/** Why a bot chose once. While it holds a seat for longer, its people see that anyway. */
type Once = Exclude<StandIn, 'replaced'>;

/**
 * What a bot has chosen for a seat after a deed that its people know of: in the last round in which it did, since the record has the rest.
 * Null: nothing, or they have locked themselves since.
 */
export function stoodIn(events: readonly MatchEvent[], seat: string | null, known: number): StoodIn | null {
  const deeds = events
    .filter(is('acted'))
    .filter(
      (act): act is EventOf<'acted'> & { readonly standIn: Once } =>
        act.seat === seat && act.standIn !== undefined && act.standIn !== 'replaced',
    );
  const last = deeds.at(-1);
  if (last === undefined || last.id <= known) return null;
  if (events.some((event) => event.type === 'sealed' && event.seat === seat && event.id > last.id)) return null;
  const untold = deeds.filter(({ id, round }) => id > known && round === last.round);
  return { id: last.id, why: last.standIn, actions: [...new Set(untold.map(({ action }) => action))] };
}

/** The rounds in which a bot chose in the place of a seat's people. */
export function roundsOfStandIns(events: readonly MatchEvent[], seat: string): readonly number[] {
  const deeds = events.filter(is('acted')).filter((act) => act.seat === seat && act.standIn !== undefined);
  return [...new Set(deeds.map(({ round }) => round))];
}

/** The name under which it is kept of which deeds of a bot this device has told at a table. */
export const standInsAt = (code: string): string => `${code}.stood-in`;

/** Rounds in a few words: "1", "2–3", "1, 3–5". */
export function roundsText(rounds: readonly number[]): string {
  const spans: { readonly from: number; to: number }[] = [];
  for (const round of rounds.toSorted((a, b) => a - b)) {
    const last = spans.at(-1);
    if (last !== undefined && round <= last.to + 1) last.to = round;
    else spans.push({ from: round, to: round });
  }
  return spans.map(({ from, to }) => (from === to ? String(from) : `${from}–${to}`)).join(', ');
}
