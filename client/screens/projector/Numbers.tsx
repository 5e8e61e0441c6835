import { deltaSince, firstRoundShown } from '../../../shared/view/changes.ts';
import { Delta } from '../../components/MeterFigure.tsx';
import { whole, wholeChange } from '../../state/figures.ts';
import { usePlay } from '../../state/play.ts';
import { figureOf, headlinesOf } from './headlines.ts';

/** The headline numbers during play, each with its change in this round. */
export function Numbers() {
  const { brief, view, events, phase } = usePlay();
  const from = firstRoundShown(view.round, phase);
  return (
    <ul class="numbers">
      {headlinesOf(brief).map((headline) => {
        const value = figureOf(view, headline);
        return (
          <li key={headline.id} class="number">
            <span class="number-value">
              {value === undefined ? '–' : whole(value)}{' '}
              <Delta delta={wholeChange(value ?? 0, deltaSince(events, headline.seat, headline.id, from))} good={headline.meter.good} />
            </span>
            <span>{headline.meter.name}</span>
          </li>
        );
      })}
    </ul>
  );
}
