import { BoardPanel } from '../../components/BoardPanel.tsx';
import { Heading } from '../../components/Heading.tsx';
import { whole } from '../../state/figures.ts';
import { usePlay } from '../../state/play.ts';
import { boardMode } from '../../state/route.ts';
import { t } from '../../state/texts.ts';
import { figureOf, headlinesOf } from './headlines.ts';

/** More endings than this stand side by side, with their titles alone. */
const WITH_TEXT = 3;

/** The end of the match: every ending, how far each headline number has come, and the way into the debrief. */
export function ProjectedEnd({ onDebrief }: { onDebrief: () => void }) {
  const { brief, view } = usePlay();
  const endings = (view.outcome?.endings ?? []).flatMap((id) => brief.endings[id] ?? []);
  const told = endings.length <= WITH_TEXT;
  return (
    <>
      <Heading of="projector-end">
        {view.round < brief.rounds ? t('projector.end.early', { n: view.round, of: brief.rounds }) : t('projector.end')}
      </Heading>
      {endings.length === 0 && boardMode(location.search) !== 'off' && (
        <div class="projector-stage">
          <BoardPanel far />
        </div>
      )}
      {endings.length > 0 && (
        <ul class={`projector-endings${told ? '' : ' many'}`}>
          {endings.map((ending) => (
            <li key={ending.title}>
              <strong>{ending.title}</strong>
              {told && <p>{ending.text}</p>}
            </li>
          ))}
        </ul>
      )}
      <p class="projector-headline">{t('projector.numbers')}</p>
      <ul class="numbers">
        {headlinesOf(brief).map((headline) => {
          const value = figureOf(view, headline);
          return (
            <li key={headline.id} class="number">
              <span class="number-value">
                <span class="number-start">
                  <span class="hidden-visually">{t('projector.start')} </span>
                  {whole(headline.meter.start)} <span aria-hidden="true">→</span>
                </span>{' '}
                <span class="hidden-visually">{t('projector.now')} </span>
                {value === undefined ? '–' : whole(value)}
              </span>
              <span>{headline.meter.name}</span>
            </li>
          );
        })}
      </ul>
      <p class="row">
        <button type="button" class="button primary large" onClick={onDebrief}>
          {t('projector.debrief.open')}
        </button>{' '}
        {t('projector.debrief')}
      </p>
    </>
  );
}
