import type { Server as HttpServer } from 'node:http';
import type { Server } from '@colyseus/core';
import type { House } from './house.ts';
import { SECOND } from './rooms/clock.ts';
import type { Store } from './store/store.ts';

/** How long a server that stops waits for commands under way, and for its database. */
const PATIENCE = 3 * SECOND;

/** What stops, and in which order. */
export interface Stoppable {
  readonly house: House;
  readonly server: Server;
  readonly http: HttpServer;
  readonly store: Store;
  readonly stopSweeping: () => void;
}

/** Takes no newcomers any more, and waits until the commands under way are stored and answered. Who is connected stays connected. */
export async function drain({ house }: Pick<Stoppable, 'house'>): Promise<void> {
  house.door.close();
  await inTime(house.workshops.idle());
  await inTime(house.tables.idle());
  // What was stored just now is answered before the connection ends.
  for (let pause = 0; pause < 3; pause++) await new Promise((resolve) => setImmediate(resolve));
}

/** Drains, then ends connections with a code that lets clients come back by themselves; the database is closed last. */
export async function stop(parts: Stoppable): Promise<void> {
  const { house, server, http, store, stopSweeping } = parts;
  await drain(parts);
  await inTime(server.gracefullyShutdown(false));
  // A room that still expects somebody, as it does for a while after a move, would keep the port.
  http.close();
  http.closeAllConnections();
  await inTime(house.tables.idle());
  stopSweeping();
  await inTime(store.close());
}

/** Resolves when something is done or has failed, or when it takes too long. */
function inTime(task: Promise<unknown>): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, PATIENCE);
    const end = (): void => {
      clearTimeout(timer);
      resolve();
    };
    task.then(end, end);
  });
}
