import { usePlay } from '../state/play.ts';
import { t } from '../state/texts.ts';

/** The own secret aim in one line, which opens. Nothing for a seat without one. */
export function OwnAim() {
  const { view, seat } = usePlay();
  const card = seat === null ? null : view.seats[seat]?.own?.card;
  const aim = card == null ? undefined : view.texts.cards[card];
  if (aim === undefined) return null;
  return (
    <details class="own-aim small">
      <summary>
        <span class="own-aim-line">{t('aim.own', { aim: aim.text })}</span>
      </summary>
      <p>
        <strong>{aim.title}.</strong> {t('role.secret.points', { n: aim.points })}
      </p>
    </details>
  );
}
