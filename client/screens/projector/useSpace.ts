import { useLayoutEffect, useRef, useState } from 'preact/hooks';

/**
 * How many lines a place has space for, `most` if all of it can be read, 0 if not even one: one fewer after each rendering in which its last list item is cut
 * off. Begins anew when the window changes its size.
 */
export function useSpace(most: number) {
  const place = useRef<HTMLElement>(null);
  const [space, setSpace] = useState(most);
  useLayoutEffect(() => {
    const look = (): void => {
      if (isCut(place.current)) setSpace((before) => Math.max(0, before - 1));
    };
    look();
    // What stands beside it takes another height, and another font another width.
    const resized = new ResizeObserver(look);
    if (place.current !== null) resized.observe(place.current);
    void document.fonts.ready.then(look);
    return () => resized.disconnect();
  });
  useLayoutEffect(() => {
    const anew = (): void => setSpace(most);
    addEventListener('resize', anew);
    return () => removeEventListener('resize', anew);
  }, [most]);
  return { place, space };
}

function isCut(place: HTMLElement | null): boolean {
  const last = [...(place?.querySelectorAll('li') ?? [])].at(-1);
  return place !== null && last !== undefined && last.getBoundingClientRect().bottom > place.getBoundingClientRect().bottom + 1;
}
