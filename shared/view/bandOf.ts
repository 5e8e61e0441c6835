import type { Band } from './view.ts';

/** The lowest and the highest value in tenths that each band holds: of those that are shown as 0–33, 34–66 and 67–100. */
export const BAND_VALUES: Readonly<Record<Band, readonly [lowest: number, highest: number]>> = {
  low: [0, 33.4],
  middle: [33.5, 66.4],
  high: [66.5, 100],
};

/** The coarse band that a meter's value between 0 and 100 lies in, by the whole number as which it is shown. */
export function bandOf(value: number): Band {
  if (value < BAND_VALUES.middle[0]) return 'low';
  return value < BAND_VALUES.high[0] ? 'middle' : 'high';
}
