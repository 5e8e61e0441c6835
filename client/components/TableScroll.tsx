import type { ComponentChildren } from 'preact';

/** A table that may be wider than a phone: it scrolls by itself, with the keyboard too, and the page stays as wide as the screen. */
export function TableScroll({ label, children }: { label: string; children: ComponentChildren }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable with the keyboard.
    <section class="table-scroll" aria-label={label} tabIndex={0}>
      {children}
    </section>
  );
}
