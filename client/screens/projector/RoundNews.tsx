import { lawLine } from '../../state/labels.ts';
import { usePlay } from '../../state/play.ts';
import { t } from '../../state/texts.ts';
import { PublicDeal, PublicWords } from './PublicWords.tsx';
import type { PublicNews } from './publicNews.ts';
import { useFit } from './useFit.ts';

/** What the room may know of the round before anything is opened: its headlines, the newest with its text, laws, public statements and deals. */
export function RoundNews({ news: { headlines, laws, said, deals } }: { news: PublicNews }) {
  const { brief } = usePlay();
  const place = useFit<HTMLElement>();
  return (
    <section ref={place} class="projector-news" aria-label={t('projector.news')}>
      <ul>
        {headlines.map(({ event, texts }, at) => (
          <li key={event.id}>
            {event.host === true && <span class="projector-from">{t('flash.news')} </span>}
            <strong>{event.title}</strong>
            {at === 0 && texts.length > 0 && <p>{texts.join(' ')}</p>}
          </li>
        ))}
        {laws.map((law) => (
          <li key={law.id}>
            <strong>{lawLine(brief, law)}</strong>
          </li>
        ))}
        {said.map((one) => (
          <li key={one.id}>
            <PublicWords said={one} />
          </li>
        ))}
        {deals.map(({ event, pact }) => (
          <li key={event.id}>
            <PublicDeal pact={pact} />
          </li>
        ))}
      </ul>
    </section>
  );
}
