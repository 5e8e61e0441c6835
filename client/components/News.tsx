import type { MatchEvent } from '../../shared/match/events.ts';
import { gathered, headlinesInReveal, headlinesOfRound, type LawEvent, lawsSince, type News } from '../state/headlines.ts';
import { knowledgeOf } from '../state/intel.ts';
import { lawLine, lawStarts, lawText, seatName } from '../state/labels.ts';
import { usePlay } from '../state/play.ts';
import { t } from '../state/texts.ts';
import { WhyButton } from './WhyButton.tsx';

/** The headlines of this round: what happened in the country and beyond, and the laws of this round and the one before. */
export function Headlines() {
  const { events, view, brief } = usePlay();
  const news = gathered(headlinesOfRound(events, view.round, brief));
  const laws = lawsSince(events, view.round - 1);
  return (
    <section class="stack" aria-labelledby="headlines">
      <h2 id="headlines">{t('headlines')}</h2>
      {news.length + laws.length === 0 && <p class="soft">{t(view.round === 1 ? 'headlines.none.first' : 'headlines.none')}</p>}
      {news.map((one) => (
        <Headline key={one.event.id} news={one} />
      ))}
      {laws.map((event) => (
        <LawHeadline key={event.id} event={event} />
      ))}
    </section>
  );
}

/** In a reveal: the laws of this round, `but` those at its top, and headlines that came while it was read; nothing if there are none. */
export function LateHeadlines({ but }: { but: readonly MatchEvent[] }) {
  const { events, view, brief } = usePlay();
  const news = gathered(headlinesInReveal(events, view.round, brief));
  const laws = lawsSince(events, view.round).filter((law) => !but.some(({ id }) => id === law.id));
  return (
    <div class="wide" role="status">
      {news.length + laws.length > 0 && (
        <section class="stack" aria-labelledby="late-headlines">
          <h2 id="late-headlines">{t('headlines')}</h2>
          {laws.map((event) => (
            <LawHeadline key={event.id} event={event} short />
          ))}
          {news.map((one) => (
            <Headline key={one.event.id} news={one} />
          ))}
        </section>
      )}
    </div>
  );
}

/** A law as a headline: its name, what it says, and from when it holds. `short`: without what it says, where the board is to be seen. */
function LawHeadline({ event, short = false }: { event: LawEvent; short?: boolean }) {
  const { brief } = usePlay();
  const title = lawLine(brief, event);
  const text = short ? lawStarts(brief, event) : lawText(brief, event);
  return (
    <article class="headline">
      <h3>{title}</h3>
      {text !== '' && <p>{text}</p>}
      <WhyButton what={title} question={{ kind: 'event', event: event.id }} />
    </article>
  );
}

function Headline({ news: { event, texts, about } }: { news: News }) {
  const { brief } = usePlay();
  return (
    <article class="headline">
      <h3>{event.title}</h3>
      {texts.length > 0 && <p>{texts.join(' ')}</p>}
      {about.length > 0 && (
        <p class="small soft">{t('headlines.about', { names: about.map((seat) => seatName(brief, seat)).join(', ') })}</p>
      )}
      {event.host === true && <p class="small soft">{t(event.kind === 'headline' ? 'headlines.host.wrote' : 'headlines.host')}</p>}
      <WhyButton what={event.title} question={{ kind: 'event', event: event.id }} />
    </article>
  );
}

/** What this seat knows and others may not: what is new in this round, and behind a tap what it learned before. */
export function Intelligence() {
  const { view, seat, events } = usePlay();
  const own = seat === null ? null : (view.seats[seat]?.own ?? null);
  if (seat === null || own === null || own.intel.length === 0) return null;
  const { fresh, earlier } = knowledgeOf(events, seat, own.intel, view.round);
  return (
    <section class="intel stack tight" aria-labelledby="intel-title">
      <h2 id="intel-title">{t('intel.title')}</h2>
      {fresh.map((id) => (
        <p key={id}>{view.texts.intel[id]}</p>
      ))}
      {fresh.length === 0 && <p class="soft">{t('intel.nothing-new')}</p>}
      {fresh.length > 0 && <p class="small soft">{t('intel.help')}</p>}
      {earlier.length > 0 && (
        <details>
          <summary>{t('intel.earlier')}</summary>
          <ul class="stack tight">
            {earlier.map((id) => (
              <li key={id}>{view.texts.intel[id]}</li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}
