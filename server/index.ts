import { once } from 'node:events';
import { createServer, type Server as HttpServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { defineRoom, defineServer, matchMaker, type Server } from '@colyseus/core';
import { WebSocketTransport } from '@colyseus/ws-transport';
import type { Express } from 'express';
import type { House, Settings } from './house.ts';
import { mountHttp } from './http/app.ts';
import { isWelcome } from './http/origin.ts';
import { createLog, type Log } from './log.ts';
import { PROBLEMS } from './problems.ts';
import { Admission, ROOM } from './rooms/admission.ts';
import { DAY, later, now, timestamp } from './rooms/clock.ts';
import { TableRoom } from './rooms/TableRoom.ts';
import { KEPT_DAYS, Tables } from './rooms/tables.ts';
import { loadShelf, type Shelf } from './scenarios.ts';
import { openStore, type Store } from './store/store.ts';

/** Bytes of the largest message a room takes. */
const LARGEST_MESSAGE = 8 * 1024;

/** A running server. */
export interface Chokepoint {
  readonly port: number;
  /** Where it is reached from this machine. */
  readonly url: string;
  readonly shelf: Shelf;
  /** Closes rooms, connections and the database. */
  stop(): Promise<void>;
}

const DEFAULTS: Settings = {
  port: 2567,
  host: '127.0.0.1',
  dataDir: 'data',
  databaseUrl: null,
  scenariosDir: fileURLToPath(new URL('../assets/scenarios', import.meta.url)),
  clientDir: fileURLToPath(new URL('../dist/client', import.meta.url)),
  lanUrl: null,
  allowedOrigins: [],
  logLevel: 'warn',
};

/**
 * Starts a server: HTTP, rooms and the built client on one port. Resolves when it listens; rejects when the port is taken or the
 * database can't be opened. One at a time in a process: the matchmaker is the process's own.
 */
export async function createChokepoint(wanted: Partial<Settings> = {}): Promise<Chokepoint> {
  const settings = { ...DEFAULTS, ...wanted };
  const log = createLog(settings.logLevel);
  const shelf = loadShelf(settings.scenariosDir);
  const store = await openStore(settings);
  const stopSweeping = await sweepDaily(store, log);
  const tables = new Tables(shelf, store, log);
  const http = createServer();
  const house: House = { settings, log, shelf, tables, admission: new Admission(), startedAt: now() };
  const server = rooms(http, house);
  try {
    await listen(server, http, settings);
  } catch (error) {
    await server.gracefullyShutdown(false);
    stopSweeping();
    await store.close();
    throw error;
  }
  const { port } = http.address() as AddressInfo;
  return {
    port,
    url: `http://${settings.host === '0.0.0.0' ? '127.0.0.1' : settings.host}:${port}`,
    shelf,
    stop: async () => {
      await server.gracefullyShutdown(false);
      http.closeAllConnections();
      await tables.idle();
      stopSweeping();
      await store.close();
    },
  };
}

/** Deletes tables that are too old, now and once a day; answers how to stop. Rejects if it can't be done now. */
async function sweepDaily(store: Store, log: Log): Promise<() => void> {
  let stop = (): void => {};
  const sweep = async (): Promise<void> => {
    stop = later(DAY, () => void sweep().catch((error: unknown) => log.error({ error }, 'old tables could not be deleted')));
    const purged = await store.purge(timestamp(now() - KEPT_DAYS * DAY));
    if (purged > 0) log.info({ purged }, 'old tables deleted');
  };
  await sweep();
  return () => stop();
}

/** The Colyseus server. Clients can neither create rooms nor look for them: they come with a reservation, or not at all. */
function rooms(http: HttpServer, house: House): Server {
  const { settings, log, tables } = house;
  matchMaker.controller.exposedMethods = [];
  return defineServer({
    greet: false,
    gracefullyShutdown: false,
    logger: roomLog(log),
    transport: new WebSocketTransport({
      server: http,
      maxPayload: LARGEST_MESSAGE,
      pingInterval: 4000,
      beforeUpgrade: (_request, { headers }) => {
        const welcome = isWelcome(headers.get('origin'), headers.get('host'), settings.allowedOrigins);
        return welcome ? undefined : Response.json(PROBLEMS.forbiddenOrigin, { status: 403 });
      },
    }),
    rooms: { [ROOM]: defineRoom(TableRoom, { tables, log }) },
    express: (app) => mountHttp(app as unknown as Express, house),
  });
}

async function listen(server: Server, http: HttpServer, { port, host }: Settings): Promise<void> {
  // The transport only prints errors; whoever starts the server has to know of them.
  http.removeAllListeners('error');
  const failed = once(http, 'error').then(([error]) => Promise.reject(error));
  await Promise.race([server.listen(port, host), failed]);
  failed.catch(() => {});
  http.on('error', () => {});
  // Colyseus puts its own matchmaking routes, CORS headers and an unbounded body in front; nothing of them is wanted.
  const app = (server.transport as WebSocketTransport).getExpressApp();
  http.removeAllListeners('request');
  http.on('request', app);
}

/** What Colyseus reports, in the same log. */
function roomLog(log: Log) {
  const tell =
    (level: 'debug' | 'info' | 'warn' | 'error') =>
    (...parts: unknown[]) =>
      log[level](parts.map(String).join(' '));
  return { trace: tell('debug'), debug: tell('debug'), info: tell('debug'), warn: tell('warn'), error: tell('error') };
}
