import { once } from 'node:events';
import { Client, type Room } from '@colyseus/sdk';
import type { Brief } from '../../shared/view/brief.ts';
import type { LegalChoices } from '../../shared/view/view.ts';
import { unpackLegal } from '../../shared/wire/legal.ts';

/**
 * Load on a running server: full tables of real SDK clients, spread as a school would be, each with a round every few seconds.
 * `load.ts URL TABLES ROUNDS SECONDS` prints `open` when all are seated, waits for a line, plays, and prints one JSON object: a `Played`.
 */

/** What one process of clients saw. Moments are milliseconds since 1970, as all processes of a machine count them. */
export interface Played {
  /** When its last table began to play, and when its first one had played all its rounds. */
  readonly from: number;
  readonly until: number;
  /** Of each choice: when it was made, and how many milliseconds until it was acknowledged, and until all at its table saw it. */
  readonly choices: readonly (readonly [at: number, acknowledged: number, seen: number])[];
}

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

/** A choice: when it was made, how long until it was acknowledged, and how long until all at its table saw it. */
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

const brief = (await (await fetch(`${url}/api/scenarios/voting-guide`)).json()) as Brief;
const tables: Table[] = [];
const lanes = Array.from({ length: 8 }, async (_, lane) => {
  for (let index = lane; index < Number(tableCount); index += 8) tables.push(await openTable());
});
await Promise.all(lanes);
// Whoever measures has a look at the server before play begins.
process.stdout.write('open\n');
if (!process.stdin.isTTY) await once(process.stdin.resume(), 'data');
const choices: Made[] = [];
const roundMilliseconds = Number(roundSeconds) * 1000;
let from = 0;
let until = Number.POSITIVE_INFINITY;
await Promise.all(
  tables.map(async (table) => {
    // Each table is somewhere else in its round, as in a school.
    await pause(Math.random() * roundMilliseconds);
    from = performance.now();
    for (let phases = 0; phases < Number(roundCount) * PHASES; phases += 1) await playPhase(table, roundMilliseconds / PHASES, choices);
    until = Math.min(until, performance.now());
  }),
);
const moment = (at: number): number => performance.timeOrigin + at;
const played: Played = {
  from: moment(from),
  until: moment(until),
  choices: choices.map(({ at, acknowledged, seen }) => [moment(at), acknowledged, seen]),
};
// Not before all of it has left: it is more than a pipe holds at once.
process.stdout.write(`${JSON.stringify(played)}\n`, () => process.exit(0));
