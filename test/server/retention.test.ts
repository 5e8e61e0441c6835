import { cpSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { isProblem } from '../../client/net/api.ts';
import type { ClassSession } from '../../client/net/session.ts';
import { openStore } from '../../server/store/store.ts';
import type { ConsoleOrder } from '../../shared/console.ts';
import { aClass, aServer, aSession, aStudent, aTable, atTable, closeSessions, get, type House, post, theConsole, until } from './house.ts';
import { aPlayer as storedPlayer, aTable as storedTable } from './storedThings.ts';

/** How long a room stays open that nobody is in, in milliseconds. */
const EMPTY = 1000;

let house: House;
beforeAll(async () => {
  // Loaded when it is first needed; rooms that nobody is in close soon here, but not before a client of a busy machine has come.
  await import('../../client/net/room.ts');
  house = await aServer(undefined, { emptyRoom: EMPTY, rest: 200 });
});
afterAll(() => house.stop());
afterEach(closeSessions);

async function order(host: ClassSession, wanted: ConsoleOrder): Promise<void> {
  const answer = await host.order(wanted);
  if (isProblem(answer)) throw new Error(`${wanted.do}: ${answer.code} ${answer.message}`);
}

const inDays = (days: number): string => new Date(Date.now() + days * 24 * 60 * 60 * 1000).toISOString().slice(0, 10);
const statusOf = async (code: string): Promise<number> => (await get(house, `/api/tables/${code}`)).status;

async function aFinishedClass(keptDays: 0 | 14 | 30) {
  const created = await aClass(house);
  const host = await theConsole(house, created);
  const student = await aStudent(house, created.code, 'Student');
  await order(host, { do: 'set', settings: { keptDays } });
  await order(host, { do: 'seat' });
  const player = await atTable(house, student);
  await order(host, { do: 'table', table: null, order: { do: 'start' } });
  while (host.info.value?.status !== 'finished') {
    const before = host.info.value?.tables[0];
    await order(host, { do: 'table', table: null, order: { do: 'next' } });
    await until(() => {
      const now = host.info.value?.tables[0];
      return now?.phase !== before?.phase || now?.round !== before?.round || now?.status !== before?.status;
    }, 'the next phase');
  }
  return { created, host, player };
}

describe('what was played', () => {
  test.each([14, 30] as const)('is kept for %i days after it was played, and everybody is told until when', async (keptDays) => {
    const { created, host, player } = await aFinishedClass(keptDays);
    expect(host.info.value?.deletedOn).toBe(inDays(keptDays));
    await until(() => player.table.value?.deletedOn === inDays(keptDays), 'the date at the table');
    closeSessions();
    await new Promise((resolve) => setTimeout(resolve, EMPTY * 2));
    expect(await statusOf(created.code)).toBe(200);
  });

  test('is deleted as soon as the class is over and everybody has left, if it is to be kept no longer', async () => {
    const { created, host, player } = await aFinishedClass(0);
    const table = player.table.value?.code ?? '';
    expect(host.info.value?.deletedOn).toBe('');
    expect(await statusOf(created.code)).toBe(200);
    closeSessions();
    const gone = async (): Promise<boolean> => (await statusOf(created.code)) === 404;
    for (let tries = 0; tries < 200 && !(await gone()); tries += 1) await new Promise((resolve) => setTimeout(resolve, 50));
    expect(await statusOf(created.code)).toBe(404);
    expect(await statusOf(table)).toBe(404);
  });

  test('is not deleted while the match goes on, though nobody is there', async () => {
    const created = await aClass(house);
    const host = await theConsole(house, created);
    await aStudent(house, created.code, 'Student');
    await order(host, { do: 'set', settings: { keptDays: 0 } });
    await order(host, { do: 'seat' });
    await order(host, { do: 'table', table: null, order: { do: 'start' } });
    closeSessions();
    await new Promise((resolve) => setTimeout(resolve, EMPTY * 2));
    expect(await statusOf(created.code)).toBe(200);
    const back = await theConsole(house, created);
    await until(() => back.info.value?.status === 'playing', 'the match to go on');
  });

  test('is gone with the class also where another table plays on in its place', async () => {
    const created = await aClass(house);
    const host = await theConsole(house, created);
    const student = await aStudent(house, created.code, 'Student');
    await order(host, { do: 'seat' });
    await atTable(house, student);
    await order(host, { do: 'table', table: null, order: { do: 'start' } });
    const original = host.info.value?.tables[0]?.code ?? '';
    await order(host, { do: 'rewind', table: original, round: 1 });
    await until(() => host.console.value?.forks[0]?.code === original, 'the fork');
    const watcher = await aSession(house, { kind: 'watch', code: original });
    const headers = { 'x-host-secret': created.hostSecret };
    const saved = async (): Promise<number> => (await fetch(`${house.url}/api/tables/${original}/export.csv`, { headers })).status;
    expect(await saved()).toBe(200);
    await order(host, { do: 'delete' });
    await until(() => watcher.link.value === 'ended', 'the end of the table that is watched');
    expect(await saved()).toBe(404);
  });

  test('at a table of its own is kept for 14 days, or deleted at once on request', async () => {
    const { code, hostSecret } = await aTable(house);
    const { body } = await post(house, '/api/join', { code, nickname: 'Ann' });
    expect(body.seat).toBe('regulator');
    const headers = { 'x-host-secret': hostSecret };
    expect((await fetch(`${house.url}/api/tables/${code}`, { method: 'DELETE', headers })).status).toBe(204);
    expect(await statusOf(code)).toBe(404);
    const back = await post(house, '/api/join', { code, nickname: 'Ann', seatSecret: String(body.seatSecret) });
    expect(back.body.code).toBe('wrong-code');
  });
});

describe('of what was deleted', () => {
  const SAID = ['Zebulon of row three', 'a bookmark about Zebulon', 'words that Zebulon wrote'];
  /** What of it can be read in the files of the database, by any program. */
  const legible = (): readonly string[] => {
    const files = readdirSync(path.join(house.folder, 'data')).map((name) => readFileSync(path.join(house.folder, 'data', name)));
    return SAID.filter((text) => files.some((bytes) => bytes.includes(text)));
  };

  test('no file of a running server holds a name, a bookmark or words any more', async () => {
    const created = await aClass(house);
    const host = await theConsole(house, created);
    const [student, other] = [await aStudent(house, created.code, 'Zebulon of row three'), await aStudent(house, created.code, 'Other')];
    await order(host, { do: 'set', settings: { freeText: true } });
    await order(host, { do: 'seat' });
    const [player, neighbour] = [await atTable(house, student), await atTable(house, other)];
    await order(host, { do: 'table', table: null, order: { do: 'start' } });
    await order(host, { do: 'table', table: null, order: { do: 'bookmark', note: 'a bookmark about Zebulon' } });
    await until(() => player.view.value?.status === 'playing', 'the match to begin');
    expect(await player.say({ to: neighbour.seat ?? '', text: 'words that Zebulon wrote' })).toBeNull();
    expect(legible()).toEqual(SAID);
    await order(host, { do: 'delete' });
    await until(() => legible().length === 0, 'the files to be clean');
    closeSessions();
    expect(await statusOf(created.code)).toBe(404);
    await house.restart();
    expect(legible()).toEqual([]);
  });

  test('no copy stays in the file where rows were moved from page to page', async () => {
    const where = { dataDir: path.join(house.folder, 'many'), databaseUrl: null };
    const store = await openStore(where);
    const tables = [...Array(20).keys()];
    const file = path.join(where.dataDir, 'chokepoint.sqlite');
    for (const of of tables) {
      const tableId = `table-${of}`;
      await store.createTable(storedTable({ id: tableId, code: `CODE${of}` }), []);
      for (let joined = 0; joined < 30; joined += 1)
        await store.savePlayer(storedPlayer({ id: `${of}-${joined}`, tableId, nickname: `Zebulon ${of}.${joined}`, joined }));
    }
    // Longer rows have to be moved.
    const plan = { round: 1, phase: 'agenda', choice: { picks: [{ action: 'refuse'.repeat(100) }] }, proposed: true, vote: null };
    for (const of of tables)
      for (let joined = 0; joined < 30; joined += 1)
        await store.savePlayer(
          storedPlayer({
            id: `${of}-${joined}`,
            tableId: `table-${of}`,
            nickname: `Zebulon ${of}.${joined}`,
            joined,
            plan: joined % 2 === 0 ? null : plan,
          }),
        );
    for (const of of tables.slice(1)) await store.deleteTable(`table-${of}`);
    await store.close();
    const names = readFileSync(file, 'latin1').match(/Zebulon \d+/g) ?? [];
    expect(new Set(names)).toEqual(new Set(['Zebulon 0']));
  });

  test('what was deleted just before a server is killed is gone when the next one has started', async () => {
    const where = { dataDir: path.join(house.folder, 'killed'), databaseUrl: null };
    const held = (folder: string): boolean => readdirSync(folder).some((name) => readFileSync(path.join(folder, name)).includes('Zebulon'));
    const store = await openStore(where);
    await store.createTable(storedTable(), []);
    await store.savePlayer(storedPlayer({ tableId: 'table-1', nickname: 'Zebulon' }));
    const deleted = store.deleteTable('table-1');
    // The files as they are the moment it is done.
    const copy = { ...where, dataDir: path.join(house.folder, 'copy') };
    await deleted;
    cpSync(where.dataDir, copy.dataDir, { recursive: true });
    await store.close();
    expect(held(copy.dataDir)).toBe(true);
    const next = await openStore(copy);
    expect(await next.purge('2026-01-01T00:00:00.000Z')).toBe(0);
    for (let tries = 0; tries < 100 && held(copy.dataDir); tries += 1) await new Promise((resolve) => setTimeout(resolve, 50));
    expect(held(copy.dataDir)).toBe(false);
    await next.close();
  });
});
