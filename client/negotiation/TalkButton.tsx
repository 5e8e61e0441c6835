import { Icon } from '../components/Icon.tsx';
import { usePlay } from '../state/play.ts';
import { t, tn } from '../state/texts.ts';
import { dealNews, talkNews } from './heard.ts';
import { negotiating } from './open.ts';

/** Opens the sheet of deals and talk, and says how much in it is new and waits for this seat. Nothing for those without a seat. */
export function TalkButton() {
  const { view, seat, session, code, events } = usePlay();
  if (seat === null || view.status !== 'playing') return null;
  const deals = dealNews(seat, view, events, code);
  const count = deals + talkNews(seat, session.said.value, code);
  return (
    <button
      type="button"
      class="icon-button talk-button"
      aria-label={count === 0 ? t('talk.title') : tn('talk.new', count)}
      data-new={count}
      onClick={() => {
        negotiating.value = deals === 0 && count > 0 ? 'say' : 'deals';
      }}
    >
      <Icon name="talk" />
      <span class="word" aria-hidden="true">
        <span class="wide-word">{t('talk.title')}</span>
        <span class="short-word">{t('talk.say')}</span>
      </span>
      {count > 0 && (
        <span class="count" aria-hidden="true">
          {count}
        </span>
      )}
    </button>
  );
}
