import { useEffect, useState } from 'preact/hooks';
import type { TableInfo } from '../net/session.ts';
import { calm } from '../state/settings.ts';
import { t } from '../state/texts.ts';
import { clockText, timeLeft } from '../state/time.ts';

interface Props {
  readonly table: Pick<TableInfo, 'clock' | 'paused'>;
  /** Seconds that this person has beside the others. */
  readonly extra?: number;
}

/** The time left in the phase, if the host turned the timer on. Calm mode counts in whole minutes. */
export function Clock({ table, extra = 0 }: Props) {
  const [now, setNow] = useState(Date.now);
  const { clock, paused } = table;
  const running = clock !== null && !paused;
  useEffect(() => {
    setNow(Date.now());
    if (!running) return;
    const tick = setInterval(() => setNow(Date.now()), 500);
    return () => clearInterval(tick);
  }, [running]);
  if (clock === null) return null;
  const own = { ...clock, left: clock.left + extra * 1000 };
  const left = paused ? own.left : timeLeft(own, now);
  return (
    <span class="clock" role="timer">
      <span class="hidden-visually">{t('clock')} </span>
      {clockText(left, calm.value)}
    </span>
  );
}
