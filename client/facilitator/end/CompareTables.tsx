import '../../styles/compare.css';
import type { Brief } from '../../../shared/view/brief.ts';
import { TableScroll } from '../../components/TableScroll.tsx';
import type { ClassTable } from '../../net/session.ts';
import { headlinesOf } from '../../screens/projector/headlines.ts';
import { whole } from '../../state/figures.ts';
import { seatName } from '../../state/labels.ts';
import { t } from '../../state/texts.ts';
import { type Ended, useEnds } from './ends.ts';
import { differences, partingOf } from './parting.ts';

/** The tables side by side: how far each seat came, and what became of the country. */
export function CompareTables({ brief, tables }: { brief: Brief; tables: readonly ClassTable[] }) {
  const finished = tables.filter(({ status }) => status === 'finished');
  const { ends, failed } = useEnds(finished.map(({ code }) => code));
  const numbers = headlinesOf(brief).filter(({ seat }) => seat === null);
  return (
    <section class="sheet stack" aria-labelledby="compare-title">
      <h2 id="compare-title">{t('console.compare')}</h2>
      <p class="small soft">{t('console.compare.help')}</p>
      {ends.size < finished.length && !failed && (
        <p role="status">
          <span class="dots">{t('loading')}</span>
        </p>
      )}
      {failed && <p role="alert">{t('console.compare.failed')}</p>}
      <TableScroll label={t('console.compare.scroll')}>
        <table class="compare">
          <thead>
            <tr>
              <th scope="col">{t('console.compare.table')}</th>
              {brief.seats.map(({ id, name }) => (
                <th key={id} scope="col">
                  {name}
                </th>
              ))}
              {numbers.map(({ id, meter }) => (
                <th key={id} scope="col">
                  {meter.name}
                </th>
              ))}
            </tr>
          </thead>
          {finished.map((table) => (
            <Rows key={table.code} brief={brief} n={table.number} ended={ends.get(table.code)} numbers={numbers.map(({ id }) => id)} />
          ))}
        </table>
      </TableScroll>
      {ends.size > 1 && <Parted brief={brief} tables={finished} ends={ends} />}
    </section>
  );
}

interface PartedProps {
  readonly brief: Brief;
  readonly tables: readonly ClassTable[];
  readonly ends: ReadonlyMap<string, Ended>;
}

/** Where the tables first chose differently, and what each of those seats chose at each table. */
function Parted({ brief, tables, ends }: PartedProps) {
  const known = tables.flatMap(({ code, number }) => {
    const ended = ends.get(code);
    return ended === undefined ? [] : [{ number, choices: ended.choices }];
  });
  const choices = known.map((table) => table.choices);
  const parting = partingOf(choices);
  if (parting === null) return <p>{t('console.compare.alike')}</p>;
  const { round, seats } = parting;
  const columns = seats.map((seat) => ({ seat, chosen: differences(choices, round, seat) }));
  return (
    <>
      <h3>{t('console.compare.parting', { n: round })}</h3>
      <TableScroll label={t('console.compare.chose', { n: round })}>
        <table class="compare parted">
          <thead>
            <tr>
              <th scope="col">{t('console.compare.table')}</th>
              {seats.map((seat) => (
                <th key={seat} scope="col">
                  {seatName(brief, seat)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {known.map(({ number }, at) => (
              <tr key={number} data-testid={`parted-${number}`}>
                <th scope="row">{t('console.table', { n: number })}</th>
                {columns.map(({ seat, chosen }) => (
                  <td key={seat}>{chosen[at]?.map(({ said }) => said).join('; ') || t('console.compare.no-more')}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </TableScroll>
    </>
  );
}

interface RowsProps {
  readonly brief: Brief;
  readonly n: number;
  readonly ended: Ended | undefined;
  readonly numbers: readonly string[];
}

/** A table's figures, and below them in a line of its own how it ended: a table that was stopped early has no ending. */
function Rows({ brief, n, ended, numbers }: RowsProps) {
  const score = (seat: string) => ended?.outcome.seats[seat]?.score;
  const shown = (value: number | undefined) => (value === undefined ? '–' : whole(value));
  const endings = ended?.outcome.endings.map((id) => brief.endings[id]?.title ?? id) ?? [];
  return (
    <tbody>
      <tr data-testid={`compare-${n}`}>
        <th scope="row" rowSpan={endings.length === 0 ? 1 : 2}>
          {t('console.table', { n })}
        </th>
        {brief.seats.map(({ id }) => (
          <td key={id}>{shown(score(id))}</td>
        ))}
        {numbers.map((id) => (
          <td key={id}>{shown(ended?.world[id])}</td>
        ))}
      </tr>
      {endings.length > 0 && (
        <tr>
          <td class="compare-ending" colSpan={brief.seats.length + numbers.length}>
            <p>
              {t('console.compare.ending')} {endings.join('; ')}
            </p>
          </td>
        </tr>
      )}
    </tbody>
  );
}
