import { effect } from '@preact/signals';
import { useEffect, useState } from 'preact/hooks';
import type { Outcome } from '../../../shared/match/state.ts';
import type { MatchView } from '../../../shared/view/view.ts';
import { TableScroll } from '../../components/TableScroll.tsx';
import { isProblem } from '../../net/api.ts';
import type { TableSession } from '../../net/session.ts';
import { headlinesOf } from '../../screens/projector/headlines.ts';
import { openWatch } from '../../state/entry.ts';
import { whole } from '../../state/figures.ts';
import { is } from '../../state/log.ts';
import { t } from '../../state/texts.ts';
import { useConsole } from '../console/console.ts';
import { type ChoicesByRound, choicesByRound, partingOf } from './parting.ts';

/** How a table ended: its scores and endings, the country's numbers, and what was chosen on the way. */
interface Ended {
  readonly outcome: Outcome;
  readonly world: MatchView['world'];
  readonly choices: ChoicesByRound;
}

/** Waits until a table shows its end; null if it never does. */
function endOf(session: TableSession): Promise<Ended | null> {
  return new Promise((resolve) => {
    let stop = (): void => {};
    const finish = (ended: Ended | null): void => {
      resolve(ended);
      queueMicrotask(() => stop());
    };
    // The whole log, with what was secret, comes after the outcome.
    stop = effect(() => {
      const [view, events] = [session.view.value, session.events.value];
      if (view === null || view.outcome === null || !events.some(is('matchFinished'))) return;
      finish({ outcome: view.outcome, world: view.world, choices: choicesByRound(events) });
    });
    setTimeout(() => finish(null), 10_000);
  });
}

/** Reads the end of one table as anybody may watch it. */
async function readEnd(code: string): Promise<Ended | null> {
  const session = await openWatch(code);
  if (isProblem(session)) return null;
  try {
    return await endOf(session);
  } finally {
    session.close();
  }
}

/** Reads how the tables ended, one after the other, so that no laptop opens twelve connections at once. */
function useEnds(codes: readonly string[]): { readonly ends: ReadonlyMap<string, Ended>; readonly failed: boolean } {
  const [ends, setEnds] = useState<ReadonlyMap<string, Ended>>(new Map());
  const [failed, setFailed] = useState(false);
  const key = codes.join(' ');
  useEffect(() => {
    let wanted = true;
    void (async () => {
      for (const code of key.split(' ').filter(Boolean)) {
        const ended = await readEnd(code);
        if (!wanted) return;
        if (ended === null) setFailed(true);
        else setEnds((before) => new Map(before).set(code, ended));
      }
    })();
    return () => {
      wanted = false;
    };
  }, [key]);
  return { ends, failed };
}

/** The tables side by side: how far each seat came, and what became of the country. */
export function CompareTables() {
  const { brief, tables } = useConsole();
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
      {ends.size > 1 && <Parting tables={[...ends.values()].map(({ choices }) => choices)} />}
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
              <th scope="col">{t('console.compare.ending')}</th>
            </tr>
          </thead>
          <tbody>
            {finished.map((table) => (
              <Row key={table.code} n={table.number} ended={ends.get(table.code)} numbers={numbers.map(({ id }) => id)} />
            ))}
          </tbody>
        </table>
      </TableScroll>
    </section>
  );
}

function Parting({ tables }: { tables: readonly ChoicesByRound[] }) {
  const round = partingOf(tables);
  return <p>{round === null ? t('console.compare.alike') : t('console.compare.parting', { n: round })}</p>;
}

function Row({ n, ended, numbers }: { n: number; ended: Ended | undefined; numbers: readonly string[] }) {
  const { brief } = useConsole();
  const score = (seat: string) => ended?.outcome.seats[seat]?.score;
  const shown = (value: number | undefined) => (value === undefined ? '–' : whole(value));
  return (
    <tr data-testid={`compare-${n}`}>
      <th scope="row">{t('console.table', { n })}</th>
      {brief.seats.map(({ id }) => (
        <td key={id}>{shown(score(id))}</td>
      ))}
      {numbers.map((id) => (
        <td key={id}>{shown(ended?.world[id])}</td>
      ))}
      <td class="compare-ending">{ended?.outcome.endings.map((id) => brief.endings[id]?.title ?? id).join('; ') ?? '–'}</td>
    </tr>
  );
}
