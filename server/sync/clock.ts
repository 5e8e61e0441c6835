import { now } from '../rooms/clock.ts';
import type { PhaseClock } from '../rooms/phaseClock.ts';
import { put } from './write.ts';

/** Two clocks that differ by less than this, in milliseconds, show the same. */
const SAME_TIME = 250;

/** Where the clock of a table stands in a synced state. */
interface ClockSync {
  timer: boolean;
  left: number;
  leftAt: number;
}

/** Writes how much time is left now. */
export function writeClock(into: ClockSync, clock: PhaseClock): void {
  put(into, 'timer', clock.timer);
  put(into, 'left', clock.left() ?? -1);
  put(into, 'leftAt', now());
}

/** The same, but only when the clock was started, stopped, paused or resumed since: it is not news that time passes. */
export function writeClockIfChanged(into: ClockSync, clock: PhaseClock): void {
  const left = clock.left();
  const counted = into.left < 0 ? null : clock.paused ? into.left : Math.max(0, into.left - (now() - into.leftAt));
  const same = left === null ? counted === null : counted !== null && Math.abs(left - counted) < SAME_TIME;
  if (!same || into.timer !== clock.timer) writeClock(into, clock);
}
