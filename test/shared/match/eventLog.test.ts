import { describe, expect, test } from 'vitest';
import { EventLog } from '../../../shared/match/eventLog.ts';
import type { MatchEvent } from '../../../shared/match/events.ts';
import { playing } from '../../play.ts';
import { SCENARIOS } from '../../shipped.ts';

/** All events of a match, and for each command those that it led to. */
function matchOf(open: () => Parameters<typeof playing>[0]): {
  readonly all: readonly MatchEvent[];
  readonly steps: readonly (readonly MatchEvent[])[];
} {
  let [all, steps]: [readonly MatchEvent[], readonly MatchEvent[][]] = [[], []];
  for (const { log } of playing(open(), 'log')) {
    steps = [...steps, log.slice(all.length)];
    all = [...log];
  }
  return { all, steps };
}

describe.each(SCENARIOS)('the log of a match of $name', ({ open }) => {
  const { all, steps } = matchOf(open);
  const log = new EventLog();
  for (const events of steps) log.add(events);

  test('tells every event as it was, however long ago it was', () => {
    // Most of them are no longer kept as objects.
    expect(all.length).toBeGreaterThan(128);
    expect(log.last).toBe(all.length);
    for (const event of all) expect(log.at(event.id)).toEqual(event);
  });

  test('has nothing before the first and after the last', () => {
    expect([log.at(0), log.at(all.length + 1)]).toEqual([undefined, undefined]);
    expect(log.since(all.length)).toEqual([]);
  });

  test('tells what came after an event, from the beginning as from any other place', () => {
    for (const since of [0, 1, 63, 64, 65, 127, 128, 129, all.length - 129, all.length - 65, all.length - 1])
      expect(log.since(since)).toEqual(all.slice(since));
  });
});
