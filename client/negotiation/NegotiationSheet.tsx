import '../styles/negotiation.css';
import { usePlay } from '../state/play.ts';
import { t, tn } from '../state/texts.ts';
import { Deals } from './Deals.tsx';
import { dealNews, talkNews } from './heard.ts';
import { negotiating, PARTS, type Part } from './open.ts';
import { Talk } from './Talk.tsx';

/** What stands in the sheet: deals, or talk, and how much of each is new. */
export function NegotiationBody({ seat }: { seat: string }) {
  const { view, session, code, events } = usePlay();
  const part = negotiating.value ?? 'deals';
  const news: Readonly<Record<Part, number>> = {
    deals: dealNews(seat, view, events, code),
    say: talkNews(seat, session.said.value, code),
  };
  return (
    <>
      <nav class="parts" aria-label={t('talk.parts')}>
        {PARTS.map((name) => (
          <button
            key={name}
            type="button"
            class="button quiet"
            aria-current={part === name ? 'true' : undefined}
            onClick={() => {
              negotiating.value = name;
            }}
          >
            {t(`talk.${name}`)}
            {news[name] > 0 && (
              <span class="count">
                {news[name]}
                <span class="hidden-visually"> {tn('talk.count', news[name])}</span>
              </span>
            )}
          </button>
        ))}
      </nav>
      {part === 'deals' ? <Deals seat={seat} /> : <Talk seat={seat} />}
    </>
  );
}
