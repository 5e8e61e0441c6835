import '../../styles/progress.css';
import '../../styles/tiles.css';
import type { Brief } from '../../../shared/view/brief.ts';
import { Clock } from '../../components/Clock.tsx';
import { Heading } from '../../components/Heading.tsx';
import { useEnds } from '../../facilitator/end/ends.ts';
import type { ClassTable } from '../../net/session.ts';
import { t } from '../../state/texts.ts';
import { classEnd } from './classEnd.ts';
import { tilesOf } from './crowd.ts';
import { idleText } from './idleText.ts';
import { TileNumbers } from './TileNumbers.tsx';
import { useFit } from './useFit.ts';

interface Props {
  readonly code: string;
  readonly brief: Brief;
  readonly tables: readonly ClassTable[];
  readonly over: boolean;
  /** Opens the table of this number in large. */
  readonly onOpen: (table: number) => void;
  readonly onCompare: () => void;
}

/**
 * Every table: its round and phase, how many have chosen, and the country's numbers; in a reveal what came of the choices, at the end how it
 * ended there. No headlines: a table that is behind would read what is still to come. Each opens in large.
 */
export function ClassTables({ code, brief, tables, over, onOpen, onCompare }: Props) {
  const list = useFit();
  const { ends } = useEnds(over ? tables.filter(({ status }) => status === 'finished').map(({ code: ended }) => ended) : []);
  return (
    <>
      <div class="projector-head">
        <Heading of={`class-${over}`}>{over ? classEnd(brief, tables) : brief.title}</Heading>
        {over ? (
          <button type="button" class="button" onClick={onCompare}>
            {t('console.compare')}
          </button>
        ) : (
          <strong class="late-code">{code}</strong>
        )}
      </div>
      <p class="class-tables-help">{t(over ? 'projector.class.open-debrief' : 'projector.class.open')}</p>
      <ul class="class-tables play" data-tiles={tilesOf(tables.length)} ref={list}>
        {tables.map((table) => (
          <Tile
            key={table.code}
            table={table}
            brief={brief}
            endings={ends.get(table.code)?.outcome.endings ?? null}
            onOpen={() => onOpen(table.number)}
          />
        ))}
      </ul>
    </>
  );
}

interface TileProps {
  readonly table: ClassTable;
  readonly brief: Brief;
  /** How it ended there; null until that is known. */
  readonly endings: readonly string[] | null;
  readonly onOpen: () => void;
}

function Tile({ table, brief, endings, onOpen }: TileProps) {
  const phase = brief.phases.find(({ id }) => id === table.phase);
  const ready = table.of > 0 && table.done >= table.of;
  return (
    <li class={`class-table${ready ? ' ready' : ''}`} data-testid={`projected-${table.number}`}>
      <div class="class-table-head">
        <h2>
          <button type="button" class="tile-open" onClick={onOpen}>
            {t('console.table', { n: table.number })}
          </button>
        </h2>
        {table.status === 'playing' && <Clock table={table} />}
      </div>
      {table.status === 'playing' ? (
        <>
          <p>{t('projector.class.where', { n: table.round, of: brief.rounds, phase: phase?.title ?? '' })}</p>
          <p class={table.outcome === '' ? 'class-table-count' : undefined}>{table.paused ? t('console.paused') : doneText()}</p>
          <TileNumbers table={table} brief={brief} />
          {table.outcome !== '' && <p class="class-table-outcome">{table.outcome}</p>}
          <progress value={table.done} max={Math.max(1, table.of)} aria-hidden="true" />
        </>
      ) : endings !== null && endings.length > 0 ? (
        <ul class="class-table-endings">
          {endings.map((id) => (
            <li key={id}>{brief.endings[id]?.title ?? id}</li>
          ))}
        </ul>
      ) : (
        <p>{idleText(table, brief)}</p>
      )}
      {table.status === 'finished' && <TileNumbers table={table} brief={brief} />}
    </li>
  );

  function doneText(): string {
    return t(phase?.kind === 'choice' ? 'projector.class.done' : 'projector.ready', { n: table.done, of: table.of });
  }
}
