import { recallJson, remember } from './storage.ts';

/** Where this device last was: the way back from the front door. */
export interface Place {
  readonly kind: 'seat' | 'class' | 'host';
  readonly code: string;
  /** Of a seat: the number of its table in the class, 0 for a table of its own. */
  readonly table?: number;
  /** The scenario's title. */
  readonly title?: string;
}

function isPlace(value: unknown): value is Place {
  return (
    typeof value === 'object' &&
    value !== null &&
    'kind' in value &&
    (value.kind === 'seat' || value.kind === 'class' || value.kind === 'host') &&
    'code' in value &&
    typeof value.code === 'string' &&
    (!('table' in value) || typeof value.table === 'number') &&
    (!('title' in value) || typeof value.title === 'string')
  );
}

/** The table or class this device was last at, or null. */
export function lastPlace(): Place | null {
  return recallJson('place', isPlace);
}

/** Keeps the way back; null forgets it. */
export function keepPlace(place: Place | null): void {
  remember('place', place === null ? null : JSON.stringify(place));
}

/** Forgets the way back to one table or class, if it is that. */
export function forgetPlace(code: string): void {
  if (lastPlace()?.code === code) keepPlace(null);
}
