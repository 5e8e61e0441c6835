/** Local storage that never throws: private windows and full disks only forget. */

const PREFIX = 'chokepoint.';

/** A stored text, or null. */
export function recall(key: string): string | null {
  try {
    return localStorage.getItem(PREFIX + key);
  } catch {
    return null;
  }
}

/** Stores a text; null removes it. */
export function remember(key: string, value: string | null): void {
  try {
    if (value === null) localStorage.removeItem(PREFIX + key);
    else localStorage.setItem(PREFIX + key, value);
  } catch {
    // Storage may be full or forbidden; play goes on without it.
  }
}

/** A stored value, or null if it is absent or not what `accept` takes. */
export function recallJson<T>(key: string, accept: (value: unknown) => value is T): T | null {
  const text = recall(key);
  if (text === null) return null;
  try {
    const value: unknown = JSON.parse(text);
    return accept(value) ? value : null;
  } catch {
    return null;
  }
}

/** Removes every stored key that begins with `start`, except one. */
export function forgetOthers(start: string, keep: string): void {
  try {
    const keys = Object.keys(localStorage).filter((key) => key.startsWith(PREFIX + start) && key !== PREFIX + keep);
    for (const key of keys) localStorage.removeItem(key);
  } catch {
    // Nothing to forget where nothing can be stored.
  }
}
