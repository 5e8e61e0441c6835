import { recall, recallJson, remember } from './storage.ts';

/** The keys this device holds: to its seats and to the tables it hosts. */

export interface SeatKey { readonly seat: string; readonly secret: string; readonly nickname: string }
export interface Place { readonly kind: 'seat' | 'host'; readonly code: string }

function isSeatKey(value: unknown): value is SeatKey {
  return typeof value === 'object' && value !== null && 'seat' in value && typeof value.seat === 'string' && 'secret' in value && typeof value.secret === 'string' && 'nickname' in value && typeof value.nickname === 'string';
}

function isPlace(value: unknown): value is Place {
  return typeof value === 'object' && value !== null && 'kind' in value && (value.kind === 'seat' || value.kind === 'host') && 'code' in value && typeof value.code === 'string';
}

/** The key to this device's seat at a table, or null. */
export function seatKeyOf(code: string): SeatKey | null {
  return recallJson(`seat.${code}`, isSeatKey);
}

export function keepSeatKey(code: string, key: SeatKey): void {
  remember(`seat.${code}`, JSON.stringify(key));
  keepPlace({ kind: 'seat', code });
}

/** The host's secret of a table made on this device, or null. */
export function hostKeyOf(code: string): string | null {
  return recall(`host.${code}`);
}

export function keepHostKey(code: string, secret: string): void {
  remember(`host.${code}`, secret);
  keepPlace({ kind: 'host', code });
}

/** The table this device was last at, or null. */
export function lastPlace(): Place | null {
  return recallJson('place', isPlace);
}

function keepPlace(place: Place): void {
  remember('place', JSON.stringify(place));
}

/** Forgets the way back: the match is over, or its key no longer fits. */
export function leavePlace(): void {
  remember('place', null);
}
