import type { EventOf, MatchEvent } from '../../shared/match/events.ts';
import type { StandIn } from '../../shared/match/state.ts';
import { is } from './log.ts';

/** What a bot has chosen in the place of a seat's people. */
export interface StoodIn {
  /** The last of its deeds. */
  readonly id: number;
  readonly why: StandIn;
  /** The actions, each once. */
  readonly actions: readonly string[];
}

/**
 * What a bot has chosen for a seat after a deed that its people know of: in the last round in which it did, since the record has the rest.
 * Null: nothing, or they have locked themselves since.
 */
export function stoodIn(events: readonly MatchEvent[], seat: string | null, known: number): StoodIn | null {
  const deeds = events
    .filter(is('acted'))
    .filter((act): act is EventOf<'acted'> & { readonly standIn: StandIn } => act.seat === seat && act.standIn !== undefined);
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
