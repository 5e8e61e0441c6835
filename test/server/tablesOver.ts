import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createLog } from '../../server/log.ts';
import { Tables } from '../../server/rooms/tables.ts';
import { Workshops } from '../../server/rooms/workshops.ts';
import { loadShelf } from '../../server/scenarios.ts';
import { guardStore } from '../../server/store/guard.ts';
import { openStore, type Store } from '../../server/store/store.ts';
import { tinyData } from '../fixtures/tiny.ts';

/** Tables and classes of the tiny scenario, without a server. */
export interface TablesOver {
  readonly tables: Tables;
  readonly workshops: Workshops;
  readonly store: Store;
  /** Waits until all is stored, and throws it away. */
  remove(): Promise<void>;
}

/** Tables over a store of their own, some parts of which a test does in another way; they stay in memory for `rest` milliseconds. */
export async function tablesOver(otherwise: (plain: Store) => Partial<Store>, rest = 60_000): Promise<TablesOver> {
  const folder = mkdtempSync(path.join(tmpdir(), 'chokepoint-'));
  const scenarios = path.join(folder, 'scenarios');
  mkdirSync(scenarios);
  writeFileSync(path.join(scenarios, 'tiny.json'), JSON.stringify(tinyData()));
  const plain = await openStore({ dataDir: folder, databaseUrl: null });
  const log = createLog('silent');
  const store = guardStore({ ...plain, ...otherwise(plain) }, log, () => {});
  const shelf = loadShelf(scenarios);
  const tables = new Tables(shelf, store, log, rest);
  const workshops = new Workshops(shelf, store, tables, log, { hostGrace: 60_000, rest });
  return {
    tables,
    workshops,
    store,
    remove: async () => {
      await workshops.idle();
      await tables.idle();
      await plain.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
