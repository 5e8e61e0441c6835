import type { Phrase } from '../../shared/talk.ts';
import type { Connection, SayingRow } from './schema.ts';

/** One thing that was said at a table, as it is kept. */
export interface StoredSaid {
  readonly id: number;
  readonly round: number;
  readonly phase: string;
  readonly from: string;
  /** A seat, or everybody. */
  readonly to: string;
  readonly phrase: Phrase | null;
  readonly text: string | null;
  readonly key: string | null;
  readonly hidden: boolean;
  /** When it was said (ISO 8601). */
  readonly at: string;
}

export interface TalkStore {
  saidAt(tableId: string): Promise<readonly StoredSaid[]>;
  saveSaid(tableId: string, saying: StoredSaid): Promise<void>;
  hideSaid(tableId: string, id: number): Promise<void>;
}

/** The part of the store that keeps what was said. */
export function talkStore(db: Connection): TalkStore {
  return {
    saidAt: async (tableId) =>
      (await db.selectFrom('sayings').selectAll().where('table_id', '=', tableId).orderBy('id').execute()).map(readSaid),
    saveSaid: async (tableId, saying) => {
      const row = saidRow(tableId, saying);
      // One that the database failed to confirm may be there already; whoever said it was told that it is not.
      await db
        .insertInto('sayings')
        .values(row)
        .onConflict((conflict) => conflict.columns(['table_id', 'id']).doUpdateSet(row))
        .execute();
    },
    hideSaid: async (tableId, id) => {
      await db.updateTable('sayings').set({ hidden: 1 }).where('table_id', '=', tableId).where('id', '=', id).execute();
    },
  };
}

function saidRow(tableId: string, { id, round, phase, from, to, phrase, text, key, hidden, at }: StoredSaid): SayingRow {
  const place = { table_id: tableId, id, round, phase, from_seat: from, to_seat: to };
  return { ...place, phrase, text, request_key: key, hidden: Number(hidden), at };
}

function readSaid(row: SayingRow): StoredSaid {
  return {
    id: row.id,
    round: row.round,
    phase: row.phase,
    from: row.from_seat,
    to: row.to_seat,
    phrase: row.phrase as Phrase | null,
    text: row.text,
    key: row.request_key,
    hidden: row.hidden !== 0,
    at: row.at,
  };
}
