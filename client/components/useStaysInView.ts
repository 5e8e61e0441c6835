import { useLayoutEffect, useRef } from 'preact/hooks';

/** What lies around a column, in pixels: the window, the head at its top, the bar at its foot. */
interface Around {
  readonly height: number;
  readonly head: number;
  readonly bar: number;
}

/**
 * How far from the top of the window a column must stop that is to stay in view beside a longer one: under the head if all of it
 * fits above the bar; if not, where its last line stands above the bar.
 */
export function stopAt(column: number, { height, head, bar }: Around): number {
  return Math.min(head, height - bar - column);
}

const heightOf = (selector: string): number => document.querySelector(selector)?.getBoundingClientRect().height ?? 0;

/** Lets a column that is shorter than the one beside it stop where its last lines are in view; `--stop` is where. */
export function useStaysInView<T extends HTMLElement>() {
  const column = useRef<T>(null);
  useLayoutEffect(() => {
    const place = column.current;
    if (place === null) return;
    const measure = (): void => {
      const around = { height: innerHeight, head: heightOf('.play-head'), bar: heightOf('.lock-bar') };
      place.style.setProperty('--stop', `${stopAt(place.offsetHeight, around)}px`);
    };
    measure();
    const resized = new ResizeObserver(measure);
    resized.observe(place);
    addEventListener('resize', measure);
    return () => {
      resized.disconnect();
      removeEventListener('resize', measure);
    };
  }, []);
  return column;
}
