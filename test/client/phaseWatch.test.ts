import { describe, expect, test } from 'vitest';
import { PhaseWatch } from '../../client/state/phaseWatch.ts';

const SECOND = 1000;
/** A clock of 25 seconds that was read at the beginning. */
const CLOCK = { left: 25 * SECOND, at: 0 };

describe('a phase that has ended', () => {
  test.each([
    { how: 'with the timer off', seen: [{ at: 0, clock: null, sealed: false }], end: 25, timeUp: false, sealed: false },
    { how: 'with time left', seen: [{ at: 0, clock: CLOCK, sealed: false }], end: 20, timeUp: false, sealed: false },
    { how: 'when the time was up', seen: [{ at: 0, clock: CLOCK, sealed: false }], end: 25, timeUp: true, sealed: false },
    {
      how: 'when the time was up, which took the clock away and sealed what was planned',
      seen: [
        { at: 0, clock: CLOCK, sealed: false },
        { at: 25, clock: null, sealed: true },
      ],
      end: 26,
      timeUp: true,
      sealed: false,
    },
    {
      how: 'long after the host had turned the timer off',
      seen: [
        { at: 0, clock: CLOCK, sealed: false },
        { at: 5, clock: null, sealed: false },
      ],
      end: 60,
      timeUp: false,
      sealed: false,
    },
    {
      how: 'after a lock',
      seen: [
        { at: 0, clock: CLOCK, sealed: false },
        { at: 10, clock: CLOCK, sealed: true },
      ],
      end: 25,
      timeUp: true,
      sealed: true,
    },
    {
      how: 'after a lock that was taken back',
      seen: [
        { at: 10, clock: null, sealed: true },
        { at: 15, clock: null, sealed: false },
      ],
      end: 25,
      timeUp: false,
      sealed: false,
    },
  ])('$how', ({ seen, end, timeUp, sealed }) => {
    const watch = new PhaseWatch();
    for (const { at, ...glance } of seen) watch.see(glance, at * SECOND);
    expect(watch.end(end * SECOND)).toEqual({ timeUp, sealed });
  });
});
