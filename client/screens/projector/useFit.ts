import { useLayoutEffect, useRef } from 'preact/hooks';

const SMALLEST = 0.5;
const STEP = 0.05;

/** Makes what is written in the children of a list smaller, all alike (`--fit`, 1 to 0.5), until none of them is cut off. Looks again after each rendering. */
export function useFit() {
  const place = useRef<HTMLUListElement>(null);
  useLayoutEffect(() => {
    const parent = place.current;
    if (parent === null) return;
    const look = (): void => fitInto(parent);
    look();
    const resized = new ResizeObserver(look);
    resized.observe(parent);
    // Another font takes another width.
    void document.fonts.ready.then(look);
    return () => resized.disconnect();
  });
  return place;
}

function fitInto(parent: HTMLElement): void {
  const children = [...parent.children];
  for (let fit = 1; fit >= SMALLEST; fit -= STEP) {
    parent.style.setProperty('--fit', fit.toFixed(2));
    if (children.every((child) => child.scrollHeight <= child.clientHeight + 1)) return;
  }
}
