/** Meters and scores run from 0 to 100 in tenths, so that a bin for each tenth loses nothing, however many numbers there are. */
const BINS = 1001;

export type Histogram = Uint32Array;

export const emptyHistogram = (): Histogram => new Uint32Array(BINS);

const binOf = (value: number): number => Math.min(BINS - 1, Math.max(0, Math.floor(value * 10 + 0.5)));

/** Counts a value; beyond 0–100 it counts as the nearer end. */
export function count(histogram: Histogram, value: number): void {
  const bin = binOf(value);
  histogram[bin] = (histogram[bin] ?? 0) + 1;
}

export const sizeOf = (histogram: Histogram): number => histogram.reduce((sum, n) => sum + n, 0);

/** The least value that at least this share of the numbers does not exceed; 0 if there are none. */
export function quantile(histogram: Histogram, share: number): number {
  const wanted = Math.max(1, share * sizeOf(histogram));
  let seen = 0;
  for (let bin = 0; bin < BINS; bin += 1) {
    seen += histogram[bin] ?? 0;
    // A hair of tolerance: 0.05 × 20 must count as one.
    if (seen >= wanted - 1e-9) return bin / 10;
  }
  return 0;
}

/** How many values lie in each of the equal parts of 0–100; the last part includes 100. */
export function inParts(histogram: Histogram, parts: number): readonly number[] {
  const counts = new Array<number>(parts).fill(0);
  histogram.forEach((n, bin) => {
    const part = Math.min(parts - 1, Math.floor((bin * parts) / (BINS - 1)));
    counts[part] = (counts[part] ?? 0) + n;
  });
  return counts;
}
