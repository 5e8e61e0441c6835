import { useMemo } from 'preact/hooks';
import { throughAnswers } from '../../shared/view/answered.ts';
import type { BookmarkedMoment } from '../../shared/workshop.ts';
import { BoardTwin } from '../components/BoardTwin.tsx';
import { usePlay } from '../state/play.ts';
import { roundsOfStandIns, roundsText } from '../state/standIns.ts';
import { t, tn } from '../state/texts.ts';
import { withBookmarks } from './bookmarked.ts';
import { chaptersOf } from './chapters.ts';
import { Endings } from './Endings.tsx';
import { OwnGoals } from './OwnGoals.tsx';
import { ThreadView } from './ThreadView.tsx';
import { Timeline } from './Timeline.tsx';

/** The story: the few things of each round from which most followed, with what they led to; all the rest one press away. */
export function Story() {
  const { events, brief, table } = usePlay();
  const chapters = useMemo(() => chaptersOf(throughAnswers(brief, events), brief.meters), [events, brief]);
  return (
    <div class="stack loose">
      <OwnGoals />
      <p>{t('story.text')}</p>
      <PlayedByBots />
      <ol class="timeline">
        {chapters.map(({ round, threads }) => (
          <li key={round} class="stack tight">
            <h2>{t('round.label', { n: round, label: brief.calendar[round - 1] ?? '' })}</h2>
            {threads.length === 0 && <p class="soft">{t('timeline.quiet')}</p>}
            <ul class="threads">
              {withBookmarks(threads, table.bookmarks, round).map(({ thread, bookmark }) =>
                thread === null ? (
                  <BookmarkView key={`${bookmark.phase} ${bookmark.event}`} bookmark={bookmark} />
                ) : (
                  <ThreadView key={thread.head.id} thread={thread} />
                ),
              )}
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

/** In which rounds a bot played in the place of people: what it did is told as the deeds of their seat. */
function PlayedByBots() {
  const { events, brief } = usePlay();
  const played = brief.seats
    .map(({ id, name }) => ({ id, name, rounds: roundsOfStandIns(events, id) }))
    .filter(({ rounds }) => rounds.length > 0);
  if (played.length === 0) return null;
  return (
    <ul class="small soft" data-testid="played-by-bots">
      {played.map(({ id, name, rounds }) => (
        <li key={id}>{tn('story.bot', rounds.length, { name, rounds: roundsText(rounds) })}</li>
      ))}
    </ul>
  );
}

/** That the host wants to come back to this moment. What they noted is for them alone. */
function BookmarkView({ bookmark }: { bookmark: BookmarkedMoment }) {
  const { brief } = usePlay();
  const phase = brief.phases.find(({ id }) => id === bookmark.phase);
  return (
    <li class="bookmarked small">
      <span aria-hidden="true">★</span> {t('story.bookmark', { phase: phase?.title ?? '' })}
    </li>
  );
}
