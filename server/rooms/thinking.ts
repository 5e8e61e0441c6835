let last: Promise<void> = Promise.resolve();

/**
 * Resolves when the caller may think hard. One at a time in the whole process, and what has arrived meanwhile is answered in between,
 * so that bots which play on in their heads hold nobody up for longer than one of them takes.
 */
export function roomToThink(): Promise<void> {
  last = last.then(() => new Promise((resolve) => setImmediate(resolve)));
  return last;
}
