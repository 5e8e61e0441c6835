import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchChromium } from '../chromium.ts';
import { type Running, startServer } from '../running.ts';
import { accessibilityProblems, join, person, playPhase, whereIs } from './players.ts';

/** One whole match of The Voting Guide: host, projector and five people in seven browsers, from the front door to the debrief. */

const SEATS = ['regulator', 'pavilion', 'plaza', 'wren', 'open-ballot'] as const;
const ROUNDS = 10;
const PATIENCE = 20_000;

let server: Running;
let browser: Browser;
const seenByAxe = new Set<string>();
const found: string[] = [];

async function checkOnce(name: string, page: Page): Promise<void> {
  if (seenByAxe.has(name)) return;
  seenByAxe.add(name);
  found.push(...(await accessibilityProblems(page)).map((problem) => `${name}: ${problem}`));
}

async function until(what: string, test: () => Promise<boolean>): Promise<void> {
  const began = performance.now();
  while (!(await test())) {
    if (performance.now() - began > PATIENCE) throw new Error(`Waited ${PATIENCE} ms for ${what}.`);
    await new Promise((resolve) => setTimeout(resolve, 40));
  }
}

beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), launchChromium()]);
}, 180_000);

afterAll(async () => {
  await browser?.close();
  await server?.stop();
}, 30_000);

test('five people, a host and a projector play ten rounds to a debrief in which every figure answers why', { timeout: 900_000 }, async () => {
  const host = await person(browser, { width: 1280, height: 800 });
  await host.page.goto(server.url);
  await host.page.locator('main[data-screen="home"]').waitFor();
  await checkOnce('home', host.page);
  await host.page.locator('input[name="scenario"][value="voting-guide"]').check();
  await host.page.getByRole('button', { name: 'Create table' }).click();
  await host.page.locator('main[data-screen="host"]').waitFor();
  const code = new URL(host.page.url()).pathname.split('/').at(-1) ?? '';
  expect(code).toMatch(/^[A-HJKMNP-Z2-9]{5}$/);

  const projector = await person(browser, { width: 1024, height: 768 });
  await projector.page.goto(`${server.url}/projector/${code}?board=canvas`);
  await projector.page.locator('main[data-screen="projector"]').waitFor();
  await checkOnce('projector lobby', projector.page);

  const people = await Promise.all(SEATS.map(async (seat, index) => {
    const one = await person(browser, index === 0 ? { width: 1280, height: 800 } : { width: 390, height: 844 });
    if (index === 1) {
      await one.page.goto(`${server.url}/j/${code}`);
      await one.page.locator('input[name="seat"]').first().waitFor();
      await checkOnce('join', one.page);
    }
    await join(one.page, server.url, code, `Person ${index + 1}`, seat, index === 0 ? '?board=canvas' : '?board=off');
    return { ...one, seat };
  }));
  await checkOnce('lobby', people[1]?.page ?? host.page);
  await checkOnce('host', host.page);
  await host.page.getByRole('button', { name: 'Start' }).click();

  const rounds = new Set<number>();
  const pages = people.map(({ page }) => page);
  const finished = async () => (await Promise.all(pages.map(whereIs))).every(({ screen }) => screen === 'debrief');
  for (let phases = 0; phases < ROUNDS * 6 && !(await finished()); phases += 1) {
    const before = await whereIs(pages[0] as Page);
    await until('all people to be in one phase', async () => (await Promise.all(pages.map(whereIs))).every(({ round, phase, screen }) => screen !== '' && screen !== 'lobby' && (screen === 'debrief' || phase !== '') && (round === before.round || before.round === 0)));
    const here = await whereIs(pages[0] as Page);
    if (here.screen === 'debrief') break;
    rounds.add(here.round);
    for (const [index, { page, seat }] of people.entries()) {
      await until(`${seat} to see ${here.phase} of round ${here.round}`, async () => {
        const there = await whereIs(page);
        return there.phase === here.phase && there.round === here.round;
      });
      await checkOnce(`${here.screen} ${here.phase} of ${index === 0 ? 'regulator' : index < 4 ? 'platform' : 'activist'}`, page);
      await playPhase(page, here.round + index);
    }
    await until(`the end of ${here.phase} of round ${here.round}`, async () => {
      const now = await whereIs(pages[0] as Page);
      return now.phase !== here.phase || now.round !== here.round || now.screen === 'debrief';
    });
    if (here.round === 2) await checkOnce('projector in play', projector.page);
  }
  await until('the debrief', finished);
  expect([...rounds]).toEqual(Array.from({ length: ROUNDS }, (_, index) => index + 1));

  for (const [index, { page, seat }] of people.entries()) {
    const why = page.locator('main[data-screen="debrief"] button.meter');
    const figures = await why.count();
    expect(figures, `${seat} sees figures in the debrief`).toBeGreaterThan(5);
    for (let figure = 0; figure < (index === 0 ? figures : 2); figure += 1) {
      await why.nth(figure).click();
      const sheet = page.locator('dialog[open]');
      await sheet.waitFor();
      expect((await sheet.innerText()).length, 'the sheet says why').toBeGreaterThan(40);
      await page.keyboard.press('Escape');
      await sheet.waitFor({ state: 'hidden' });
    }
  }
  await checkOnce('debrief on a laptop', people[0]?.page ?? host.page);
  await checkOnce('debrief on a phone', people[1]?.page ?? host.page);
  await checkOnce('projector at the end', projector.page);
  await checkOnce('host at the end', host.page);
  expect(found).toEqual([]);
  expect([host, projector, ...people].flatMap(({ errors }) => errors)).toEqual([]);
});
