import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import type { Request } from 'express';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { openRoom } from '../../client/net/room.ts';
import type { TableSession } from '../../client/net/session.ts';
import { GuessLimits } from '../../server/http/limits.ts';
import { PROBLEMS, problemOf, refuse } from '../../server/problems.ts';
import type { ErrorCode } from '../../shared/messages.ts';
import { type Answered, aClass, aServer, aSession, closeSessions, type House, post, theConsole, until } from './house.ts';
import { aLesson, all, aTeam, idOf, nextPhase, order, PATIENCE, seated } from './lesson.ts';
import { framesSentDuring, liftLimits, openRooms } from './mischief.ts';

let house: House;
beforeAll(async () => {
  house = await aServer(undefined, { logLevel: 'silent' });
});
afterAll(() => house.stop());
const sleepers: Socket[] = [];
afterEach(() => {
  closeSessions();
  for (const socket of sleepers.splice(0)) socket.destroy();
});

interface Reservation {
  readonly processId: string;
  readonly roomId: string;
  readonly sessionId: string;
}

/** A WebSocket by hand, which never reads more than its handshake. */
async function aSleeper(reservation: unknown): Promise<Socket> {
  const { processId, roomId, sessionId } = reservation as Reservation;
  const { port } = house.server;
  const socket = connect(port, '127.0.0.1');
  sleepers.push(socket);
  socket.on('error', () => {});
  const upgrade = ['Connection: Upgrade', 'Upgrade: websocket', 'Sec-WebSocket-Version: 13', 'Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA=='];
  socket.write(`GET /${processId}/${roomId}?sessionId=${sessionId} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\n${upgrade.join('\r\n')}\r\n\r\n`);
  await once(socket, 'data');
  socket.pause();
  return socket;
}

/** A frame as a client sends it: masked, with a mask of zeros. */
function framed(bytes: Uint8Array): Buffer {
  if (bytes.length > 125) throw new Error('too long for a short frame');
  return Buffer.concat([Buffer.from([0x82, 0x80 | bytes.length, 0, 0, 0, 0]), bytes]);
}

/** What says that a client has arrived. */
const ARRIVED = framed(new Uint8Array([10]));

interface Connected {
  readonly sessionId: string;
  readonly ref: { readonly bufferedAmount: number };
  readonly _enqueuedMessages?: readonly unknown[];
}

/** The server's side of a connection; null when it has ended. */
const serverSide = (reservation: unknown): Connected | null => {
  const { sessionId } = reservation as Reservation;
  return (
    (openRooms().flatMap((room) => [...room.clients]) as unknown as readonly Connected[]).find((one) => one.sessionId === sessionId) ?? null
  );
};

/** That a table goes on as if nothing had happened. */
async function expectToGoOn(sessions: readonly TableSession[], goOn: () => Promise<void>): Promise<void> {
  for (const { link } of sessions) expect(link.value).toBe('online');
  await goOn();
}

describe('a connection that never reads', () => {
  test('what it asks for: what waits for it is bounded, it is ended, and the others play on', async () => {
    const { lesson, team, rival } = await aTeam(house, 3);
    const [a, b] = team as readonly [TableSession, TableSession];
    const code = a.table.value?.code ?? '';
    for (let phases = 0; phases < 6; phases += 1) await nextPhase(lesson.host, [...team, rival]);
    const watching = (await post(house, '/api/watch', { code })).body.reservation;
    const watcher = await openRoom(watching, house.url, (room) =>
      ['events', 'texts', 'said'].map((type) => room.onMessage(type, () => {})),
    );
    const [ask] = await framesSentDuring(() => watcher.request<unknown, unknown>('log', { since: 0 }));
    if (ask === undefined) throw new Error('nothing was sent');
    await watcher.leave();
    const { reservation } = (await post(house, '/api/watch', { code })).body;
    const sleeper = await aSleeper(reservation);
    sleeper.write(ARRIVED);
    liftLimits();
    let most = 0;
    let asked = 0;
    const questions = Buffer.concat(Array.from({ length: 20 }, () => framed(ask)));
    const isThere = (): boolean => serverSide(reservation) !== null;
    await until(isThere, 'the connection', PATIENCE);
    const goOn = async (): Promise<void> => {
      for (let phases = 0; phases < 3; phases += 1) await nextPhase(lesson.host, [...team, rival]);
    };
    const playing = goOn();
    while (isThere() && asked < 100_000) {
      sleeper.write(questions);
      asked += 20;
      most = Math.max(most, serverSide(reservation)?.ref.bufferedAmount ?? 0);
      await new Promise((resolve) => setImmediate(resolve));
    }
    expect(isThere()).toBe(false);
    // A megabyte, and the answers to what came at once.
    expect(most).toBeGreaterThan(0);
    expect(most).toBeLessThan(4 * 1024 * 1024);
    await playing;
    await expectToGoOn([a, b, rival], async () => {
      await a.say({ to: '*', phrase: 'thanks' });
      await until(() => b.said.value.length === 1 && rival.said.value.length === 1, 'what was said', PATIENCE);
    });
  }, 90_000);

  test('and never says that it has arrived: what is kept for it is bounded', async () => {
    const lesson = await aLesson(house, 4);
    const players = await seated(lesson);
    await all(lesson.host, { do: 'start' });
    const code = players[0]?.table.value?.code ?? '';
    const { reservation } = (await post(house, '/api/watch', { code })).body;
    await aSleeper(reservation);
    await until(() => serverSide(reservation) !== null, 'the connection', PATIENCE);
    liftLimits();
    let most = 0;
    for (let times = 0; times < 59 && serverSide(reservation) !== null; times += 1) {
      await Promise.all(players.map((player) => player.say({ to: '*', phrase: 'thanks' })));
      most = Math.max(most, serverSide(reservation)?._enqueuedMessages?.length ?? 0);
    }
    await until(() => serverSide(reservation) === null, 'the end of the connection', PATIENCE);
    expect(most).toBeGreaterThan(50);
    expect(most).toBeLessThan(120);
    await expectToGoOn(players, () => nextPhase(lesson.host, players));
  }, 60_000);
});

describe('in the room of a class', () => {
  test.each([
    [
      'a frame that is too long',
      (room: { send(type: string, message: unknown): unknown }) => room.send('wish', { role: 'x'.repeat(9000) }),
    ],
    [
      'a flood of messages',
      (room: { send(type: string, message: unknown): unknown }) => {
        for (let count = 0; count < 200; count += 1) room.send('wish', { role: 'platform' });
      },
    ],
  ])('%s ends its own connection, and its sender comes back with the secret', async (_what, misbehave) => {
    const lesson = await aLesson(house, 2);
    const [student, other] = lesson.students;
    const seatSecret = student?.keyring.get('seat', lesson.created.code);
    const join = async () => (await post(house, '/api/join', { code: lesson.created.code, nickname: 'x', seatSecret })).body;
    let ended: number | null = null;
    const room = await openRoom((await join()).reservation, house.url, (opening) => opening.onLeave((code) => (ended = code)));
    misbehave(room as never);
    await until(() => ended !== null, 'the end of the connection', PATIENCE);
    expect(other?.lobby.link.value).toBe('online');
    expect(lesson.host.link.value).toBe('online');
    expect(await join()).toMatchObject({ room: 'workshop', player: student?.lobby.player });
    await order(lesson.host, { do: 'seat' });
  });
});

/** Guesses are counted by address and class: each of these tests has a server of its own. The matchmaker belongs to the process. */
describe('guessing', () => {
  beforeAll(() => house.stop());
  afterAll(async () => {
    house = await aServer();
  });

  const counted = (answers: readonly Answered[]): Record<string, number> => {
    const counts: Record<string, number> = {};
    for (const { body, status } of answers) {
      const outcome = String(body.code ?? status);
      counts[outcome] = (counts[outcome] ?? 0) + 1;
    }
    return counts;
  };
  const asDevice = (name: string) => ({ 'x-device': name });

  test('many codes at once, while the database is slow: all but the first are told to wait, whatever the device calls itself', async () => {
    const limits = new GuessLimits();
    const guess = (count: number): Promise<ErrorCode> => {
      const request = { get: () => `device-${count}`, socket: { remoteAddress: '10.0.0.1' } } as unknown as Request;
      const looked = limits.guard(request, `CODE${count}`, async () => {
        await new Promise((resolve) => setTimeout(resolve, 1));
        return refuse(PROBLEMS.wrongCode);
      });
      return looked.catch((error: unknown) => problemOf(error).code);
    };
    const answers = await Promise.all(Array.from({ length: 500 }, (_, count) => guess(count)));
    const wrong = answers.filter((code) => code === 'wrong-code').length;
    // Those that were looked at when the last one was found wrong are answered, too.
    expect(wrong).toBeGreaterThanOrEqual(300);
    expect(wrong).toBeLessThan(340);
    expect(answers.slice(340).every((code) => code === 'too-many-tries')).toBe(true);
  });

  test.each([
    ['secrets', '/api/join', (code: string) => ({ code, nickname: 'Guess', seatSecret: 'x'.repeat(32) }), 'wrong-secret'],
    ['host keys', '/api/watch', (code: string) => ({ code, hostSecret: 'x'.repeat(32) }), 'wrong-secret'],
    ['the words of a seat', '/api/reclaim', (code: string) => ({ code, words: 'able about above' }), 'wrong-words'],
  ])('%s of one class, however its code is written: the class goes on, and other classes are open', async (_what, place, guess, wrong) => {
    const small = await aServer();
    house = small;
    const created = await aClass(small);
    const other = await aClass(small);
    const host = await theConsole(small, created);
    const { body } = await post(small, '/api/join', { code: created.code, nickname: 'Honest' });
    const writings = [created.code, created.code.toLowerCase(), ` ${created.code}`, `${created.code}  `, ` ${created.code.toLowerCase()}`];
    const answers: Answered[] = [];
    for (let round = 0; round < 20; round += 1)
      answers.push(
        ...(await Promise.all(writings.map((code, index) => post(small, place, guess(code), asDevice(`device-${round}-${index}`))))),
      );
    const counts = counted(answers);
    expect(counts[wrong]).toBeGreaterThanOrEqual(30);
    expect(counts[wrong]).toBeLessThanOrEqual(35);
    expect(counts['too-many-tries']).toBe(100 - (counts[wrong] ?? 0));
    // Who is there stays there, and the address is not shut out of other classes.
    expect(host.link.value).toBe('online');
    await order(host, { do: 'rename', player: String(body.player), nickname: 'Still here' });
    await until(() => idOf(host, 'Still here') !== '', 'the name', PATIENCE);
    expect((await post(small, '/api/join', { code: other.code, nickname: 'Elsewhere' })).status).toBe(200);
    closeSessions();
    await small.stop();
  });

  test('right words are not counted: a whole class may take its seats back one after the other', async () => {
    const small = await aServer();
    house = small;
    const created = await aClass(small);
    const host = await theConsole(small, created);
    const { body } = await post(small, '/api/join', { code: created.code, nickname: 'Clumsy' });
    liftLimits();
    for (let times = 0; times < 65; times += 1) {
      const { words } = await order(host, { do: 'reissue', player: String(body.player) });
      expect((await post(small, '/api/reclaim', { code: created.code, words })).status).toBe(200);
    }
    const session = await aSession(small, { kind: 'watch', code: created.code }).catch((error: Error) => error.message);
    expect(session).toContain('no-such-table');
    closeSessions();
    await small.stop();
  });
});
