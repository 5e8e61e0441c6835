import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { t } from '../state/texts.ts';

/** The heading of a screen. Whenever `of` changes, the page goes to its top and the heading takes the focus. */
export function Heading({ of, children, quiet = false }: { of: string; children: ComponentChildren; quiet?: boolean }) {
  const heading = useRef<HTMLHeadingElement>(null);
  // `of` names the screen: its change is the reason to run.
  useEffect(() => {
    scrollTo(0, 0);
    document.title = t('title.page', { screen: heading.current?.textContent ?? '' });
    if (document.querySelector('dialog[open]') === null) heading.current?.focus({ preventScroll: true });
  }, [of]);
  return (
    <h1 ref={heading} tabIndex={-1} class={quiet ? 'hidden-visually' : undefined}>
      {children}
    </h1>
  );
}
