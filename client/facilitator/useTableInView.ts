import { useCallback, useEffect, useState } from 'preact/hooks';

function readTable(state: unknown): string | null {
  return typeof state === 'object' && state !== null && 'table' in state && typeof state.table === 'string' ? state.table : null;
}

/** The code of the table that is looked at, and how to look at another or at all (null). The way back of the browser leads back, too. */
export function useTableInView(): readonly [string | null, (table: string | null) => void] {
  const [table, setTable] = useState(() => readTable(history.state));
  useEffect(() => {
    const follow = () => setTable(readTable(history.state));
    addEventListener('popstate', follow);
    return () => removeEventListener('popstate', follow);
  }, []);
  const look = useCallback((next: string | null) => {
    const now = readTable(history.state);
    if (next === now) return;
    if (next === null) history.back();
    else if (now === null) history.pushState({ table: next }, '', location.href);
    else history.replaceState({ table: next }, '', location.href);
    setTable(next);
  }, []);
  return [table, look];
}
