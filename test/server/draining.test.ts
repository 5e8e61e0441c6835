import { connect } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { memoryKeyring } from '../../client/net/keyring.ts';
import type { TableSession } from '../../client/net/session.ts';
import type { Problem, TableCreated } from '../../shared/messages.ts';
import { aServer, aSession, aTable, closeSessions, get, type House, playPhase, post, theHost, until } from './house.ts';
import { aRealServer, type RealServer } from './real.ts';
import { KINDS, removeAll } from './stores.ts';

let house: House | null = null;
let real: RealServer | null = null;
afterEach(async () => {
  closeSessions();
  await house?.stop();
  house = null;
  await real?.remove();
  real = null;
  await removeAll();
});

const SEATS = ['regulator', 'alpha', 'beta', 'voices'];

/** What the helpers need to know of a server, whichever process it is in. */
const as = (server: RealServer): House => server as unknown as House;

async function fourPlayers(
  server: House,
  created: TableCreated,
): Promise<{ readonly host: TableSession; readonly players: readonly TableSession[] }> {
  const host = await theHost(server, created);
  const players = await Promise.all(
    SEATS.map((seat) => aSession(server, { kind: 'seat', code: created.code, nickname: `Player ${seat}`, seat }, memoryKeyring())),
  );
  await host.host({ do: 'start' });
  await until(() => players.every((player) => player.view.value?.phase === 'briefing'), 'the briefing');
  await playPhase(players);
  await until(() => players.every((player) => player.view.value?.phase === 'agenda'), 'the agenda');
  return { host, players };
}

async function newTable(server: RealServer): Promise<TableCreated> {
  const { status, body } = await post(as(server), '/api/tables', { scenario: 'tiny', seed: 'seed' });
  expect(status).toBe(201);
  return body as unknown as TableCreated;
}

describe('a server that is about to stop', () => {
  test('says so, lets nobody in, and keeps who is there', async () => {
    house = await aServer();
    const created = await aTable(house);
    const player = await aSession(house, { kind: 'seat', code: created.code, nickname: 'Ann' });
    expect(await get(house, '/health')).toMatchObject({ status: 200, body: { status: 'ok' } });
    await house.server.drain();
    expect(await get(house, '/health')).toMatchObject({ status: 503, body: { status: 'draining' } });
    const closing = { status: 503, body: { code: 'closing', message: 'The server is closing. Wait a minute, then try again.' } };
    expect(await post(house, '/api/tables', { scenario: 'tiny' })).toEqual(closing);
    expect(await post(house, '/api/join', { code: created.code, nickname: 'Ben' })).toEqual(closing);
    expect(await post(house, '/api/watch', { code: created.code })).toEqual(closing);
    expect(player.link.value).toBe('online');
    expect((await get(house, `/api/tables/${created.code}`)).status).toBe(200);
    const opening = new WebSocket(`${house.url.replace('http', 'ws')}/echo`);
    await new Promise((resolve) => opening.addEventListener('error', resolve));
    expect(opening.readyState).toBe(WebSocket.CLOSED);
  });
});

describe.each(KINDS)('a process in mid-match, over $name', ({ here, empty }) => {
  test.skipIf(!here).each([
    ['SIGTERM', 0],
    ['SIGKILL', 'SIGKILL'],
  ] as const)(
    'that gets %s has every choice that it acknowledged when it starts again, and everybody comes back',
    async (signal, end) => {
      const { databaseUrl } = await empty();
      real = await aRealServer(databaseUrl === null ? {} : { DATABASE_URL: databaseUrl });
      const server = real;
      const tables = [];
      for (let count = 0; count < 4; count++) tables.push(await fourPlayers(as(server), await newTable(server)));
      const choices: Promise<Problem | null>[] = [];
      const players = tables.flatMap((table) => table.players);
      // Some are under way and some not yet sent when the signal comes; those that are not answered are sent again by the client.
      for (const [index, player] of players.entries()) {
        if (player.seat !== 'voices') choices.push(player.choose({ picks: player.seat === 'alpha' ? [{ action: 'staff-plan' }] : [] }));
        if (index === Math.floor(players.length / 2)) server.signal(signal);
      }
      expect(await server.ended()).toBe(end);
      await server.start();
      expect(await Promise.all(choices)).toEqual(choices.map(() => null));
      await until(() => players.every(({ link }) => link.value === 'online'), 'everybody to come back', 20_000);
      for (const player of players) {
        const picks = player.seat === 'voices' ? null : player.seat === 'alpha' ? [{ action: 'staff-plan' }] : [];
        expect(player.view.value?.seats[player.seat ?? '']?.own?.choice?.picks ?? null).toEqual(picks);
      }
      for (const player of players) if (player.seat === 'voices') expect(await player.choose({ picks: [] })).toBeNull();
      await until(() => players.every(({ view }) => view.value?.phase === 'answer'), 'play to go on');
    },
    90_000,
  );
});

describe('a process that is told to stop', () => {
  test('keeps what it has answered to somebody who never asks again', async () => {
    real = await aRealServer();
    const server = real;
    const { players } = await fourPlayers(as(server), await newTable(server));
    const [regulator] = players;
    // `reopen` is asked once and never again, unlike a choice.
    expect(await regulator?.choose({ picks: [] })).toBeNull();
    const reopened = regulator?.reopen();
    server.signal('SIGINT');
    const answer = await reopened;
    expect(await server.ended()).toBe(0);
    await server.start();
    await until(() => players.every(({ link }) => link.value === 'online'), 'everybody to come back', 20_000);
    if (answer === null) expect(regulator?.view.value?.seats.regulator?.own?.choice ?? null).toBeNull();
  }, 60_000);

  test('does not wait for a device that sleeps, or for somebody who never finishes a request', async () => {
    real = await aRealServer();
    const { port } = real;
    const created = await newTable(real);
    const { body } = await post(as(real), '/api/join', { code: created.code, nickname: 'Asleep' });
    const { processId, roomId, sessionId } = body.reservation as Record<string, string>;
    // It opens a WebSocket by hand, and then reads and says nothing, not even goodbye.
    const sleeper = connect(port, '127.0.0.1');
    const upgrade = [
      'Connection: Upgrade',
      'Upgrade: websocket',
      'Sec-WebSocket-Version: 13',
      'Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==',
    ];
    sleeper.write(
      `GET /${processId}/${roomId}?sessionId=${sessionId} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\n${upgrade.join('\r\n')}\r\n\r\n`,
    );
    await new Promise((resolve) => sleeper.once('data', resolve));
    sleeper.pause();
    const slow = connect(port, '127.0.0.1');
    slow.write(`POST /api/join HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{`);
    for (const socket of [sleeper, slow]) socket.on('error', () => {});
    real.signal('SIGTERM');
    expect(await real.ended()).toBe(0);
    sleeper.destroy();
    slow.destroy();
  }, 60_000);

  test('a second signal ends it at once', async () => {
    real = await aRealServer();
    const created = await newTable(real);
    const { body } = await post(as(real), '/api/join', { code: created.code, nickname: 'Asleep' });
    expect(body.seat).toBeDefined();
    real.signal('SIGTERM');
    real.signal('SIGTERM');
    expect([0, 1]).toContain(await real.ended());
  });
});
