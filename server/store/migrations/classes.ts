import { randomUUID } from 'node:crypto';
import type { Kysely } from 'kysely';
import { DAY, timestamp } from '../../rooms/clock.ts';

/** What this migration reads and writes of the tables as they are then. */
interface Then {
  tables: { id: string; created: string; delete_after: string | null };
  seats: { table_id: string; seat: string; nickname: string; secret_hash: string | null };
  players: {
    id: string;
    workshop_id: string | null;
    table_id: string | null;
    seat: string | null;
    nickname: string;
    secret_hash: string;
    status: string;
    extra: number;
    joined: number;
  };
}

const KEPT_DAYS = 14;

/** Classes of many tables, several players on a seat, what they say, and when all of it is deleted. */
export async function createClasses(db: Kysely<unknown>): Promise<void> {
  await createWorkshops(db);
  await widenTables(db);
  await createPlayers(db);
  await createTalk(db);
  await carryOver(db as Kysely<Then>);
}

async function createWorkshops(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('workshops')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('code', 'text', (column) => column.notNull().unique())
    .addColumn('scenario', 'text', (column) => column.notNull())
    .addColumn('scenario_hash', 'text', (column) => column.notNull().references('scenarios.hash'))
    .addColumn('host_hash', 'text', (column) => column.notNull())
    .addColumn('seed', 'text', (column) => column.notNull())
    .addColumn('settings', 'text', (column) => column.notNull())
    .addColumn('status', 'text', (column) => column.notNull())
    .addColumn('notice', 'text', (column) => column.notNull())
    .addColumn('created', 'text', (column) => column.notNull())
    .addColumn('delete_after', 'text', (column) => column.notNull())
    .execute();
}

/** One column at a time: SQLite takes no more. */
async function widenTables(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('tables').addColumn('workshop_id', 'text').execute();
  await db.schema
    .alterTable('tables')
    .addColumn('number', 'integer', (column) => column.notNull().defaultTo(0))
    .execute();
  await db.schema.alterTable('tables').addColumn('fork_of', 'text').execute();
  await db.schema
    .alterTable('tables')
    .addColumn('fork_round', 'integer', (column) => column.notNull().defaultTo(0))
    .execute();
  await db.schema
    .alterTable('tables')
    .addColumn('archived', 'integer', (column) => column.notNull().defaultTo(0))
    .execute();
  await db.schema.alterTable('tables').addColumn('delete_after', 'text').execute();
  await db.schema
    .alterTable('seats')
    .addColumn('muted', 'integer', (column) => column.notNull().defaultTo(0))
    .execute();
  await db.schema.createIndex('tables_workshop').on('tables').column('workshop_id').execute();
}

async function createPlayers(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('players')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('workshop_id', 'text', (column) => column.references('workshops.id').onDelete('cascade'))
    .addColumn('table_id', 'text', (column) => column.references('tables.id').onDelete('cascade'))
    .addColumn('seat', 'text')
    .addColumn('nickname', 'text', (column) => column.notNull())
    .addColumn('secret_hash', 'text', (column) => column.notNull())
    .addColumn('status', 'text', (column) => column.notNull())
    .addColumn('wish', 'text')
    .addColumn('device_hash', 'text')
    .addColumn('extra', 'integer', (column) => column.notNull())
    .addColumn('plan', 'text')
    .addColumn('pinned', 'text')
    .addColumn('words_hash', 'text')
    .addColumn('words_until', 'text')
    .addColumn('joined', 'integer', (column) => column.notNull())
    .execute();
  await db.schema.createIndex('players_workshop').on('players').column('workshop_id').execute();
  await db.schema.createIndex('players_table').on('players').column('table_id').execute();
}

async function createTalk(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('sayings')
    .addColumn('table_id', 'text', (column) => column.notNull().references('tables.id').onDelete('cascade'))
    .addColumn('id', 'integer', (column) => column.notNull())
    .addColumn('round', 'integer', (column) => column.notNull())
    .addColumn('phase', 'text', (column) => column.notNull())
    .addColumn('from_seat', 'text', (column) => column.notNull())
    .addColumn('to_seat', 'text', (column) => column.notNull())
    .addColumn('phrase', 'text')
    .addColumn('text', 'text')
    .addColumn('request_key', 'text')
    .addColumn('hidden', 'integer', (column) => column.notNull())
    .addColumn('at', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('sayings_pk', ['table_id', 'id'])
    .execute();
  await db.schema
    .createTable('bookmarks')
    .addColumn('table_id', 'text', (column) => column.notNull().references('tables.id').onDelete('cascade'))
    .addColumn('seq', 'integer', (column) => column.notNull())
    .addColumn('round', 'integer', (column) => column.notNull())
    .addColumn('phase', 'text', (column) => column.notNull())
    .addColumn('event', 'integer', (column) => column.notNull())
    .addColumn('note', 'text', (column) => column.notNull())
    .addColumn('at', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('bookmarks_pk', ['table_id', 'seq'])
    .execute();
}

/** The one person of each seat becomes a player; tables are kept as long as they were promised. */
async function carryOver(db: Kysely<Then>): Promise<void> {
  for (const { id, created } of await db.selectFrom('tables').select(['id', 'created']).execute())
    await db
      .updateTable('tables')
      .set({ delete_after: timestamp(Date.parse(created) + KEPT_DAYS * DAY) })
      .where('id', '=', id)
      .execute();
  const held = await db.selectFrom('seats').selectAll().where('secret_hash', 'is not', null).execute();
  for (const [index, { table_id, seat, nickname, secret_hash }] of held.entries()) {
    if (secret_hash === null) continue;
    const place = { workshop_id: null, table_id, seat, nickname, secret_hash };
    await db
      .insertInto('players')
      .values({ id: randomUUID(), ...place, status: 'here', extra: 0, joined: index })
      .execute();
    await db
      .updateTable('seats')
      .set({ secret_hash: null, nickname: '' })
      .where('table_id', '=', table_id)
      .where('seat', '=', seat)
      .execute();
  }
}
