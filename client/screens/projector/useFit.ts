import { useLayoutEffect, useRef } from 'preact/hooks';

/** In hundredths. */
const SMALLEST = 50;
const STEP = 5;

/** Makes what is written in the children of an element smaller, all alike (`--fit`, 1 to 0.5), until none of them is cut off. Looks again after each rendering. */
export function useFit<Parent extends HTMLElement = HTMLUListElement>() {
  const place = useRef<Parent>(null);
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

const isWhole = ({ scrollHeight, clientHeight, scrollWidth, clientWidth }: Element): boolean =>
  scrollHeight <= clientHeight + 1 && scrollWidth <= clientWidth + 1;

function fitInto(parent: HTMLElement): void {
  const children = [...parent.children];
  for (let fit = 100; fit >= SMALLEST; fit -= STEP) {
    parent.style.setProperty('--fit', String(fit / 100));
    if (children.every(isWhole)) return;
  }
}
