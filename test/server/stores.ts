import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach } from 'vitest';
import type { Where } from '../../server/store/connect.ts';
import { openStore, type Store } from '../../server/store/store.ts';
import { aPostgres, hasPostgres, type Postgres } from './postgres.ts';

/** A kind of database that tests run over. */
export interface Kind {
  readonly name: string;
  /** Whether this machine has it. */
  readonly here: boolean;
  /** Where an empty one is; call `removeAll` in the end. */
  readonly empty: () => Promise<Where>;
}

const folders: string[] = [];
let postgres: Promise<Postgres> | null = null;

/** The databases that a server can keep its records in: all that a store does must be the same over each. */
export const KINDS: readonly Kind[] = [
  {
    name: 'SQLite',
    here: true,
    empty: async () => {
      const dataDir = mkdtempSync(path.join(tmpdir(), 'chokepoint-store-'));
      folders.push(dataDir);
      return { dataDir, databaseUrl: null };
    },
  },
  {
    name: hasPostgres ? 'PostgreSQL' : 'PostgreSQL (skipped: this machine has none)',
    here: hasPostgres,
    empty: async () => ({ dataDir: '', databaseUrl: await (await thePostgres()).database() }),
  },
];

/** The PostgreSQL of this test file, started when it is first asked for. */
export function thePostgres(): Promise<Postgres> {
  postgres ??= aPostgres();
  return postgres;
}

/** Ends and deletes every database that was made here. */
export async function removeAll(): Promise<void> {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
  const running = postgres;
  postgres = null;
  await (await running)?.remove();
}

/** Opens a store over an empty database of a kind for each test, if this machine has it, and tells of it. Answers how to open it again. */
export function eachOverAStore({ here, empty }: Kind, tell: (store: Store) => void): () => Promise<void> {
  let where: Where;
  let store: Store;
  const open = async (): Promise<void> => {
    store = await openStore(where);
    tell(store);
  };
  beforeEach(async () => {
    if (!here) return;
    where = await empty();
    await open();
  });
  afterEach(async () => {
    if (here) await store.close();
  });
  return async () => {
    await store.close();
    await open();
  };
}
