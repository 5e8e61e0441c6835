import type { MapSchema } from '@colyseus/schema';
import type { Brief } from '../../shared/view/brief.ts';
import { packerOf } from '../../shared/wire/words.ts';

/** Writes a field of a synced object only if it changes, so that nothing travels that stayed the same. */
export function put<T extends object, K extends keyof T>(target: T, key: K, value: T[K]): void {
  if (target[key] !== value) target[key] = value;
}

/** Makes a map of plain values hold exactly these entries. */
export function putAll<V extends string | number>(target: MapSchema<V>, entries: Readonly<Record<string, V | undefined>>): void {
  for (const key of [...target.keys()]) if (entries[key] === undefined) target.delete(key);
  for (const [key, value] of Object.entries(entries)) if (value !== undefined && target.get(key) !== value) target.set(key, value);
}

/** Makes a map of synced objects hold one for each of these, changing those it has in place. */
export function putEach<S, V extends { readonly id: string }>(
  target: MapSchema<S>,
  values: readonly V[],
  make: () => S,
  write: (into: S, value: V) => void,
): void {
  const wanted = new Set(values.map((value) => value.id));
  for (const key of [...target.keys()]) if (!wanted.has(key)) target.delete(key);
  for (const value of values) {
    const known = target.get(value.id);
    const into = known ?? make();
    write(into, value);
    if (known === undefined) target.set(value.id, into);
  }
}

/** A value in short, with the empty text for null. */
export function toPacked(brief: Brief, value: unknown): string {
  return value === null ? '' : packerOf(brief).pack(value);
}

/** JSON, with the empty text for null. */
export function toJson(value: unknown): string {
  return value === null || value === undefined ? '' : JSON.stringify(value);
}
