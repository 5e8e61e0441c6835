import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';

/** What is asked before something is done. It takes the focus, so that it is heard, and its answers are the next things a Tab reaches. */
export function FocusedQuestion({ children }: { children: ComponentChildren }) {
  const [place, id] = [useRef<HTMLElement>(null), useId()];
  useEffect(() => place.current?.focus(), []);
  return (
    <section ref={place} id={id} aria-labelledby={id} tabIndex={-1}>
      {children}
    </section>
  );
}
