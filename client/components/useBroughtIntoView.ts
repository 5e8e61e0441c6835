import { useEffect, useRef } from 'preact/hooks';

/** Keeps the line of what was just opened in view, since another one above may have closed; and leads the focus there if the reader was led. */
export function useBroughtIntoView(line: { readonly current: HTMLElement | null }, isOpen: boolean, led: number): void {
  const before = useRef({ isOpen, led });
  useEffect(() => {
    const was = before.current;
    before.current = { isOpen, led };
    if (!isOpen) return;
    const isLed = led !== was.led;
    if (isLed) line.current?.focus({ preventScroll: true });
    if (isLed || !was.isOpen) line.current?.scrollIntoView({ block: isLed ? 'start' : 'nearest' });
  }, [isOpen, led]);
}
