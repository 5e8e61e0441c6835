import { Client, type Room } from '@colyseus/sdk';
import type { LegalChoices } from '../../shared/view/view.ts';
import { quantile } from './statistics.ts';

/** Load on a running server: full tables of real SDK clients that choose as a class would. Prints one JSON object. */

interface Person {
  readonly room: Room;
  readonly seat: string;
}
interface Table {
  readonly host: Room;
  readonly people: readonly Person[];
}
interface Synced {
  readonly round: number;
  readonly phase: string;
  readonly status: string;
  readonly seats: { get(id: string): { readonly own?: { readonly legalJson: string } } | undefined };
}

const [url = '', tableCount = '40', roundCount = '3'] = process.argv.slice(2);

async function post<T>(path: string, body: unknown): Promise<T> {
  const response = await fetch(`${url}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: url },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
  return (await response.json()) as T;
}

async function connect(reservation: unknown): Promise<Room> {
  const room: Room = await new Client(url).consumeSeatReservation(reservation as never);
  room.onMessage('events', () => {});
  return room;
}

async function openTable(): Promise<Table> {
  const { code, hostSecret } = await post<{ code: string; hostSecret: string }>('/api/tables', { scenario: 'voting-guide' });
  const host = await connect((await post<{ reservation: unknown }>('/api/watch', { code, hostSecret })).reservation);
  const people: Person[] = [];
  for (let index = 0; index < 5; index += 1) {
    const { reservation, seat } = await post<{ reservation: unknown; seat: string }>('/api/join', {
      code,
      nickname: `Player ${index + 1}`,
    });
    people.push({ room: await connect(reservation), seat });
  }
  await host.request('host', { do: 'start' });
  const table = { host, people };
  await settled(table, ({ phase }) => phase !== '');
  return table;
}

/** Something legal: what fills each slot, and one thing more that the points allow. */
function choose(legal: LegalChoices): { picks: { action: string; on?: string }[] } {
  const extra = legal.options.find(({ slot, points, costs }) => slot === null && points <= legal.points && costs.length === 0);
  return { picks: extra === undefined ? [] : [{ action: extra.action, ...(extra.on === undefined ? {} : { on: extra.on }) }] };
}

const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

async function settled(table: Table, test: (state: Synced) => boolean): Promise<void> {
  for (let waited = 0; waited < 10_000; waited += 10) {
    if ([table.host, ...table.people.map(({ room }) => room)].every((room) => test(room.state as Synced))) return;
    await pause(10);
  }
  throw new Error('a phase did not come within 10 s');
}

async function playPhase(table: Table, acknowledged: number[]): Promise<void> {
  const { round, phase } = table.host.state as Synced;
  await Promise.all(
    table.people.map(async ({ room, seat }) => {
      await pause(Math.random() * 1000);
      const legal = JSON.parse((room.state as Synced).seats.get(seat)?.own?.legalJson ?? '{}') as LegalChoices;
      const began = performance.now();
      if (legal.open) {
        await room.request('choose', { round, phase, choice: choose(legal) });
        acknowledged.push(performance.now() - began);
      } else await room.request('ready', { round, phase });
    }),
  );
  await settled(table, (state) => state.phase !== phase || state.round !== round || state.status === 'finished');
}

const tables: Table[] = [];
for (let index = 0; index < Number(tableCount); index += 1) tables.push(await openTable());
const acknowledged: number[] = [];
await Promise.all(
  tables.map(async (table) => {
    for (let phases = 0; phases < Number(roundCount) * 4; phases += 1) await playPhase(table, acknowledged);
  }),
);
process.stdout.write(
  `${JSON.stringify({ choices: acknowledged.length, p50: quantile(acknowledged, 0.5), p95: quantile(acknowledged, 0.95), p99: quantile(acknowledged, 0.99) })}\n`,
);
process.exit(0);
