import { describe, expect, test } from 'vitest';
import { addTo, noMoments } from '../../../shared/balance/moments.ts';
import { isClose, noiseOfDominance, noiseOfMeans } from '../../../shared/balance/noise.ts';
import { NO_SLACK, targetsOf } from '../../../shared/balance/targets.ts';
import { TallyBuilder } from './tallies.ts';

const ALPHA = 1;

const moments = (...values: readonly number[]) => {
  const found = noMoments();
  for (const value of values) addTo(found, value);
  return found;
};
const target = ({ tally }: TallyBuilder, id: string) => targetsOf(tally, NO_SLACK).find((entry) => entry.id === id);

test.each([
  { value: 1, bound: 0, noise: 2, close: true },
  { value: -1, bound: 0, noise: 2, close: true },
  { value: 3, bound: 0, noise: 2, close: false },
  { value: 34, bound: [35, 65], noise: 2, close: true },
  { value: 66, bound: [35, 65], noise: 2, close: true },
  { value: 50, bound: [35, 65], noise: 2, close: false },
  { value: 0, bound: 0, noise: 0, close: false },
  { value: null, bound: 0, noise: null, close: false },
] as const)('a value of $value with noise $noise is too close to $bound to call: $close', ({ value, bound, noise, close }) => {
  expect(isClose(value, bound, noise)).toBe(close);
});

test('the noise of a difference is that of both means', () => {
  // Two numbers, 2 apart: deviation √2, standard error 1.
  expect(noiseOfMeans(moments(9, 11))).toBeCloseTo(1.96, 10);
  expect(noiseOfMeans(moments(9, 11), moments(49, 51))).toBeCloseTo(1.96 * Math.SQRT2, 10);
});

describe('the noise of dominance', () => {
  const cells = (spread: number) => {
    const builder = new TallyBuilder();
    for (let cell = 0; cell < 6; cell += 1) {
      for (let deal = 0; deal < 4; deal += 1) {
        const off = deal % 2 === 0 ? spread : -spread;
        builder.cell(ALPHA, `q${cell}`, { random: 52 + off, comply: 50 - off, refuse: 40 });
      }
    }
    return builder.tally;
  };
  const noise = (spread: number) => noiseOfDominance(cells(spread).frame, cells(spread), 'platform', 'random');

  test('is nothing where every deal comes out alike', () => {
    expect(noise(0)).toBe(0);
  });

  test('grows as deals differ, and is the same each time', () => {
    expect(noise(4)).toBeGreaterThan(0.05);
    expect(noise(4)).toBeLessThan(0.6);
    expect(noise(4)).toBe(noise(4));
  });
});

describe('a card that hangs on few matches', () => {
  const all = new TallyBuilder().tally.frame.actions.map((_, index) => index);

  test('makes the target too close to call, and is named', () => {
    const builder = new TallyBuilder();
    for (let deal = 0; deal < 5; deal += 1)
      builder.cell(ALPHA, `q${deal}`, { random: 60, comply: 40 }, { random: deal === 0 ? all : all.slice(1) });
    const found = target(builder, 'no-dead-cards');
    expect(found).toMatchObject({ met: true, close: true, noise: 1 });
    expect(found?.detail).toBe(`All are. Hanging on few matches: ${builder.tally.frame.actions[0]}.`);
  });

  test('is surely dead if nobody ever chose it, but not if only weak bots did', () => {
    const unused = new TallyBuilder().cell(ALPHA, 'random', { random: 60, comply: 40 }, { random: all.slice(1) });
    expect(target(unused, 'no-dead-cards')).toMatchObject({ met: false, close: false });
    const weak = new TallyBuilder().cell(ALPHA, 'random', { random: 60, comply: 40 }, { random: all.slice(1), comply: [0] });
    expect(target(weak, 'no-dead-cards')).toMatchObject({ met: false, close: true });
  });
});
