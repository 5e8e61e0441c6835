import { type Signal, signal } from '@preact/signals';
import { recall, remember } from './storage.ts';

const heardAt = new Map<string, Signal<number>>();

/** The id of the last thing of a kind that this device has shown, or was told of, at a table (`key` names both); 0 for nothing yet. */
export function heardOf(key: string): Signal<number> {
  const known = heardAt.get(key);
  if (known !== undefined) return known;
  const stored = Number(recall(`heard.${key}`) ?? 0);
  const made = signal(Number.isSafeInteger(stored) && stored > 0 ? stored : 0);
  heardAt.set(key, made);
  return made;
}

/** Notes that all up to this was shown. */
export function noteHeard(key: string, id: number): void {
  const heard = heardOf(key);
  if (id <= heard.peek()) return;
  heard.value = id;
  remember(`heard.${key}`, String(id));
}
