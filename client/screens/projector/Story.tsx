import { useMemo } from 'preact/hooks';
import { Delta } from '../../components/MeterFigure.tsx';
import { usePlay } from '../../state/play.ts';
import { still } from '../../state/settings.ts';
import { t } from '../../state/texts.ts';
import { biggestChanges, type ReasonedChange } from './changes.ts';
import { PublicDeal, PublicWords } from './PublicWords.tsx';
import { publicNews } from './publicNews.ts';
import { LINES, pagesOf, type StoryLine, shortly, storyOf } from './story.ts';
import { useSpace } from './useSpace.ts';
import { useTurns } from './useTurns.ts';

/** So many changes have their reason on one page where there is room. */
const CHANGES = 2;

/**
 * The reveal in large lines: who answered what, what came of it, and which numbers changed most and why. What does not fit comes on pages that
 * change by themselves, or, where nothing may move, in a few words.
 */
export function Story() {
  const play = usePlay();
  const { brief, view, events, session } = play;
  const { place, space } = useSpace(LINES + CHANGES - 1);
  const account = useMemo(() => storyOf(brief, view, events), [brief, view, events]);
  const changes = useMemo(() => biggestChanges(brief, view.texts, events, view.round), [brief, view.texts, events, view.round]);
  const room = Math.min(LINES, Math.max(1, space));
  const reasons = inPages(changes, Math.max(1, space - LINES + 1));
  const pages = pagesOf(account, room);
  const { said, deals } = publicNews(play, session.said.value);
  const extras = [
    ...said.map((one) => <PublicWords key={one.id} said={one} />),
    ...deals.map(({ pact }) => <PublicDeal key={pact.id} pact={pact} />),
  ];
  const turns = still.value ? 1 : Math.max(pages.length, extras.length, reasons.length);
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
        {reasons[turn % Math.max(1, reasons.length)]?.map((change) => (
          <Change key={change.headline.id} change={change} />
        ))}
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

const inPages = <Entry,>(list: readonly Entry[], size: number): readonly (readonly Entry[])[] =>
  Array.from({ length: Math.ceil(list.length / size) }, (_, page) => list.slice(page * size, (page + 1) * size));

function Change({ change: { headline, delta, share, cause } }: { change: ReasonedChange }) {
  const { good, name } = headline.meter;
  return (
    <li class="projector-change">
      <strong>{name}</strong> <Delta delta={delta} good={good} />{' '}
      {share !== null && (
        <>
          {t('projector.story.in-all')} <Delta delta={share} good={good} />{' '}
        </>
      )}
      {cause}
    </li>
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
