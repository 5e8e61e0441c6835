import { stringify } from 'csv-stringify/sync';
import type { MatchRecord } from '../../shared/record/record.ts';
import { EXPORT_COLUMNS, type Exported, exportRows } from '../../shared/record/rows.ts';
import { PROBLEMS, refuse } from '../problems.ts';
import type { FirstPlay } from '../rooms/firstPlays.ts';
import type { Table } from '../rooms/table.ts';
import type { Store } from '../store/store.ts';

/**
 * What happened at tables as CSV for a spreadsheet: a summary in words, then a line for each event; all of it where the match is over,
 * else what is public. What was played first, before a table went on from an earlier round, stands beside it; its secrets are told when the
 * whole class is over, since others may still play from the same start. Cells that a spreadsheet would take for formulas are escaped.
 */
export function exportCsv(tables: readonly Table[], first: readonly PlayedFirst[] = []): string {
  const rows = exportRows([
    ...tables.map((table) => exported(table)),
    ...first.map(({ table, play: { round, bookmarks } }) => ({
      ...exported(table),
      ...(tables.every(({ match }) => match.state.status === 'finished') ? { events: table.match.allEvents() } : {}),
      bookmarks,
      againFrom: round,
    })),
  ]);
  return stringify(rows as object[], { header: true, columns: [...EXPORT_COLUMNS], escape_formulas: true, bom: true });
}

/** A table that was played first, and what is told of it. */
export interface PlayedFirst {
  readonly table: Table;
  readonly play: FirstPlay;
}

function exported({ stored, shelved, match, bookmarks }: Table): Exported {
  const viewer = { kind: 'public' } as const;
  return {
    table: Math.max(1, stored.number),
    brief: shelved.brief,
    view: match.view(viewer),
    events: match.eventsSince(0, viewer),
    bookmarks,
    againFrom: null,
  };
}

/** A finished match as a record that `npm run replay` plays again. Refuses one that is not over: it holds every secret. */
export async function exportRecord(table: Table, store: Store): Promise<MatchRecord> {
  if (table.match.state.status !== 'finished') refuse(PROBLEMS.notOver);
  const { schemaVersion, rulesVersion, seed } = table.stored;
  const commands = await store.commands(table.stored.id);
  return {
    schemaVersion,
    rulesVersion,
    scenario: table.shelved.scenario,
    seed,
    lines: commands.map(({ command, events, stateHash }) => ({ command, events, hash: stateHash })),
  };
}
