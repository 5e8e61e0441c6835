import { t } from '../../state/texts.ts';

/** Says that play is paused; what the room talks about stays in sight below. */
export function PausedBanner({ paused }: { paused: boolean }) {
  return (
    <div class="projector-pause" role="status">
      {paused && <p>{t('projector.paused')}</p>}
    </div>
  );
}
