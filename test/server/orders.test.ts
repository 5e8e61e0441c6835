import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { ClassInfo, ClassSession } from '../../client/net/session.ts';
import type { ConsoleOrder, TableOrder } from '../../shared/console.ts';
import { type Luck, luckOf, shuffled } from '../play.ts';
import { aClass, aServer, aStudent, closeSessions, type House, post, theConsole, until } from './house.ts';
import { codeOfAnswer, order, PATIENCE } from './lesson.ts';
import { junkOf, liftLimits, mutated } from './mischief.ts';

let house: House;
beforeAll(async () => {
  house = await aServer(undefined, { logLevel: 'silent' });
});
afterAll(() => house.stop());
afterEach(closeSessions);

const SEATS = ['regulator', 'alpha', 'beta', 'voices'];

/** Any order that a host may give, with anybody and anything there is. */
function anyOrder(info: ClassInfo, luck: Luck): ConsoleOrder {
  const one = <T>(list: readonly T[]): T | undefined => shuffled(list, luck)[0];
  const [player, other] = [one(info.players)?.id ?? 'nobody', one(info.players)?.id ?? 'nobody'];
  const isLobby = info.status === 'lobby';
  const table = one(info.tables)?.code ?? 'none';
  const seat = one(SEATS) ?? '';
  const place = isLobby ? Number(table) || 1 : table;
  const onTable: readonly TableOrder[] = [
    { do: 'start' },
    { do: 'next' },
    { do: 'stop-waiting' },
    { do: 'pause' },
    { do: 'resume' },
    { do: 'replace', seat, bot: 'cautious' },
    { do: 'hand-back', seat },
    { do: 'mute', seat, on: luck() < 0.5 },
    { do: 'bookmark', note: 'A note' },
    { do: 'inject', crisis: 'protest' },
    ...(luck() < 0.1 ? [{ do: 'finish' } as const] : []),
  ];
  const orders: readonly ConsoleOrder[] = [
    { do: 'put', player, table: place, seat },
    { do: 'put', player, table: place, seat: null },
    { do: 'put', player, table: null, seat: null },
    { do: 'swap', one: player, other },
    { do: 'swap', one: player, other: player },
    { do: 'remove', player },
    { do: 'ban', player },
    { do: 'undo' },
    { do: 'undo' },
    { do: 'rename', player, nickname: `Name ${Math.floor(luck() * 12)}` },
    { do: 'rewind', table, round: 1 + Math.floor(luck() * 3) },
    { do: 'set', settings: { tables: Math.floor(luck() * 4) } },
    ...(luck() < 0.15 ? [{ do: 'seat' } as const] : []),
    ...onTable.map((wanted): ConsoleOrder => ({ do: 'table', table: luck() < 0.3 ? null : table, order: wanted })),
  ];
  return one(orders) ?? { do: 'undo' };
}

/** Where everybody is, as the list of players and as the tables say; both must say the same, and nobody may be in two places. */
function placesOf(info: ClassInfo): readonly string[] {
  const byPlayer = info.players.flatMap(({ id, table, seat }) => (table === '' ? [] : [`${id} ${table} ${seat}`])).sort();
  const byTable = info.tables
    .flatMap(({ code, seats }) => seats.flatMap(({ id, players }) => players.map((player) => `${player} ${code} ${id}`)))
    .sort();
  expect(byTable).toEqual(byPlayer);
  expect(new Set(byPlayer.map((line) => line.split(' ')[0])).size).toBe(byPlayer.length);
  return byPlayer;
}

const known = (host: ClassSession) => ({
  places: host.info.value === null ? [] : placesOf(host.info.value),
  names: host.console.value?.players.map(({ id, nickname }) => `${id} ${nickname}`),
  settings: host.info.value?.settings,
  tables: host.info.value?.tables.map(({ code, round, phase, paused, status }) => [code, round, phase, paused, status]),
  // A rewind that was taken back leaves nothing worth keeping, unless it was played on.
  forks: host.console.value?.forks
    .filter(({ round }) => round > 0)
    .map(({ code, round }) => `${code} ${round}`)
    .sort(),
  bookmarks: host.console.value?.bookmarks,
});

async function aHostOf(count: number): Promise<ClassSession> {
  const created = await aClass(house);
  const host = await theConsole(house, created);
  for (let n = 1; n <= count; n += 1) (await aStudent(house, created.code, `Student ${n}`)).lobby.close();
  await until(() => host.info.value?.players.length === count, 'everybody', PATIENCE);
  await order(host, { do: 'set', settings: { pauseWithoutHost: false } });
  liftLimits();
  return host;
}

describe('any orders of a host, one after the other', () => {
  test.each([1, 2, 3])(
    'leave everybody in one place, and all of it in the record (%i)',
    async (seed) => {
      const host = await aHostOf(9);
      const luck = luckOf(`orders|${seed}`);
      for (let count = 0; count < 120 && (host.info.value?.players.length ?? 0) > 2; count += 1) {
        const { value: info } = host.info;
        if (info === null) throw new Error('nothing is shown');
        if (count === 25 && info.status === 'lobby') await host.order({ do: 'seat' });
        const wanted = anyOrder(info, luck);
        const answer = codeOfAnswer(await host.order(wanted));
        expect([wanted, answer === 'server-error']).toEqual([wanted, false]);
        await order(host, { do: 'set', settings: {} });
        if (host.info.value !== null) placesOf(host.info.value);
      }
      const before = known(host);
      await house.restart();
      await until(() => host.link.value === 'online', 'the host', PATIENCE);
      await order(host, { do: 'set', settings: {} });
      expect(known(host)).toEqual(before);
    },
    60_000,
  );

  test('and orders that make no sense, are refused with a sentence', async () => {
    const host = await aHostOf(3);
    const luck = luckOf('nonsense');
    const junk = junkOf(7, 400);
    const { value: info } = host.info;
    if (info === null) throw new Error('nothing is shown');
    for (let count = 0; count < 600; count += 1) {
      const answer = await host.order(mutated(anyOrder(info, luck), junk, luck) as ConsoleOrder);
      expect(codeOfAnswer(answer)).not.toBe('server-error');
      if (host.link.value !== 'online') {
        await until(() => host.link.value === 'online', 'the host', PATIENCE);
        liftLimits();
      }
    }
    expect((await post(house, '/api/join', { code: info.code, nickname: 'Late' })).status).not.toBe(500);
  }, 60_000);
});
