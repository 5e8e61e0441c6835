import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { deltaSince } from '../../shared/view/changes.ts';
import { asData } from '../fixtures/quiet.ts';
import { tinyData } from '../fixtures/tiny.ts';
import { aServer, aSession, closeSessions, type House, until } from './house.ts';
import { aLesson, nextPhase, seated, tablesOf, toAgenda } from './lesson.ts';

let house: House;
beforeAll(async () => {
  const data = asData(tinyData());
  for (const meter of Object.values(data.meters))
    if (meter.owner === 'world') Object.assign(meter, { headline: meter.audience !== 'nobody' });
  house = await aServer({ 'tiny.json': JSON.stringify(data) });
});
afterAll(() => house.stop());
afterEach(closeSessions);

test('a class shows the country’s numbers of each table, and how they change, as anybody reads them there', async () => {
  const lesson = await aLesson(house, 8);
  const { host } = lesson;
  const players = await seated(lesson);
  await toAgenda(host, players);
  const revealed = new Map<string, Readonly<Record<string, number>>>();
  for (const phase of ['answer', 'reveal', 'briefing']) {
    await nextPhase(host, players);
    for (const { code, world, before } of tablesOf(host)) {
      const watcher = await aSession(house, { kind: 'watch', code });
      await until(() => watcher.view.value?.phase === phase && watcher.events.value.length > 0, 'the table');
      const shown = Object.entries(watcher.view.value?.world ?? {}).filter(([meter]) => watcher.brief.meters[meter]?.headline);
      expect(shown.length).toBeGreaterThan(0);
      expect(world).toEqual(Object.fromEntries(shown.map(([meter, value = 0]) => [meter, Math.round(value)])));
      const round = watcher.view.value?.round ?? 0;
      const was = (meter: string, value: number) => Math.round(value - deltaSince(watcher.events.value, null, meter, round));
      expect(before).toEqual(Object.fromEntries(shown.map(([meter, value = 0]) => [meter, was(meter, value)])));
      // In every phase from where the round began, which is what the reveal before it has shown.
      if (phase === 'reveal') {
        expect(world).not.toEqual(before);
        revealed.set(code, world);
      }
      if (phase === 'briefing') expect(before).toEqual(revealed.get(code));
    }
  }
});
