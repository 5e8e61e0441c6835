import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { person, playPhase, until, whereIs } from './players.ts';
import { served } from './served.ts';

/** First Lesson, played alone on a small phone, from the first briefing to the debrief. */

const PHONE = { width: 360, height: 640 };
const place = served();

/** How far the top of something lies above the bar at the foot, in pixels. */
const aboveBar = (page: Page, what: string): Promise<number> =>
  page.evaluate((selector) => {
    const [thing, bar] = [document.querySelector(selector), document.querySelector('.lock-bar')];
    return (bar?.getBoundingClientRect().top ?? 0) - (thing?.getBoundingClientRect().top ?? Number.POSITIVE_INFINITY);
  }, what);

const height = (page: Page, what: string): Promise<number> => page.locator(what).evaluate((box) => box.getBoundingClientRect().height);

test('on a small phone, the first choice of each phase is seen at once', { timeout: 180_000 }, async () => {
  const { page, errors } = await person(place.browser, PHONE);
  await page.goto(`${place.server.url}/?board=off`);
  await page.getByRole('button', { name: 'Play First Lesson' }).click();
  await page.locator('main[data-screen="lobby"]').waitFor();
  const seat = (await page.locator('h1').innerText()).replace('You are ', '');
  await page.locator('.lock-bar').getByRole('button', { name: 'Ready' }).click();
  const phase = async () => JSON.stringify(await whereIs(page));
  await until('the briefing', async () => (await whereIs(page)).screen === 'briefing');
  const seen: string[] = [];
  while ((await whereIs(page)).screen !== 'debrief') {
    const here = await whereIs(page);
    expect(await height(page, '.play-head'), 'one line of buttons').toBeLessThan(70);
    // What a judge has decided comes before everything else.
    if (here.screen === 'round' && (await page.locator('.play-title .decided').count()) === 0) {
      expect(await aboveBar(page, 'main .card, main .option'), `${here.phase} of round ${here.round}`).toBeGreaterThan(16);
      seen.push(here.phase);
    }
    const before = await phase();
    await playPhase(page, here.round);
    await until('the next phase', async () => (await phase()) !== before && (await whereIs(page)).screen !== 'loading');
  }
  expect(new Set(seen)).toEqual(new Set(['agenda', 'answer']));
  expect(await height(page, '.debrief-nav'), 'two rows').toBeLessThan(110);

  // Once more: the same scenario and seat, without a way over the front door.
  const played = new URL(page.url()).pathname;
  await page.getByRole('button', { name: 'Step out' }).click();
  await page.getByText('You start First Lesson again as').waitFor();
  await page.getByRole('button', { name: 'Play again', exact: true }).click();
  await page.getByRole('heading', { name: `You are ${seat}` }).waitFor();
  expect(new URL(page.url()).pathname).not.toBe(played);
  expect(errors).toEqual([]);
});
