import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { shippedText } from '../shipped.ts';
import { called } from './cli/typed.ts';
import { aPlayer, aServer, aTable, closeSessions, get, type House, playPhase, post, theHost, until } from './house.ts';

let house: House;
beforeAll(async () => {
  house = await aServer({ 'first-lesson.json': shippedText('first-lesson.json') });
});
afterAll(() => house.stop());
afterEach(closeSessions);

const languageOf = async (code: string): Promise<unknown> => (await get(house, `/api/tables/${code}`)).body.language;
const titleOf = async (code: string): Promise<unknown> => (await get(house, `/api/tables/${code}/brief`)).body.title;

test('the list tells the languages, and a brief comes in each', async () => {
  expect((await get(house, '/api/scenarios')).body).toMatchObject([{ id: 'first-lesson', title: 'First Lesson', languages: ['en', 'de'] }]);
  const inGerman = (await get(house, '/api/scenarios?language=de')).body;
  expect(inGerman).toMatchObject([
    { title: 'Erste Stunde', languages: ['en', 'de'], seats: expect.arrayContaining([expect.objectContaining({ name: 'Medienamt' })]) },
  ]);
  expect((await get(house, '/api/scenarios/first-lesson?language=de')).body.title).toBe('Erste Stunde');
  expect((await get(house, '/api/scenarios/first-lesson?language=en')).body.title).toBe('First Lesson');
  expect((await get(house, '/api/scenarios/first-lesson/cases?language=de')).body).toMatchObject([
    { title: 'Zwei Listen' },
    {},
    {},
    {},
    {},
  ]);
});

test.each(['fr', '__proto__', 'DE'])('"%s" is refused with a sentence', async (language) => {
  const refused = { status: 404, body: { code: 'unknown-language', message: expect.stringMatching(/language\. Choose/) } };
  expect(await post(house, '/api/tables', { scenario: 'first-lesson', language })).toMatchObject(refused);
  expect(await get(house, `/api/scenarios/first-lesson?language=${language}`)).toMatchObject(refused);
});

test('a table is in the language it was created in, and stays in it when the file loses that language', async () => {
  const english = await aTable(house, { scenario: 'first-lesson' });
  const created = await aTable(house, { scenario: 'first-lesson', language: 'de' });
  expect([await titleOf(english.code), await titleOf(created.code)]).toEqual(['First Lesson', 'Erste Stunde']);
  expect([await languageOf(english.code), await languageOf(created.code)]).toEqual(['en', 'de']);

  const host = await theHost(house, created);
  const player = await aPlayer(house, created.code, 'lantern');
  await host.host({ do: 'start' });
  await until(() => player.view.value?.phase === 'briefing', 'the briefing');
  expect(Object.values(player.view.value?.texts.intel ?? {})).toEqual([expect.stringMatching(/^Ein Freund im Medienamt warnt/)]);
  for (let phases = 0; phases < 4; phases++) await playPhase([player]);
  await until(() => player.view.value?.round === 2, 'round 2');
  const news = () => player.events.value.flatMap((event) => (event.type === 'happened' ? [event.title] : []));
  expect(news()).toContain('Eine Schülerin stürzt von der Brücke');

  const file = path.join(house.folder, 'scenarios', 'first-lesson.json');
  const { translations: _translations, ...rest } = JSON.parse(readFileSync(file, 'utf8'));
  writeFileSync(file, JSON.stringify(rest));
  await house.restart();
  await until(() => player.link.value === 'online', 'the way back', 10_000);
  expect((await get(house, '/api/scenarios')).body).toMatchObject([{ languages: ['en'] }]);
  expect(await titleOf(created.code)).toBe('Erste Stunde');
  expect(player.view.value?.round).toBe(2);
  expect(news()).toContain('Eine Schülerin stürzt von der Brücke');
});

test('role cards are printed in each language', async () => {
  const file = path.join(house.folder, 'to-print.json');
  const out = path.join(house.folder, 'cards.html');
  writeFileSync(file, shippedText('first-lesson.json'));
  expect(await called('print', file, '--language', 'de', '--out', out)).toMatchObject({ code: 0, error: '' });
  expect(readFileSync(out, 'utf8')).toMatch(/<html lang="de">[\s\S]*Ihr haltet Ordnung im Internet von Fenn\./);
  const refused = await called('print', file, '--language', 'fr', '--out', out);
  expect(refused).toMatchObject({ code: 2, error: expect.stringContaining('This scenario comes in en, de, not in "fr".') });
});
