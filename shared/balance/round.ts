/** Numbers as people read them. */

/** A number with so many digits behind the point, as a number. */
export function rounded(value: number, digits: number): number {
  let scale = 1;
  for (let i = 0; i < digits; i += 1) scale *= 10;
  return Math.floor(value * scale + 0.5) / scale;
}

/** With one digit behind the point: "41.0". */
export function oneDigit(value: number): string {
  const tenths = Math.floor(Math.abs(value) * 10 + 0.5);
  return `${value < 0 && tenths > 0 ? '−' : ''}${Math.floor(tenths / 10)}.${tenths % 10}`;
}

/** With its sign, also if it is positive: "+2.5". */
export const signed = (value: number): string => (oneDigit(value).startsWith('−') ? oneDigit(value) : `+${oneDigit(value)}`);

/** A share as per cent, with a space that does not break: whole ones, with a digit behind the point below 10. */
export function inPercent(share: number): string {
  const percent = share * 100;
  return `${percent > 0 && percent < 9.95 ? oneDigit(percent).replace(/\.0$/, '') : Math.floor(percent + 0.5)}\u00a0%`;
}

const MOST_NAMES = 12;

/** Names with commas; a long list is cut and counted. */
export const list = (names: readonly string[]): string =>
  names.length <= MOST_NAMES ? names.join(', ') : `${names.slice(0, MOST_NAMES).join(', ')} and ${names.length - MOST_NAMES} more`;
