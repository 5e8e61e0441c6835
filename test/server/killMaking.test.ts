import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { ClassInfo, ClassSession, TableSession } from '../../client/net/session.ts';
import type { ConsoleAnswer } from '../../shared/console.ts';
import type { Problem } from '../../shared/messages.ts';
import { aDoomedServer, type Doomed, LONG } from './doomed.ts';
import { aSession, atTable, closeSessions, until } from './house.ts';
import { aLesson, all, nextPhase, order, PATIENCE, seated, tablesOf } from './lesson.ts';

let server: Doomed;
beforeAll(async () => {
  server = await aDoomedServer();
});
afterEach(closeSessions);
afterAll(() => server.remove());

/** Kills the server some milliseconds after something was asked; answers whether it was done, as far as anybody knows. */
async function killedAfter(milliseconds: number, asking: Promise<ConsoleAnswer | Problem>): Promise<boolean> {
  const asked = asking.then(
    (answer) => !('code' in answer),
    () => false,
  );
  await new Promise((resolve) => setTimeout(resolve, milliseconds));
  await server.kill();
  server.tell();
  return asked;
}

const isBack = ({ link }: ClassSession | TableSession): boolean => link.value === 'online' || link.value === 'ended';

/** What the host sees once the server has answered. */
async function seenBy(host: ClassSession): Promise<ClassInfo> {
  await until(() => host.link.value === 'online', 'the host', LONG);
  await order(host, { do: 'set', settings: {} });
  if (host.info.value === null) throw new Error('nothing is shown');
  return host.info.value;
}

test(
  'a server that is killed while it makes the tables of a class has made all of them or none',
  async () => {
    const lesson = await aLesson(server.house, 9);
    const { host, students } = lesson;
    await order(host, { do: 'set', settings: { pauseWithoutHost: false } });
    let isSeated = false;
    for (let wait = 0; !isSeated; wait += 2) {
      const isKnown = await killedAfter(wait, host.order({ do: 'seat' }));
      const { status, tables, players } = await seenBy(host);
      isSeated = status !== 'lobby';
      if (isKnown) expect(isSeated).toBe(true);
      expect([tables.length, tables.flatMap(({ seats }) => seats.flatMap((seat) => seat.players)).length]).toEqual([2, 9]);
      expect(players.every(({ table }) => tables.some(({ code }) => code === table))).toBe(true);
    }
    // A student who is led to the table has it.
    const players = await Promise.all(students.map((student) => atTable(server.house, student)));
    expect(new Set(players.map(({ table }) => table.value?.code)).size).toBe(2);
    closeSessions();
  },
  5 * 60_000,
);

test(
  'a server that is killed while a table is rewound has rewound it with all its people, or left it as it was',
  async () => {
    const lesson = await aLesson(server.house, 4);
    const { host, created, students } = lesson;
    await order(host, { do: 'set', settings: { pauseWithoutHost: false } });
    let players: readonly TableSession[] = await seated(lesson);
    await all(host, { do: 'start' });
    await until(() => players.every(({ view }) => view.value?.phase === 'briefing'), 'the briefing', PATIENCE);
    while (players[0]?.view.value?.round === 1) await nextPhase(host, players);
    let isRewound = false;
    for (let wait = 0; !isRewound; wait += 2) {
      const [before] = tablesOf(host);
      const isKnown = await killedAfter(wait, host.order({ do: 'rewind', table: before?.code ?? '', round: 1 }));
      const { tables } = await seenBy(host);
      const [after] = tables;
      isRewound = after?.code !== before?.code;
      if (isKnown) expect(isRewound).toBe(true);
      expect(tables).toHaveLength(1);
      expect([after?.round, host.console.value?.forks]).toEqual(isRewound ? [1, [{ number: 1, code: before?.code, round: 1 }]] : [2, []]);
      expect(after?.seats.map((seat) => seat.players.length)).toEqual([1, 1, 1, 1]);
      await until(() => players.every(isBack), 'everybody', LONG);
      if (!isRewound) continue;
      players = await Promise.all(
        students.map(({ keyring }) => aSession(server.house, { kind: 'seat', code: created.code, nickname: '' }, keyring)),
      );
      expect(players.map(({ view }) => view.value?.round)).toEqual([1, 1, 1, 1]);
    }
    closeSessions();
  },
  5 * 60_000,
);
