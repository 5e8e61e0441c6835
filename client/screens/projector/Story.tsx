import { useMemo } from 'preact/hooks';
import { Delta } from '../../components/MeterFigure.tsx';
import { usePlay } from '../../state/play.ts';
import { still } from '../../state/settings.ts';
import { t } from '../../state/texts.ts';
import { PublicDeal, PublicWords } from './PublicWords.tsx';
import { publicNews } from './publicNews.ts';
import { biggestChange, LINES, pagesOf, type StoryLine, shortly, storyOf } from './story.ts';
import { useSpace } from './useSpace.ts';
import { useTurns } from './useTurns.ts';

/**
 * The reveal in large lines: who answered what, what came of it, and which number changed most and why. What does not fit comes on pages that
 * change by themselves, or, where nothing may move, in a few words.
 */
export function Story() {
  const play = usePlay();
  const { brief, view, events, session } = play;
  const { place, space } = useSpace(LINES);
  const account = useMemo(() => storyOf(brief, view.texts, events), [brief, view.texts, events]);
  const change = useMemo(() => biggestChange(brief, view.texts, events, view.round), [brief, view.texts, events, view.round]);
  const room = Math.max(1, space);
  const pages = pagesOf(account, room);
  const { said, deals } = publicNews(play, session.said.value);
  const extras = [
    ...said.map((one) => <PublicWords key={one.id} said={one} />),
    ...deals.map(({ pact }) => <PublicDeal key={pact.id} pact={pact} />),
  ];
  const turns = still.value ? 1 : Math.max(pages.length, extras.length);
  const turn = useTurns(turns, `${view.round} ${view.phase}`);
  const { lines, also } = still.value ? shortly(account, room) : { lines: pages[turn % pages.length] ?? [], also: null };
  const extra = extras[turn % Math.max(1, extras.length)];
  return (
    <section ref={place} class={`projector-story${space === 0 ? ' tight' : ''}`} aria-label={t('projector.story')}>
      <ul>
        {lines.length === 0 && <li>{t('projector.story.none')}</li>}
        {lines.map((line) => (
          <Line key={line.id} line={line} />
        ))}
        {also !== null && <li class="projector-more">{also}</li>}
        {change !== null && (
          <li class="projector-change">
            <strong>{change.headline.meter.name}</strong> <Delta delta={change.delta} good={change.headline.meter.good} /> {change.cause}
          </li>
        )}
        {extra !== undefined && <li class="projector-quote">{extra}</li>}
      </ul>
      {turns > 1 && (
        <p class="projector-turns" aria-hidden="true">
          {Array.from({ length: turns }, (_, at) => (at === turn ? '●' : '○')).join(' ')}
        </p>
      )}
    </section>
  );
}

function Line({ line }: { line: StoryLine }) {
  return (
    <li>
      {line.grave === true ? <strong>{line.said}</strong> : line.said}
      {line.then !== null && (
        <>
          {' '}
          <span aria-hidden="true">→</span> <strong>{line.then}</strong>
        </>
      )}
    </li>
  );
}
