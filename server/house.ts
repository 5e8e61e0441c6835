import type { Door } from './door.ts';
import type { Log } from './log.ts';
import type { Metrics } from './metrics.ts';
import type { Admission } from './rooms/admission.ts';
import type { Tables } from './rooms/tables.ts';
import type { Workshops } from './rooms/workshops.ts';
import type { Shelf } from './scenarios.ts';
import type { Store } from './store/store.ts';

/** How a server is to run. */
export interface Settings {
  /** 0: any free port. */
  readonly port: number;
  readonly host: string;
  /** Folder of the database file. */
  readonly dataDir: string;
  /** A PostgreSQL address instead of the file. */
  readonly databaseUrl: string | null;
  readonly scenariosDir: string;
  /** Folder of the built client; null serves none. */
  readonly clientDir: string | null;
  /** Address for QR codes when the page was opened on this machine, `http://192.168.1.5:2567`; null: as opened. */
  readonly lanUrl: string | null;
  /** Origins beside its own that pages may use the server from. */
  readonly allowedOrigins: readonly string[];
  readonly logLevel: string;
  /** Whether everybody may read `/metrics`, or only programs on this machine. */
  readonly publicMetrics: boolean;
  /** How much of the API one address may use; a school shares one. */
  readonly requestsPerMinute: number;
  /** For how many milliseconds the tables of a class go on after the host's last device has gone. */
  readonly hostGrace: number;
  /** For how long, in milliseconds, a room stays open that nobody is in; longer than somebody takes who was let in. */
  readonly emptyRoom: number;
  /** For how long, in milliseconds, tables and classes stay in memory that nobody watches. */
  readonly rest: number;
}

/** What the parts of a running server share. */
export interface House {
  readonly settings: Settings;
  readonly log: Log;
  readonly shelf: Shelf;
  readonly store: Store;
  readonly tables: Tables;
  readonly workshops: Workshops;
  readonly admission: Admission;
  readonly startedAt: number;
  readonly metrics: Metrics;
  readonly door: Door;
}
