import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

/** The heading of a screen. It takes the focus whenever `of` changes, so that readers and keyboards start at the top. */
export function Heading({ of, children, quiet = false }: { of: string; children: ComponentChildren; quiet?: boolean }) {
  const heading = useRef<HTMLHeadingElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `of` names the screen; its change is the reason to run.
  useEffect(() => {
    if (document.querySelector('dialog[open]') === null) heading.current?.focus({ preventScroll: true });
  }, [of]);
  return <h1 ref={heading} tabIndex={-1} class={quiet ? 'hidden-visually' : undefined}>{children}</h1>;
}
