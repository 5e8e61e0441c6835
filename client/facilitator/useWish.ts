import { useEffect, useState } from 'preact/hooks';

/** What a switch shows: at once what was wished, and what is so as soon as that is known. `wish` asks for a value; `ask` says whether it went well. */
export function useWish<T>(now: T): readonly [T, (value: T, ask: () => Promise<boolean>) => void] {
  const [wished, setWished] = useState<{ readonly value: T } | null>(null);
  // The word of the server ends the wish.
  useEffect(() => setWished(null), [now]);
  const wish = (value: T, ask: () => Promise<boolean>) => {
    setWished({ value });
    void ask().then((done) => {
      if (!done) setWished(null);
    });
  };
  return [wished === null ? now : wished.value, wish];
}
