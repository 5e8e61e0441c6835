import type { Console } from './console.ts';

/** How many seats with people have said that they have read their cards, and of how many; `few`: less than half of them. */
export function readiness(tables: Console['tables']): { readonly ready: number; readonly of: number; readonly few: boolean } {
  const held = tables.flatMap(({ seats }) => seats).filter(({ holder }) => holder === 'person');
  const ready = held.filter(({ done }) => done).length;
  return { ready, of: held.length, few: ready * 2 < held.length };
}
