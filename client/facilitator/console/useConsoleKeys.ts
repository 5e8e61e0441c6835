import { pressNext } from '../GoOn.tsx';
import { useRunKeys } from '../useRunKeys.ts';
import { type Ordering, useConsole } from './console.ts';

/** Space pauses all tables or lets them go on. N: the table in view goes on, after a question if it is paused; without one, or where there is no other, all do after a question. */
export function useConsoleKeys({ tell }: Ordering): void {
  const { info, tables, only, inView, show } = useConsole();
  const playing = tables.filter(({ status }) => status === 'playing');
  const paused = playing.length > 0 && playing.every((table) => table.paused);
  useRunKeys(info.status === 'playing', {
    pause: () => void tell(null, { do: paused ? 'resume' : 'pause' }),
    next: () => (inView === null || only !== null ? show({ kind: 'next' }) : pressNext()),
  });
}
