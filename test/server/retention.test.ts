import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { isProblem } from '../../client/net/api.ts';
import type { ClassSession } from '../../client/net/session.ts';
import type { ConsoleOrder } from '../../shared/console.ts';
import { aClass, aServer, aStudent, aTable, atTable, closeSessions, get, type House, post, theConsole, until } from './house.ts';

let house: House;
beforeAll(async () => {
  house = await aServer(undefined, { emptyRoom: 200, rest: 200 });
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
    await new Promise((resolve) => setTimeout(resolve, 1000));
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
    await new Promise((resolve) => setTimeout(resolve, 1000));
    expect(await statusOf(created.code)).toBe(200);
    const back = await theConsole(house, created);
    await until(() => back.info.value?.status === 'playing', 'the match to go on');
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
