import { once } from 'node:events';
import { Client, type Room } from '@colyseus/sdk';
import type { Brief } from '../../shared/view/brief.ts';
import type { LegalChoices } from '../../shared/view/view.ts';
import { unpackLegal } from '../../shared/wire/legal.ts';
import { quantile } from './statistics.ts';

/**
 * Load on a running server: full tables of real SDK clients, spread as a school would be, each with a round every few seconds.
 * `load.ts URL TABLES ROUNDS SECONDS` prints `open` when all are seated, waits for a line, plays, and prints one JSON object. Times are those of
 * choices made while all tables play; bytes and processor time are the server's own (`/metrics`). A server that has just been started still
 * compiles its code while it plays: so many rounds before those are its warming up, and told apart (`cold…`).
 */

interface Person {
  readonly room: Room;
  readonly seat: string;
}
interface Table {
  readonly people: readonly Person[];
  /** Told after each change that a client has received. */
  readonly watchers: Set<() => void>;
}
interface Synced {
  readonly round: number;
  readonly phase: string;
  readonly status: string;
  readonly seats: {
    get(id: string): { readonly sealed: boolean; readonly done: boolean; readonly own?: { readonly legalPacked: string } } | undefined;
  };
}

const [url = '', tableCount = '40', roundCount = '3', roundSeconds = '5'] = process.argv.slice(2);
const PHASES = 4;
const PATIENCE = 60_000;
const SEATS = 5;
const WARMING_ROUNDS = 3;

async function post<T>(path: string, body: unknown): Promise<T> {
  const response = await fetch(`${url}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: url },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
  return (await response.json()) as T;
}

async function connect(reservation: unknown, changed: () => void): Promise<Room> {
  const room: Room = await new Client(url).consumeSeatReservation(reservation as never);
  for (const type of ['events', 'texts', 'said']) room.onMessage(type, () => {});
  room.onStateChange(changed);
  return room;
}

async function openTable(): Promise<Table> {
  const { code, hostSecret } = await post<{ code: string; hostSecret: string }>('/api/tables', { scenario: 'voting-guide' });
  const watchers = new Set<() => void>();
  const changed = (): void => {
    for (const watcher of [...watchers]) watcher();
  };
  const people: Person[] = [];
  for (let index = 0; index < SEATS; index += 1) {
    const nickname = `Player ${index + 1}`;
    const { reservation, seat } = await post<{ reservation: unknown; seat: string }>('/api/join', { code, nickname });
    people.push({ room: await connect(reservation, changed), seat });
  }
  const host = await connect((await post<{ reservation: unknown }>('/api/watch', { code, hostSecret })).reservation, changed);
  await host.request('host', { do: 'start' });
  const table = { people, watchers };
  await seenByAll(table, ({ phase }) => phase !== '');
  await host.leave();
  return table;
}

/** Resolves as soon as every client of a table has received a state in which something holds. */
function seenByAll(table: Table, holds: (state: Synced) => boolean): Promise<void> {
  const isSeen = (): boolean => table.people.every(({ room }) => holds(room.state as Synced));
  if (isSeen()) return Promise.resolve();
  return new Promise((resolve, reject) => {
    const end = (settle: () => void): void => {
      clearTimeout(giveUp);
      table.watchers.delete(watcher);
      settle();
    };
    const watcher = (): void => {
      if (isSeen()) end(resolve);
    };
    const giveUp = setTimeout(() => end(() => reject(new Error('something did not come within a minute'))), PATIENCE);
    table.watchers.add(watcher);
  });
}

/** Something legal: what fills each slot, and one thing more that the points allow. */
function choose(legal: LegalChoices): { picks: { action: string; on?: string }[] } {
  const extra = legal.options.find(({ slot, points, costs }) => slot === null && points <= legal.points && costs.length === 0);
  return { picks: extra === undefined ? [] : [{ action: extra.action, ...(extra.on === undefined ? {} : { on: extra.on }) }] };
}

const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** When a choice was made, and how long it took until it was acknowledged, and until all at its table saw it. */
interface Made {
  readonly at: number;
  acknowledged: number;
  seen: number;
}

/** One phase: everybody acts at a moment of their own within it. */
async function playPhase(table: Table, milliseconds: number, choices: Made[]): Promise<void> {
  const [first] = table.people;
  if (first === undefined) return;
  const { round, phase } = first.room.state as Synced;
  const isOver = (state: Synced): boolean => state.phase !== phase || state.round !== round || state.status === 'finished';
  await Promise.all(
    table.people.map(async ({ room, seat }) => {
      await pause(Math.random() * milliseconds);
      const legal = unpackLegal(brief, seat, (room.state as Synced).seats.get(seat)?.own?.legalPacked ?? '');
      if (legal.open) {
        const made: Made = { at: performance.now(), acknowledged: 0, seen: 0 };
        const seen = seenByAll(table, (state) => isOver(state) || state.seats.get(seat)?.done === true).then(() => {
          made.seen = performance.now() - made.at;
        });
        await room.request('choose', { round, phase, choice: choose(legal) });
        made.acknowledged = performance.now() - made.at;
        await seen;
        choices.push(made);
      } else await room.request('ready', { round, phase });
    }),
  );
  await seenByAll(table, isOver);
}

/** So many rounds at every table; answers the choices that were made while all of them played. */
async function playRounds(count: number): Promise<readonly Made[]> {
  const choices: Made[] = [];
  const roundMilliseconds = Number(roundSeconds) * 1000;
  let allPlayFrom = 0;
  let allPlayUntil = Number.POSITIVE_INFINITY;
  await Promise.all(
    tables.map(async (table) => {
      // Each table is somewhere else in its round, as in a school.
      await pause(Math.random() * roundMilliseconds);
      allPlayFrom = performance.now();
      for (let phases = 0; phases < count * PHASES; phases += 1) await playPhase(table, roundMilliseconds / PHASES, choices);
      allPlayUntil = Math.min(allPlayUntil, performance.now());
    }),
  );
  return choices.filter(({ at }) => at >= allPlayFrom && at <= allPlayUntil);
}

/** The server's own figures, as it publishes them. */
async function metrics(): Promise<(name: string) => number> {
  const text = await (await fetch(`${url}/metrics`)).text();
  return (name) => Number(new RegExp(`^${name}(?:{[^}]*})? ([0-9.e+]+)$`, 'm').exec(text)?.[1] ?? Number.NaN);
}

const brief = (await (await fetch(`${url}/api/scenarios/voting-guide`)).json()) as Brief;
const tables: Table[] = [];
const lanes = Array.from({ length: 8 }, async (_, lane) => {
  for (let index = lane; index < Number(tableCount); index += 8) tables.push(await openTable());
});
await Promise.all(lanes);
// Whoever measures has a look at the server before play begins.
process.stdout.write('open\n');
if (!process.stdin.isTTY) await once(process.stdin.resume(), 'data');
const cold = await playRounds(WARMING_ROUNDS);
const before = await metrics();
const warm = await playRounds(Number(roundCount));
const after = await metrics();
const [acknowledged, seen] = [warm.map((made) => made.acknowledged), warm.map((made) => made.seen)];
const clients = tables.length * SEATS;
const rounds = tables.length * Number(roundCount);
process.stdout.write(
  `${JSON.stringify({
    choices: warm.length,
    ackP50: quantile(acknowledged, 0.5),
    ackP95: quantile(acknowledged, 0.95),
    ackP99: quantile(acknowledged, 0.99),
    seenP50: quantile(seen, 0.5),
    seenP99: quantile(seen, 0.99),
    coldSeenP50: quantile(
      cold.map((made) => made.seen),
      0.5,
    ),
    coldSeenP99: quantile(
      cold.map((made) => made.seen),
      0.99,
    ),
    bytesPerClientAndRound: (after('chokepoint_sent_bytes_total') - before('chokepoint_sent_bytes_total')) / clients / Number(roundCount),
    cpuMsPerRound: ((after('process_cpu_seconds_total') - before('process_cpu_seconds_total')) * 1000) / rounds,
  })}\n`,
);
process.exit(0);
