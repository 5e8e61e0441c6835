import { seatName } from '../state/labels.ts';
import { keepPlace } from '../state/place.ts';
import { usePlay } from '../state/play.ts';
import { go } from '../state/route.ts';
import { t } from '../state/texts.ts';

/** The closing step out of the role, and the way to another match. A class stays together: its host may take it back to the table. */
export function StepOut() {
  const { brief, seat, session, table } = usePlay();
  const again = () => {
    keepPlace(null);
    session.close();
    go('/');
  };
  return (
    <div class="stack loose">
      <p class="lead">{seat === null ? t('out.text.watch') : t('out.text', { name: seatName(brief, seat) })}</p>
      <ol class="steps">
        <li>{t('out.one')}</li>
        <li>{t('out.two')}</li>
        <li>{t('out.three')}</li>
      </ol>
      {table.workshop === null && (
        <p>
          <button type="button" class="button primary" onClick={again}>
            {t('play-again')}
          </button>
        </p>
      )}
    </div>
  );
}
