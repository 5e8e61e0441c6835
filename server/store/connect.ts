import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { type Dialect, Kysely, SqliteDialect } from 'kysely';
import { Migrator } from 'kysely/migration';
import { migrations } from './migrations.ts';
import type { Connection, Database } from './schema.ts';

export interface Where {
  /** Folder of the SQLite file. */
  readonly dataDir: string;
  /** A PostgreSQL address; null for SQLite. */
  readonly databaseUrl: string | null;
}

/** Opens the database and brings its tables up to date. Throws when it can't be opened or is newer than this program. */
export async function connect(where: Where): Promise<Connection> {
  const db = new Kysely<Database>({
    dialect: where.databaseUrl === null ? await sqlite(where.dataDir) : await postgres(where.databaseUrl),
  });
  const migrator = new Migrator({ db, provider: { getMigrations: async () => ({ ...migrations }) } });
  const { error } = await migrator.migrateToLatest();
  if (error !== undefined) {
    await db.destroy();
    throw error;
  }
  return db;
}

async function sqlite(dataDir: string): Promise<Dialect> {
  const { default: Sqlite } = await import('better-sqlite3');
  mkdirSync(dataDir, { recursive: true });
  const file = new Sqlite(path.join(dataDir, 'chokepoint.sqlite'));
  file.pragma('journal_mode = WAL');
  file.pragma('synchronous = NORMAL');
  file.pragma('foreign_keys = ON');
  file.pragma('busy_timeout = 3000');
  return new SqliteDialect({ database: file });
}

async function postgres(databaseUrl: string): Promise<Dialect> {
  const [{ PostgresDialect }, { default: pg }] = await Promise.all([import('kysely'), import('pg')]);
  return new PostgresDialect({ pool: new pg.Pool({ connectionString: databaseUrl, max: 10 }) });
}
