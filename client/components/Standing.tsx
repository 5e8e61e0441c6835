import { moved } from '../state/entry.ts';
import { seatName } from '../state/labels.ts';
import { usePlay } from '../state/play.ts';
import { t } from '../state/texts.ts';

/** What has become of my own place: the host has moved me, or a bot plays for me. */
export function Standing() {
  const { brief, seat, replaced } = usePlay();
  if (seat === null) return null;
  return (
    <>
      <div role="status">
        {moved.value && (
          <div class="banner">
            <p>{t('moved.seat', { name: seatName(brief, seat) })}</p>
            <button
              type="button"
              class="button quiet"
              onClick={() => {
                moved.value = false;
              }}
            >
              {t('got-it')}
            </button>
          </div>
        )}
      </div>
      <div role="status">{replaced && <p class="banner">{t('bot-plays')}</p>}</div>
    </>
  );
}
