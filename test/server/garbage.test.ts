import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { memoryKeyring } from '../../client/net/keyring.ts';
import { openRoom, type TableRoom } from '../../client/net/room.ts';
import type { TableCreated } from '../../shared/messages.ts';
import { aPlayer, aServer, aTable, closeSessions, get, type House, playPhase, post, theHost, until } from './house.ts';

let house: House;
beforeAll(async () => {
  house = await aServer(undefined, { logLevel: 'silent' });
});
afterAll(() => house.stop());
afterEach(closeSessions);

/** Bytes that are the same in every run. */
function noise(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state >>> 24;
  };
}

/** A raw connection in a seat, with what it takes to come back. */
async function aConnection(created: TableCreated, seatSecret: string): Promise<TableRoom> {
  const { body } = await post(house, '/api/join', { code: created.code, nickname: 'Fuzz', seatSecret });
  return openRoom(body.reservation, house.url, (room) => ['events', 'texts'].map((type) => room.onMessage(type, () => {})));
}

const isOpen = (room: TableRoom): boolean => room.connection.isOpen;

describe('garbage', () => {
  test('neither stops the process nor harms the others at the table', async () => {
    const created = await aTable(house);
    const host = await theHost(house, created);
    const player = await aPlayer(house, created.code, 'beta');
    const keyring = memoryKeyring();
    (await aPlayer(house, created.code, 'alpha', keyring)).close();
    const secret = keyring.get('seat', created.code) ?? '';
    await host.host({ do: 'start' });
    const next = noise(20261123);
    let room = await aConnection(created, secret);
    for (let frame = 0; frame < 400; frame++) {
      if (!isOpen(room)) room = await aConnection(created, secret);
      // The protocol's own codes first, then anything.
      const code = frame % 3 === 0 ? 9 + (next() % 12) : next();
      room.connection.send(new Uint8Array([code, ...Array.from({ length: next() % 60 }, next)]));
      if (frame % 25 === 0) await new Promise((resolve) => setTimeout(resolve, 60));
    }
    expect((await get(house, '/health')).body.status).toBe('ok');
    await until(() => player.view.value?.phase === 'briefing', 'the briefing');
    expect(player.link.value).toBe('online');
    await playPhase([player]);
    expect(player.view.value?.phase).toBe('agenda');
  });

  test.each([
    ['of an unknown type', (room: TableRoom) => room.send('cheat', { money: 1e9 })],
    [
      'named like part of an object',
      (room: TableRoom) => ['__proto__', 'constructor', 'toString'].forEach((type) => void room.send(type, {})),
    ],
    ['with the wrong shape, unanswered', (room: TableRoom) => room.send('choose', { round: 'one', choice: [] })],
    ['with nothing in it', (room: TableRoom) => room.send('choose')],
    ['that nests deeply', (room: TableRoom) => room.send('choose', JSON.parse('['.repeat(500) + ']'.repeat(500)))],
    [
      'with the names of object internals',
      (room: TableRoom) =>
        room.send('choose', JSON.parse('{"round":1,"phase":"agenda","choice":{"picks":[],"__proto__":{"x":1}},"constructor":5}')),
    ],
  ])('a message %s leaves the connection open', async (_what, send) => {
    const created = await aTable(house);
    const keyring = memoryKeyring();
    (await aPlayer(house, created.code, 'alpha', keyring)).close();
    const room = await aConnection(created, keyring.get('seat', created.code) ?? '');
    send(room);
    await expect(room.request<unknown, unknown>('log', { since: 0 })).resolves.toMatchObject({ events: expect.any(String) });
    await room.leave();
  });

  test('a frame that is too long ends its own connection only', async () => {
    const created = await aTable(house);
    const player = await aPlayer(house, created.code, 'beta');
    const keyring = memoryKeyring();
    (await aPlayer(house, created.code, 'alpha', keyring)).close();
    const room = await aConnection(created, keyring.get('seat', created.code) ?? '');
    room.send('choose', { text: 'x'.repeat(20_000) });
    await until(() => !isOpen(room), 'the end of that connection');
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(player.link.value).toBe('online');
  });

  test('a flood ends its own connection only', async () => {
    const created = await aTable(house);
    const player = await aPlayer(house, created.code, 'beta');
    const keyring = memoryKeyring();
    (await aPlayer(house, created.code, 'alpha', keyring)).close();
    const room = await aConnection(created, keyring.get('seat', created.code) ?? '');
    for (let sent = 0; sent < 2000; sent++) room.send('log', { since: 0 });
    await until(() => !isOpen(room), 'the end of that connection');
    expect(player.link.value).toBe('online');
  });

  test('connections without a reservation are refused', async () => {
    const paths = ['/', '/a/b', '/a/b?sessionId=x', '/x?sessionId=', '/%00/%00?sessionId=%00', `/p/${'r'.repeat(2000)}?sessionId=x`];
    for (const path of paths) {
      const socket = new WebSocket(house.url.replace('http', 'ws') + path);
      await new Promise<void>((resolve) => {
        socket.onclose = () => resolve();
        socket.onerror = () => resolve();
      });
    }
    expect((await get(house, '/health')).body.status).toBe('ok');
  });

  test('a connection from a page of another site is refused', async () => {
    const { default: Socket } = await import('ws');
    const socket = new Socket(`${house.url.replace('http', 'ws')}/a/b?sessionId=x`, { origin: 'https://elsewhere.example' });
    const status = await new Promise((resolve) => {
      socket.on('unexpected-response', (_request, response) => resolve(response.statusCode));
      socket.on('error', () => resolve('error'));
      socket.on('open', () => resolve('open'));
    });
    expect(status).toBe(403);
  });
});
