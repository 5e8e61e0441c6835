/** Calls back when the page may have slept or been cut off: it is seen again, restored, or back on the network. Answers how to stop. */
export function onWaking(listener: () => void): () => void {
  if (typeof window === 'undefined') return () => {};
  const seen = (): void => {
    if (document.visibilityState === 'visible') listener();
  };
  document.addEventListener('visibilitychange', seen);
  window.addEventListener('pageshow', listener);
  window.addEventListener('online', listener);
  return () => {
    document.removeEventListener('visibilitychange', seen);
    window.removeEventListener('pageshow', listener);
    window.removeEventListener('online', listener);
  };
}

const FIRST = 250;
const LONGEST = 5000;

/** Milliseconds to wait before the next attempt: doubles each time up to five seconds, spread so that a class doesn't come all at once. */
export function backoff(attempt: number): number {
  return Math.min(LONGEST, FIRST * 2 ** attempt) * (0.6 + Math.random() * 0.4);
}
