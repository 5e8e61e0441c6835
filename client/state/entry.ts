import type { Problem } from '../../shared/messages.ts';
import { createTable, isProblem, type ScenarioSummary } from '../net/api.ts';
import { browserKeyring } from '../net/keyring.ts';
import type { TableSession } from '../net/session.ts';
import { twoNicknames } from './nicknames.ts';
import { keepPlace } from './place.ts';
import { go } from './route.ts';

/** The ways into a table. The connection is loaded when it is first needed. */
type Opening = Parameters<typeof import('../net/openSession.ts').openSession>[0];

/** A session that a form opened and the table's screen has not taken over yet. */
let opened: { readonly code: string; readonly session: TableSession } | null = null;

async function open(opening: Opening): Promise<TableSession | Problem> {
  const { openSession } = await import('../net/openSession.ts');
  return openSession(opening);
}

/** Takes a seat and goes to the table. Resolves to null, or why it was not possible. */
export async function takeSeat(wanted: {
  readonly code: string;
  readonly nickname: string;
  readonly seat?: string;
}): Promise<Problem | null> {
  const session = await open({ kind: 'seat', ...wanted });
  if (isProblem(session)) return session;
  opened = { code: wanted.code, session };
  go(`/t/${wanted.code}`);
  return null;
}

/** Makes a table whose other seats bots take, and sits down at it as its first platform. */
export async function playAlone(scenario: ScenarioSummary, language?: string): Promise<Problem | null> {
  const created = await createTable({ scenario: scenario.id, bots: 'fill', ...(language === undefined ? {} : { language }) });
  if (isProblem(created)) return created;
  const seat = scenario.seats.find((entry) => entry.role === 'platform')?.id;
  return takeSeat({ code: created.code, nickname: twoNicknames()[0], ...(seat === undefined ? {} : { seat }) });
}

/** Makes a table to host and goes to its panel. */
export async function hostTable(scenario: string, language?: string): Promise<Problem | null> {
  const created = await createTable({ scenario, ...(language === undefined ? {} : { language }) });
  if (isProblem(created)) return created;
  go(`/host/${created.code}`);
  return null;
}

/** Whether this device holds a seat of a table. */
export function holdsSeat(code: string): boolean {
  return browserKeyring.get('seat', code) !== null;
}

/** This device's seat at a table: just taken, or taken back with its key; null if there is none. */
export async function openSeat(code: string): Promise<TableSession | Problem | null> {
  const ready = opened;
  opened = null;
  if (ready?.code === code && ready.session.link.peek() !== 'ended') return kept(ready.session, { kind: 'seat', code });
  ready?.session.close();
  if (!holdsSeat(code)) return null;
  const session = await open({ kind: 'seat', code, nickname: '' });
  if (isProblem(session)) return session.code === 'wrong-secret' ? null : session;
  return kept(session, { kind: 'seat', code });
}

/** The host's side of a table; null if this device did not make it. */
export async function openHost(code: string): Promise<TableSession | Problem | null> {
  if (browserKeyring.get('host', code) === null) return null;
  const session = await open({ kind: 'host', code });
  return isProblem(session) ? session : kept(session, { kind: 'host', code });
}

/** A watcher's side of a table. */
export function openWatch(code: string): Promise<TableSession | Problem> {
  return open({ kind: 'watch', code });
}

function kept(session: TableSession, place: { readonly kind: 'seat' | 'host'; readonly code: string }): TableSession {
  keepPlace(place);
  return session;
}
