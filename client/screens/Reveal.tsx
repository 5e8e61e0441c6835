import { useCallback, useMemo, useRef, useState } from 'preact/hooks';
import type { MatchEvent } from '../../shared/match/events.ts';
import type { Board } from '../board/board.ts';
import { Because } from '../components/Because.tsx';
import { BoardPanel } from '../components/BoardPanel.tsx';
import { BoardTwin } from '../components/BoardTwin.tsx';
import { Decided } from '../components/Decided.tsx';
import { Greatest } from '../components/Greatest.tsx';
import { Heading } from '../components/Heading.tsx';
import { LogList } from '../components/LogList.tsx';
import { OwnMeters, WorldMeters } from '../components/MeterPanel.tsx';
import { LateHeadlines } from '../components/News.tsx';
import { Opened } from '../components/Opened.tsx';
import { Predictions } from '../components/Predictions.tsx';
import { ReadyBar } from '../components/ReadyBar.tsx';
import { Verdicts } from '../components/Verdicts.tsx';
import { Statements } from '../negotiation/Statements.tsx';
import { greatestOf } from '../state/greatest.ts';
import { eventsBefore, latestNews } from '../state/log.ts';
import { NARROW, useMedia } from '../state/media.ts';
import { usePlay } from '../state/play.ts';
import { boardMode } from '../state/route.ts';
import { still } from '../state/settings.ts';
import { t } from '../state/texts.ts';

/** All that happened, by the steps of the rules; on a phone behind one tap, since what matters stands above it. */
function StepByStep({ events, now }: { events: readonly MatchEvent[]; now: number | null }) {
  const narrow = useMedia(NARROW);
  const heading = <h2 id="log-title">{t('log.title')}</h2>;
  const list = <LogList events={events.filter((event) => event.type !== 'acted')} now={now} />;
  if (!narrow)
    return (
      <>
        {heading}
        {list}
      </>
    );
  return (
    <details class="papers">
      <summary>{heading}</summary>
      {list}
    </details>
  );
}

/** Sealed choices open together; then each change with its cause. */
export function Reveal() {
  const { brief, view, before, events, seat, phase } = usePlay();
  const news = useMemo(() => latestNews(events), [events]);
  const ofRound = useMemo(() => events.filter((event) => event.round === view.round), [events, view.round]);
  const greatest = useMemo(() => greatestOf(ofRound, brief, view.texts, seat), [ofRound, brief, view.texts, seat]);
  const [now, setNow] = useState<number | null>(null);
  const [board, setBoard] = useState<Board | null>(null);
  const [moving, setMoving] = useState(false);
  const mounted = useCallback((fresh: Board | null) => {
    fresh?.onMoving(setMoving);
    setBoard(fresh);
  }, []);
  const from = useRef({ view: before ?? view, events: eventsBefore(events, news) });
  const follow = useCallback((event: number) => setNow(event), []);
  const off = boardMode(location.search) === 'off';
  return (
    <>
      <main class="play-body reveal" data-screen="reveal" data-phase={view.phase} data-round={view.round}>
        <div class="play-title wide stack tight">
          <Heading of={`reveal-${view.round}`}>{phase?.title}</Heading>
          <p class="soft">{phase?.text}</p>
          <Greatest events={greatest} />
          <Decided events={news} />
          <Verdicts events={ofRound} />
        </div>
        <LateHeadlines but={greatest} />
        {!off && (
          <section class="stack tight wide" aria-label={t('board.label')}>
            <BoardPanel from={from.current} onEvent={follow} onBoard={mounted} />
            {!still.value && (
              <div class="skip-place">
                {board !== null && moving && (
                  <button type="button" class="button quiet" onClick={() => board.skip()}>
                    {t('board.skip')}
                  </button>
                )}
              </div>
            )}
          </section>
        )}
        <section class="stack wide" aria-labelledby="opened-title">
          <h2 id="opened-title">{t('opened.title')}</h2>
          <Opened events={ofRound} />
          <Predictions events={news} />
        </section>
        <Statements wide since={view.round} />
        <section class="stack" aria-labelledby="because-title">
          <h2 id="because-title">{seat === null ? t('because.title.world') : t('because.title')}</h2>
          <Because events={ofRound} seat={seat} />
        </section>
        <div class="stack loose">
          <OwnMeters />
          <WorldMeters />
        </div>
        <section class="stack wide" aria-labelledby="log-title">
          <StepByStep events={news} now={now} />
          <BoardTwin open={off} />
        </section>
      </main>
      <ReadyBar />
    </>
  );
}
