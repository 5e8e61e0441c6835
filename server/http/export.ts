import { stringify } from 'csv-stringify/sync';
import type { MatchRecord } from '../../shared/record/record.ts';
import { EXPORT_COLUMNS, exportRows } from '../../shared/record/rows.ts';
import { PROBLEMS, refuse } from '../problems.ts';
import type { Table } from '../rooms/table.ts';
import type { Store } from '../store/store.ts';

/**
 * What happened at tables as CSV for a spreadsheet: a summary in words, then a line for each event; all of it where the match is over,
 * else what is public. Cells that a spreadsheet would take for formulas are escaped.
 */
export function exportCsv(tables: readonly Table[]): string {
  const viewer = { kind: 'public' } as const;
  const rows = exportRows(
    tables.map(({ stored, shelved, match, bookmarks }) => ({
      table: Math.max(1, stored.number),
      brief: shelved.brief,
      view: match.view(viewer),
      events: match.eventsSince(0, viewer),
      bookmarks,
    })),
  );
  return stringify(rows as object[], { header: true, columns: [...EXPORT_COLUMNS], escape_formulas: true, bom: true });
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
