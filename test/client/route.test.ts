import { describe, expect, test } from 'vitest';
import { twoNicknames } from '../../client/state/nicknames.ts';
import { boardMode, parseRoute, tidyCode } from '../../client/state/route.ts';
import { fill, t, tn } from '../../client/state/texts.ts';
import { Nickname } from '../../shared/messages.ts';

describe('routes', () => {
  test.each([
    ['/', { screen: 'home' }],
    ['/check', { screen: 'check' }],
    ['/check/more', { screen: 'missing' }],
    ['/j', { screen: 'join', code: '' }],
    ['/j/ab-c de', { screen: 'join', code: 'ABCDE' }],
    ['/j/%E0%A4%A', { screen: 'join', code: '' }],
    ['/t/abcde', { screen: 'table', code: 'ABCDE' }],
    ['/c/abcde', { screen: 'class', code: 'ABCDE' }],
    ['/host/ABCDE/', { screen: 'host', code: 'ABCDE' }],
    ['/projector/ABCDE', { screen: 'projector', code: 'ABCDE' }],
    ['/t', { screen: 'missing' }],
    ['/t/ABCDE/more', { screen: 'missing' }],
    ['/constructor/ABCDE', { screen: 'missing' }],
  ])('%s', (path, expected) => {
    expect(parseRoute(path)).toEqual(expected);
  });

  test('codes lose spaces and dashes', () => {
    expect(tidyCode(' ab-2 3c ')).toBe('AB23C');
  });

  test.each([
    ['', 'webgl'],
    ['?board=off', 'off'],
    ['?board=canvas', 'canvas'],
    ['?board=else', 'webgl'],
  ] as const)('%s asks for the board %s', (search, expected) => {
    expect(boardMode(search)).toBe(expected);
  });
});

describe('texts', () => {
  test('places are filled, unknown places stay', () => {
    expect(fill('{a} and {b}', { a: 1 })).toBe('1 and {b}');
    expect(t('round.of', { n: 2, of: 10 })).toBe('Round 2 of 10');
  });

  test('counts choose their form', () => {
    expect([tn('points', 1), tn('points', 3)]).toEqual(['1 point', '3 points']);
  });
});

describe('nicknames', () => {
  test('two different ones that the server accepts, whatever the luck', () => {
    for (const chance of [() => 0, () => 0.999, Math.random]) {
      const [one, two] = twoNicknames(chance);
      expect(one).not.toBe(two);
      expect(Nickname.safeParse(one).success && Nickname.safeParse(two).success).toBe(true);
    }
  });
});
