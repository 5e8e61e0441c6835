import { USUAL_SETTINGS, type WorkshopSettings } from '../../shared/console.ts';
import { timestamp } from '../rooms/clock.ts';
import type { Opened } from './connect.ts';
import { deleteWorkshops } from './deleting.ts';
import type { BookmarkRow, WorkshopRow } from './schema.ts';
import { keepScenario } from './store.ts';

/** What is kept of a class, beside its players and tables. */
export interface StoredWorkshop {
  readonly id: string;
  readonly code: string;
  readonly scenario: string;
  readonly scenarioText: string;
  readonly scenarioHash: string;
  readonly hostHash: string;
  readonly seed: string;
  readonly settings: WorkshopSettings;
  /** Whether its tables are made. */
  readonly status: 'lobby' | 'seated';
  readonly notice: string;
  readonly created: string;
  readonly deleteAfter: string;
}

export interface StoredBookmark {
  readonly seq: number;
  readonly round: number;
  readonly phase: string;
  readonly event: number;
  readonly note: string;
}

export interface WorkshopStore {
  createWorkshop(workshop: StoredWorkshop): Promise<void>;
  workshop(by: { readonly code: string } | { readonly id: string }): Promise<StoredWorkshop | null>;
  saveWorkshop(id: string, values: Partial<Pick<StoredWorkshop, 'settings' | 'status' | 'notice' | 'deleteAfter'>>): Promise<void>;
  deleteWorkshop(id: string): Promise<void>;
  bookmarks(tableId: string): Promise<readonly StoredBookmark[]>;
  saveBookmark(tableId: string, bookmark: StoredBookmark): Promise<void>;
  deleteBookmark(tableId: string, seq: number): Promise<void>;
}

/** The classes' part of the store. */
export function workshopStore({ db, forget }: Opened): WorkshopStore {
  return {
    createWorkshop: (workshop) =>
      db.transaction().execute(async (within) => {
        await keepScenario(within, workshop);
        await within.insertInto('workshops').values(workshopRow(workshop)).execute();
      }),
    workshop: async (by) => {
      const [column, value] = 'code' in by ? (['workshops.code', by.code] as const) : (['workshops.id', by.id] as const);
      const row = await db
        .selectFrom('workshops')
        .innerJoin('scenarios', 'scenarios.hash', 'workshops.scenario_hash')
        .selectAll('workshops')
        .select('scenarios.text as scenario_text')
        .where(column, '=', value)
        .executeTakeFirst();
      return row === undefined ? null : readWorkshop(row);
    },
    saveWorkshop: async (id, { settings, status, notice, deleteAfter }) => {
      const values = {
        ...(settings === undefined ? {} : { settings: JSON.stringify(settings) }),
        ...(status === undefined ? {} : { status }),
        ...(notice === undefined ? {} : { notice }),
        ...(deleteAfter === undefined ? {} : { delete_after: deleteAfter }),
      };
      await db.updateTable('workshops').set(values).where('id', '=', id).execute();
    },
    deleteWorkshop: async (id) => {
      await db.transaction().execute((within) => deleteWorkshops(within, [id]));
      forget();
    },
    bookmarks: async (tableId) =>
      (await db.selectFrom('bookmarks').selectAll().where('table_id', '=', tableId).orderBy('seq').execute()).map(readBookmark),
    saveBookmark: async (tableId, bookmark) => {
      const row = { table_id: tableId, ...bookmark, at: timestamp() };
      // As with sayings, one that was not confirmed may be there already.
      await db
        .insertInto('bookmarks')
        .values(row)
        .onConflict((conflict) => conflict.columns(['table_id', 'seq']).doUpdateSet(row))
        .execute();
    },
    deleteBookmark: async (tableId, seq) => {
      await db.deleteFrom('bookmarks').where('table_id', '=', tableId).where('seq', '=', seq).execute();
    },
  };
}

function workshopRow(workshop: StoredWorkshop): WorkshopRow {
  return {
    id: workshop.id,
    code: workshop.code,
    scenario: workshop.scenario,
    scenario_hash: workshop.scenarioHash,
    host_hash: workshop.hostHash,
    seed: workshop.seed,
    settings: JSON.stringify(workshop.settings),
    status: workshop.status,
    notice: workshop.notice,
    created: workshop.created,
    delete_after: workshop.deleteAfter,
  };
}

function readWorkshop(row: WorkshopRow & { readonly scenario_text: string }): StoredWorkshop {
  return {
    id: row.id,
    code: row.code,
    scenario: row.scenario,
    scenarioText: row.scenario_text,
    scenarioHash: row.scenario_hash,
    hostHash: row.host_hash,
    seed: row.seed,
    settings: { ...USUAL_SETTINGS, ...(JSON.parse(row.settings) as Partial<WorkshopSettings>) },
    status: row.status === 'lobby' ? 'lobby' : 'seated',
    notice: row.notice,
    created: row.created,
    deleteAfter: row.delete_after,
  };
}

function readBookmark({ seq, round, phase, event, note }: BookmarkRow): StoredBookmark {
  return { seq, round, phase, event, note };
}
