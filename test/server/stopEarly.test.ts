import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { isProblem, joinTable, playOn } from '../../client/net/api.ts';
import { memoryKeyring } from '../../client/net/keyring.ts';
import type { ClassSession, TableSession } from '../../client/net/session.ts';
import { openStore } from '../../server/store/store.ts';
import type { TableOrder } from '../../shared/console.ts';
import type { TableCreated } from '../../shared/messages.ts';
import { aPlayer, aServer, aSession, aTable, closeSessions, type House, playPhase, theHost, until } from './house.ts';
import { aLesson, all, codeOfAnswer, idOf, type Lesson, nextPhase, order, PATIENCE, seated, tablesOf, toAgenda } from './lesson.ts';

let house: House;
beforeAll(async () => {
  house = await aServer();
});
afterAll(() => house.stop());
afterEach(closeSessions);

const undoOf = (host: ClassSession) => host.console.value?.undo;
const notesOf = (host: ClassSession) => host.console.value?.bookmarks.map(({ table, note }) => `${table} ${note}`);
const standing = (host: ClassSession) => tablesOf(host).map(({ number, status, round, phase }) => `${number} ${status} ${round} ${phase}`);
const isOver = ({ view }: TableSession): boolean => view.value?.status === 'finished';

interface Played {
  readonly lesson: Lesson;
  readonly host: ClassSession;
  readonly players: readonly TableSession[];
}

/** A class of so many in its first agenda; whoever plays `alpha` at table 1 has locked and spoken there. */
async function inAgenda(count: number): Promise<Played & { readonly alpha: number }> {
  const lesson = await aLesson(house, count);
  const { host } = lesson;
  await order(host, { do: 'set', settings: { pauseWithoutHost: false } });
  const players = await seated(lesson);
  await toAgenda(host, players);
  const [first] = tablesOf(host);
  const alpha = players.findIndex(({ seat, table }) => seat === 'alpha' && table.value?.code === first?.code);
  expect(await players[alpha]?.choose({ picks: [{ action: 'staff-plan' }] })).toBeNull();
  expect(await players[alpha]?.say({ to: '*', phrase: 'thanks' })).toBeNull();
  return { lesson, host, players, alpha };
}

const at = (host: ClassSession, number: number, wanted: TableOrder) =>
  order(host, { do: 'table', table: tablesOf(host).find((table) => table.number === number)?.code ?? '', order: wanted });

/** Follows somebody to where they sit now. */
const again = ({ created, students }: Lesson, index: number): Promise<TableSession> =>
  aSession(house, { kind: 'seat', code: created.code, nickname: '' }, students[index]?.keyring);

describe('a match that the host has ended early', () => {
  test('goes on at all tables where it stopped, with what was locked and said, and is kept as it was', async () => {
    const { lesson, host, players, alpha } = await inAgenda(9);
    const [before, codes] = [standing(host), tablesOf(host).map(({ code }) => code)];
    const screen = await aSession(house, { kind: 'watch', code: codes[0] ?? '' });
    await all(host, { do: 'finish' });
    await until(() => players.every(isOver) && host.info.value?.status === 'finished', 'the end', PATIENCE);
    expect(undoOf(host)).toBe('Stopped 2 tables early');
    await order(host, { do: 'undo' });
    await until(() => host.info.value?.status === 'playing' && undoOf(host) === '', 'play', PATIENCE);
    expect(standing(host)).toEqual(before);
    const now = tablesOf(host).map(({ code }) => code);
    expect(now.some((code) => codes.includes(code))).toBe(false);
    expect(host.console.value?.forks).toEqual(codes.map((code, index) => ({ number: index + 1, code, round: 1 })));
    await until(() => players.every(({ elsewhere }) => now.includes(elsewhere.value ?? '')), 'the way on', PATIENCE);
    await until(() => screen.elsewhere.value === now[0], 'the way on of the room’s screen', PATIENCE);

    const there = await again(lesson, alpha);
    expect(there.view.value?.seats.alpha?.own?.choice?.picks).toEqual([{ action: 'staff-plan' }]);
    await until(() => there.said.value.some(({ phrase }) => phrase === 'thanks'), 'what was said');
    const original = await aSession(house, { kind: 'watch', code: codes[0] ?? '' });
    expect(isOver(original)).toBe(true);

    // It is played to its next phase, and found there by a server that starts again.
    await nextPhase(host, [there]);
    const later = standing(host);
    await house.restart();
    await until(() => host.link.value === 'online' && there.link.value === 'online', 'everybody back', PATIENCE);
    expect(standing(host)).toEqual(later);
    // Whoever has opened the original itself is not led away from it.
    await until(() => original.link.value === 'online', 'the original back', PATIENCE);
    expect([original.elsewhere.value, isOver(original)]).toEqual([null, true]);
    expect(host.console.value?.forks.map(({ code }) => code)).toEqual(codes);
  }, 60_000);

  test.each([
    ['all tables', 'Stopped 2 tables early', ['playing', 'playing']],
    ['one table', 'Stopped table 2 early', ['playing', 'playing']],
  ])(
    'goes on after a restart of the server, too: %s',
    async (which, label, expected) => {
      const { host } = await inAgenda(9);
      if (which === 'all tables') await all(host, { do: 'finish' });
      else await at(host, 2, { do: 'finish' });
      await until(() => undoOf(host) === label, 'the end');
      await house.restart();
      await until(() => host.link.value === 'online' && undoOf(host) === label, 'the host back', PATIENCE);
      await order(host, { do: 'undo' });
      await until(() => undoOf(host) === '', 'play', PATIENCE);
      expect(tablesOf(host).map(({ status }) => status)).toEqual(expected);
    },
    60_000,
  );

  test('goes on at one table as it was: paused, with its timer and its bookmarks; the others never stopped', async () => {
    const { host } = await inAgenda(9);
    const [first, second] = tablesOf(host);
    await at(host, 1, { do: 'timer', on: true });
    await at(host, 1, { do: 'bookmark', note: 'Before' });
    await at(host, 1, { do: 'pause' });
    await at(host, 1, { do: 'finish' });
    await until(() => tablesOf(host)[0]?.status === 'finished', 'the end');
    expect([undoOf(host), host.info.value?.status]).toEqual(['Stopped table 1 early', 'playing']);
    await order(host, { do: 'undo' });
    await until(() => tablesOf(host)[0]?.status === 'playing', 'play');
    const [one, other] = tablesOf(host);
    expect(other?.code).toBe(second?.code);
    expect(one).toMatchObject({ round: first?.round, phase: first?.phase, paused: true, timer: true });
    expect(notesOf(host)).toEqual([`${one?.code} Before`]);
  });

  test('has no broadcast above its debrief but what is said there', async () => {
    const { host, players } = await inAgenda(9);
    const read = (text: string) =>
      until(() => host.info.value?.notice === text && players.every(({ table }) => table.value?.notice === text), `“${text}”`, PATIENCE);
    await order(host, { do: 'broadcast', text: 'Five more minutes.' });
    await at(host, 1, { do: 'finish' });
    await until(() => players.some(({ table }) => table.value?.notice === ''), 'nothing above the debrief of table 1', PATIENCE);
    expect([host.info.value?.notice, players.some(({ table }) => table.value?.notice === 'Five more minutes.')]).toEqual([
      'Five more minutes.',
      true,
    ]);
    await at(host, 2, { do: 'finish' });
    await read('');
    await order(host, { do: 'broadcast', text: 'Look at round 1.' });
    await at(host, 1, { do: 'bookmark', note: 'Here' });
    await read('Look at round 1.');
  });

  test('keeps what was marked after the end with the original', async () => {
    const { host } = await inAgenda(4);
    await at(host, 1, { do: 'bookmark', note: 'Before' });
    await at(host, 1, { do: 'finish' });
    await at(host, 1, { do: 'bookmark', note: 'After' });
    await until(() => undoOf(host) === 'Bookmark', 'a bookmark');
    await order(host, { do: 'undo' });
    await at(host, 1, { do: 'bookmark', note: 'Again' });
    await order(host, { do: 'undo' });
    await order(host, { do: 'undo' });
    await until(() => tablesOf(host)[0]?.status === 'playing', 'play');
    expect(notesOf(host)).toEqual([`${tablesOf(host)[0]?.code} Before`]);
  });

  test('may be ended and taken back again; what was done before that can’t be undone any more', async () => {
    const { host } = await inAgenda(4);
    const moved = idOf(host, 'Student 1');
    await order(host, { do: 'put', player: moved, table: tablesOf(host)[0]?.code ?? '', seat: 'beta' });
    await order(host, { do: 'rewind', table: tablesOf(host)[0]?.code ?? '', round: 1 });
    for (let times = 1; times <= 2; times += 1) {
      await all(host, { do: 'finish' });
      await until(() => undoOf(host) === 'Stopped table 1 early', 'the end');
      await order(host, { do: 'undo' });
      await until(() => tablesOf(host)[0]?.status === 'playing' && undoOf(host) === '', 'play');
    }
    expect(codeOfAnswer(await host.order({ do: 'undo' }))).toBe('nothing-to-undo');
    expect(standing(host)).toEqual(['1 playing 1 briefing']);
    expect(tablesOf(host)[0]?.seats.flatMap(({ players }) => players)).toHaveLength(4);
  });
});

describe('a table of its own that its host has ended early', () => {
  const end = { do: 'finish' } as const;
  const playedOn = ({ code, hostSecret }: TableCreated, secret = hostSecret) => playOn(code, secret, house.url);

  /** A table in its first agenda, with a host, a projector and Alpha, who has locked and spoken. */
  async function aTableInAgenda() {
    const created = await aTable(house);
    const host = await theHost(house, created);
    const screen = await aSession(house, { kind: 'watch', code: created.code });
    const players = await Promise.all(['regulator', 'alpha'].map((seat) => aPlayer(house, created.code, seat)));
    await host.host({ do: 'start' });
    await until(() => players.every(({ view }) => view.value?.phase === 'briefing'), 'the briefing');
    await playPhase(players);
    const [, alpha] = players;
    if (alpha === undefined) throw new Error('There is no Alpha.');
    expect(await alpha.choose({ picks: [{ action: 'staff-plan' }] })).toBeNull();
    expect(await alpha.say({ to: '*', phrase: 'thanks' })).toBeNull();
    return { created, host, alpha, all: [host, screen, ...players] };
  }

  test.each(['at once', 'after a restart of the server'])(
    'goes on under its code, with everybody and all they did: %s',
    async (when) => {
      const { created, host, alpha, all: everybody } = await aTableInAgenda();
      const before = host.events.value;
      expect(await host.host(end)).toBeNull();
      await until(() => everybody.every(isOver), 'the end', PATIENCE);
      if (when !== 'at once') await house.restart();
      expect(await playedOn(created)).toBeNull();
      await until(() => everybody.every(({ view, link }) => link.value === 'online' && view.value?.phase === 'agenda'), 'play', PATIENCE);
      expect(alpha.view.value?.seats.alpha?.own?.choice?.picks).toEqual([{ action: 'staff-plan' }]);
      expect(alpha.said.value.map(({ phrase }) => phrase)).toEqual(['thanks']);
      expect(host.events.value).toEqual(before);
      // It is played on, and may be ended again.
      expect(await host.host({ do: 'next' })).toBeNull();
      await until(() => everybody.every(({ view }) => view.value?.phase === 'answer'), 'the next phase', PATIENCE);
      expect(await host.host(end)).toBeNull();
      await until(() => everybody.every(isOver), 'the end again', PATIENCE);
    },
    60_000,
  );

  test('is played on by its host alone, and only once', async () => {
    const { created, host, all: everybody } = await aTableInAgenda();
    expect(await playedOn(created)).toMatchObject({ code: 'nothing-to-undo' });
    await host.host(end);
    expect(await playedOn(created, 'x'.repeat(43))).toMatchObject({ code: 'wrong-secret' });
    expect(everybody.every(isOver)).toBe(true);
    expect(await playedOn(created)).toBeNull();
    await until(() => everybody.every(({ view }) => view.value?.phase === 'agenda'), 'play', PATIENCE);
    // Whoever asks again has what they want, and nobody is led away from it.
    expect(await playedOn(created)).toBeNull();
    expect(await host.host({ do: 'next' })).toBeNull();
    await until(() => everybody.every(({ view }) => view.value?.phase === 'answer'), 'the next phase', PATIENCE);
  });

  test('is played on once when its host asks twice at the same time', async () => {
    const { created, host, alpha, all: everybody } = await aTableInAgenda();
    await host.host(end);
    expect(await Promise.all([playedOn(created), playedOn(created)])).toEqual([null, null]);
    await until(() => everybody.every(({ view, link }) => link.value === 'online' && view.value?.phase === 'agenda'), 'play', PATIENCE);
    expect(alpha.view.value?.seats.alpha?.own?.choice?.picks).toEqual([{ action: 'staff-plan' }]);
  });

  test('keeps the seats of those who join while it is taken back', async () => {
    const { created, host } = await aTableInAgenda();
    await host.host(end);
    const { code } = created;
    const joining = (seat: string) => joinTable({ code, nickname: `Player ${seat}`, seat }, house.url);
    const [early, playing, late] = [joining('beta'), playedOn(created), joining('voices')];
    expect(await playing).toBeNull();
    for (const answer of await Promise.all([early, late])) {
      if (isProblem(answer)) throw new Error(answer.message);
      const keyring = memoryKeyring();
      keyring.set('seat', code, answer.seatSecret);
      const session = await aSession(house, { kind: 'seat', code, nickname: '' }, keyring);
      expect([session.player, session.seat, session.view.value?.phase]).toEqual([answer.player, answer.seat, 'agenda']);
    }
  });

  test('leaves nothing behind when it is deleted', async () => {
    const { created, host } = await aTableInAgenda();
    await host.host(end);
    const store = await openStore({ dataDir: path.join(house.folder, 'data'), databaseUrl: null });
    const { id = '' } = (await store.table(created.code)) ?? {};
    expect(await playedOn(created)).toBeNull();
    expect(await store.commands(id)).not.toEqual([]);
    const headers = { 'x-host-secret': created.hostSecret };
    expect((await fetch(`${house.url}/api/tables/${created.code}`, { method: 'DELETE', headers })).status).toBe(204);
    expect(await store.commands(id)).toEqual([]);
    await store.close();
  });
});

test('a match that has come to its own end is not played on', async () => {
  const { host } = await inAgenda(4);
  while (host.info.value?.status !== 'finished') await all(host, { do: 'next' });
  expect(undoOf(host)).toBe('');
  expect(codeOfAnswer(await host.order({ do: 'undo' }))).toBe('nothing-to-undo');
});
