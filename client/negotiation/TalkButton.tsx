import { Icon } from '../components/Icon.tsx';
import { usePlay } from '../state/play.ts';
import { t, tn } from '../state/texts.ts';
import { heardOf, offersTo, unheard } from './heard.ts';
import { negotiating } from './open.ts';

/** Opens the sheet of deals and talk, and says how much in it is new and waits for this seat. Nothing for those without a seat. */
export function TalkButton() {
  const { view, seat, session, code } = usePlay();
  if (seat === null || view.status !== 'playing') return null;
  const offers = offersTo(view, seat).length;
  const heard = unheard(session.said.value, seat, heardOf(code).value).length;
  const count = offers + heard;
  return (
    <button
      type="button"
      class="icon-button talk-button"
      aria-label={count === 0 ? t('talk.title') : tn('talk.new', count)}
      data-new={count}
      onClick={() => {
        negotiating.value = offers === 0 && heard > 0 ? 'say' : 'deals';
      }}
    >
      <Icon name="talk" />
      <span class="word" aria-hidden="true">
        {t('talk.title')}
      </span>
      {count > 0 && (
        <span class="count" aria-hidden="true">
          {count}
        </span>
      )}
    </button>
  );
}
