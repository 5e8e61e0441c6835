import { describe, expect, test } from 'vitest';
import {
  goodFor,
  largestCauses,
  largestChanges,
  levelOf,
  oddsWord,
  percent,
  shown,
  tenths,
  verdict,
  whole,
  wholeChange,
} from '../../client/state/figures.ts';
import { clockText, timeLeft } from '../../client/state/time.ts';
import type { MatchEvent } from '../../shared/match/events.ts';
import type { MeterBrief } from '../../shared/view/brief.ts';
import { deltaSince } from '../../shared/view/changes.ts';

const changed = (id: number, round: number, seat: string | null, meter: string, delta: number, rule = 'engine'): MatchEvent => ({
  id,
  round,
  step: 's',
  rule,
  because: [],
  type: 'meterChanged',
  seat,
  meter,
  delta,
  value: 50 + delta,
  bounded: false,
});

describe('figures', () => {
  test.each([
    [0, 'band.low'],
    [33.4, 'band.low'],
    // Shown as 34, as 60 and as 67: the figure and its word change together.
    [33.6, 'band.middle'],
    [59.6, 'band.middle'],
    [60, 'band.middle'],
    [66.4, 'band.middle'],
    [66.6, 'band.high'],
    [100, 'band.high'],
  ] as const)('%d is %s', (value, key) => {
    expect(levelOf(value)).toBe(key);
  });

  test.each([
    [0, 'odds.very-unlikely'],
    [0.25, 'odds.unlikely'],
    [0.5, 'odds.even'],
    [0.6, 'odds.rather'],
    [0.7, 'odds.likely'],
    [0.95, 'odds.very-likely'],
  ] as const)('a chance of %d is %s', (odds, key) => {
    expect(oddsWord(odds)).toBe(key);
  });

  test.each([
    [3, 'high', 'good'],
    [-3, 'high', 'bad'],
    [3, 'low', 'bad'],
    [-3, 'low', 'good'],
    [3, null, 'neutral'],
    [0, 'high', 'neutral'],
  ] as const)('%d where %s is good: %s', (delta, good, expected) => {
    expect(verdict(delta, good)).toBe(expected);
  });

  test('what is good for a rival is neither good nor bad for the reader', () => {
    const pressure = { good: 'low' } as MeterBrief;
    expect([
      goodFor(pressure, 'app', 'app'),
      goodFor(pressure, null, 'app'),
      goodFor(pressure, 'app', null),
      goodFor(pressure, 'rival', 'app'),
      goodFor(undefined, 'app', 'app'),
    ]).toEqual(['low', 'low', 'low', null, null]);
  });

  test('numbers carry a true minus and at most one decimal', () => {
    expect([shown(-2.04), shown(3.25), percent(0.333)]).toEqual(['−2', '3.3', 33]);
  });

  test('a ledger shows tenths in every line', () => {
    expect([53.4, 3, -0.5].map(tenths)).toEqual(['53.4', '3.0', '−0.5']);
  });

  test.each([
    [49.6, 0.8],
    [50.4, 0.2],
    [45.5, -2],
    [45.4, -2.9],
    [10, -10],
    [0.2, 0.2],
  ])('a number that stood at %d and moved by %d adds up as it is shown', (before, delta) => {
    const after = Math.round((before + delta) * 10) / 10;
    expect(Number(whole(before)) + wholeChange(after, delta)).toBe(Number(whole(after)));
  });

  const events = [
    changed(1, 1, 'app', 'cash', -5),
    changed(2, 2, 'app', 'cash', -3, 'rule:a'),
    changed(3, 2, 'app', 'trust', 1),
    changed(4, 2, null, 'freedom', -9),
    changed(5, 2, 'app', 'cash', 1, 'rule:b'),
  ];

  test('a change counts from a round on, for one seat and meter', () => {
    expect([deltaSince(events, 'app', 'cash', 1), deltaSince(events, 'app', 'cash', 2), deltaSince(events, null, 'freedom', 1)]).toEqual([
      -7, -2, -9,
    ]);
  });

  test('the largest changes come first, one for each meter', () => {
    expect(largestChanges(events, 'app', 3).map(({ meter, delta }) => [meter, delta])).toEqual([
      ['cash', -7],
      ['trust', 1],
    ]);
  });

  test('changes that no whole number shows are left out, and the others fit it', () => {
    const small = [
      { ...changed(1, 1, 'app', 'cash', 0.3), value: 50.3 },
      { ...changed(2, 1, 'app', 'trust', 0.3), value: 60.6 },
      { ...changed(3, 1, 'app', 'access', -1.9), value: 40.4 },
    ] as MatchEvent[];
    expect(largestChanges(small, 'app', 3).map(({ meter, delta }) => [meter, delta])).toEqual([
      ['access', -2],
      ['trust', 1],
    ]);
  });

  test('the rules that changed most come first', () => {
    expect(largestCauses(events, 'app', 'cash')).toEqual(['engine', 'rule:a']);
  });

  test('a rule that pushed against the net change is no cause of it, however much it did', () => {
    const exposure = [
      changed(1, 2, 'app', 'exposure', -14, 'action:comply'),
      changed(2, 2, 'app', 'exposure', 4, 'action:publish'),
      changed(3, 2, 'app', 'exposure', -0.8, 'rule:calm'),
    ];
    expect(largestCauses(exposure, 'app', 'exposure')).toEqual(['action:comply', 'rule:calm']);
  });
});

describe('clock', () => {
  test('time runs from when the clock arrived and stops at nought', () => {
    expect([
      timeLeft({ left: 5000, at: 100 }, 1100),
      timeLeft({ left: 5000, at: 100 }, 99_999),
      timeLeft({ left: 5000, at: 100 }, 50),
    ]).toEqual([4000, 0, 5000]);
  });

  test.each([
    [65_000, false, '1:05'],
    [59_001, false, '1:00'],
    [0, false, '0:00'],
    [65_000, true, '2 min'],
    [59_000, true, 'under 1 min'],
  ] as const)('%d ms, calm %s: %s', (left, calm, expected) => {
    expect(clockText(left, calm)).toBe(expected);
  });
});
