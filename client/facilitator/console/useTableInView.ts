import { useCallback, useEffect, useState } from 'preact/hooks';

function readTable(state: unknown): number | null {
  return typeof state === 'object' && state !== null && 'table' in state && typeof state.table === 'number' ? state.table : null;
}

/** The number of the table that is looked at (its code changes when it is rewound), and how to look at another or at all (null). The way back of the browser leads back, too. */
export function useTableInView(): readonly [number | null, (table: number | null) => void] {
  const [table, setTable] = useState(() => readTable(history.state));
  useEffect(() => {
    const follow = () => setTable(readTable(history.state));
    addEventListener('popstate', follow);
    return () => removeEventListener('popstate', follow);
  }, []);
  const look = useCallback((next: number | null) => {
    const now = readTable(history.state);
    if (next === now) return;
    if (next === null) history.back();
    else if (now === null) history.pushState({ table: next }, '', location.href);
    else history.replaceState({ table: next }, '', location.href);
    setTable(next);
  }, []);
  return [table, look];
}
