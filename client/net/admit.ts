import type { Problem } from '../../shared/messages.ts';
import { isProblem, joinTable, watchTable } from './api.ts';
import type { Keyring } from './keyring.ts';

/** What to open a table as. With this browser's secret for the seat, nickname and seat are only needed if it is no longer valid. */
export type Opening =
  | { readonly kind: 'seat'; readonly code: string; readonly nickname: string; readonly seat?: string }
  | { readonly kind: 'host' | 'watch'; readonly code: string };

export interface AdmittedAs {
  readonly reservation: unknown;
  readonly seat: string | null;
  readonly host: boolean;
}

const NO_HOST_KEY: Problem = { code: 'not-host', message: 'This browser does not hold the host key of that table.' };

/** Asks the server to let this browser in, and keeps the seat's secret. */
export function admit(opening: Opening, server: string, keyring: Keyring): Promise<AdmittedAs | Problem> {
  return opening.kind === 'seat' ? admitToSeat(opening, server, keyring) : admitWatcher(opening, server, keyring);
}

async function admitToSeat(opening: Extract<Opening, { kind: 'seat' }>, server: string, keyring: Keyring): Promise<AdmittedAs | Problem> {
  const { code, nickname, seat } = opening;
  const secret = keyring.get('seat', code);
  if (secret !== null) {
    const back = await joinTable({ code, nickname: nickname === '' ? 'Player' : nickname, seatSecret: secret }, server);
    if (!isProblem(back)) return { reservation: back.reservation, seat: back.seat, host: false };
    if (back.code !== 'wrong-secret') return back;
    keyring.set('seat', code, null);
    if (nickname === '') return back;
  }
  const joined = await joinTable({ code, nickname, ...(seat === undefined ? {} : { seat }) }, server);
  if (isProblem(joined)) return joined;
  keyring.set('seat', code, joined.seatSecret);
  return { reservation: joined.reservation, seat: joined.seat, host: false };
}

async function admitWatcher({ kind, code }: Opening, server: string, keyring: Keyring): Promise<AdmittedAs | Problem> {
  const hostSecret = kind === 'host' ? keyring.get('host', code) : null;
  if (kind === 'host' && hostSecret === null) return NO_HOST_KEY;
  const watching = await watchTable({ code, ...(hostSecret === null ? {} : { hostSecret }) }, server);
  return isProblem(watching) ? watching : { reservation: watching.reservation, seat: null, host: watching.host };
}
