import fc from 'fast-check';
import { mean, sampleVariance } from 'simple-statistics';
import { describe, expect, test } from 'vitest';
import { count, emptyHistogram, inParts, quantile, sizeOf } from '../../../shared/balance/histogram.ts';
import { addTo, interval, joined, type Moments, noMoments, shareInterval, studentT, varianceOf } from '../../../shared/balance/moments.ts';
import { dice } from '../../../shared/engine/random.ts';

const momentsOf = (values: readonly number[]): Moments => {
  const moments = noMoments();
  for (const value of values) addTo(moments, value);
  return moments;
};
const scores = fc.array(
  fc.integer({ min: 0, max: 1000 }).map((tenths) => tenths / 10),
  { minLength: 2, maxLength: 60 },
);

describe('moments', () => {
  test('are the mean and variance of all numbers, without keeping them', () => {
    fc.assert(
      fc.property(scores, (values) => {
        expect(momentsOf(values).mean).toBeCloseTo(mean(values), 8);
        expect(varianceOf(momentsOf(values))).toBeCloseTo(sampleVariance(values), 6);
      }),
      { seed: 1 },
    );
  });

  test('of two samples put together are those of all numbers', () => {
    fc.assert(
      fc.property(scores, scores, (a, b) => {
        const all = momentsOf([...a, ...b]);
        const both = joined(momentsOf(a), momentsOf(b));
        expect(both.n).toBe(all.n);
        expect(both.mean).toBeCloseTo(all.mean, 8);
        expect(varianceOf(both)).toBeCloseTo(varianceOf(all), 6);
      }),
      { seed: 2 },
    );
  });

  test.each([
    { values: [], mean: 0, variance: 0 },
    { values: [41], mean: 41, variance: 0 },
    { values: [40, 60], mean: 50, variance: 200 },
    { values: [50, 50, 50], mean: 50, variance: 0 },
  ])('of $values: mean $mean, variance $variance', ({ values, mean: middle, variance }) => {
    expect(momentsOf(values).mean).toBe(middle);
    expect(varianceOf(momentsOf(values))).toBe(variance);
  });
});

describe('confidence intervals', () => {
  // From printed tables of Student's t, two-sided, 95 %.
  test.each([
    [1, 12.706],
    [2, 4.303],
    [3, 3.182],
    [4, 2.776],
    [5, 2.571],
    [9, 2.262],
    [29, 2.045],
    [120, 1.98],
    [100_000, 1.96],
  ])('t with %i degrees of freedom is %f', (freedom, t) => {
    expect(studentT(freedom)).toBeCloseTo(t, 3);
  });

  test.each([5, 12, 40])('of %i numbers hold the true mean about 95 times in 100', (size) => {
    const samples = 1500;
    let held = 0;
    for (let sample = 0; sample < samples; sample += 1) {
      // Sums of four dice look much like a normal distribution, with the mean 2.
      const values = Array.from({ length: size }, (_, at) =>
        [0, 1, 2, 3].reduce((sum, part) => sum + dice(`${size}|${sample}|${at}|${part}`), 0),
      );
      const [low, high] = interval(momentsOf(values));
      if (low <= 2 && 2 <= high) held += 1;
    }
    expect(held / samples).toBeGreaterThan(0.93);
    expect(held / samples).toBeLessThan(0.97);
  });

  test('of a single number is that number', () => {
    expect(interval(momentsOf([41]))).toEqual([41, 41]);
  });

  test.each([
    { hits: 0, n: 10, low: 0, high: 0.278 },
    { hits: 10, n: 10, low: 0.722, high: 1 },
    { hits: 50, n: 100, low: 0.404, high: 0.596 },
    { hits: 0, n: 0, low: 0, high: 1 },
  ])('of a share: $hits of $n lies between $low and $high', ({ hits, n, low, high }) => {
    const [from, to] = shareInterval(hits, n);
    expect(from).toBeCloseTo(low, 3);
    expect(to).toBeCloseTo(high, 3);
  });
});

describe('histograms', () => {
  const histogramOf = (values: readonly number[]) => {
    const histogram = emptyHistogram();
    for (const value of values) count(histogram, value);
    return histogram;
  };

  test.each([
    { values: [], share: 0.5, is: 0 },
    { values: [41.3], share: 0.05, is: 41.3 },
    { values: [10, 20, 30, 40], share: 0.5, is: 20 },
    { values: [10, 20, 30, 40], share: 0.51, is: 30 },
    { values: [0, 100], share: 0.95, is: 100 },
    { values: [-5, 105], share: 0.05, is: 0 },
    { values: Array.from({ length: 20 }, (_, at) => at), share: 0.05, is: 0 },
  ])('$share of $values do not exceed $is', ({ values, share, is }) => {
    expect(quantile(histogramOf(values), share)).toBe(is);
  });

  test('lose no tenth: every quantile is one of the numbers, with at least its share at or below', () => {
    fc.assert(
      fc.property(scores, fc.double({ min: 0.01, max: 1, noNaN: true }), (values, share) => {
        const found = quantile(histogramOf(values), share);
        expect(values.some((value) => Math.abs(value - found) < 1e-9)).toBe(true);
        expect(values.filter((value) => value <= found + 1e-9).length / values.length).toBeGreaterThanOrEqual(share - 1e-9);
      }),
      { seed: 3 },
    );
  });

  test.each([
    { values: [0, 4.9, 5, 100], parts: 20, first: [2, 1], last: 1 },
    { values: [50, 99.9], parts: 2, first: [0, 2], last: 2 },
  ])('$values in $parts parts', ({ values, parts, first, last }) => {
    const counts = inParts(histogramOf(values), parts);
    expect(counts.length).toBe(parts);
    expect(counts.slice(0, first.length)).toEqual(first);
    expect(counts.at(-1)).toBe(last);
    expect(counts.reduce((sum, n) => sum + n, 0)).toBe(sizeOf(histogramOf(values)));
  });
});
