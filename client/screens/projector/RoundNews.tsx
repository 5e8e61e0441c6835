import { lawLine, lawText, seatName } from '../../state/labels.ts';
import { usePlay } from '../../state/play.ts';
import { t, tn } from '../../state/texts.ts';
import { PublicDeal, PublicWords } from './PublicWords.tsx';
import type { PublicNews } from './publicNews.ts';
import { useFit } from './useFit.ts';

/** So many laws stand with what they say. */
const EXPLAINED = 2;

/**
 * What the room may know of the round before anything is opened: the demands that were sent, its headlines, the newest with its text, laws,
 * public statements and deals.
 */
export function RoundNews({ news: { demands, headlines, laws, said, deals } }: { news: PublicNews }) {
  const { brief, view } = usePlay();
  const place = useFit<HTMLElement>();
  return (
    <section ref={place} class="projector-news" aria-label={t('projector.news')}>
      <ul>
        {demands.length > 0 && (
          <li>
            <strong>{tn('projector.demands', demands.length)}</strong>
            {demands.map(({ id, seat, template }) => (
              <p key={id}>
                {t('projector.demand', { who: seatName(brief, seat), demand: view.texts.demands[template]?.title ?? template })}
              </p>
            ))}
          </li>
        )}
        {headlines.map(({ event, texts }, at) => (
          <li key={event.id}>
            {event.host === true && <span class="projector-from">{t('flash.news')} </span>}
            <strong>{event.title}</strong>
            {at === 0 && texts.length > 0 && <p>{texts.join(' ')}</p>}
          </li>
        ))}
        {laws.map((law, at) => (
          <li key={law.id}>
            <strong>{lawLine(brief, law)}</strong>
            {at < EXPLAINED && <p>{lawText(brief, law)}</p>}
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
