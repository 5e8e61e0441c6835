import type { ScriptLine } from '../../../shared/view/brief.ts';

/** Which lines are for now, and which one is next (null: none is). */
export interface ScriptPlace {
  readonly now: readonly number[];
  readonly next: number | null;
}

/** The rounds that a moment names; how long something takes, in brackets, is none. */
function roundsIn(when: string): readonly number[] {
  return [...when.replace(/\([^)]*\)/g, '').matchAll(/\d+/g)].map(([number]) => Number(number));
}

/**
 * Where a class is in the script. Moments are words in any language: those before the first one with a round's number are for before
 * play, those after the last one for the end; one of these is for the last round, if no other names it.
 */
export function placeInScript(
  script: readonly ScriptLine[],
  at: { readonly status: 'lobby' | 'seated' | 'playing' | 'finished'; readonly round: number; readonly rounds: number },
): ScriptPlace {
  const rounds = script.map(({ when }) => roundsIn(when));
  const first = rounds.findIndex((named) => named.length > 0);
  const last = rounds.findLastIndex((named) => named.length > 0);
  if (first < 0) return { now: [], next: script.length > 0 ? 0 : null };
  const namesLast = Math.max(...(rounds[last] ?? [])) >= at.rounds;
  const end = namesLast || last + 2 >= script.length ? last + 1 : script.length - 1;
  const span = spanOf();
  const next = span.to < script.length ? span.to : null;
  return { now: script.flatMap((_, index) => (index >= span.from && index < span.to ? [index] : [])), next };

  function spanOf(): { readonly from: number; readonly to: number } {
    if (at.status === 'lobby' || at.status === 'seated') return { from: 0, to: first };
    if (at.status === 'finished') return { from: end, to: script.length };
    if (at.round >= at.rounds && !namesLast && end > last + 1) return { from: last + 1, to: end };
    const from = rounds.findLastIndex((named) => named.length > 0 && Math.min(...named) <= at.round);
    if (from < 0) return { from: first, to: first };
    const following = rounds.findIndex((named, index) => index > from && named.length > 0);
    return { from, to: following < 0 ? last + 1 : following };
  }
}
