/** Count, mean and sum of squared deviations of numbers that are seen once and not kept. */
export interface Moments {
  n: number;
  mean: number;
  squares: number;
}

export const noMoments = (): Moments => ({ n: 0, mean: 0, squares: 0 });

/** Takes one more number into account (Welford's way: no large sums that cancel). */
export function addTo(moments: Moments, value: number): void {
  moments.n += 1;
  const off = value - moments.mean;
  moments.mean += off / moments.n;
  moments.squares += off * (value - moments.mean);
}

/** The moments of two samples put together. */
export function joined(a: Moments, b: Moments): Moments {
  const n = a.n + b.n;
  if (n === 0) return noMoments();
  const off = b.mean - a.mean;
  return { n, mean: a.mean + (off * b.n) / n, squares: a.squares + b.squares + (off * off * a.n * b.n) / n };
}

/** The sample variance; 0 for fewer than two numbers. */
export const varianceOf = ({ n, squares }: Moments): number => (n < 2 ? 0 : squares / (n - 1));

/** The standard error of the mean; 0 for fewer than two numbers. */
export const standardError = (moments: Moments): number => (moments.n < 2 ? 0 : Math.sqrt(varianceOf(moments) / moments.n));

const Z = 1.959963984540054;
/** Half-widths for one to five degrees of freedom, where the series below is not exact enough. */
const FEW = [12.706204736, 4.30265273, 3.182446305, 2.776445105, 2.570581836];

/** The two-sided 95 % quantile of Student's t: a table for up to 5 degrees of freedom, then the expansion of Cornish and Fisher. */
export function studentT(freedom: number): number {
  if (freedom < 1) return Number.POSITIVE_INFINITY;
  const known = FEW[Math.floor(freedom) - 1];
  if (known !== undefined) return known;
  const z2 = Z * Z;
  const first = (Z * (z2 + 1)) / 4;
  const second = (Z * (3 + z2 * (16 + z2 * 5))) / 96;
  const third = (Z * (-15 + z2 * (17 + z2 * (19 + z2 * 3)))) / 384;
  const fourth = (Z * (-945 + z2 * (-1920 + z2 * (1482 + z2 * (776 + z2 * 79))))) / 92160;
  return Z + (first + (second + (third + fourth / freedom) / freedom) / freedom) / freedom;
}

/** The 95 % confidence interval of the mean; the mean twice if fewer than two numbers are known. */
export function interval(moments: Moments): readonly [low: number, high: number] {
  if (moments.n < 2) return [moments.mean, moments.mean];
  const half = studentT(moments.n - 1) * standardError(moments);
  return [moments.mean - half, moments.mean + half];
}

/** The 95 % interval of a share seen `hits` times in `n` (Wilson's, which stays within 0 and 1). */
export function shareInterval(hits: number, n: number): readonly [low: number, high: number] {
  if (n === 0) return [0, 1];
  const share = hits / n;
  const z2 = (Z * Z) / n;
  const middle = (share + z2 / 2) / (1 + z2);
  const half = (Z / (1 + z2)) * Math.sqrt((share * (1 - share)) / n + z2 / (4 * n));
  return [Math.max(0, middle - half), Math.min(1, middle + half)];
}
