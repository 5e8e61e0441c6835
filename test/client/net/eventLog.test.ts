import { describe, expect, test } from 'vitest';
import { EventLog } from '../../../client/net/eventLog.ts';

interface Entry {
  readonly id: number;
  readonly text: string;
}
const entries = (from: number, to: number, text = 'first'): Entry[] =>
  Array.from({ length: to - from + 1 }, (_, at) => ({ id: from + at, text }));
const logOf = (history: readonly Entry[]): EventLog<Entry> => {
  const log = new EventLog<Entry>();
  log.fill(history);
  return log;
};

describe('a log of what has been read', () => {
  test('what is pushed before the history waits for it, and nothing comes twice', () => {
    const log = logOf(entries(1, 3));
    log.expectHistory();
    expect(log.push(entries(6, 6))).toBe(false);
    expect(log.fill(entries(2, 5))).toBe(true);
    expect(log.events.map(({ id }) => id)).toEqual([1, 2, 3, 4, 5, 6]);
  });

  test('an empty log asks for everything, a long one for its end again', () => {
    expect(new EventLog<Entry>().since).toBe(0);
    expect(logOf(entries(1, 3)).since).toBe(0);
    expect(logOf(entries(1, 20)).since).toBe(12);
  });

  test('a history that goes on fits; one of a rewound table does not', () => {
    const log = logOf(entries(1, 20));
    expect(log.continues(entries(13, 25))).toBe(true);
    expect(log.continues([])).toBe(false);
    expect(log.continues(entries(13, 15))).toBe(false);
    expect(log.continues([...entries(13, 15), ...entries(16, 25, 'second')])).toBe(false);
    log.replace([...entries(1, 9), ...entries(10, 12, 'second')]);
    expect(log.events.at(-1)).toEqual({ id: 12, text: 'second' });
  });

  test('what is known and comes again is corrected, such as words that the host has hidden', () => {
    const log = logOf(entries(1, 3));
    expect(log.push([{ id: 2, text: 'hidden' }])).toBe(true);
    expect(log.events.map(({ text }) => text)).toEqual(['first', 'hidden', 'first']);
    expect(log.push([{ id: 3, text: 'hidden' }, ...entries(4, 4)])).toBe(true);
    expect(log.events.map(({ text }) => text)).toEqual(['first', 'hidden', 'hidden', 'first']);
  });
});
