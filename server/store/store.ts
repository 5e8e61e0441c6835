import type { Command } from '../../shared/match/commands.ts';
import type { MatchEvent } from '../../shared/match/events.ts';
import type { BotName } from '../../shared/messages.ts';
import { timestamp } from '../rooms/clock.ts';
import { appending } from './appending.ts';
import { connect, type Opened, type Where } from './connect.ts';
import { deleteTable, purge } from './deleting.ts';
import { type PlayerStore, playerStore } from './players.ts';
import type { CommandRow, Connection, SeatRow, TableRow } from './schema.ts';
import { type TalkStore, talkStore } from './talk.ts';
import { type WorkshopStore, workshopStore } from './workshops.ts';

/** Which seats bots play from the start: all that are empty, some by name, or none. */
export type BotPlan = 'fill' | Readonly<Record<string, BotName>> | null;

/** What is kept of a table, beside its seats, players and commands. */
export interface StoredTable {
  readonly id: string;
  readonly code: string;
  readonly scenario: string;
  readonly scenarioText: string;
  readonly scenarioHash: string;
  readonly seed: string;
  readonly schemaVersion: number;
  readonly rulesVersion: number;
  readonly hostHash: string;
  readonly bots: BotPlan;
  readonly paused: boolean;
  readonly timer: boolean;
  readonly created: string;
  readonly workshopId: string | null;
  /** Its place in the class, from 1; 0 for a table of its own. */
  readonly number: number;
  /** The table in whose place it plays on, by id, and the round in which it began to. */
  readonly forkOf: string | null;
  readonly forkRound: number;
  /** Whether another table plays on in its place. */
  readonly archived: boolean;
  /** When it may be deleted; null as long as its class lives. */
  readonly deleteAfter: string | null;
}

/** What is kept of a seat that a bot plays, or that may say nothing more. */
export interface StoredSeat {
  readonly seat: string;
  readonly bot: BotName | null;
  readonly muted: boolean;
}

export interface StoredCommand {
  readonly seq: number;
  readonly command: Command;
  readonly events: readonly MatchEvent[];
  readonly stateHash: string;
  readonly key: string | null;
}

/** The kept records: append-only commands, and who sits where. Every method rejects when the database fails. */
export interface TableStore {
  createTable(table: StoredTable, seats: readonly StoredSeat[]): Promise<void>;
  table(code: string): Promise<StoredTable | null>;
  /** The tables of a class in their order, archived ones too. */
  tablesOf(workshopId: string): Promise<readonly StoredTable[]>;
  codeIsFree(code: string): Promise<boolean>;
  seats(tableId: string): Promise<readonly StoredSeat[]>;
  saveSeat(tableId: string, seat: StoredSeat): Promise<void>;
  saveSettings(tableId: string, settings: { readonly paused: boolean; readonly timer: boolean }): Promise<void>;
  append(tableId: string, entry: StoredCommand): Promise<void>;
  commands(tableId: string): Promise<readonly StoredCommand[]>;
  /** Creates a table with seats and commands of another; nobody plays at it yet. All or nothing. */
  forkTable(table: StoredTable, seats: readonly StoredSeat[], commands: readonly StoredCommand[]): Promise<void>;
  /** One table of a class takes the place of another, with all its players. All or nothing. */
  replaceTable(from: string, to: string): Promise<void>;
  /** The same for a table of its own, which keeps its code: the one that it was has the other's from now on. All or nothing. */
  replaceUnderItsCode(from: StoredTable, to: StoredTable): Promise<void>;
  /** The tables in whose place one plays on, by id, the latest first. */
  originals(tableId: string): Promise<readonly string[]>;
  /** Deletes a table, with forks of it that never took its place. */
  deleteTable(tableId: string): Promise<void>;
  /** Deletes tables and classes whose time is over at a moment (ISO 8601); answers how many. */
  purge(at: string): Promise<number>;
  close(): Promise<void>;
}

export interface Store extends TableStore, PlayerStore, WorkshopStore, TalkStore {}

/** Opens the store. Throws when the database can't be opened. */
export async function openStore(where: Where): Promise<Store> {
  const opened = await connect(where);
  const { db } = opened;
  return { ...tableStore(opened), ...playerStore(db), ...workshopStore(opened), ...talkStore(db) };
}

function tableStore({ db, forget }: Opened): TableStore {
  const append = appending(db);
  return {
    createTable: (table, seats) => createTable(db, table, seats, []),
    forkTable: (table, seats, commands) => createTable(db, table, seats, commands),
    replaceTable: (from, to) => db.transaction().execute((within) => replace(within, from, to)),
    replaceUnderItsCode: (from, to) =>
      db.transaction().execute(async (within) => {
        await replace(within, from.id, to.id);
        // No two may have one code, not even here.
        await change(within, to.id, { code: to.id });
        await change(within, from.id, { code: to.code });
        await change(within, to.id, { code: from.code });
      }),
    originals: async (tableId) => {
      const found: string[] = [];
      for (let id: string | null = tableId; id !== null; ) {
        const row = await db.selectFrom('tables').select('fork_of').where('id', '=', id).executeTakeFirst();
        id = row?.fork_of ?? null;
        if (id !== null) found.push(id);
      }
      return found;
    },
    table: async (code) => (await tables(db).where('code', '=', code).execute()).map(readTable)[0] ?? null,
    tablesOf: async (workshopId) =>
      (await tables(db).where('workshop_id', '=', workshopId).orderBy('number').orderBy('created').execute()).map(readTable),
    codeIsFree: async (code) => {
      const [table, workshop] = [db.selectFrom('tables').select('id'), db.selectFrom('workshops').select('id')];
      return (
        (await table.where('code', '=', code).executeTakeFirst()) === undefined &&
        (await workshop.where('code', '=', code).executeTakeFirst()) === undefined
      );
    },
    seats: async (tableId) => (await db.selectFrom('seats').selectAll().where('table_id', '=', tableId).execute()).map(readSeat),
    saveSeat: async (tableId, seat) => {
      const row = seatRow(tableId, seat);
      await db
        .insertInto('seats')
        .values(row)
        .onConflict((conflict) => conflict.columns(['table_id', 'seat']).doUpdateSet({ bot: row.bot, muted: row.muted }))
        .execute();
    },
    saveSettings: (tableId, { paused, timer }) => change(db, tableId, { paused: Number(paused), timer: Number(timer) }),
    append: (tableId, entry) => append(commandRow(tableId, entry)),
    commands: async (tableId) =>
      (await db.selectFrom('commands').selectAll().where('table_id', '=', tableId).orderBy('seq').execute()).map(readCommand),
    deleteTable: async (tableId) => {
      await db.transaction().execute((within) => deleteTable(within, tableId));
      forget();
    },
    purge: async (at) => {
      const purged = await purge(db, at);
      // Even if nothing was: a server that was killed may not have come to it.
      forget();
      return purged;
    },
    close: () => db.destroy(),
  };
}

/** One table is played in the place of another, by the same players. */
async function replace(db: Connection, from: string, to: string): Promise<void> {
  await change(db, from, { archived: 1 });
  await change(db, to, { archived: 0 });
  await db.updateTable('players').set({ table_id: to }).where('table_id', '=', from).execute();
}

async function change(db: Connection, tableId: string, values: Partial<TableRow>): Promise<void> {
  await db.updateTable('tables').set(values).where('id', '=', tableId).execute();
}

function tables(db: Connection) {
  return db
    .selectFrom('tables')
    .innerJoin('scenarios', 'scenarios.hash', 'tables.scenario_hash')
    .selectAll('tables')
    .select('scenarios.text as scenario_text');
}

async function createTable(
  db: Connection,
  table: StoredTable,
  seats: readonly StoredSeat[],
  commands: readonly StoredCommand[],
): Promise<void> {
  await db.transaction().execute(async (within) => {
    await keepScenario(within, table);
    await within.insertInto('tables').values(tableRow(table)).execute();
    for (const seat of seats) await within.insertInto('seats').values(seatRow(table.id, seat)).execute();
    for (const entry of commands) await within.insertInto('commands').values(commandRow(table.id, entry)).execute();
  });
}

/** Keeps the text of a scenario, once for each version. */
export async function keepScenario(
  db: Connection,
  { scenarioHash, scenario, scenarioText }: { readonly scenarioHash: string; readonly scenario: string; readonly scenarioText: string },
): Promise<void> {
  await db
    .insertInto('scenarios')
    .values({ hash: scenarioHash, id: scenario, text: scenarioText })
    .onConflict((conflict) => conflict.column('hash').doNothing())
    .execute();
}

function readTable(row: TableRow & { readonly scenario_text: string }): StoredTable {
  return {
    id: row.id,
    code: row.code,
    scenario: row.scenario,
    scenarioText: row.scenario_text,
    scenarioHash: row.scenario_hash,
    seed: row.seed,
    schemaVersion: row.schema_version,
    rulesVersion: row.rules_version,
    hostHash: row.host_hash,
    bots: JSON.parse(row.bots) as BotPlan,
    paused: row.paused !== 0,
    timer: row.timer !== 0,
    created: row.created,
    workshopId: row.workshop_id,
    number: row.number,
    forkOf: row.fork_of,
    forkRound: row.fork_round,
    archived: row.archived !== 0,
    deleteAfter: row.delete_after,
  };
}

function tableRow(table: StoredTable): TableRow {
  return {
    id: table.id,
    code: table.code,
    scenario: table.scenario,
    scenario_hash: table.scenarioHash,
    seed: table.seed,
    schema_version: table.schemaVersion,
    rules_version: table.rulesVersion,
    host_hash: table.hostHash,
    bots: JSON.stringify(table.bots),
    paused: Number(table.paused),
    timer: Number(table.timer),
    created: table.created,
    workshop_id: table.workshopId,
    number: table.number,
    fork_of: table.forkOf,
    fork_round: table.forkRound,
    archived: Number(table.archived),
    delete_after: table.deleteAfter,
  };
}

function seatRow(tableId: string, { seat, bot, muted }: StoredSeat): SeatRow {
  return { table_id: tableId, seat, bot, muted: Number(muted) };
}

function readSeat(row: SeatRow): StoredSeat {
  return { seat: row.seat, bot: row.bot as BotName | null, muted: row.muted !== 0 };
}

function commandRow(tableId: string, entry: StoredCommand): CommandRow {
  return {
    table_id: tableId,
    seq: entry.seq,
    command: JSON.stringify(entry.command),
    events: JSON.stringify(entry.events),
    state_hash: entry.stateHash,
    request_key: entry.key,
    at: timestamp(),
  };
}

function readCommand(row: CommandRow): StoredCommand {
  return {
    seq: row.seq,
    command: JSON.parse(row.command) as Command,
    events: JSON.parse(row.events) as readonly MatchEvent[],
    stateHash: row.state_hash,
    key: row.request_key,
  };
}
