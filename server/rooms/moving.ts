import { PROBLEMS, refuse } from '../problems.ts';
import type { StoredPlayer } from '../store/players.ts';
import type { Player } from './player.ts';
import type { Pinned } from './seating.ts';
import type { Table } from './table.ts';
import type { Workshop } from './workshop.ts';

/** Where a player sits: at a table by its code, or by its number before there are tables. */
export interface Sitting {
  readonly table: string | number;
  readonly seat: string;
}

/** Where a player is to be; null: where the plan puts them, or nowhere. */
export interface Going {
  readonly player: Player;
  readonly at: { readonly table: string | number; readonly seat: string | null } | null;
  /** What is pinned before there are tables, if it is another place. */
  readonly pinned?: Pinned | null;
}

/** A player on the way, what is stored of that, and the table they come to. */
interface Move {
  readonly player: Player;
  readonly to: Table | null;
  readonly change: Partial<StoredPlayer>;
}

/** Where a player sits now, or is planned to; null: nowhere. */
export function placeOf(workshop: Workshop, player: Player): Sitting | null {
  if (workshop.status === 'lobby') return workshop.plan().seats.get(player.stored.id) ?? null;
  const table = workshop.tableOf(player);
  return table === null || player.stored.seat === null ? null : { table: table.stored.code, seat: player.stored.seat };
}

/** For everybody, the way back to where they are now. */
export function waysBack(workshop: Workshop): readonly Going[] {
  const plan = workshop.status === 'lobby' ? workshop.plan() : null;
  return workshop.players.map((player) => {
    if (plan === null) return { player, at: placeOf(workshop, player) };
    const at = plan.seats.get(player.stored.id) ?? null;
    return { player, at, pinned: isChosen(player, at) ? player.stored.pinned : leftAt(at, plan.tables) };
  });
}

/** Of the ways back, those of the people who are elsewhere by now. */
export function movedSince(workshop: Workshop, ways: readonly Going[]): readonly Going[] {
  const plan = workshop.status === 'lobby' ? workshop.plan() : null;
  return ways.filter(({ player, at }) => {
    const now = plan === null ? placeOf(workshop, player) : (plan.seats.get(player.stored.id) ?? null);
    return now?.table !== at?.table || now?.seat !== at?.seat;
  });
}

/** Puts players where they are to be: all of them or, if it can not be stored (`save`) or one may not, none. */
export async function moveAll(
  workshop: Workshop,
  goings: readonly Going[],
  save: (players: readonly StoredPlayer[]) => Promise<void>,
): Promise<void> {
  const moves =
    workshop.status === 'lobby'
      ? [...goings.map((going) => pinning(workshop, going)), ...leaving(workshop, goings)]
      : goings.filter((going) => !isThere(workshop, going)).map((going) => seating(workshop, going));
  await save(moves.map(({ player, change }) => ({ ...player.stored, ...change })));
  const isAwaited = moves.length > 1;
  for (const { player, change } of moves) {
    const from = workshop.tableOf(player);
    if (from === null) player.stored = { ...player.stored, ...change };
    else await from.release(player, change, isAwaited);
  }
  for (const { player, to, change } of moves) if (to !== null && change.seat) await to.admit(player, change.seat);
}

/**
 * Seats a late joiner: at the smallest table, on its smallest team, if it can be of the wished role. When all matches are over, they
 * read the debrief of one.
 */
export async function seatLate(workshop: Workshop, player: Player): Promise<void> {
  const withRoom = workshop.tables.filter((table) => table.roster.smallestTeam() !== null);
  const played = withRoom.filter((table) => table.match.state.status !== 'finished');
  const open = played.length > 0 ? played : withRoom;
  const [table] = [...open].sort((one, other) => one.roster.players.length - other.roster.players.length);
  const smallest = table?.roster.smallestTeam() ?? null;
  if (table === undefined || smallest === null) return;
  const { wish } = player.stored;
  const isWished = (seat: string): boolean => workshop.shelved.brief.seats.some(({ id, role }) => id === seat && role === wish);
  const wished = table.roster.smallestTeam((place) => isWished(place.seat) && place.members.length === smallest.members.length);
  await table.admit(player, (wished ?? smallest).seat);
}

/** Whether a player sits where they are to be: then nobody need be sent away and called back. */
function isThere(workshop: Workshop, { player, at }: Going): boolean {
  const is = placeOf(workshop, player);
  return at === null || is === null ? at === is : at.table === is.table && (at.seat === null || at.seat === is.seat);
}

/** What changes of a player whose place is planned. */
function pinning({ shelved }: Workshop, { player, at, pinned }: Going): Move {
  const wanted = at !== null && typeof at.table === 'number' && at.seat !== null ? { table: at.table, seat: at.seat } : null;
  if (wanted !== null && !shelved.brief.seats.some(({ id }) => id === wanted.seat)) refuse(PROBLEMS.noSuchSeat);
  return { player, to: null, change: { pinned: pinned === undefined ? wanted : pinned } };
}

/** All others stay where they are when some are moved, unless the host had put them there already. */
function leaving(workshop: Workshop, goings: readonly Going[]): readonly Move[] {
  const { seats, tables } = workshop.plan();
  const others = workshop.players.filter((other) => !goings.some(({ player }) => player === other));
  return others.flatMap((player) => {
    const at = seats.get(player.stored.id) ?? null;
    return isChosen(player, at) ? [] : [{ player, to: null, change: { pinned: leftAt(at, tables) } }];
  });
}

/** Whether the host has put a player where they are planned to be. */
function isChosen({ stored: { pinned } }: Player, at: Sitting | null): boolean {
  return pinned !== null && pinned.of === undefined && pinned.table === at?.table && pinned.seat === at.seat;
}

/** A place of the plan as it is kept for somebody who is left there. */
function leftAt(at: Sitting | null, tables: number): Pinned | null {
  return at === null || typeof at.table !== 'number' ? null : { table: at.table, seat: at.seat, of: tables };
}

/** What changes of a player who gets a seat at a table, or loses it. Whoever is seated is let in. */
function seating(workshop: Workshop, { player, at }: Going): Move {
  if (at === null) return { player, to: null, change: { tableId: null, seat: null, plan: null } };
  const to = workshop.table(String(at.table));
  const seat = at.seat ?? to.roster.smallestTeam()?.seat ?? refuse(PROBLEMS.tableFull);
  to.roster.place(seat);
  return { player, to, change: { tableId: to.stored.id, seat, plan: null, status: 'here' } };
}
