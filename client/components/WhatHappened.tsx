import type { MatchEvent } from '../../shared/match/events.ts';
import { largestChanges } from '../state/figures.ts';
import { latestNews } from '../state/log.ts';
import { usePlay } from '../state/play.ts';
import { t, tn } from '../state/texts.ts';
import { Because } from './Because.tsx';
import { Decided } from './Decided.tsx';
import { LogList } from './LogList.tsx';
import { Delta } from './MeterFigure.tsx';
import { Opened } from './Opened.tsx';
import { Verdicts } from './Verdicts.tsx';

/** So many numbers are named in the line that opens the rest. */
const NAMED = 3;

/** Inside a round: how the phase before came out, when it was one in which seats acted. One line, which opens the rest. */
export function WhatHappened() {
  const { events, seat } = usePlay();
  const news = latestNews(events);
  if (!news.some((event) => event.type === 'acted')) return null;
  return (
    <section class="just-now" aria-labelledby="just-now">
      <Decided events={news} />
      <Verdicts events={news} />
      <details>
        <summary>
          <h2 id="just-now">{t('just-now')}</h2> <ChangesLine events={news} />
        </summary>
        <div class="stack">
          <Because events={news} seat={seat} most={Number.POSITIVE_INFINITY} />
          <details>
            <summary>{t('opened.title')}</summary>
            <Opened events={news} />
          </details>
          <details>
            <summary>{t('just-now.log')}</summary>
            <LogList events={news.filter((event) => event.type !== 'acted')} />
          </details>
        </div>
      </details>
    </section>
  );
}

/** How many of the own numbers changed, and the largest changes. */
function ChangesLine({ events }: { events: readonly MatchEvent[] }) {
  const { brief, seat } = usePlay();
  const changes = largestChanges(events, seat, Number.POSITIVE_INFINITY);
  if (changes.length === 0) return <span class="small">{t('just-now.none')}</span>;
  return (
    <span class="small changes-line">
      <span class="changes-count">{tn('just-now.changes', changes.length)}</span>{' '}
      {changes.slice(0, NAMED).map(({ meter, delta }) => (
        <span key={meter}>
          {brief.meters[meter]?.name ?? meter} <Delta delta={delta} good={brief.meters[meter]?.good ?? null} />{' '}
        </span>
      ))}
      {changes.length > NAMED && t('just-now.more', { n: changes.length - NAMED })}
    </span>
  );
}
