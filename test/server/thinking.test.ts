import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { roomToThink } from '../../server/rooms/thinking.ts';
import { aPlayer, aServer, aTable, closeSessions, codeOf, type House, playPhase, theHost, until } from './house.ts';

describe('bots that think hard', () => {
  let house: House;
  beforeAll(async () => {
    house = await aServer();
  });
  afterAll(async () => {
    closeSessions();
    await house.stop();
  });

  test('think one after the other, and let others have their say in between', async () => {
    const order: string[] = [];
    const thinking = ['first', 'second', 'third'].map((name) => roomToThink().then(() => order.push(name)));
    setImmediate(() => order.push('a message'));
    await Promise.all(thinking);
    expect(order.filter((entry) => entry !== 'a message')).toEqual(['first', 'second', 'third']);
    expect(order.indexOf('a message')).toBeLessThan(2);
  });

  test.each(['look-ahead-easy', 'look-ahead', 'look-ahead-hard'] as const)('hold seats at a table (%s)', async (bot) => {
    const created = await aTable(house);
    const host = await theHost(house, created);
    const player = await aPlayer(house, created.code, 'alpha');
    expect(codeOf(await host.host({ do: 'fill-bots', bot }))).toBeNull();
    expect(player.table.value?.roster.filter(({ holder }) => holder === 'bot').every((seat) => seat.bot === bot)).toBe(true);
    await host.host({ do: 'start' });
    await until(() => player.view.value?.phase === 'briefing', 'the briefing');
    for (let phases = 0; phases < 16; phases++) await playPhase([player]);
    await until(() => player.view.value?.status === 'finished', 'the end');
  });
});
