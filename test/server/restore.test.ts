import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, test } from 'vitest';
import { createTable, isProblem } from '../../client/net/api.ts';
import { memoryKeyring } from '../../client/net/keyring.ts';
import { openSession } from '../../client/net/openSession.ts';
import { aPlayer, aServer, aTable, closeSessions, codeOf, type House, playPhase, post, theHost, until } from './house.ts';
import { aRealServer } from './real.ts';

let house: House | null = null;
afterEach(async () => {
  closeSessions();
  await house?.stop();
  house = null;
});

describe('a server that stops and starts again', () => {
  test('everybody is back in the same phase, with every sealed choice', async () => {
    house = await aServer();
    const created = await aTable(house);
    const host = await theHost(house, created);
    const players = await Promise.all(['regulator', 'alpha', 'beta', 'voices'].map((seat) => aPlayer(house as House, created.code, seat)));
    const [regulator, alpha] = players;
    await host.host({ do: 'start' });
    await until(() => players.every((player) => player.view.value?.phase === 'briefing'), 'the briefing');
    for (let phases = 0; phases < 5; phases++) await playPhase(players);
    await until(() => players.every((player) => player.view.value?.round === 2 && player.view.value.phase === 'agenda'), 'round 2');
    expect(codeOf((await alpha?.choose({ picks: [{ action: 'staff-plan' }] })) ?? null)).toBeNull();
    await until(() => regulator?.view.value?.seats.alpha?.sealed === true && alpha?.events.value.at(-1)?.type === 'sealed', 'the seal');
    const before = { view: alpha?.view.value, legal: alpha?.legal.value, events: alpha?.events.value, host: host.view.value };
    await house.restart();
    await until(() => [host, ...players].every(({ link }) => link.value === 'online'), 'everybody', 10_000);
    expect({ view: alpha?.view.value, legal: alpha?.legal.value, events: alpha?.events.value, host: host.view.value }).toEqual(before);
    expect(alpha?.view.value?.seats.alpha?.own?.choice).toEqual({ picks: [{ action: 'staff-plan' }] });
    for (const player of players) if (player !== alpha) expect(codeOf(await player.choose({ picks: [] }))).toBeNull();
    await until(() => players.every((player) => player.view.value?.phase === 'answer'), 'the answer phase');
    const ids = alpha?.events.value.map(({ id }) => id) ?? [];
    expect(ids).toEqual([...new Set(ids)].sort((one, other) => one - other));
  });

  test('pause, timer, nicknames and bots are kept', async () => {
    house = await aServer();
    const created = await aTable(house);
    const host = await theHost(house, created);
    const player = await aPlayer(house, created.code, 'alpha');
    await host.host({ do: 'fill-bots', bot: 'defiant' });
    await host.host({ do: 'start' });
    await host.host({ do: 'timer', on: true });
    await host.host({ do: 'pause' });
    await until(() => player.table.value?.paused === true, 'the pause');
    const before = player.table.value?.roster;
    await house.restart();
    await until(
      () => player.link.value === 'online' && host.link.value === 'online' && player.table.value?.hostConnected === true,
      'the way back',
      10_000,
    );
    expect(player.table.value).toMatchObject({ paused: true, timer: true, roster: before });
    expect(codeOf(await player.ready())).toBe('paused');
  });

  test('a finished match can still be read', async () => {
    house = await aServer();
    const created = await aTable(house);
    const host = await theHost(house, created);
    const player = await aPlayer(house, created.code, 'alpha');
    await host.host({ do: 'start' });
    for (let phases = 0; phases < 16; phases++) await host.host({ do: 'next' });
    const isWhole = () => [player, host].every(({ events }) => events.value.at(-1)?.type === 'matchFinished');
    await until(
      () => player.view.value?.status === 'finished' && isWhole() && player.events.value.length === host.events.value.length,
      'the end',
      10_000,
    );
    const { outcome } = player.view.value ?? {};
    const events = player.events.value;
    await house.restart();
    await until(() => player.link.value === 'online', 'the way back', 10_000);
    expect(player.view.value?.outcome).toEqual(outcome);
    expect(player.events.value).toEqual(events);
  });
});

describe('seats are not sockets', () => {
  test('the secret takes the seat back from another browser; of two, the newest wins', async () => {
    house = await aServer();
    const created = await aTable(house);
    const keyring = memoryKeyring();
    const first = await aPlayer(house, created.code, 'alpha', keyring);
    const second = await aPlayer(house, created.code, 'alpha', keyring);
    expect(second.seat).toBe('alpha');
    await until(() => first.link.value === 'replaced', 'the older tab to be told');
    await new Promise((resolve) => setTimeout(resolve, 600));
    expect([first.link.value, second.link.value]).toEqual(['replaced', 'online']);
    expect(second.table.value?.roster[1]).toMatchObject({ id: 'alpha', nickname: 'Player alpha', holder: 'person', connected: true });
  });

  test('whoever drops keeps the seat, and is shown as away', async () => {
    house = await aServer();
    const created = await aTable(house);
    const host = await theHost(house, created);
    const keyring = memoryKeyring();
    const player = await aPlayer(house, created.code, 'alpha', keyring);
    player.close();
    await until(() => host.table.value?.roster[1]?.connected === false, 'the drop');
    expect(host.table.value?.roster[1]).toMatchObject({ holder: 'person', nickname: 'Player alpha' });
    expect((await post(house, '/api/join', { code: created.code, nickname: 'Thief', seat: 'alpha' })).body.code).toBe('seat-taken');
    const back = await aPlayer(house, created.code, 'alpha', keyring);
    await until(() => host.table.value?.roster[1]?.connected === true, 'the way back');
    expect(back.seat).toBe('alpha');
  });

  test('a choice with the same key is applied once, and answered alike', async () => {
    house = await aServer();
    const created = await aTable(house);
    const keyring = memoryKeyring();
    const host = await theHost(house, created);
    (await aPlayer(house, created.code, 'alpha', keyring)).close();
    await aPlayer(house, created.code, 'beta');
    await host.host({ do: 'start' });
    await host.host({ do: 'next' });
    await until(() => host.view.value?.phase === 'agenda', 'the agenda');
    const { openRoom } = await import('../../client/net/room.ts');
    const again = async () => {
      const { body } = await post(house as House, '/api/join', {
        code: created.code,
        nickname: 'x',
        seatSecret: keyring.get('seat', created.code),
      });
      return openRoom(body.reservation, (house as House).url, (room) => ['events', 'texts'].map((type) => room.onMessage(type, () => {})));
    };
    const message = { round: 1, phase: 'agenda', choice: { picks: [{ action: 'staff-plan' }] }, key: 'the-same-key' };
    const room = await again();
    expect(await Promise.all([1, 2, 3].map(() => room.request<unknown, unknown>('choose', message)))).toEqual([null, null, null]);
    await house.restart();
    const later = await again();
    expect(await later.request<unknown, unknown>('choose', message)).toBeNull();
    await until(() => host.link.value === 'online', 'the host', 10_000);
    await later.leave();
    const alpha = await aPlayer(house, created.code, 'alpha', keyring);
    expect(alpha.events.value.filter(({ type }) => type === 'sealed')).toHaveLength(1);
  });
});

describe('a server that can not start', () => {
  test.each([
    ['the port is in use', (port: number) => ({ PORT: String(port) }), /^Port \d+ is already in use\. .+PORT=\d+ npm start\n$/],
    ['the port is no number', () => ({ PORT: 'http' }), /^PORT must be a number .+"http"\.\n$/],
  ])('says so in one sentence when %s', async (_what, environment, sentence) => {
    house = await aServer();
    const child = spawn(process.execPath, [fileURLToPath(new URL('../../server/start.ts', import.meta.url)), '--no-client'], {
      env: { ...process.env, DATA_DIR: path.join(house.folder, 'other'), ...environment(house.server.port) },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let said = '';
    child.stderr.on('data', (chunk) => {
      said += String(chunk);
    });
    const [code] = await once(child, 'close');
    expect([code, said]).toEqual([1, expect.stringMatching(sentence)]);
  });
});

describe('a server that is killed in the middle of a round', () => {
  test('loses nothing that was acknowledged', async () => {
    const server = await aRealServer();
    try {
      const created = await createTable({ scenario: 'tiny', bots: 'fill' }, server.url);
      if (isProblem(created)) throw new Error(created.message);
      const session = await openSession(
        { kind: 'seat', code: created.code, nickname: 'Ann' },
        { server: server.url, keyring: memoryKeyring() },
      );
      if (isProblem(session)) throw new Error(session.message);
      await session.ready();
      await until(() => session.view.value?.status === 'playing', 'the start');
      while (session.legal.value?.open !== true) await playPhase([session]);
      const phase = () => `${session.view.value?.round} ${session.view.value?.phase}`;
      const first = phase();
      expect(await session.choose({ picks: [] })).toBeNull();
      server.signal('SIGKILL');
      await until(() => session.link.value === 'offline', 'the drop');
      await server.start();
      await until(() => session.link.value === 'online' && phase() !== first, 'the phase after the choice', 15_000);
      while (session.legal.value?.open !== true) await playPhase([session]);
      const second = phase();
      server.signal('SIGKILL');
      await until(() => session.link.value === 'offline', 'the drop');
      // A choice made meanwhile waits for the server.
      const chosen = session.choose({ picks: [] });
      await server.start();
      expect(await chosen).toBeNull();
      await until(() => phase() !== second, 'play to go on');
      session.close();
    } finally {
      await server.remove();
    }
  }, 60_000);
});
