import type { Band } from './view.ts';

/** The coarse band that a meter's value between 0 and 100 lies in, by the whole number as which it is shown. */
export function bandOf(value: number): Band {
  const whole = Math.floor(value + 0.5);
  return whole < 34 ? 'low' : whole < 67 ? 'middle' : 'high';
}
