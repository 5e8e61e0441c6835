import type { EventOf } from '../../shared/match/events.ts';
import { headlinesInReveal, headlinesOfRound } from '../state/headlines.ts';
import { usePlay } from '../state/play.ts';
import { t } from '../state/texts.ts';
import { WhyButton } from './WhyButton.tsx';

/** The headlines of this round: what happened in the country and beyond. */
export function Headlines() {
  const { events, view, brief } = usePlay();
  const news = headlinesOfRound(events, view.round, brief);
  return (
    <section class="stack" aria-labelledby="headlines">
      <h2 id="headlines">{t('headlines')}</h2>
      {news.length === 0 && <p class="soft">{t(view.round === 1 ? 'headlines.none.first' : 'headlines.none')}</p>}
      {news.map((event) => (
        <Headline key={event.id} event={event} />
      ))}
    </section>
  );
}

/** Headlines that came while the reveal was read; nothing if there are none. */
export function LateHeadlines() {
  const { events, view, brief } = usePlay();
  const news = headlinesInReveal(events, view.round, brief);
  return (
    <div class="wide" role="status">
      {news.length > 0 && (
        <section class="stack" aria-labelledby="late-headlines">
          <h2 id="late-headlines">{t('headlines')}</h2>
          {news.map((event) => (
            <Headline key={event.id} event={event} />
          ))}
        </section>
      )}
    </div>
  );
}

function Headline({ event }: { event: EventOf<'happened'> }) {
  return (
    <article class="headline">
      <h3>{event.title}</h3>
      {event.text !== '' && <p>{event.text}</p>}
      {event.host === true && event.kind !== 'headline' && <p class="small soft">{t('headlines.host')}</p>}
      <WhyButton what={event.title} question={{ kind: 'event', event: event.id }} />
    </article>
  );
}

/** What this seat knows and others may not: newest first. */
export function Intelligence() {
  const { view, seat } = usePlay();
  const known = (seat === null ? [] : (view.seats[seat]?.own?.intel ?? [])).toReversed();
  const newest = known[0];
  if (newest === undefined) return null;
  return (
    <section class="intel stack tight" aria-labelledby="intel-title">
      <h2 id="intel-title">{t('intel.title')}</h2>
      <p>{view.texts.intel[newest]}</p>
      <p class="small soft">{t('intel.help')}</p>
      {known.length > 1 && (
        <details>
          <summary>{t('intel.earlier')}</summary>
          <ul class="stack tight">
            {known.slice(1).map((id) => (
              <li key={id}>{view.texts.intel[id]}</li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}
