import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { COMES_WITH_THE_GAME } from '../../server/scenarios.ts';
import { tinyData } from '../fixtures/tiny.ts';
import { SHIPPED } from '../shipped.ts';
import { aServer, aTable, get, type House } from './house.ts';

let house: House;
let client: string;
beforeAll(async () => {
  client = mkdtempSync(path.join(tmpdir(), 'chokepoint-client-'));
  mkdirSync(path.join(client, 'assets'));
  writeFileSync(path.join(client, 'index.html'), '<!doctype html><title>Chokepoint</title>');
  writeFileSync(path.join(client, 'assets', 'main-abc123.js'), `export const words = ${JSON.stringify('paper '.repeat(2000))};`);
  const misspelt = JSON.stringify(tinyData(), null, 2).replace('"meter": "legitimacy"', '"meter": "legitimcy"');
  const renamed = JSON.stringify({ ...tinyData(), id: 'other', title: 'Other' });
  house = await aServer(
    {
      'tiny.json': JSON.stringify(tinyData()),
      'broken.json': '{ "id": ',
      'misspelt.json': misspelt,
      'other.json': renamed,
      'schema.json': '{}',
    },
    { clientDir: client },
  );
});
afterAll(async () => {
  await house.stop();
  rmSync(client, { recursive: true, force: true });
});

describe('what anybody may read', () => {
  test('health', async () => {
    const { status, body } = await get(house, '/health');
    expect(status).toBe(200);
    expect(body).toMatchObject({
      status: 'ok',
      version: expect.stringMatching(/^\d+\.\d+\.\d+$/),
      tables: 0,
      uptimeSeconds: expect.any(Number),
      scenarios: [{ id: 'tiny' }, { id: 'other' }].sort((a, b) => (a.id < b.id ? -1 : 1)),
      refused: 2,
    });
  });

  test('a broken scenario is refused with its place, and the rest is offered', () => {
    const [broken, misspelt] = house.server.shelf.refused;
    expect(broken).toMatch(/broken\.json:1:\d+ .*JSON/);
    expect(misspelt).toMatch(/misspelt\.json:\d+:\d+ .*legitimcy.*Did you mean "legitimacy"/);
  });

  test('which scenarios come with the game', () => {
    expect([...COMES_WITH_THE_GAME].sort()).toEqual(SHIPPED.map((file) => file.replace('.json', '')));
  });

  test('scenarios, briefs and case files', async () => {
    const { body } = await get(house, '/api/scenarios');
    expect(body).toContainEqual({
      id: 'tiny',
      title: 'Tiny',
      summary: 'A small country.',
      languages: ['en'],
      minutes: 10,
      mostMinutes: expect.any(Number),
      rounds: 4,
      own: true,
      seats: expect.arrayContaining([{ id: 'alpha', role: 'platform', name: 'Alpha', tagline: 'A store.' }]),
    });
    expect((await get(house, '/api/scenarios/tiny')).body).toMatchObject({ id: 'tiny', electionRound: 4 });
    expect((await get(house, '/api/scenarios/tiny/cases')).body).toEqual([]);
    expect(await get(house, '/api/scenarios/__proto__')).toMatchObject({ status: 404, body: { code: 'unknown-scenario' } });
  });

  test('a table, and the QR code that leads to it', async () => {
    const { code } = await aTable(house);
    expect((await get(house, `/api/tables/${code.toLowerCase()}`)).body).toMatchObject({ code, scenario: 'tiny', status: 'waiting' });
    expect((await get(house, `/api/tables/${code}/brief`)).body).toMatchObject({ id: 'tiny' });
    const picture = await fetch(`${house.url}/api/tables/${code}/qr.svg`);
    expect(picture.headers.get('content-type')).toContain('image/svg+xml');
    expect(await picture.text()).toMatch(/^<svg .*<\/svg>\s*$/s);
    expect((await fetch(`${house.url}/api/tables/ZZZZZ/qr.svg`)).status).toBe(404);
  });
});

describe('the client', () => {
  test.each(['/', '/j/ABCDE', '/t/ABCDE', '/host/ABCDE', '/projector/ABCDE'])('%s is the page', async (place) => {
    const response = await fetch(house.url + place);
    expect([response.status, response.headers.get('cache-control')]).toEqual([200, 'no-cache']);
    expect(await response.text()).toContain('<title>Chokepoint</title>');
  });

  test('hashed files are compressed and kept', async () => {
    const response = await fetch(`${house.url}/assets/main-abc123.js`);
    expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(response.headers.get('content-encoding')).toMatch(/gzip|br/);
  });

  test.each(['/assets/gone.js', '/robots.txt', '/../package.json', '/.env'])('%s is not there', async (place) => {
    const response = await fetch(house.url + place);
    expect(response.status).toBe(404);
    expect(await response.json()).toMatchObject({ code: 'not-found' });
  });

  test('headers keep other sites out', async () => {
    const { headers } = await fetch(house.url);
    expect(headers.get('content-security-policy')).toMatch(/script-src 'self';.*frame-ancestors 'none'/);
    expect(headers.get('access-control-allow-origin')).toBeNull();
    expect(headers.get('x-powered-by')).toBeNull();
    expect(headers.get('x-content-type-options')).toBe('nosniff');
  });
});
