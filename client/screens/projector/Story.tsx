import { useMemo } from 'preact/hooks';
import { Delta } from '../../components/MeterFigure.tsx';
import { publicly } from '../../negotiation/heard.ts';
import { wordsOf } from '../../negotiation/words.ts';
import { seatName } from '../../state/labels.ts';
import { usePlay } from '../../state/play.ts';
import { t, tn } from '../../state/texts.ts';
import { biggestChange, LINES, storyOf } from './story.ts';
import { useSpace } from './useSpace.ts';

/** The reveal in large lines: who answered what, what came of it, and which number changed most and why. */
export function Story() {
  const { brief, view, events, session } = usePlay();
  const { place, space } = useSpace(LINES);
  const { lines, moreAnswers } = useMemo(() => storyOf(brief, view.texts, events, space), [brief, view.texts, events, space]);
  const change = useMemo(() => biggestChange(brief, view.texts, events, view.round), [brief, view.texts, events, view.round]);
  const quote = publicly(session.said.value).findLast(({ round }) => round === view.round);
  return (
    <section ref={place} class="projector-story" aria-label={t('projector.story')}>
      <ul>
        {lines.length === 0 && <li>{t('projector.story.none')}</li>}
        {lines.map((line) => (
          <li key={line.id}>
            {line.grave === true ? <strong>{line.said}</strong> : line.said}
            {line.then !== null && (
              <>
                {' '}
                <span aria-hidden="true">→</span> <strong>{line.then}</strong>
              </>
            )}
          </li>
        ))}
        {moreAnswers > 0 && <li class="projector-more">{tn('projector.story.more-answers', moreAnswers)}</li>}
        {change !== null && (
          <li class="projector-change">
            <strong>{change.headline.meter.name}</strong> <Delta delta={change.delta} good={change.headline.meter.good} /> {change.cause}
          </li>
        )}
        {quote !== undefined && (
          <li class="projector-quote">
            {t('quotes.who', { who: seatName(brief, quote.from) })} <q>{wordsOf(quote)}</q>
          </li>
        )}
      </ul>
    </section>
  );
}
