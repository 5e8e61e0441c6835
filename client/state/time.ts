import { t } from './texts.ts';

/** Milliseconds left of a clock that had `left` at the moment `at` of this device's clock. Never below 0. */
export function timeLeft(clock: { readonly left: number; readonly at: number }, now: number): number {
  return Math.max(0, clock.left - Math.max(0, now - clock.at));
}

/** Time left as "4:05"; in calm mode as whole minutes. */
export function clockText(left: number, calm: boolean): string {
  const seconds = Math.ceil(left / 1000);
  if (calm) return seconds < 60 ? t('clock.soon') : t('clock.minutes', { n: Math.ceil(seconds / 60) });
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
