import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { accessibilityProblems, createTable, join, person, playPhase, together, until, type Where, whereIs } from './players.ts';
import { served } from './served.ts';

/** One whole match of The Voting Guide: host, projector and five people in seven browsers, from the front door to the debrief. */

const SEATS = ['regulator', 'pavilion', 'plaza', 'wren', 'open-ballot'] as const;
const ROUNDS = 10;

const place = served();
const seenByAxe = new Set<string>();
const found: string[] = [];

async function checkOnce(name: string, page: Page): Promise<void> {
  if (seenByAxe.has(name)) return;
  seenByAxe.add(name);
  found.push(...(await accessibilityProblems(page)).map((problem) => `${name}: ${problem}`));
}

/** Asks "why?" of the figures on a page (at most so many), and checks that each is answered with a change and its rule. */
async function askWhy(page: Page, most: number): Promise<number> {
  const closed = page.locator('details:is(.sheet, .papers):not([open]) > summary');
  while ((await closed.count()) > 0) await closed.first().click();
  const figures = await page.locator('main button.meter, main .why-button').all();
  for (const figure of figures.slice(0, most)) {
    await figure.click();
    const sheet = page.locator('dialog[open]');
    await sheet.waitFor();
    const answer = await sheet.innerText();
    expect(answer, 'the sheet names changes, or says that there were none').toMatch(/[+−▲▼]\s?\d|has not changed/);
    await page.keyboard.press('Escape');
    await sheet.waitFor({ state: 'hidden' });
  }
  return Math.min(figures.length, most);
}

/** Changes the first decision that is offered, and waits for what bots make of it. */
async function tryOut(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Play it a hundred times' }).click();
  await page.getByRole('heading', { name: 'What came of it' }).waitFor();
  expect(await page.locator('.what-if-band').count()).toBeGreaterThan(8);
}

test('five people, a host and a projector play ten rounds to a debrief in which every figure answers why', {
  timeout: 900_000,
}, async () => {
  const host = await person(place.browser, { width: 1280, height: 800 });
  await host.page.goto(place.server.url);
  await host.page.locator('main[data-screen="home"]').waitFor();
  await checkOnce('home', host.page);
  const code = await createTable(host.page, 'voting-guide');
  expect(code).toMatch(/^[A-HJKMNP-Z2-9]{5}$/);

  const projector = await person(place.browser, { width: 1024, height: 768 });
  await projector.page.goto(`${place.server.url}/projector/${code}?board=canvas`);
  await projector.page.locator('main[data-screen="projector"]').waitFor();
  await checkOnce('projector lobby', projector.page);

  const people = await Promise.all(
    SEATS.map(async (seat, index) => {
      const one = await person(place.browser, index === 0 ? { width: 1280, height: 800 } : { width: 390, height: 844 });
      if (index === 1) {
        await one.page.goto(`${place.server.url}/j/${code}`);
        await one.page.locator('input[name="seat"]').first().waitFor();
        await checkOnce('join', one.page);
      }
      await join(one.page, place.server.url, code, `Person ${index + 1}`, seat, index === 0 ? '?board=canvas' : '?board=off');
      return { ...one, seat };
    }),
  );
  await checkOnce('lobby', people[1]?.page ?? host.page);
  await checkOnce('host', host.page);
  await host.page.getByRole('button', { name: 'Start' }).click();

  const rounds = new Set<number>();
  const pages = people.map(({ page }) => page);
  const everywhere = (): Promise<readonly Where[]> => Promise.all(pages.map(whereIs));
  for (let phases = 0; phases < ROUNDS * 6; phases += 1) {
    await together(pages);
    const here = await whereIs(pages[0] as Page);
    if (here.screen === 'debrief') break;
    rounds.add(here.round);
    for (const [index, { page }] of people.entries()) {
      await checkOnce(`${here.screen} ${here.phase} of ${index === 0 ? 'regulator' : index < 4 ? 'platform' : 'activist'}`, page);
      await playPhase(page, here.round + index);
    }
    await until(`the end of ${here.phase} of round ${here.round}`, async () => {
      const now = await whereIs(pages[0] as Page);
      return now.phase !== here.phase || now.round !== here.round || now.screen === 'debrief';
    });
    if (here.round === 2) await checkOnce('projector in play', projector.page);
  }
  expect((await everywhere()).map(({ screen }) => screen)).toEqual(SEATS.map(() => 'debrief'));
  expect([...rounds]).toEqual(Array.from({ length: ROUNDS }, (_, index) => index + 1));

  for (const [index, { page, seat }] of people.entries()) {
    const steps = page.locator('.debrief-nav button');
    for (let step = 0; step < (await steps.count()); step += 1) {
      await steps.nth(step).click();
      const { phase } = await whereIs(page);
      if (phase === 'whatif') await tryOut(page);
      await checkOnce(`debrief ${phase} on a ${index === 0 ? 'laptop' : 'phone'}`, page);
      if (phase === 'why')
        expect(await askWhy(page, index === 0 ? Number.POSITIVE_INFINITY : 3), `${seat} gets answers`).toBeGreaterThan(2);
    }
  }
  await checkOnce('projector at the end', projector.page);
  await checkOnce('host at the end', host.page);
  expect(found).toEqual([]);
  expect([host, projector, ...people].flatMap(({ errors }) => errors)).toEqual([]);
});
