import { deltaSince } from '../../../shared/view/changes.ts';
import { Delta } from '../../components/MeterFigure.tsx';
import { whole, wholeChange } from '../../state/figures.ts';
import { usePlay } from '../../state/play.ts';
import { t } from '../../state/texts.ts';
import { figureOf, headlinesOf } from './headlines.ts';

/** The headline numbers during play, each with its change since the round began, and a line that says so if there is any. */
export function Numbers() {
  const { brief, view, events } = usePlay();
  const numbers = headlinesOf(brief).map((headline) => {
    const value = figureOf(view, headline);
    return { headline, value, delta: wholeChange(value ?? 0, deltaSince(events, headline.seat, headline.id, view.round)) };
  });
  return (
    <>
      <ul class="numbers">
        {numbers.map(({ headline: { id, meter }, value, delta }) => (
          <li key={id} class="number">
            <span class="number-value">
              {value === undefined ? '–' : whole(value)} <Delta delta={delta} good={meter.good} />
            </span>
            <span>{meter.name}</span>
          </li>
        ))}
      </ul>
      {numbers.some(({ delta }) => delta !== 0) && <p class="numbers-since">{t('meters.since')}</p>}
    </>
  );
}
