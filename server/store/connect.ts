import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Database as Sqlite } from 'better-sqlite3';
import { type Dialect, Kysely, PostgresDialect, type SqliteDatabase, SqliteDialect, type SqliteStatement, sql } from 'kysely';
import { DEFAULT_MIGRATION_TABLE, Migrator } from 'kysely/migration';
import { Checkpoints } from './checkpoints.ts';
import { migrations } from './migrations.ts';
import { openPool, type Patience } from './pool.ts';
import type { Connection, Database } from './schema.ts';

/** More than this program has. */
const MOST_STATEMENTS = 200;
/** Pages in SQLite's log from which on each write tries to empty it: under load, other checkpoints never come to its end. */
const MOST_LOGGED = 4000;
/** For how many milliseconds a statement waits for another program that uses the file. */
const PATIENCE = 3000;

export interface Where {
  /** Folder of the SQLite file. */
  readonly dataDir: string;
  /** A PostgreSQL address; null for SQLite. */
  readonly databaseUrl: string | null;
}

/** An open database. */
export interface Opened {
  readonly db: Connection;
  /** Sees to it that what was deleted is no longer in its files either; answers before that is done. PostgreSQL does so by itself. */
  readonly forget: () => void;
}

/** The database holds more than this program knows. */
export class NewerDatabase extends Error {
  override readonly name = 'NewerDatabase';
}

/** Opens the database and brings its tables up to date. Throws when it can't be opened; `NewerDatabase` when a later program wrote it. */
export async function connect({ databaseUrl, dataDir }: Where): Promise<Opened> {
  if (databaseUrl === null) return inFile(dataDir);
  const working = await migrated(new Kysely<Database>({ dialect: await postgres(databaseUrl, 'work') }), migrate);
  await working.destroy();
  return { db: new Kysely<Database>({ dialect: await postgres(databaseUrl, 'people') }), forget: () => {} };
}

async function inFile(dataDir: string): Promise<Opened> {
  const { dialect, checkpoints } = await sqlite(dataDir);
  const db = await migrated(new Kysely<Database>({ dialect }), wholly);
  return { db, forget: () => checkpoints.forget() };
}

async function migrated(db: Connection, bringUpToDate: (db: Connection) => Promise<void>): Promise<Connection> {
  try {
    await bringUpToDate(db);
    return db;
  } catch (error) {
    await db.destroy();
    throw error;
  }
}

async function migrate(db: Connection): Promise<void> {
  await refuseNewer(db);
  const { error } = await new Migrator({ db, provider: { getMigrations: async () => ({ ...migrations }) } }).migrateToLatest();
  if (error !== undefined) throw error;
}

/** All changes or none, and no other program's in between. Kysely does so by itself for PostgreSQL, but not for SQLite. */
async function wholly(db: Connection): Promise<void> {
  await sql`begin immediate`.execute(db);
  await migrate(db);
  await sql`commit`.execute(db);
}

async function refuseNewer(db: Connection): Promise<void> {
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true });
  if (!tables.some(({ name }) => name === DEFAULT_MIGRATION_TABLE)) return;
  const { rows } = await sql<{ name: string }>`select name from ${sql.table(DEFAULT_MIGRATION_TABLE)} order by name`.execute(db);
  const unknown = rows.find(({ name }) => !Object.hasOwn(migrations, name));
  if (unknown !== undefined)
    throw new NewerDatabase(
      `A newer version of Chokepoint has changed this database (${unknown.name}). Start that version, or choose another DATA_DIR or DATABASE_URL.`,
    );
}

async function sqlite(dataDir: string): Promise<{ readonly dialect: Dialect; readonly checkpoints: Checkpoints }> {
  const { default: Sqlite } = await import('better-sqlite3');
  mkdirSync(dataDir, { recursive: true });
  const place = path.join(dataDir, 'chokepoint.sqlite');
  const file = new Sqlite(place);
  file.pragma('journal_mode = WAL');
  file.pragma('synchronous = NORMAL');
  file.pragma('foreign_keys = ON');
  file.pragma(`busy_timeout = ${PATIENCE}`);
  // What is deleted is written over with zeros.
  file.pragma('secure_delete = ON');
  file.pragma(`wal_autocheckpoint = ${MOST_LOGGED}`);
  const checkpoints = new Checkpoints(file, PATIENCE);
  const close = (): void => {
    checkpoints.stop();
    file.close();
  };
  const prepare = preparedOnce(file, () => checkpoints.noteWrite());
  return { dialect: new SqliteDialect({ database: { close, prepare } }), checkpoints };
}

/** Compiles each statement once: the same few are asked for with every choice. */
function preparedOnce(file: Sqlite, onWrite: () => void): SqliteDatabase['prepare'] {
  const known = new Map<string, SqliteStatement>();
  return (text) => {
    const statement = known.get(text) ?? file.prepare(text);
    if (known.size >= MOST_STATEMENTS) known.clear();
    known.set(text, statement);
    if (!statement.reader) onWrite();
    return statement;
  };
}

async function postgres(databaseUrl: string, patience: Patience): Promise<Dialect> {
  return new PostgresDialect({ pool: await openPool(databaseUrl, patience) });
}
