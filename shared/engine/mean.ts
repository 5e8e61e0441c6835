/** By repeated squaring: a score needs some five hundred powers. */
function power(base: number, exponent: number): number {
  let [result, square] = [1, base];
  for (let left = exponent; left > 0; left >>= 1) {
    if ((left & 1) === 1) result *= square;
    square *= square;
  }
  return result;
}

/**
 * The weighted geometric mean of values in 0–1 with whole-number weights, by bisection: only + − × ÷, so that every engine gets
 * the same bits. No single goal can be farmed, since a low one pulls the mean down with it.
 */
export function geometricMean(parts: readonly { readonly value: number; readonly weight: number }[]): number {
  const total = parts.reduce((sum, { weight }) => sum + weight, 0);
  // The floor keeps a ruined goal from hiding all the others behind a zero.
  const product = parts.reduce((sum, { value, weight }) => sum * power(Math.max(0.02, value), weight), 1);
  let [low, high] = [0, 1];
  for (let i = 0; i < 48; i += 1) {
    const middle = (low + high) / 2;
    if (power(middle, total) < product) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
