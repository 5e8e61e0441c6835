import type { Console } from './console.ts';

/** The table that is looked at by its number (null: all are), and the one that has no other beside it: while it plays, that one is always in view. */
export function inViewOf(tables: Console['tables'], looked: number | null, playing: boolean): Pick<Console, 'only' | 'inView'> {
  const only = tables.length === 1 ? (tables[0] ?? null) : null;
  return { only, inView: tables.find(({ number }) => number === looked) ?? (playing ? only : null) };
}
