import { seatName } from '../../state/labels.ts';
import { t } from '../../state/texts.ts';
import { useConsole } from '../console/console.ts';
import { targetText } from './drop.ts';

/** Every seat of every table, as the lines of a menu: "Table 2 · Regulator". */
export function SeatOptions() {
  const { tables, brief, info } = useConsole();
  return (
    <>
      <option value="nowhere">{t(info.status === 'lobby' ? 'console.place.auto' : 'console.place.none')}</option>
      {tables.map((table) => (
        <optgroup key={table.number} label={t('console.table', { n: table.number })}>
          {table.seats.map((seat) => (
            <option key={seat.id} value={targetText({ kind: 'seat', table: table.code, seat: seat.id })}>
              {t('console.place.seat', { n: table.number, seat: seatName(brief, seat.id) })}
            </option>
          ))}
        </optgroup>
      ))}
    </>
  );
}
