import { useEffect } from 'preact/hooks';
import { pressNext } from '../GoOn.tsx';
import { type Ordering, useConsole } from './console.ts';

const WRITING = 'input:not([type=checkbox]), select, textarea, dialog';
const PRESSING = 'input, select, textarea, button, a, summary, dialog';

const within = (target: EventTarget | null, places: string): boolean => target instanceof HTMLElement && target.closest(places) !== null;

/** Space pauses all tables or lets them go on. N: the table in view goes on, after a question if it is paused; without one, all do after a question. */
export function useConsoleKeys({ tell }: Ordering): void {
  const { info, tables, inView, show } = useConsole();
  useEffect(() => {
    if (info.status !== 'playing') return;
    const playing = tables.filter(({ status }) => status === 'playing');
    const paused = playing.length > 0 && playing.every((table) => table.paused);
    const onKey = (press: KeyboardEvent) => {
      if (press.ctrlKey || press.metaKey || press.altKey || press.repeat || document.querySelector('dialog[open]') !== null) return;
      if (press.key === ' ' && !within(press.target, PRESSING)) {
        press.preventDefault();
        void tell(null, { do: paused ? 'resume' : 'pause' });
      } else if (press.key.toLowerCase() === 'n' && !within(press.target, WRITING)) {
        press.preventDefault();
        if (inView === null) show({ kind: 'next' });
        else pressNext();
      }
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [info.status, tables, inView, show, tell]);
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
