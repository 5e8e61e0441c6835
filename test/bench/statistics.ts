/** The value below which a share of the numbers lies (0–1); NaN for no numbers. */
export function quantile(numbers: readonly number[], share: number): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

export const median = (numbers: readonly number[]): number => quantile(numbers, 0.5);

/** Rounds for reports: three significant digits are all that a measurement here is worth. */
export const rounded = (value: number): number => Number(value.toPrecision(3));
