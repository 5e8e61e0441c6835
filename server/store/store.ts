import type { Command } from '../../shared/match/commands.ts';
import type { MatchEvent } from '../../shared/match/events.ts';
import type { BotName } from '../../shared/messages.ts';
import { timestamp } from '../rooms/clock.ts';
import { connect, type Where } from './connect.ts';
import type { CommandRow, Connection, SeatRow, TableRow } from './schema.ts';

/** Which seats bots play from the start: all that are empty, some by name, or none. */
export type BotPlan = 'fill' | Readonly<Record<string, BotName>> | null;

/** What is kept of a table, beside its seats and commands. */
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
}

export interface StoredSeat {
  readonly seat: string;
  readonly nickname: string;
  readonly secretHash: string | null;
  readonly bot: BotName | null;
}

export interface StoredCommand {
  readonly seq: number;
  readonly command: Command;
  readonly events: readonly MatchEvent[];
  readonly stateHash: string;
  readonly key: string | null;
}

/** The kept records: append-only commands, and who sits where. Every method rejects when the database fails. */
export interface Store {
  createTable(table: StoredTable, seats: readonly StoredSeat[]): Promise<void>;
  table(code: string): Promise<StoredTable | null>;
  codeIsFree(code: string): Promise<boolean>;
  seats(tableId: string): Promise<readonly StoredSeat[]>;
  saveSeat(tableId: string, seat: StoredSeat): Promise<void>;
  saveSettings(tableId: string, settings: { readonly paused: boolean; readonly timer: boolean }): Promise<void>;
  saveStatus(tableId: string, status: string): Promise<void>;
  append(tableId: string, entry: StoredCommand): Promise<void>;
  commands(tableId: string): Promise<readonly StoredCommand[]>;
  /** Deletes tables created before a time; answers how many. */
  purge(before: string): Promise<number>;
  close(): Promise<void>;
}

/** Opens the store. Throws when the database can't be opened. */
export async function openStore(where: Where): Promise<Store> {
  return storeOver(await connect(where));
}

function storeOver(db: Connection): Store {
  return {
    createTable: (table, seats) => createTable(db, table, seats),
    table: (code) => readTable(db, code),
    codeIsFree: async (code) => (await db.selectFrom('tables').select('id').where('code', '=', code).executeTakeFirst()) === undefined,
    seats: async (tableId) => (await db.selectFrom('seats').selectAll().where('table_id', '=', tableId).execute()).map(readSeat),
    saveSeat: async (tableId, seat) => {
      const row = seatRow(tableId, seat);
      await db
        .insertInto('seats')
        .values(row)
        .onConflict((conflict) =>
          conflict.columns(['table_id', 'seat']).doUpdateSet({ nickname: row.nickname, secret_hash: row.secret_hash, bot: row.bot }),
        )
        .execute();
    },
    saveSettings: async (tableId, { paused, timer }) => {
      await db
        .updateTable('tables')
        .set({ paused: Number(paused), timer: Number(timer) })
        .where('id', '=', tableId)
        .execute();
    },
    saveStatus: async (tableId, status) => {
      await db.updateTable('tables').set({ status }).where('id', '=', tableId).execute();
    },
    append: async (tableId, entry) => {
      await db.insertInto('commands').values(commandRow(tableId, entry)).execute();
    },
    commands: async (tableId) =>
      (await db.selectFrom('commands').selectAll().where('table_id', '=', tableId).orderBy('seq').execute()).map(readCommand),
    purge: (before) => purge(db, before),
    close: () => db.destroy(),
  };
}

async function createTable(db: Connection, table: StoredTable, seats: readonly StoredSeat[]): Promise<void> {
  await db.transaction().execute(async (within) => {
    await within
      .insertInto('scenarios')
      .values({ hash: table.scenarioHash, id: table.scenario, text: table.scenarioText })
      .onConflict((conflict) => conflict.column('hash').doNothing())
      .execute();
    await within.insertInto('tables').values(tableRow(table)).execute();
    if (seats.length > 0)
      await within
        .insertInto('seats')
        .values(seats.map((seat) => seatRow(table.id, seat)))
        .execute();
  });
}

async function readTable(db: Connection, code: string): Promise<StoredTable | null> {
  const row = await db
    .selectFrom('tables')
    .innerJoin('scenarios', 'scenarios.hash', 'tables.scenario_hash')
    .selectAll('tables')
    .select('scenarios.text as scenario_text')
    .where('code', '=', code)
    .executeTakeFirst();
  if (row === undefined) return null;
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
  };
}

async function purge(db: Connection, before: string): Promise<number> {
  const gone = db.selectFrom('tables').select('id').where('created', '<', before);
  await db.deleteFrom('commands').where('table_id', 'in', gone).execute();
  await db.deleteFrom('seats').where('table_id', 'in', gone).execute();
  const { numDeletedRows } = await db.deleteFrom('tables').where('created', '<', before).executeTakeFirstOrThrow();
  await db.deleteFrom('scenarios').where('hash', 'not in', db.selectFrom('tables').select('scenario_hash')).execute();
  return Number(numDeletedRows);
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
    status: 'waiting',
    created: table.created,
  };
}

function seatRow(tableId: string, seat: StoredSeat): SeatRow {
  return { table_id: tableId, seat: seat.seat, nickname: seat.nickname, secret_hash: seat.secretHash, bot: seat.bot };
}

function readSeat(row: SeatRow): StoredSeat {
  return { seat: row.seat, nickname: row.nickname, secretHash: row.secret_hash, bot: row.bot as BotName | null };
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
