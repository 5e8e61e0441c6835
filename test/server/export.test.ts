import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { TableSession } from '../../client/net/session.ts';
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
  await playOn(host, isEnough);
  return { created, player, host };
}

/** Closes phases up to a moment. */
async function playOn(host: TableSession, isEnough: (state: { readonly status: string; readonly round: number }) => boolean) {
  while (!isEnough(host.view.value ?? { status: '', round: 0 })) await host.host({ do: 'next' });
}

/** The cells of a CSV file, row by row. */
function cellsOf(csv: string): readonly (readonly string[])[] {
  const cells = csv.replace(/^\uFEFF/, '').matchAll(/("(?:[^"]|"")*"|[^,\n]*)(,|\n|$)/g);
  const rows: string[][] = [[]];
  for (const [, cell = '', end] of cells) {
    rows.at(-1)?.push(cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell);
    if (end === '\n') rows.push([]);
  }
  return rows.filter((row) => row.length > 1);
}

const ask = (path: string, secret: string): Promise<Response> => fetch(`${house.url}${path}`, { headers: { 'x-host-secret': secret } });

describe('an exported match', () => {
  test('is a spreadsheet of what happened, with seats and without names, whose cells are no formulas', async () => {
    const { created } = await aMatch(({ status }) => status === 'finished');
    const csv = await (await ask(`/api/tables/${created.code}/export.csv`, created.hostSecret)).text();
    const [columns, ...rows] = cellsOf(csv);
    expect(columns?.join()).toContain(
      'what,table,round,phase,who,text,score,why,play,event,step,type,seat,meter,change,value,rule,because',
    );
    expect(rows.length).toBeGreaterThan(20);
    expect(csv).not.toContain('Player alpha');
    expect(csv).toContain('HYPERLINK');
    // No cell begins as a formula does; negative numbers stay numbers.
    for (const cell of csv.split(/\r?\n/).flatMap((line) => line.split(','))) expect(cell.replace(/^"/, '')).not.toMatch(/^[=@\t]/);
  });

  test('begins with how each seat came out, what it chose in each round, and what was marked, in words', async () => {
    const { created, host } = await aMatch(({ round }) => round === 2);
    await host.host({ do: 'bookmark', note: 'The room went quiet' });
    await playOn(host, ({ status }) => status === 'finished');
    const [, ...rows] = cellsOf(await (await ask(`/api/tables/${created.code}/export.csv`, created.hostSecret)).text());
    const kinds = rows.map(([what]) => what);
    expect([...new Set(kinds)]).toEqual(['Ending', 'Score', 'Choice', 'Bookmark', 'Event']);
    const seats = host.brief.seats.map(({ name }) => name);
    expect(rows.filter(([what]) => what === 'Score').map(([, , , , who]) => who)).toEqual(seats);
    const choices = rows.filter(([what]) => what === 'Choice');
    expect(choices.map(([, , round, , who]) => `${round} ${who}`)).toEqual(
      Array.from({ length: host.brief.rounds }, (_, index) => seats.map((name) => `${index + 1} ${name}`)).flat(),
    );
    const titles = Object.values(host.brief.actions).map(({ title }) => title);
    for (const [, , , , , text = ''] of choices)
      expect(text === 'Nothing' || text.split('; ').every((one) => titles.some((title) => one.startsWith(title)))).toBe(true);
    expect(rows.find(([what]) => what === 'Bookmark')).toContain('The room went quiet');
    // Rules stand there by their titles, and by their ids for programs.
    const [why, rule] = [7, 16];
    const known = rows.filter((row) => host.brief.rules[row[rule] ?? ''] !== undefined);
    expect(known.length).toBeGreaterThan(0);
    for (const row of known) expect(row[why]).toBe(host.brief.rules[row[rule] ?? '']?.title);
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
    const rows = cellsOf(csv).slice(1);
    const exported = rows.filter(([what]) => what === 'Event').map((row) => Number(row[9]));
    expect(rows.some(([what]) => what === 'Score')).toBe(false);
    const watcher = await aSession(house, { kind: 'watch', code: created.code });
    const published = watcher.events.value.map(({ id }) => id);
    const secret = player.events.value.map(({ id }) => id).filter((id) => !published.includes(id));
    expect(secret.length).toBeGreaterThan(0);
    expect(exported.length).toBeGreaterThan(20);
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
