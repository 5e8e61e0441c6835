import type { MatchEvent } from '../../shared/match/events.ts';
import { usePlay } from '../state/play.ts';
import { t } from '../state/texts.ts';

/** Whether a crisis that the host brought has just opened what this seat had locked in the phase. */
export function wasOpened(events: readonly MatchEvent[], seat: string | null, round: number, phase: string): boolean {
  const last = events.findLast((event) => (event.type === 'sealed' || event.type === 'reopened') && event.seat === seat);
  return last?.type === 'reopened' && last.rule === 'host' && last.round === round && last.step === phase;
}

/** Tells why there is a choice to make again. */
export function LockOpened() {
  const { events, seat, view } = usePlay();
  return <div role="status">{wasOpened(events, seat, view.round, view.phase) && <p class="problem">{t('lock.opened')}</p>}</div>;
}
