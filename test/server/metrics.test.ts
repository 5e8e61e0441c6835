import { networkInterfaces } from 'node:os';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { aServer, aSession, aTable, closeSessions, type House, theHost } from './house.ts';
import { raw } from './rawSockets.ts';

let house: House;
beforeAll(async () => {
  house = await aServer();
});
afterEach(closeSessions);

describe('/metrics', () => {
  const metricsAs = (headers: Readonly<Record<string, string>>) => fetch(`${house.url}/metrics`, { headers });

  test('counts tables, people and commands, and names nobody', async () => {
    const created = await aTable(house);
    const host = await theHost(house, created);
    const player = await aSession(house, { kind: 'seat', code: created.code, nickname: 'Zebulon', seat: 'alpha' });
    await host.host({ do: 'start' });
    expect(await player.choose({ picks: [] })).not.toBeNull();
    const text = await (await metricsAs({})).text();
    expect(text).toMatch(/^chokepoint_rooms\{room="table"\} [1-9]/m);
    expect(text).toMatch(/^chokepoint_clients\{room="table",kind="seat"\} [1-9]/m);
    expect(text).toMatch(/^chokepoint_clients\{room="table",kind="host"\} [1-9]/m);
    expect(text).toMatch(/^chokepoint_commands_total\{type="host",outcome="done"\} [1-9]/m);
    expect(text).toMatch(/^chokepoint_commands_total\{type="choose",outcome="[a-z-]+"\} [1-9]/m);
    expect(text).toMatch(/^chokepoint_command_seconds_count\{type="host"\} [1-9]/m);
    expect(text).toMatch(/^chokepoint_store_write_seconds_count\{stored="true"\} [1-9]/m);
    expect(text).toMatch(/^chokepoint_sent_bytes_total [1-9]/m);
    expect(text).toMatch(/^nodejs_eventloop_lag_seconds /m);
    expect(text).toMatch(/^process_resident_memory_bytes /m);
    for (const secret of ['Zebulon', created.code, created.hostSecret, '127.0.0.1', 'alpha']) expect(text).not.toContain(secret);
  });

  test.each([
    ['a proxy that says so', { 'x-forwarded-for': '10.0.0.7' }],
    ['a proxy that says so otherwise', { forwarded: 'for=10.0.0.7' }],
  ])('is not there for %s', async (_who, headers) => {
    expect((await metricsAs(headers)).status).toBe(404);
  });

  test('is not there for a page that has given itself this address', async () => {
    expect(await raw(house, 'GET /metrics HTTP/1.1\r\nHost: rebound.example\r\nConnection: close\r\n\r\n')).toMatch(/^HTTP\/1\.1 404 /);
  });
});

describe('/metrics, seen from outside', () => {
  // The matchmaker belongs to the process: only one server can run in it at a time.
  beforeAll(() => house.stop());

  const lan = Object.values(networkInterfaces())
    .flat()
    .find((entry) => entry?.family === 'IPv4' && !entry.internal)?.address;
  test.skipIf(lan === undefined)('is not there for other machines, unless it is public', async () => {
    for (const [publicMetrics, status] of [
      [false, 404],
      [true, 200],
    ] as const) {
      const open = await aServer(undefined, { host: '0.0.0.0', publicMetrics });
      expect((await fetch(`http://${lan}:${open.server.port}/metrics`)).status).toBe(status);
      await open.stop();
    }
  });
});
