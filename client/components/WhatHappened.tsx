import { latestNews } from '../state/log.ts';
import { usePlay } from '../state/play.ts';
import { t } from '../state/texts.ts';
import { Because } from './Because.tsx';
import { LogList } from './LogList.tsx';
import { Opened } from './Opened.tsx';

/** Inside a round: how the phase before came out, when it was one in which seats acted. */
export function WhatHappened() {
  const { events, seat, view } = usePlay();
  const news = latestNews(events);
  if (!news.some((event) => event.type === 'acted')) return null;
  return (
    <section class="stack" aria-labelledby="just-now">
      <h2 id="just-now">{t('just-now')}</h2>
      <Because events={events.filter((event) => event.round === view.round)} seat={seat} />
      <details>
        <summary>{t('opened.title')}</summary>
        <Opened events={news} />
      </details>
      <details>
        <summary>{t('just-now.log')}</summary>
        <LogList events={news.filter((event) => event.type !== 'acted')} />
      </details>
    </section>
  );
}
