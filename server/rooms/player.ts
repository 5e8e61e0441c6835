import { randomUUID } from 'node:crypto';
import type { Role } from '../../shared/match/state.ts';
import { hashSecret, secretMatches } from '../secrets.ts';
import type { StoredPlayer } from '../store/players.ts';
import { now, SECOND } from './clock.ts';

/** How long a seat is kept, before play, for somebody who reserved it and never arrived. */
const ARRIVAL = 25 * SECOND;

/** A person in a class or at a table of its own. What is kept of them, and what is true of them just now. */
export interface Player {
  /** Replaced as a whole after it was stored. */
  stored: StoredPlayer;
  /** Whether one of their devices is at the table, or in the room of the class. */
  connected: boolean;
  /** Has read what there is to read in a phase without choices. */
  ready: boolean;
  /** When they were let in and have not arrived yet; null otherwise. */
  reservedAt: number | null;
  /** The phase in which they came to a match that was being played: they vote from the next one on. */
  cameIn: string | null;
}

/** A new player, as they will be stored. `joined` orders them. */
export function newPlayer(wanted: {
  readonly nickname: string;
  readonly secret: string;
  readonly joined: number;
  readonly workshopId?: string | null;
  readonly tableId?: string | null;
  readonly seat?: string | null;
  readonly wish?: Role | null;
  readonly deviceHash?: string | null;
  readonly status?: StoredPlayer['status'];
}): Player {
  const { secret, workshopId = null, tableId = null, seat = null, wish = null, deviceHash = null, status = 'here', ...rest } = wanted;
  const place = { workshopId, tableId, seat, wish, deviceHash, status };
  return awake(
    {
      id: randomUUID(),
      ...rest,
      ...place,
      secretHash: hashSecret(secret),
      formerHash: null,
      extra: 0,
      plan: null,
      pinned: null,
      words: null,
    },
    now(),
  );
}

/** A player out of the store, who has not come back yet. */
export function awake(stored: StoredPlayer, reservedAt: number | null = null): Player {
  return { stored, connected: false, ready: false, reservedAt, cameIn: null };
}

/** Whether a player reserved a seat and never arrived. */
export function isGhost(player: Player): boolean {
  return !player.connected && player.reservedAt !== null && now() - player.reservedAt > ARRIVAL;
}

/** The player a secret belongs to; null if none. Takes the same time wherever it is found. */
export function playerBySecret(players: Iterable<Player>, secret: string): Player | null {
  let found: Player | null = null;
  for (const player of players) if (secretMatches(secret, player.stored.secretHash)) found = player;
  return found;
}

/** Whether a secret was that of somebody among these, until the host's words brought their seat to another device. */
export function wasClaimed(players: readonly Player[], secret: string): boolean {
  return players.filter(({ stored }) => stored.formerHash !== null && secretMatches(secret, stored.formerHash)).length > 0;
}

/** Whether two names are the same to a reader. */
export function sameName(one: string, other: string): boolean {
  return one.normalize('NFKC').toLocaleLowerCase() === other.normalize('NFKC').toLocaleLowerCase();
}
