import type { Role } from '../../shared/match/state.ts';
import type { Joined, Problem } from '../../shared/messages.ts';
import { isProblem, joinTable, watchTable } from './api.ts';
import type { Keyring } from './keyring.ts';

/**
 * What to open a table or a class as. With this browser's secret for the seat, nickname, seat and wish are only needed if it is no
 * longer valid.
 */
export type Opening =
  | { readonly kind: 'seat'; readonly code: string; readonly nickname: string; readonly seat?: string; readonly wish?: Role }
  | { readonly kind: 'host' | 'watch'; readonly code: string };
export type SeatOpening = Extract<Opening, { kind: 'seat' }>;

export interface AdmittedAs {
  readonly reservation: unknown;
  readonly room: 'table' | 'workshop';
  /** What the reservation leads to: a class may have seated its player at a table, and a table may have lost its player to another. */
  readonly code: string;
  readonly player: string | null;
  readonly seat: string | null;
  readonly host: boolean;
  /** For whoever watches a table: the one of its class that is played in its place; null if none is. */
  readonly playedAt: string | null;
}

const NO_HOST_KEY: Problem = { code: 'not-host', message: 'This browser does not hold the host key of that table.' };

/** What to come back as: a seat is one's own by its secret, and without that nobody else's is taken instead. */
export function comingBack(opening: Opening, code: string): Opening {
  return opening.kind === 'seat' ? { kind: 'seat', code, nickname: '' } : opening;
}

/** Asks the server to let this browser in, and keeps the player's secret. */
export function admit(opening: Opening, server: string, keyring: Keyring, signal?: AbortSignal): Promise<AdmittedAs | Problem> {
  return opening.kind === 'seat' ? admitPlayer(opening, server, keyring, signal) : admitWatcher(opening, server, keyring, signal);
}

async function admitPlayer(opening: SeatOpening, server: string, keyring: Keyring, signal?: AbortSignal): Promise<AdmittedAs | Problem> {
  const { code, nickname, seat, wish } = opening;
  const secret = keyring.get('seat', code);
  if (secret !== null) {
    const back = await joinTable({ code, nickname: nickname === '' ? 'Player' : nickname, seatSecret: secret }, server, signal);
    if (!isProblem(back)) return admittedAs(code, back, keyring);
    const isVoid = back.code === 'wrong-secret' || back.code === 'not-let-in' || (back.code === 'claimed' && nickname !== '');
    if (!isVoid) return back;
    keyring.set('seat', code, null);
    if (nickname === '') return back;
  }
  const joined = await joinTable(
    { code, nickname, ...(seat === undefined ? {} : { seat }), ...(wish === undefined ? {} : { wish }) },
    server,
    signal,
  );
  return isProblem(joined) ? joined : admittedAs(code, joined, keyring);
}

function admittedAs(asked: string, joined: Joined, keyring: Keyring): AdmittedAs {
  keepKeys(asked, joined, keyring);
  const { reservation, room, code, player, seat } = joined;
  return { reservation, room, code, player, seat, host: false, playedAt: null };
}

/** Keeps a player's secret under every code it is good for: the one asked for, the table's and the class's. */
export function keepKeys(asked: string, { code, workshop, seatSecret }: Joined, keyring: Keyring): void {
  for (const good of new Set([asked, code, workshop ?? code])) keyring.set('seat', good, seatSecret);
}

async function admitWatcher(
  { kind, code }: Opening,
  server: string,
  keyring: Keyring,
  signal?: AbortSignal,
): Promise<AdmittedAs | Problem> {
  const hostSecret = kind === 'host' ? keyring.get('host', code) : null;
  if (kind === 'host' && hostSecret === null) return NO_HOST_KEY;
  const watching = await watchTable({ code, ...(hostSecret === null ? {} : { hostSecret }) }, server, signal);
  if (isProblem(watching)) return watching;
  return { ...watching, code, player: null, seat: null };
}
