import { describe, expect, test } from 'vitest';
import { type Facts, findings, verdict } from '../../client/check/findings.ts';
import { median } from '../../client/check/probes.ts';
import { t } from '../../client/state/texts.ts';

const GOOD: Facts = { server: { milliseconds: 12, minutesOff: 0 }, socket: 9, keeps: true, width: 390 };

describe('what a check of a device finds', () => {
  test.each<[string, Partial<Facts>, string, readonly string[]]>([
    ['all is well', {}, 'good', []],
    ['the server is away', { server: null, socket: null }, 'bad', ['server', 'socket']],
    ['WebSockets are blocked', { socket: null }, 'bad', ['socket']],
    ['the network is slow', { server: { milliseconds: 900, minutesOff: 0 } }, 'note', ['server']],
    ['live messages are slow', { socket: 900 }, 'note', ['socket']],
    ['nothing is kept', { keeps: false }, 'note', ['storage']],
    ['the clock is late', { server: { milliseconds: 12, minutesOff: -61 } }, 'note', ['clock']],
    ['the clock is not known', { server: { milliseconds: 12, minutesOff: null } }, 'good', []],
    ['the screen is narrow', { width: 280 }, 'note', ['screen']],
  ])('%s', (_what, changes, expected, about) => {
    const found = findings({ ...GOOD, ...changes });
    expect(verdict(found)).toBe(expected);
    expect(found.filter(({ mark }) => mark !== 'good').map((finding) => finding.about)).toEqual(about);
    for (const { text, vars } of found) expect(t(text, vars)).not.toMatch(/[{}]/);
  });

  test.each([
    [[], null],
    [[3], 3],
    [[9, 1, 5], 5],
    [[4, 1, 3, 2], 2],
  ])('the median of %j is %s', (numbers, expected) => {
    expect(median(numbers)).toBe(expected);
  });
});
