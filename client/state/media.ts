import { useEffect, useState } from 'preact/hooks';

/** Screens on which numbers and papers are told in short, so that the first choice is seen at once. */
export const NARROW = '(max-width: 36rem)';

/** Whether a media query holds now, and from then on. */
export function useMedia(query: string): boolean {
  const [holds, setHolds] = useState(() => matchMedia(query).matches);
  useEffect(() => {
    const media = matchMedia(query);
    const turned = () => setHolds(media.matches);
    turned();
    media.addEventListener('change', turned);
    return () => media.removeEventListener('change', turned);
  }, [query]);
  return holds;
}
