import '../../styles/tiles.css';
import { Clock } from '../../components/Clock.tsx';
import type { ClassTable } from '../../net/session.ts';
import { seatName } from '../../state/labels.ts';
import { t, tn } from '../../state/texts.ts';
import { AwaitedList } from '../console/Attention.tsx';
import { minutesText, summaryOf, type TableSummary, urgencyOf } from '../console/attention.ts';
import { phaseAt, useConsole, useNow } from '../console/console.ts';
import { ProjectorShows } from '../orders/OnProjector.tsx';
import { ProgressBar } from './ProgressBar.tsx';

/** All tables at a glance: where each is, how many are done, and which needs its host. */
export function TablesGrid() {
  const { info, tables, people, brief, session } = useConsole();
  const now = useNow();
  return (
    <section class="stack" aria-labelledby="tables-title">
      <h2 id="tables-title">{tn('console.tables', tables.length)}</h2>
      <ul class="tables-grid">
        {tables.map((table) => (
          <TableTile key={table.code} table={table} summary={summaryOf(table, people, phaseAt(brief, table), now + session.ahead.value)} />
        ))}
      </ul>
      {info.status === 'playing' && <ProjectorShows />}
    </section>
  );
}

const URGENCIES = ['well', 'away', 'empty', 'stuck'] as const;

function TableTile({ table, summary }: { table: ClassTable; summary: TableSummary }) {
  const { brief, look } = useConsole();
  const phase = phaseAt(brief, table);
  const urgency = table.status === 'playing' ? URGENCIES[urgencyOf(summary)] : 'well';
  return (
    <li class={`table-tile ${urgency}`} data-testid={`table-${table.number}`} data-urgency={urgency}>
      <div class="row spread">
        <h3>
          <button type="button" class="tile-open" onClick={() => look(table.number)}>
            {t('console.table', { n: table.number })}
          </button>
        </h3>
        {table.status === 'playing' && <Clock table={table} />}
      </div>
      <p class="small">{whereText()}</p>
      {table.status === 'playing' && (
        <>
          <ProgressBar n={summary.done} of={summary.of} />
          <p class="small tile-waits">
            <State table={table} summary={summary} />
          </p>
        </>
      )}
    </li>
  );

  function whereText(): string {
    if (table.status !== 'playing') return t(table.status === 'finished' ? 'console.finished' : 'console.waiting');
    return t('host.now', { n: table.round, of: brief.rounds, phase: phase?.title ?? '' });
  }
}

function State({ table, summary }: { table: ClassTable; summary: TableSummary }) {
  const { brief } = useConsole();
  const { awaited, gone, stuck } = summary;
  return (
    <>
      {table.paused && <span class="tag strong">{t(table.pausedAway ? 'console.paused.away' : 'console.paused')}</span>}
      {stuck && <span class="tag alarm">{t('console.stuck', { time: minutesText(summary.waiting) })}</span>}
      {gone.length > 0 && <span class="tag hint">{t('console.away', { names: gone.map(({ name }) => name).join(', ') })}</span>}{' '}
      {awaited.length > 0 && (
        <span>
          {t('console.waits')} <AwaitedList summary={summary} name={(seat) => seatName(brief, seat)} />
        </span>
      )}
    </>
  );
}
