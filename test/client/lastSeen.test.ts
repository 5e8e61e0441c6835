import { describe, expect, test } from 'vitest';
import { lastActsOf } from '../../client/state/catchUp.ts';
import { isBack } from '../../client/state/lastSeen.ts';
import { acted } from './deeds.ts';

const at = (day: number, hour: number, minute: number, second = 0): number => new Date(2026, 10, day, hour, minute, second).getTime();

describe('who comes back after the bell', () => {
  test.each([
    ['never here before', null, at(24, 9, 0), false],
    ['a refresh', at(24, 9, 0), at(24, 9, 0, 2), false],
    ['half an hour, not more', at(24, 9, 0), at(24, 9, 30), false],
    ['more than half an hour', at(24, 9, 0), at(24, 9, 30, 1), true],
    ['the next day', at(24, 9, 0), at(25, 9, 0), true],
    ['the next day, a few minutes later', at(24, 23, 50), at(25, 0, 5), true],
    ['the same hour two weeks later', at(10, 9, 0), at(24, 9, 0), true],
    ['a clock that was set back', at(24, 9, 0), at(23, 9, 0), false],
  ] as const)('%s', (_, then, now, expected) => {
    expect(isBack(then, now)).toBe(expected);
  });
});

describe('what I did last time', () => {
  const events = [acted(1, 1, 'app', 'comply'), acted(2, 2, 'app', 'refuse'), acted(3, 2, 'state', 'fine'), acted(4, 2, 'app', 'publish')];

  test.each([
    ['app', ['refuse', 'publish']],
    ['state', ['fine']],
    ['activists', []],
    [null, []],
  ])('%s', (seat, expected) => {
    expect(lastActsOf(events, seat).map(({ action }) => action)).toEqual(expected);
  });

  test('nothing before the first choices are opened', () => {
    expect(lastActsOf([], 'app')).toEqual([]);
  });
});
