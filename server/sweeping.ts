import type { Log } from './log.ts';
import { DAY, later, timestamp } from './rooms/clock.ts';
import type { Tables } from './rooms/tables.ts';
import type { Workshops } from './rooms/workshops.ts';
import type { Store } from './store/store.ts';

/** Where there are tables and classes: in memory, and in the store. */
export interface Swept {
  readonly tables: Tables;
  readonly workshops: Workshops;
  readonly store: Store;
}

/** Deletes tables and classes whose time is over at a moment (ISO 8601); answers how many. */
export async function sweep({ tables, workshops, store }: Swept, at: string): Promise<number> {
  return (await workshops.deleteOld(at)) + (await tables.deleteOld(at)) + (await store.purge(at));
}

/** The same now and once a day; answers how to stop. Rejects if it can't be done now. */
export async function sweepDaily(swept: Swept, log: Log): Promise<() => void> {
  let stop = (): void => {};
  const sweepAndGoOn = async (): Promise<void> => {
    stop = later(DAY, () => void sweepAndGoOn().catch((error: unknown) => log.error({ error }, 'old tables could not be deleted')));
    const deleted = await sweep(swept, timestamp());
    if (deleted > 0) log.info({ deleted }, 'old tables deleted');
  };
  await sweepAndGoOn();
  return () => stop();
}
