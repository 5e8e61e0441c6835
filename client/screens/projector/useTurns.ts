import { useEffect, useState } from 'preact/hooks';

/** How long a page stands, in milliseconds: a room reads three lines. */
const STANDS = 8000;

/** Which of so many pages is shown: they change by themselves, over and over, the first again whenever `of` changes. */
export function useTurns(pages: number, of: string): number {
  const [turn, setTurn] = useState({ of, page: 0 });
  useEffect(() => {
    if (pages < 2) return;
    const clock = setInterval(() => setTurn((before) => ({ of, page: before.of === of ? before.page + 1 : 1 })), STANDS);
    return () => clearInterval(clock);
  }, [pages, of]);
  return turn.of === of ? turn.page % pages : 0;
}
