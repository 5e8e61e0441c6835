import type { ClassTable } from '../../net/session.ts';
import { calm } from '../../state/settings.ts';
import { t } from '../../state/texts.ts';
import { clockText, timeLeft } from '../../state/time.ts';

/** The time a table has left in its phase; nothing without a timer. */
export function TableClock({ table, now }: { table: Pick<ClassTable, 'clock' | 'paused'>; now: number }) {
  const { clock, paused } = table;
  if (clock === null) return null;
  return (
    <span class="clock">
      <span class="hidden-visually">{t('clock')} </span>
      {clockText(paused ? clock.left : timeLeft(clock, now), calm.value)}
    </span>
  );
}
