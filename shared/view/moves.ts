import type { MeterMove } from './brief.ts';

/** Moves of meters as they are told: what comes in any case, and what comes perhaps, so that this is said once for all of it. */
export function byCertainty(moves: readonly MeterMove[]): { readonly sure: readonly MeterMove[]; readonly perhaps: readonly MeterMove[] } {
  // What goes either way says for itself what that hangs on.
  const isPerhaps = ({ perhaps, turns }: MeterMove) => perhaps && !turns;
  return { sure: moves.filter((move) => !isPerhaps(move)), perhaps: moves.filter(isPerhaps) };
}

/** Moves of meters by whose they are: the own ones and the country's, and those of others. */
export function byWhose(moves: readonly MeterMove[]): { readonly near: readonly MeterMove[]; readonly others: readonly MeterMove[] } {
  return { near: moves.filter(({ who }) => who === null), others: moves.filter(({ who }) => who !== null) };
}
