import type { Band } from './view.ts';

/** The coarse band that a meter's value between 0 and 100 lies in. */
export function bandOf(value: number): Band {
  return value < 34 ? 'low' : value < 67 ? 'middle' : 'high';
}
