import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { aPlayer, aServer, aSession, aTable, closeSessions, codeOf, type House, playPhase, theHost, until } from './house.ts';

let house: House;
beforeAll(async () => {
  house = await aServer();
});
afterAll(() => house.stop());
afterEach(closeSessions);

describe('a match over sockets', () => {
  test('four players and a host play to the end', async () => {
    const created = await aTable(house);
    const host = await theHost(house, created);
    const players = await Promise.all(['regulator', 'alpha', 'beta', 'voices'].map((seat) => aPlayer(house, created.code, seat)));
    expect(codeOf(await host.host({ do: 'start' }))).toBeNull();
    await until(() => players.every((player) => player.view.value?.phase === 'briefing'), 'the briefing');
    for (let phases = 0; phases < 16; phases++) await playPhase(players);
    await until(() => players.every((player) => player.view.value?.status === 'finished'), 'the end');
    expect(host.view.value?.outcome?.seats.alpha?.score).toBeTypeOf('number');
    await until(() => players.every((player) => player.events.value.length === host.events.value.length), 'the whole log');
    expect(players[0]?.events.value).toEqual(host.events.value);
    expect(host.events.value.map(({ id }) => id)).toEqual(host.events.value.map((_, index) => index + 1));
  });

  test('one person plays alone against bots, without a host', async () => {
    const created = await aTable(house, { bots: 'fill' });
    const player = await aPlayer(house, created.code, 'alpha');
    expect(player.view.value?.status).toBe('waiting');
    expect(codeOf(await player.ready())).toBeNull();
    await until(() => player.view.value?.status === 'playing', 'the start');
    expect(player.table.value?.roster.filter(({ holder }) => holder === 'bot').map(({ id, bot }) => `${id} ${bot}`)).toEqual([
      'regulator cautious',
      'beta three-part',
      'voices cautious',
    ]);
    for (let phases = 0; phases < 16; phases++) await playPhase([player]);
    await until(() => player.view.value?.status === 'finished', 'the end');
  });

  test('a match with only bots waits for its host in every phase', async () => {
    const created = await aTable(house);
    const host = await theHost(house, created);
    expect(codeOf(await host.host({ do: 'start' }))).toBe('not-enough-seats');
    expect(codeOf(await host.host({ do: 'fill-bots', bot: 'random' }))).toBeNull();
    expect(codeOf(await host.host({ do: 'start' }))).toBeNull();
    for (let phases = 0; phases < 16; phases++) {
      const { round, phase } = host.view.value ?? {};
      await new Promise((resolve) => setTimeout(resolve, 15));
      expect([host.view.value?.round, host.view.value?.phase]).toEqual([round, phase]);
      expect(codeOf(await host.host({ do: 'next' }))).toBeNull();
      await until(() => host.view.value?.round !== round || host.view.value?.phase !== phase, 'the next phase');
    }
    expect(host.view.value?.status).toBe('finished');
    expect(codeOf(await host.host({ do: 'next' }))).toBe('finished');
  });

  test('empty seats do nothing, and nobody waits for them', async () => {
    const created = await aTable(house);
    const host = await theHost(house, created);
    const player = await aPlayer(house, created.code, 'alpha');
    await host.host({ do: 'start' });
    await until(() => player.view.value?.phase === 'briefing', 'the briefing');
    await playPhase([player]);
    await playPhase([player]);
    expect(player.view.value?.phase).toBe('answer');
    expect(player.events.value.filter((event) => event.type === 'acted' && event.seat === 'regulator')).toEqual([]);
  });

  test('the host stops waiting for whoever has not chosen', async () => {
    const created = await aTable(house);
    const host = await theHost(house, created);
    const players = await Promise.all(['regulator', 'alpha'].map((seat) => aPlayer(house, created.code, seat)));
    await host.host({ do: 'start' });
    await until(() => players.every((player) => player.view.value?.phase === 'briefing'), 'the briefing');
    await playPhase(players);
    await players[0]?.choose({ picks: [] });
    await until(() => host.table.value?.roster[0]?.done === true, 'the choice to be seen');
    expect(host.view.value?.phase).toBe('agenda');
    expect(host.table.value?.roster.map(({ id, done }) => `${id} ${done}`)).toEqual([
      'regulator true',
      'alpha false',
      'beta false',
      'voices false',
    ]);
    expect(codeOf(await host.host({ do: 'stop-waiting' }))).toBeNull();
    await until(() => host.view.value?.phase === 'answer', 'the answer phase');
    // Everybody reads what a bot has chosen, and why; not what somebody has chosen, or what comes of itself.
    const deeds = host.events.value.filter((event) => event.type === 'acted');
    const standIns = Object.fromEntries(deeds.map(({ seat, standIn }) => [seat, standIn]));
    expect(standIns).toEqual({ alpha: 'undecided', beta: 'away', voices: 'away' });
  });

  test('pause stops play and the timer, resume goes on', async () => {
    const created = await aTable(house);
    const host = await theHost(house, created);
    const player = await aPlayer(house, created.code, 'alpha');
    await host.host({ do: 'start' });
    await host.host({ do: 'timer', on: true });
    await until(() => player.table.value?.clock != null, 'the clock');
    expect(player.table.value?.clock?.left).toBeGreaterThan(59_000);
    await host.host({ do: 'pause' });
    await until(() => player.table.value?.paused === true, 'the pause');
    expect(codeOf(await player.ready())).toBe('paused');
    await host.host({ do: 'resume' });
    expect(codeOf(await player.ready())).toBeNull();
    await until(() => player.view.value?.phase === 'agenda', 'the next phase');
    expect(player.table.value?.clock?.left).toBeGreaterThan(89_000);
  });

  test('a late joiner takes the place of a bot and reads the history', async () => {
    const created = await aTable(house, { bots: 'fill' });
    const first = await aPlayer(house, created.code, 'alpha');
    await first.ready();
    await until(() => first.view.value?.phase === 'briefing', 'the briefing');
    for (let phases = 0; phases < 5; phases++) await playPhase([first]);
    const late = await aPlayer(house, created.code, 'voices');
    expect(late.view.value?.round).toBe(2);
    expect(late.events.value.map(({ type }) => type)).toContain('matchStarted');
    expect(late.events.value.length).toBeGreaterThan(5);
    await until(() => first.table.value?.roster[3]?.holder === 'person', 'the new player');
    const projector = await aSession(house, { kind: 'watch', code: created.code });
    expect(projector.seat).toBeNull();
    expect(Object.values(projector.view.value?.seats ?? {}).every(({ own }) => own === null)).toBe(true);
  });
});
