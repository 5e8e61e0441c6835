import { once } from 'node:events';
import { createServer, type Server as HttpServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { defineRoom, defineServer, matchMaker, type Server } from '@colyseus/core';
import { WebSocketTransport } from '@colyseus/ws-transport';
import type { Express } from 'express';
import { Door } from './door.ts';
import { keepHeartbeats } from './heartbeat.ts';
import type { House, Settings } from './house.ts';
import { mountHttp } from './http/app.ts';
import { guardUpgrades } from './http/upgrade.ts';
import { createLog, type Log } from './log.ts';
import { Metrics } from './metrics.ts';
import { Admission, CLASS_ROOM, ROOM } from './rooms/admission.ts';
import { MINUTE, now, SECOND } from './rooms/clock.ts';
import { TableRoom } from './rooms/TableRoom.ts';
import { Tables } from './rooms/tables.ts';
import { WorkshopRoom } from './rooms/WorkshopRoom.ts';
import { Workshops } from './rooms/workshops.ts';
import { loadShelf, type Shelf } from './scenarios.ts';
import { drain, stop } from './stopping.ts';
import { guardStore } from './store/guard.ts';
import { openStore } from './store/store.ts';
import { sweepDaily } from './sweeping.ts';

/** Bytes of the largest message a room takes. */
const LARGEST_MESSAGE = 8 * 1024;
/** How long a request may take to arrive, and a connection to say goodbye: whoever is slower holds up nobody else. */
const SLOWEST = { headersTimeout: 8 * SECOND, requestTimeout: 10 * SECOND, connectionsCheckingInterval: 2 * SECOND };
const GOODBYE = { closeTimeout: 2 * SECOND };

/** A running server. */
export interface Chokepoint {
  readonly port: number;
  /** Where it is reached from this machine. */
  readonly url: string;
  readonly shelf: Shelf;
  /** Takes no newcomers any more, and waits until the commands under way are stored and answered. */
  drain(): Promise<void>;
  /** Drains, then closes rooms, connections and the database. */
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
  publicMetrics: false,
  requestsPerMinute: 12_000,
  hostGrace: 10 * SECOND,
  emptyRoom: 40 * SECOND,
  rest: 2 * MINUTE,
};

/**
 * Starts a server: HTTP, rooms and the built client on one port. Resolves when it listens; rejects when the port is taken or the
 * database can't be opened. One at a time in a process: the matchmaker is the process's own.
 */
export async function createChokepoint(wanted: Partial<Settings> = {}): Promise<Chokepoint> {
  const settings = { ...DEFAULTS, ...wanted };
  const log = createLog(settings.logLevel);
  const shelf = loadShelf(settings.scenariosDir);
  const metrics = new Metrics();
  const store = guardStore(await openStore(settings), log, metrics.onWrite);
  const tables = new Tables(shelf, store, log, settings.rest);
  const workshops = new Workshops(shelf, store, tables, log, settings);
  const stopSweeping = await sweepDaily({ tables, workshops, store }, log);
  const http = createServer(SLOWEST);
  metrics.countBytes(http);
  const house: House = {
    settings,
    log,
    shelf,
    store,
    tables,
    workshops,
    admission: new Admission(),
    startedAt: now(),
    metrics,
    door: new Door(),
  };
  const server = rooms(http, house);
  guardUpgrades(http, house);
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
    url: localUrl(settings.host, port),
    shelf,
    drain: () => drain({ house }),
    stop: () => stop({ house, server, http, store, stopSweeping }),
  };
}

/** Where a server is reached from its own machine. Whoever listens on all addresses is there too; IPv6 addresses stand in brackets. */
function localUrl(host: string, port: number): string {
  const here = host === '0.0.0.0' ? '127.0.0.1' : host === '::' ? '::1' : host;
  return `http://${here.includes(':') ? `[${here}]` : here}:${port}`;
}

/** The Colyseus server. Clients can neither create rooms nor look for them: they come with a reservation, or not at all. */
function rooms(http: HttpServer, house: House): Server {
  const { log, tables, workshops, metrics } = house;
  matchMaker.controller.exposedMethods = [];
  return defineServer({
    greet: false,
    gracefullyShutdown: false,
    logger: roomLog(log),
    transport: keepHeartbeats(
      new WebSocketTransport({
        server: http,
        maxPayload: LARGEST_MESSAGE,
        // The transport asks all connections at once.
        pingInterval: 0,
        ...GOODBYE,
        // Messages are short by themselves (shared/wire); compressing them would take 125 kB for each connection.
        perMessageDeflate: false,
      }),
    ),
    rooms: {
      [ROOM]: defineRoom(TableRoom, { tables, log, metrics, emptyFor: house.settings.emptyRoom }),
      [CLASS_ROOM]: defineRoom(WorkshopRoom, { workshops, log, metrics, emptyFor: house.settings.emptyRoom }),
    },
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

/** What anybody can make happen from outside: it is refused, and a log that told of each would only be one more thing to flood. */
const EXPECTED = /seat reservation expired|Max payload size exceeded|Invalid WebSocket frame|Invalid UTF-8|hasReservedSeat/;

/** What Colyseus reports, in the same log. */
function roomLog(log: Log) {
  const tell =
    (level: 'debug' | 'info' | 'warn' | 'error') =>
    (...parts: unknown[]) => {
      const text = parts.map(String).join(' ');
      log[EXPECTED.test(text) ? 'debug' : level](text);
    };
  return { trace: tell('debug'), debug: tell('debug'), info: tell('debug'), warn: tell('warn'), error: tell('error') };
}
