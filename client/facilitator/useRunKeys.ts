import { useEffect } from 'preact/hooks';

const WRITING = 'input:not([type=checkbox]), select, textarea, dialog';
const PRESSING = 'input, select, textarea, button, a, summary, dialog';

const within = (target: EventTarget | null, places: string): boolean => target instanceof HTMLElement && target.closest(places) !== null;

/** The keys of whoever runs a match, while it is played: Space pauses it or lets it go on, N goes on. Not where somebody writes or presses something. */
export function useRunKeys(isPlayed: boolean, { pause, next }: { readonly pause: () => void; readonly next: () => void }): void {
  useEffect(() => {
    if (!isPlayed) return;
    const onKey = (press: KeyboardEvent) => {
      if (press.ctrlKey || press.metaKey || press.altKey || press.repeat || document.querySelector('dialog[open]') !== null) return;
      if (press.key === ' ' && !within(press.target, PRESSING)) {
        press.preventDefault();
        pause();
      } else if (press.key.toLowerCase() === 'n' && !within(press.target, WRITING)) {
        press.preventDefault();
        next();
      }
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  });
  // The pause key must not press a button again that the mouse has pressed (detail > 0); the keyboard keeps its place.
  useEffect(() => {
    const letGo = (click: MouseEvent) => {
      const at = document.activeElement;
      if (click.detail > 0 && at instanceof HTMLButtonElement && at.closest('dialog') === null) at.blur();
    };
    addEventListener('click', letGo);
    return () => removeEventListener('click', letGo);
  }, []);
}
