import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { replay } from '../../shared/record/record.ts';
import { aPlayer, aServer, aSession, aTable, closeSessions, type House, theHost, until } from './house.ts';

let house: House;
beforeAll(async () => {
  house = await aServer();
});
afterAll(() => house.stop());
afterEach(closeSessions);

/** A match with a headline that a spreadsheet would take for a formula, played up to a moment. */
async function aMatch(isEnough: (state: { readonly status: string; readonly round: number }) => boolean) {
  const created = await aTable(house);
  const player = await aPlayer(house, created.code, 'alpha');
  const host = await theHost(house, created);
  await host.host({ do: 'fill-bots' });
  await host.host({ do: 'start' });
  await host.host({ do: 'headline', title: '=HYPERLINK("http://example.org")' });
  await until(() => host.view.value?.status === 'playing', 'the start');
  while (!isEnough(host.view.value ?? { status: '', round: 0 })) await host.host({ do: 'next' });
  return { created, player };
}

const ask = (path: string, secret: string): Promise<Response> => fetch(`${house.url}${path}`, { headers: { 'x-host-secret': secret } });

describe('an exported match', () => {
  test('is a spreadsheet of what happened, with seats and without names, whose cells are no formulas', async () => {
    const { created } = await aMatch(({ status }) => status === 'finished');
    const csv = await (await ask(`/api/tables/${created.code}/export.csv`, created.hostSecret)).text();
    const lines = csv.trim().split('\n');
    expect(lines[0]).toContain('table,event,round,step,type,seat,meter,change,value,rule,because,text');
    expect(lines.length).toBeGreaterThan(20);
    expect(csv).not.toContain('Player alpha');
    expect(csv).toContain('HYPERLINK');
    // No cell begins as a formula does; negative numbers stay numbers.
    for (const cell of csv.split(/\r?\n/).flatMap((line) => line.split(','))) expect(cell.replace(/^"/, '')).not.toMatch(/^[=@\t]/);
  });

  test('is a record that replays to the same hashes', async () => {
    const { created } = await aMatch(({ status }) => status === 'finished');
    const record = await (await ask(`/api/tables/${created.code}/export.json`, created.hostSecret)).json();
    expect(replay(record.scenario, record.seed, record.lines)).toMatchObject({ ok: true });
  });

  test('holds nothing secret before the match is over', async () => {
    const { created, player } = await aMatch(({ round }) => round === 2);
    expect((await ask(`/api/tables/${created.code}/export.json`, created.hostSecret)).status).toBe(409);
    const csv = await (await ask(`/api/tables/${created.code}/export.csv`, created.hostSecret)).text();
    const exported = csv
      .split('\n')
      .slice(1)
      .map((line) => Number(line.split(',')[1]));
    const watcher = await aSession(house, { kind: 'watch', code: created.code });
    const published = watcher.events.value.map(({ id }) => id);
    const secret = player.events.value.map(({ id }) => id).filter((id) => !published.includes(id));
    expect(secret.length).toBeGreaterThan(0);
    expect(exported.filter((id) => secret.includes(id))).toEqual([]);
  });

  test('is for the host alone', async () => {
    const { created } = await aMatch(() => true);
    for (const kind of ['csv', 'json']) {
      const answer = await ask(`/api/tables/${created.code}/export.${kind}`, 'x'.repeat(32));
      expect(answer.status).toBe(403);
      expect(await answer.json()).toMatchObject({ code: 'wrong-secret' });
    }
  });

  test('is gone when the host has deleted the table', async () => {
    const { created } = await aMatch(() => true);
    const headers = { 'x-host-secret': created.hostSecret };
    expect((await fetch(`${house.url}/api/tables/${created.code}`, { method: 'DELETE' })).status).toBe(403);
    expect((await fetch(`${house.url}/api/tables/${created.code}`, { method: 'DELETE', headers })).status).toBe(204);
    expect((await ask(`/api/tables/${created.code}/export.csv`, created.hostSecret)).status).toBe(404);
  });
});
