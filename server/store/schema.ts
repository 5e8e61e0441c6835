import type { Kysely } from 'kysely';

/** The stored tables. Times are ISO 8601 texts, JSON is text, so that every database keeps them alike. */
export interface Database {
  scenarios: { hash: string; id: string; text: string };
  tables: TableRow;
  seats: SeatRow;
  commands: CommandRow;
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
  status: string;
  created: string;
}

export interface SeatRow {
  table_id: string;
  seat: string;
  nickname: string;
  secret_hash: string | null;
  bot: string | null;
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
