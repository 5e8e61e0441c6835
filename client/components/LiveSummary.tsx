import { answerable } from '../state/demands.ts';
import { usePlay } from '../state/play.ts';
import { t, tn } from '../state/texts.ts';

/** One polite spoken summary for each phase; it stays silent between phases. */
export function LiveSummary() {
  const { brief, view, phase, legal } = usePlay();
  const mine = answerable(legal);
  const parts =
    view.status === 'playing' && phase !== null
      ? [
          t('live.phase', { n: view.round, of: brief.rounds, phase: phase.title }),
          ...(legal?.open ? [t('live.choose')] : []),
          ...(mine > 0 ? [tn('live.demands', mine)] : []),
        ]
      : [t(view.status === 'finished' ? 'live.finished' : 'live.waiting')];
  return (
    <p class="hidden-visually" role="status" aria-live="polite">
      {parts.join(' ')}
    </p>
  );
}
