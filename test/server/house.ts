import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { isProblem } from '../../client/net/api.ts';
import { openClass } from '../../client/net/classSession.ts';
import { type Keyring, memoryKeyring } from '../../client/net/keyring.ts';
import { type Opening, openSession } from '../../client/net/openSession.ts';
import type { ClassSession, TableSession } from '../../client/net/session.ts';
import type { Settings } from '../../server/house.ts';
import { type Chokepoint, createChokepoint } from '../../server/index.ts';
import type { Role } from '../../shared/match/state.ts';
import type { ErrorCode, Problem, TableCreated, WorkshopCreated } from '../../shared/messages.ts';
import { tinyData } from '../fixtures/tiny.ts';

/** A server on a port of its own, with a data folder and scenarios that are thrown away. */
export interface House {
  readonly url: string;
  readonly folder: string;
  readonly server: Chokepoint;
  /** Stops the server and starts another on the same data. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

/** Starts a server with these scenario files: name → text. */
export async function aServer(
  files: Readonly<Record<string, string>> = { 'tiny.json': JSON.stringify(tinyData()) },
  extra: Partial<Settings> = {},
): Promise<House> {
  const folder = mkdtempSync(path.join(tmpdir(), 'chokepoint-'));
  const scenariosDir = path.join(folder, 'scenarios');
  mkdirSync(scenariosDir);
  for (const [name, text] of Object.entries(files)) writeFileSync(path.join(scenariosDir, name), text);
  const settings: Partial<Settings> = {
    port: 0,
    dataDir: path.join(folder, 'data'),
    scenariosDir,
    clientDir: null,
    logLevel: 'error',
    ...extra,
  };
  let server = await createChokepoint(settings);
  const house = {
    folder,
    get url() {
      return server.url;
    },
    get server() {
      return server;
    },
    restart: async () => {
      const { port } = server;
      await server.stop();
      await until(() => open.every(({ link }) => link.value !== 'online'), 'everybody to see the stop');
      server = await createChokepoint({ ...settings, port });
    },
    stop: async () => {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
  return house;
}

export interface Answered {
  readonly status: number;
  readonly body: Record<string, unknown>;
}

/** Posts JSON (or a raw text) as a program would. */
export async function post(house: House, place: string, body: unknown, headers: Readonly<Record<string, string>> = {}): Promise<Answered> {
  const send = () =>
    fetch(house.url + place, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
  // After a restart the first try may use a connection that is no more.
  const response = await send().catch(send);
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
}

export async function get(house: House, place: string): Promise<Answered> {
  const response = await fetch(house.url + place);
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
}

/** Creates a table of the tiny scenario. */
export async function aTable(house: House, wanted: Readonly<Record<string, unknown>> = {}): Promise<TableCreated> {
  const { status, body } = await post(house, '/api/tables', { scenario: 'tiny', seed: 'seed', ...wanted });
  if (status !== 201) throw new Error(`${JSON.stringify(body)} ${house.server.shelf.refused.join('\n')}`);
  return body as unknown as TableCreated;
}

const open: (TableSession | ClassSession)[] = [];

/** Opens a session as a browser would; the test fails if it can't. */
export async function aSession(house: House, opening: Opening, keyring: Keyring = memoryKeyring()): Promise<TableSession> {
  const session = await openSession(opening, { server: house.url, keyring });
  if (isProblem(session)) throw new Error(`${session.code}: ${session.message}`);
  open.push(session);
  return session;
}

/** A player in a seat. */
export function aPlayer(house: House, code: string, seat: string, keyring?: Keyring): Promise<TableSession> {
  return aSession(house, { kind: 'seat', code, nickname: `Player ${seat}`, seat }, keyring);
}

/** The host of a table. */
export function theHost(house: House, { code, hostSecret }: TableCreated): Promise<TableSession> {
  const keyring = memoryKeyring();
  keyring.set('host', code, hostSecret);
  return aSession(house, { kind: 'host', code }, keyring);
}

/** Creates a class of the tiny scenario. */
export async function aClass(house: House, wanted: Readonly<Record<string, unknown>> = {}): Promise<WorkshopCreated> {
  const { status, body } = await post(house, '/api/workshops', { scenario: 'tiny', seed: 'seed', ...wanted });
  if (status !== 201) throw new Error(JSON.stringify(body));
  return body as unknown as WorkshopCreated;
}

/** The console of a class. */
export async function theConsole(house: House, { code, hostSecret }: WorkshopCreated): Promise<ClassSession> {
  const keyring = memoryKeyring();
  keyring.set('host', code, hostSecret);
  return kept(await openClass({ kind: 'host', code }, { server: house.url, keyring }));
}

/** A student of a class, with the keyring of their device. */
export interface Student {
  readonly nickname: string;
  readonly keyring: Keyring;
  readonly lobby: ClassSession;
}

/** Somebody who comes into a class before there are tables. */
export async function aStudent(house: House, code: string, nickname: string, wish?: Role): Promise<Student> {
  const keyring = memoryKeyring();
  const opening = { kind: 'player', code, nickname, ...(wish === undefined ? {} : { wish }) } as const;
  return { nickname, keyring, lobby: kept(await openClass(opening, { server: house.url, keyring })) };
}

/** A student at the table where the class has seated them. */
export async function atTable(house: House, { keyring, lobby }: Student): Promise<TableSession> {
  await until(() => (lobby.elsewhere.value ?? null) !== null, 'a seat at a table');
  return aSession(house, { kind: 'seat', code: lobby.elsewhere.value ?? '', nickname: '' }, keyring);
}

function kept(session: ClassSession | Problem): ClassSession {
  if (isProblem(session)) throw new Error(`${session.code}: ${session.message}`);
  open.push(session);
  return session;
}

/** Closes every session that a test opened. */
export function closeSessions(): void {
  for (const session of open.splice(0)) session.close();
}

/** Resolves as soon as something holds; rejects with what was waited for after five seconds. */
export async function until(holds: () => boolean, what: string, patience = 5000): Promise<void> {
  const end = Date.now() + patience;
  while (!holds()) {
    if (Date.now() > end) throw new Error(`waited in vain for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

/** The code of a problem, or null. */
export const codeOf = (problem: Problem | null): ErrorCode | null => problem?.code ?? null;

/** Does what a phase asks of these sessions, until it has gone on. */
export async function playPhase(players: readonly TableSession[]): Promise<void> {
  const [first] = players;
  const before = first?.view.value;
  for (const player of players) {
    await until(
      () => player.view.value?.phase === before?.phase && player.view.value?.round === before?.round,
      `the same phase at ${player.seat}`,
    );
    const problem = player.legal.value?.open === true ? await player.choose({ picks: [] }) : await player.ready();
    if (problem !== null) throw new Error(`${player.seat}: ${problem.code} ${problem.message}`);
  }
  await until(
    () => first?.view.value?.phase !== before?.phase || first?.view.value?.round !== before?.round,
    `the end of ${before?.phase}`,
  );
}
