import type { Brief } from '../../../shared/view/brief.ts';
import { Delta } from '../../components/MeterFigure.tsx';
import type { ClassTable } from '../../net/session.ts';
import { whole } from '../../state/figures.ts';
import { t } from '../../state/texts.ts';
import { headlinesOf } from './headlines.ts';

/** The country's headline numbers at one table, each with its change in the round; at the end, with where it began. */
export function TileNumbers({ table, brief }: { table: ClassTable; brief: Brief }) {
  const over = table.status === 'finished';
  return (
    <ul class="tile-numbers">
      {headlinesOf(brief)
        .filter(({ seat, id }) => seat === null && table.world[id] !== undefined)
        .map(({ id, meter }) => {
          const value = table.world[id] ?? 0;
          return (
            <li key={id}>
              <span>{meter.name}</span>
              <span class={`tile-number${over ? ' over' : ''}`}>
                {over && (
                  <>
                    <span class="hidden-visually">{t('projector.start')} </span>
                    {whole(meter.start)} <span aria-hidden="true">→</span>
                    <span class="hidden-visually"> {t('projector.now')}</span>{' '}
                  </>
                )}
                <strong>{whole(value)}</strong> {!over && <Delta delta={value - (table.before[id] ?? value)} good={meter.good} />}
              </span>
            </li>
          );
        })}
    </ul>
  );
}
