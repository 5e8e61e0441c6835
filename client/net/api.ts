import type { Role } from '../../shared/match/state.ts';
import type { BotName, Joined, Problem, TableCreated, Watching } from '../../shared/messages.ts';
import type { Brief, CaseFile } from '../../shared/view/brief.ts';
import { browserKeyring, deviceName } from './keyring.ts';

/** The server could not be reached at all. */
export const OFFLINE: Problem = { code: 'server-error', message: 'The server can’t be reached. Check the network, then try again.' };

export interface ScenarioSummary {
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  /** The languages it comes in, the one it is written in first. */
  readonly languages: readonly string[];
  readonly minutes: number;
  readonly rounds: number;
  readonly seats: readonly { readonly id: string; readonly role: Role; readonly name: string; readonly tagline: string }[];
}

/** What the join screen shows of a table. */
export interface TableSummary {
  readonly code: string;
  readonly scenario: string;
  /** The address to show to those who join: the network's, if the server knows it. */
  readonly joinUrl: string;
  readonly status: 'waiting' | 'playing' | 'finished';
  readonly seats: readonly { readonly id: string; readonly taken: boolean }[];
}

export interface WantedTable {
  readonly scenario: string;
  /** The one the scenario is written in if absent. */
  readonly language?: string;
  readonly seed?: string;
  readonly bots?: 'fill' | Readonly<Record<string, BotName>>;
}

export interface WantedSeat {
  readonly code: string;
  readonly nickname: string;
  readonly seat?: string;
  readonly seatSecret?: string;
}

/** Whether an answer is a problem: a code and a sentence. */
export function isProblem(answer: unknown): answer is Problem {
  return typeof answer === 'object' && answer !== null && 'code' in answer && 'message' in answer && typeof answer.message === 'string';
}

/** Creates a table. Keeps its host secret in this browser, so that `openSession` can host it. */
export async function createTable(wanted: WantedTable, server = ''): Promise<TableCreated | Problem> {
  const created = await call<TableCreated>(server, '/api/tables', wanted);
  if (!isProblem(created)) browserKeyring.set('host', created.code, created.hostSecret);
  return created;
}

/** Takes a seat, or takes it back with its secret. */
export function joinTable(wanted: WantedSeat, server = ''): Promise<Joined | Problem> {
  return call(server, '/api/join', wanted);
}

/** Watches a table: a projector, an observer or, with the host's secret, the host. */
export function watchTable(wanted: { readonly code: string; readonly hostSecret?: string }, server = ''): Promise<Watching | Problem> {
  return call(server, '/api/watch', wanted);
}

/** The scenarios of this server. */
export function scenarios(server = ''): Promise<readonly ScenarioSummary[] | Problem> {
  return call(server, '/api/scenarios');
}

/** What everybody may know of a scenario. */
export function brief(scenario: string, server = ''): Promise<Brief | Problem> {
  return call(server, `/api/scenarios/${encodeURIComponent(scenario)}`);
}

/** The case files of a scenario. */
export function cases(scenario: string, server = ''): Promise<readonly CaseFile[] | Problem> {
  return call(server, `/api/scenarios/${encodeURIComponent(scenario)}/cases`);
}

/** What the join screen shows of a table. */
export function table(code: string, server = ''): Promise<TableSummary | Problem> {
  return call(server, `/api/tables/${encodeURIComponent(code)}`);
}

/** The brief of the scenario that a table was created with. */
export function tableBrief(code: string, server = ''): Promise<Brief | Problem> {
  return call(server, `/api/tables/${encodeURIComponent(code)}/brief`);
}

/** The case files of the scenario that a table was created with. */
export function tableCases(code: string, server = ''): Promise<readonly CaseFile[] | Problem> {
  return call(server, `/api/tables/${encodeURIComponent(code)}/cases`);
}

/** The address of a picture of the QR code that leads to a table. */
export function qrAddress(code: string): string {
  return `/api/tables/${encodeURIComponent(code)}/qr.svg`;
}

/** One call; a body makes it a POST. Never rejects: what goes wrong is a problem. */
async function call<T>(server: string, path: string, body?: unknown): Promise<T | Problem> {
  const headers = { 'x-device': deviceName(), ...(body === undefined ? {} : { 'content-type': 'application/json' }) };
  try {
    const response = await fetch(server + path, {
      method: body === undefined ? 'GET' : 'POST',
      headers,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(10_000),
    });
    const answer: unknown = await response.json();
    if (response.ok) return answer as T;
    return isProblem(answer) ? answer : OFFLINE;
  } catch {
    return OFFLINE;
  }
}
