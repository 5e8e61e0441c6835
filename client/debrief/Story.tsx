import { useMemo } from 'preact/hooks';
import { throughAnswers } from '../../shared/view/answered.ts';
import { BoardTwin } from '../components/BoardTwin.tsx';
import { usePlay } from '../state/play.ts';
import { t } from '../state/texts.ts';
import { chaptersOf } from './chapters.ts';
import { Endings } from './Endings.tsx';
import { ThreadView } from './ThreadView.tsx';
import { Timeline } from './Timeline.tsx';

/** The story: the few things of each round from which most followed, with what they led to; all the rest one press away. */
export function Story() {
  const { events, brief } = usePlay();
  const chapters = useMemo(() => chaptersOf(throughAnswers(brief, events), brief.meters), [events, brief]);
  return (
    <div class="stack loose">
      <p>{t('story.text')}</p>
      <ol class="timeline">
        {chapters.map(({ round, threads }) => (
          <li key={round} class="stack tight">
            <h2>{t('round.label', { n: round, label: brief.calendar[round - 1] ?? '' })}</h2>
            {threads.length === 0 && <p class="soft">{t('timeline.quiet')}</p>}
            <ul class="threads">
              {threads.map((thread) => (
                <ThreadView key={thread.head.id} thread={thread} />
              ))}
            </ul>
          </li>
        ))}
      </ol>
      <Endings />
      <details data-testid="all-events">
        <summary>{t('story.all')}</summary>
        <Timeline />
      </details>
      <BoardTwin open={false} />
    </div>
  );
}
