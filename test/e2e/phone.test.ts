import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { isProblem } from '../../client/net/api.ts';
import type { ConsoleOrder, TableOrder } from '../../shared/console.ts';
import {
  aboveBar,
  accessibilityProblems,
  createTable,
  join,
  joinClass,
  person,
  pickOne,
  playPhase,
  pressOn,
  until,
  whereIs,
} from './players.ts';
import { served } from './served.ts';
import { aClassOf, hostOf } from './students.ts';

/** What a phone has room for: First Lesson, played alone from the first briefing to the debrief, many demands at once, and long notices. */

const PHONE = { width: 360, height: 640 };
const place = served();

const height = (page: Page, what: string): Promise<number> => page.locator(what).evaluate((box) => box.getBoundingClientRect().height);

/** With letters twice as large, everything keeps to the width of the page, and the bar's button to its own place. */
async function fitsInLargeLetters(page: Page, where: string): Promise<void> {
  const letters = (size: string) => page.evaluate((to) => document.documentElement.style.setProperty('font-size', to), size);
  await letters('200%');
  const [over, overlap] = await page.evaluate(() => {
    const [text, button] = ['.lock-summary', '.lock-bar .button'].map((part) => document.querySelector(part)?.getBoundingClientRect());
    const isBeside = !text || !button || button.left >= text.right || button.top >= text.bottom;
    return [document.documentElement.scrollWidth - innerWidth, !isBeside];
  });
  expect([over, overlap], `${where}, in large letters`).toEqual([0, false]);
  await letters('');
}

test('on a small phone, the first choice of each phase is seen at once', { timeout: 180_000 }, async () => {
  const { page, errors } = await person(place.browser, PHONE);
  await page.goto(`${place.server.url}/?board=off`);
  await page.getByRole('button', { name: 'Play First Lesson' }).click();
  await page.locator('main[data-screen="lobby"]').waitFor();
  const seat = (await page.locator('h1').innerText()).replace('You play: ', '');
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
    await fitsInLargeLetters(page, `${here.phase} of round ${here.round}`);
    const before = await phase();
    await playPhase(page, here.round);
    await until('the next phase', async () => (await phase()) !== before && (await whereIs(page)).screen !== 'loading');
  }
  expect(new Set(seen)).toEqual(new Set(['agenda', 'answer']));
  expect(await height(page, '.debrief-nav'), 'two rows').toBeLessThan(110);
  const parts = page.locator('.debrief-nav button');
  for (let at = 0; at < (await parts.count()); at += 1) {
    await parts.nth(at).click();
    await fitsInLargeLetters(page, `part ${at + 1} of the debrief`);
  }

  // Once more: the same scenario and seat, without a way over the front door.
  const played = new URL(page.url()).pathname;
  await page.getByRole('button', { name: 'Step out' }).click();
  await page.getByText('You start First Lesson again as').waitFor();
  await page.getByRole('button', { name: 'Play again', exact: true }).click();
  await page.getByRole('heading', { name: `You play: ${seat}` }).waitFor();
  expect(new URL(page.url()).pathname).not.toBe(played);
  expect(errors).toEqual([]);
});

test('whoever decides on several demands on a phone sees one at a time, and is led from each to the next', {
  timeout: 120_000,
}, async () => {
  const [host, { page, errors }] = await Promise.all([person(place.browser), person(place.browser, { width: 390, height: 844 })]);
  await host.page.goto(place.server.url);
  const code = await createTable(host.page, 'voting-guide');
  await join(page, place.server.url, code, 'Ann', 'regulator');
  await host.page.getByRole('button', { name: 'Fill free seats with bots' }).click();
  await host.page.getByText('Bot (').first().waitFor();
  await host.page.getByRole('button', { name: 'Start', exact: true }).click();
  await until('the briefing', async () => (await whereIs(page)).screen === 'briefing');
  await pressOn(page);
  const notices = page.locator('li.card[data-action="agency-notice"]');
  await notices.waitFor();
  for (let sent = 0; sent < 3; sent += 1) await pickOne(notices.locator('input').nth(sent));
  await pressOn(page);
  const demands = page.locator('.choice');
  await until('the demands', async () => (await demands.count()) >= 3);
  const count = await demands.count();

  const open = page.locator('.choice[open]');
  const first = await open.getAttribute('data-testid');
  expect(await aboveBar(page, '.choice[open] .option'), 'the first choice is seen at once').toBeGreaterThan(16);
  await open.locator('> summary').click();
  expect(await open.count()).toBe(0);
  expect(await page.evaluate(() => document.documentElement.scrollHeight / innerHeight), 'screens').toBeLessThan(3);
  expect(await accessibilityProblems(page)).toEqual([]);

  // The bar leads to what has no pick yet, and says when nothing is left.
  const next = page.locator('.lock-bar').getByRole('button', { name: /to decide/ });
  const opened: (string | null)[] = [];
  for (let at = 0; at < count; at += 1) {
    await next.click();
    await open.locator('> summary:focus').waitFor();
    expect(await open.count(), 'one at a time').toBe(1);
    opened.push(await open.getAttribute('data-testid'));
    await open.locator('input[type="radio"]:not([disabled])').first().check();
  }
  expect(opened[0]).toBe(first);
  expect(new Set(opened).size).toBe(count);
  expect(await next.count()).toBe(0);
  expect(errors).toEqual([]);
});

test('notices of the host leave the first choice in sight: they open, are one line once they were read, and news ends with its phase', {
  timeout: 120_000,
}, async () => {
  const { page, errors } = await person(place.browser, PHONE);
  const created = await aClassOf(place.server.url, 0);
  const host = await hostOf(place.server.url, created);
  const orders = async (...wanted: readonly ConsoleOrder[]) => {
    for (const one of wanted) expect(isProblem(await host.order(one)), one.do).toBe(false);
  };
  const all = (order: TableOrder): ConsoleOrder => ({ do: 'table', table: null, order });
  const inPhase = (phase: string) => until(phase, async () => (await whereIs(page)).phase === phase);
  await joinClass(page, place.server.url, created.code, 'Gus');
  await orders({ do: 'seat' }, all({ do: 'fill-bots' }));
  await page.locator('main[data-screen="lobby"]').waitFor();
  await orders(all({ do: 'start' }));
  await inPhase('briefing');
  await orders(all({ do: 'next' }));
  await inPhase('agenda');

  await orders(
    { do: 'broadcast', text: 'Read your papers first. '.repeat(8) },
    all({ do: 'headline', title: 'A minister resigns. '.repeat(6) }),
  );
  const [said, news] = [page.locator('.banner', { hasText: /^From/ }), page.locator('.banner', { hasText: /^News from/ })];
  const text = news.locator('.notice-text');
  await news.waitFor();
  const heightOfSaid = () => height(page, '.banner:not(:has-text("News from")) .notice-text');
  const heights = async () => [await height(page, '.banner:has-text("News from") .notice-text'), await heightOfSaid()] as const;
  const short = await heights();
  expect(await aboveBar(page, 'main .card, main .option'), 'with two long notices').toBeGreaterThan(16);
  await news.getByRole('button', { name: 'more' }).click();
  expect(await text.evaluate((box) => box.scrollHeight - box.clientHeight), 'all of it').toBe(0);
  expect(await accessibilityProblems(page)).toEqual([]);
  await news.getByRole('button', { name: 'more' }).click();
  expect(await heights()).toEqual(short);

  await orders(all({ do: 'next' }));
  await inPhase('answer');
  await news.waitFor({ state: 'detached' });
  await said.waitFor({ state: 'detached' });
  expect(await aboveBar(page, 'main .card, main .option'), 'in the next phase').toBeGreaterThan(16);
  expect(await page.locator('.banner').count()).toBe(0);
  host.close();
  expect(errors).toEqual([]);
});
