import type { Role } from '../../shared/match/state.ts';
import type { BotName, Joined, Problem, TableCreated, Watching, WorkshopCreated } from '../../shared/messages.ts';
import type { Brief, CaseFile, ScriptLine } from '../../shared/view/brief.ts';
import { WIRE_HEADER, WIRE_VERSION } from '../../shared/wire/version.ts';
import { browserKeyring, deviceName } from './keyring.ts';

/** The server could not be reached at all. */
export const OFFLINE: Problem = { code: 'server-error', message: 'The server can’t be reached. Check the network, then try again.' };

/** This page is of another version of the program than its server, and can't read it. */
const OUTDATED: Problem = {
  code: 'outdated',
  message: 'The server has a newer version of this page. Load the page again; nothing that you locked is lost.',
};

let onOutdated = (_version: string): void => {};

/** Says what to do when the server turns out to be of another version than this page. */
export function whenOutdated(task: (version: string) => void): void {
  onOutdated = task;
}

export interface ScenarioSummary {
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  /** The languages it comes in, the one it is written in first. */
  readonly languages: readonly string[];
  /** What a match takes, and what it takes when each phase uses all of its time. Without the debrief. */
  readonly minutes: number;
  readonly mostMinutes: number;
  readonly rounds: number;
  /** Whether it is a designer's own, and does not come with the game. */
  readonly own: boolean;
  readonly seats: readonly { readonly id: string; readonly role: Role; readonly name: string; readonly tagline: string }[];
}

/** What the join screen shows of a table, or of a class. */
export interface TableSummary {
  readonly code: string;
  readonly kind: 'table' | 'workshop';
  readonly scenario: string;
  /** The language it is played in. */
  readonly language: string;
  /** The address to show to those who join: the network's, if the server knows it. */
  readonly joinUrl: string;
  /** A table is waiting, playing or finished; a class also in its lobby, or seated. */
  readonly status: 'lobby' | 'seated' | 'waiting' | 'playing' | 'finished';
  /** Empty for a class: it seats its players itself. */
  readonly seats: readonly { readonly id: string; readonly taken: boolean }[];
  /** Whether players may type a nickname of their own. */
  readonly typedNames: boolean;
  /** Whether nobody else gets in. */
  readonly locked: boolean;
}

export interface WantedTable {
  readonly scenario: string;
  /** The one the scenario is written in if absent. */
  readonly language?: string;
  readonly seed?: string;
  readonly bots?: 'fill' | Readonly<Record<string, BotName>>;
}

export interface WantedWorkshop {
  readonly scenario: string;
  readonly language?: string;
  readonly seed?: string;
  /** How many students are expected. */
  readonly expected?: number;
}

export interface WantedSeat {
  readonly code: string;
  readonly nickname: string;
  readonly seat?: string;
  /** In a class: the role that would be liked. */
  readonly wish?: Role;
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

/** Creates a class. Keeps its host secret in this browser, so that `openClass` can host it. */
export async function createWorkshop(wanted: WantedWorkshop, server = ''): Promise<WorkshopCreated | Problem> {
  const created = await call<WorkshopCreated>(server, '/api/workshops', wanted);
  if (!isProblem(created)) browserKeyring.set('host', created.code, created.hostSecret);
  return created;
}

/** Takes a seat at a table or a place in a class, or takes it back with its secret. */
export function joinTable(wanted: WantedSeat, server = '', signal?: AbortSignal): Promise<Joined | Problem> {
  return call(server, '/api/join', wanted, signal);
}

/** Takes over a player of a class with the three words that the host has shown. */
export function reclaim(code: string, words: string, server = ''): Promise<Joined | Problem> {
  return call(server, '/api/reclaim', { code, words });
}

/** Watches a table or a class: a projector, an observer or, with the host's secret, the host. */
export function watchTable(
  wanted: { readonly code: string; readonly hostSecret?: string },
  server = '',
  signal?: AbortSignal,
): Promise<Watching | Problem> {
  return call(server, '/api/watch', wanted, signal);
}

/** The scenarios of this server. */
export function scenarios(language: string, server = ''): Promise<readonly ScenarioSummary[] | Problem> {
  return call(server, `/api/scenarios?language=${encodeURIComponent(language)}`);
}

/** What everybody may know of a scenario. */
export function brief(scenario: string, server = ''): Promise<Brief | Problem> {
  return call(server, `/api/scenarios/${encodeURIComponent(scenario)}`);
}

/** The case files of a scenario. */
export function cases(scenario: string, server = ''): Promise<readonly CaseFile[] | Problem> {
  return call(server, `/api/scenarios/${encodeURIComponent(scenario)}/cases`);
}

/** What the join screen shows of a table, or of a class. */
export function table(code: string, server = ''): Promise<TableSummary | Problem> {
  return call(server, `/api/tables/${encodeURIComponent(code)}`);
}

/** The brief of the scenario that a table, or a class, was created with. */
export function tableBrief(code: string, server = ''): Promise<Brief | Problem> {
  return call(server, `/api/tables/${encodeURIComponent(code)}/brief`);
}

/** The case files of the scenario that a table was created with. */
export function tableCases(code: string, server = ''): Promise<readonly CaseFile[] | Problem> {
  return call(server, `/api/tables/${encodeURIComponent(code)}/cases`);
}

/** What a facilitator says and asks, in the order of the lesson, and what is to be learned. For its host alone. */
export function script(
  code: string,
  hostSecret: string,
  server = '',
): Promise<{ readonly script: readonly ScriptLine[]; readonly learningGoals: readonly string[] } | Problem> {
  return call(server, `/api/tables/${encodeURIComponent(code)}/script`, undefined, undefined, { 'x-host-secret': hostSecret });
}

/** Lets a table of its own play on where its host has ended it early. For its host alone. */
export function playOn(code: string, hostSecret: string, server = ''): Promise<Problem | null> {
  return call<null>(server, `/api/tables/${encodeURIComponent(code)}/play-on`, {}, undefined, { 'x-host-secret': hostSecret });
}

/** What happened at a table, or at all tables of a class, as CSV. For its host alone. */
export async function spreadsheet(code: string, hostSecret: string, server = ''): Promise<Blob | Problem> {
  try {
    const headers = { 'x-host-secret': hostSecret, 'x-device': deviceName() };
    const response = await fetch(`${server}/api/tables/${encodeURIComponent(code)}/export.csv`, { headers });
    if (response.ok) return await response.blob();
    const answer: unknown = await response.json();
    return isProblem(answer) ? answer : OFFLINE;
  } catch {
    return OFFLINE;
  }
}

/** The address of a picture of the QR code that leads to a table. */
export function qrAddress(code: string): string {
  return `/api/tables/${encodeURIComponent(code)}/qr.svg`;
}

/** Milliseconds after which a call counts as failed. */
const PATIENCE = 10_000;

/** Server clock minus this device's, by server, as its latest answer showed it. */
const ahead = new Map<string, number>();

/** Server clock minus this device's, in milliseconds, to about half a second; 0 before the server has answered once. */
export function clockAhead(server = ''): number {
  return ahead.get(server) ?? 0;
}

function noteClock(server: string, response: Response, asked: number): void {
  const date = Date.parse(response.headers.get('date') ?? '');
  // The header has whole seconds: on average half a second has passed since.
  if (!Number.isNaN(date)) ahead.set(server, date + 500 - (asked + Date.now()) / 2);
}

/** One call; a body makes it a POST. Never rejects: what goes wrong is a problem. */
async function call<T>(
  server: string,
  path: string,
  body?: unknown,
  signal?: AbortSignal,
  more: Readonly<Record<string, string>> = {},
): Promise<T | Problem> {
  const headers = { ...more, 'x-device': deviceName(), ...(body === undefined ? {} : { 'content-type': 'application/json' }) };
  const ending = new AbortController();
  const giveUp = () => ending.abort();
  const patience = setTimeout(giveUp, PATIENCE);
  signal?.addEventListener('abort', giveUp);
  const asked = Date.now();
  try {
    const response = await fetch(server + path, {
      method: body === undefined ? 'GET' : 'POST',
      headers,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      signal: ending.signal,
    });
    noteClock(server, response, asked);
    const wire = response.headers.get(WIRE_HEADER);
    if (wire !== null && wire !== WIRE_VERSION) {
      onOutdated(wire);
      return OUTDATED;
    }
    const answer: unknown = await response.json();
    if (response.ok) return answer as T;
    return isProblem(answer) ? answer : OFFLINE;
  } catch {
    return OFFLINE;
  } finally {
    clearTimeout(patience);
    signal?.removeEventListener('abort', giveUp);
  }
}
