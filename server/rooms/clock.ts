/** The only wall clock of the server. The engine knows no time: what a clock does becomes a command. */

/** Milliseconds since 1970. */
export function now(): number {
  return Date.now();
}

/** A moment as ISO 8601 text, by default this one. */
export function timestamp(at: number = now()): string {
  return new Date(at).toISOString();
}

export const SECOND = 1000;
export const MINUTE = 60 * SECOND;
export const DAY = 24 * 60 * MINUTE;
/** The longest time that a timer takes, in milliseconds: for what is not to happen by itself. */
export const NEVER = 2 ** 31 - 1;

/** Does something later, once; answers how to cancel it. Never keeps the process alive by itself. */
export function later(milliseconds: number, task: () => void): () => void {
  const timer = setTimeout(task, milliseconds);
  timer.unref();
  return () => clearTimeout(timer);
}

/** A countdown of one phase that can be paused. */
export interface Countdown {
  /** Milliseconds left, or null when nothing is counted. */
  left(): number | null;
  start(milliseconds: number): void;
  pause(): void;
  resume(): void;
  stop(): void;
}

/** Makes a stopped countdown that calls `onEnd` each time it runs out. */
export function countdown(onEnd: () => void): Countdown {
  let left: number | null = null;
  let since: number | null = null;
  let cancel = (): void => {};
  const run = (milliseconds: number): void => {
    left = milliseconds;
    since = now();
    cancel = later(milliseconds, () => {
      left = null;
      since = null;
      onEnd();
    });
  };
  const remaining = (): number | null => (left === null ? null : since === null ? left : Math.max(0, left - (now() - since)));
  return {
    left: remaining,
    start(milliseconds) {
      cancel();
      run(milliseconds);
    },
    pause() {
      cancel();
      left = remaining();
      since = null;
    },
    resume() {
      if (left !== null && since === null) run(left);
    },
    stop() {
      cancel();
      left = null;
      since = null;
    },
  };
}
