import type { Kysely } from 'kysely';

/** The stored tables. Times are ISO 8601 texts, JSON is text, so that every database keeps them alike. */
export interface Database {
  scenarios: { hash: string; id: string; text: string };
  tables: TableRow;
  seats: SeatRow;
  commands: CommandRow;
  workshops: WorkshopRow;
  players: PlayerRow;
  sayings: SayingRow;
  bookmarks: BookmarkRow;
}

export interface TableRow {
  id: string;
  code: string;
  scenario: string;
  scenario_hash: string;
  seed: string;
  schema_version: number;
  rules_version: number;
  host_hash: string;
  /** `"fill"`, a JSON object of seat → bot, or `null`. */
  bots: string;
  paused: number;
  timer: number;
  created: string;
  /** The class it belongs to. */
  workshop_id: string | null;
  /** Its place in the class, from 1; 0 for a table of its own. */
  number: number;
  /** The id of the table it was rewound from. */
  fork_of: string | null;
  /** The round it was rewound to; 0 if it was not. */
  fork_round: number;
  /** 1: another table plays on in its place. */
  archived: number;
  /** When it may be deleted; null as long as its class lives. */
  delete_after: string | null;
}

export interface SeatRow {
  table_id: string;
  seat: string;
  bot: string | null;
  muted: number;
}

export interface WorkshopRow {
  id: string;
  code: string;
  scenario: string;
  scenario_hash: string;
  host_hash: string;
  seed: string;
  /** JSON of `WorkshopSettings`. */
  settings: string;
  /** `lobby` until its tables are made, then `seated`. */
  status: string;
  notice: string;
  created: string;
  delete_after: string;
}

export interface PlayerRow {
  id: string;
  workshop_id: string | null;
  table_id: string | null;
  seat: string | null;
  nickname: string;
  secret_hash: string;
  /** Hash of the secret of the device that held the seat before. */
  former_hash: string | null;
  /** `pending`, `here`, `refused`, `removed` or `banned`. */
  status: string;
  /** The role they would like. */
  wish: string | null;
  /** Hash of the device they joined with, to keep a banned one out. */
  device_hash: string | null;
  extra: number;
  /** JSON of the plan for the phase that is open, and of the vote. */
  plan: string | null;
  /** Where the host has put them in the plan of tables, as JSON. */
  pinned: string | null;
  words_hash: string | null;
  words_until: string | null;
  /** In the order in which they came. */
  joined: number;
}

export interface SayingRow {
  table_id: string;
  id: number;
  round: number;
  phase: string;
  from_seat: string;
  to_seat: string;
  phrase: string | null;
  text: string | null;
  request_key: string | null;
  hidden: number;
  at: string;
}

export interface BookmarkRow {
  table_id: string;
  seq: number;
  round: number;
  phase: string;
  event: number;
  note: string;
  at: string;
}

export interface CommandRow {
  table_id: string;
  seq: number;
  command: string;
  events: string;
  state_hash: string;
  /** The idempotency key of a choice, with its seat in front. */
  request_key: string | null;
  at: string;
}

export type Connection = Kysely<Database>;
