import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import de from '../../assets/locales/de.json' with { type: 'json' };
import en from '../../assets/locales/en.json' with { type: 'json' };
import { aFolder, called } from '../server/cli/typed.ts';
import { shippedText } from '../shipped.ts';
import { designedText } from './designed.ts';
import { createTable, join, person, pressOn, together, until, whereIs } from './players.ts';
import { served } from './served.ts';

/** A designer copies a scenario, adds to its JSON, and plays it in a browser. No code is changed for that. */

const folder = aFolder();
const file = path.join(folder, 'river-lesson.json');
/** Scenarios that come with the game, in their order. */
const GIVEN = ['first-lesson', 'voting-guide', 'harm'];

beforeAll(() => {
  writeFileSync(file, designedText());
  const { translations: _translations, ...plain } = JSON.parse(shippedText('first-lesson.json'));
  writeFileSync(path.join(folder, 'plain.json'), JSON.stringify({ ...plain, id: 'plain', title: 'Plain Lesson', order: 2 }));
  for (const given of GIVEN) writeFileSync(path.join(folder, `${given}.json`), shippedText(`${given}.json`));
});

const place = served({ SCENARIOS_DIR: folder });

async function home(page: Page): Promise<void> {
  await page.goto(place.server.url);
  await page.locator('input[name="scenario"]').first().waitFor();
}

/** Picks a card's box (of a law: the law's own) and nothing else. */
async function pick(page: Page, action: string, on = ''): Promise<void> {
  await page.locator(`li.card[data-action="${action}"] input[data-on="${on}"]`).check();
}

/** Everybody locks or reads on; resolves when the phase is over. */
async function goOn(pages: readonly Page[]): Promise<void> {
  const [first] = pages;
  if (first === undefined) return;
  const before = await whereIs(first);
  for (const page of pages) await pressOn(page);
  await until(`the end of ${before.phase} of round ${before.round}`, async () => {
    const now = await whereIs(first);
    return now.phase !== before.phase || now.round !== before.round;
  });
  await together(pages);
}

/** The answer to "why?" of a figure of the country: all of its rounds. */
async function whyOf(page: Page, meter: string): Promise<string> {
  await page.locator('main button.meter', { hasText: meter }).first().click();
  const sheet = page.locator('dialog[open]');
  const closed = sheet.locator('details:not([open]) > summary');
  while ((await closed.count()) > 0) await closed.first().click();
  const answer = await sheet.innerText();
  await page.keyboard.press('Escape');
  await sheet.waitFor({ state: 'hidden' });
  return answer;
}

const headlines = (page: Page): Promise<string[]> => page.locator('article.headline h3').allInnerTexts();

test('the checker finds nothing wrong with it', { timeout: 60_000 }, async () => {
  expect(await called('check', file)).toEqual({ code: 0, out: '0 errors, 0 warnings in 1 file.\n', error: '' });
});

test('it stands openly on the home page, where others are folded away', { timeout: 60_000 }, async () => {
  const { page, context } = await person(place.browser);
  await home(page);
  const shown = await page.locator('.home-alone h3').filter({ visible: true }).allInnerTexts();
  expect(shown).toEqual(['First Lesson', 'The Voting Guide', 'River Lesson', 'Plain Lesson']);
  await page.getByText('1 more scenario').waitFor();
  await context.close();
});

test('a new action, meter, law, crisis and goal work in a match in the browser', { timeout: 120_000 }, async () => {
  const host = await person(place.browser, { width: 1280, height: 800 });
  await home(host.page);
  const code = await createTable(host.page, 'river-lesson');
  const [regulator, lantern] = await Promise.all([person(place.browser, { width: 1280, height: 800 }), person(place.browser)]);
  await join(regulator.page, place.server.url, code, 'Person 1', 'regulator');
  await join(lantern.page, place.server.url, code, 'Person 2', 'lantern');
  await host.page.getByRole('button', { name: 'Start' }).click();
  const pages = [regulator.page, lantern.page];
  await together(pages);

  // Round 1: the platform chooses the new action, the regulator passes the new law.
  expect(await headlines(lantern.page)).not.toContain('The ferries stand still');
  await goOn(pages);
  const card = lantern.page.locator('li.card[data-action="open-evening"]');
  await card.getByRole('button', { name: 'more: Hold an open evening' }).click();
  expect(await card.innerText()).toMatch(/Hold an open evening[\s\S]*Town calm[\s\S]*They ask, and you listen\./);
  await pick(lantern.page, 'open-evening');
  const law = regulator.page.locator('li.card[data-action="pass-law"] .option', { hasText: 'River Fund Act' });
  await law.getByRole('button', { name: 'more' }).click();
  expect(await law.innerText()).toContain('A part of the harbour’s money goes to the river.');
  await pick(regulator.page, 'pass-law', 'river-fund');
  await goOn(pages);
  await goOn(pages);
  expect((await whereIs(lantern.page)).phase).toBe('reveal');
  const figure = lantern.page.locator('main button.meter', { hasText: 'Town calm' });
  expect(await figure.locator('.meter-value').innerText()).toBe('57');
  expect(await whyOf(lantern.page, 'Town calm')).toMatch(/7[\s\S]*Hold an open evening/);

  // Round 2: the new crisis is news, and at its end the new law binds.
  await goOn(pages);
  for (const page of pages) expect(await headlines(page)).toContain('The ferries stand still');
  expect(await whyOf(lantern.page, 'Town calm')).toMatch(/6[\s\S]*The ferries stand still/);
  for (let phases = 0; phases < 3; phases += 1) await goOn(pages);
  await lantern.page.locator('details.papers', { hasText: 'Step by step' }).locator('summary').click();
  expect(await lantern.page.locator('main').innerText()).toContain('The River Fund pays');
  expect(await whyOf(lantern.page, 'Town calm')).toMatch(/5[\s\S]*River Fund Act/);
  await goOn(pages);
  const laws = regulator.page.locator('details', { hasText: 'River Fund Act' });
  await laws.locator('summary').first().click();
  expect(await laws.innerText()).toMatch(/River Fund Act · in force since the end of round \d/);

  // To the end: the new goal is part of the platform's score.
  await until('the debrief', async () => {
    if ((await whereIs(lantern.page)).screen === 'debrief') return true;
    await goOn(pages);
    return false;
  });
  const steps = lantern.page.locator('.debrief-nav button');
  const goal = lantern.page.locator('tr', { hasText: 'Town calm' });
  for (let step = 0; step < (await steps.count()) && (await goal.count()) === 0; step += 1) await steps.nth(step).click();
  expect(await goal.first().innerText()).toContain('10 %');
  expect([host, regulator, lantern].flatMap(({ errors }) => errors)).toEqual([]);
  await Promise.all([host, regulator, lantern].map(({ context }) => context.close()));
});

/** What buttons, headings and labels say in English that has German words. */
async function englishIn(pages: readonly Page[]): Promise<readonly string[]> {
  const words = new Set(Object.entries(en).flatMap(([key, text]) => (de[key as keyof typeof de] === text ? [] : [text])));
  const said = await Promise.all(pages.map((page) => page.locator('button, a.button, summary, h1, h2, h3, label, legend').allInnerTexts()));
  return said.flat().filter((text) => words.has(text.trim()));
}

test('a class that reads German plays it in German', { timeout: 60_000 }, async () => {
  const host = await person(place.browser, { width: 1280, height: 800 });
  await home(host.page);
  const choice = host.page.locator('form:has(input[name="scenario"]) select');
  await host.page.locator('input[value="plain"]').check();
  expect(await choice.count(), 'one language is no choice').toBe(0);
  await host.page.locator('input[value="river-lesson"]').check();
  expect(await choice.locator('option').allInnerTexts()).toEqual(['English', 'Deutsch']);
  const code = await createTable(host.page, 'river-lesson', 'de');
  const lantern = await person(place.browser);
  await join(lantern.page, place.server.url, code, 'Person 1', 'lantern');
  expect(await lantern.page.locator('main').innerText()).toContain('Fenn ist ein erfundener Inselstaat');
  expect(await lantern.page.locator('html').getAttribute('lang')).toBe('de');
  expect(await englishIn([host.page, lantern.page])).toEqual([]);
  await host.page.getByRole('button', { name: 'Starten' }).click();
  await together([lantern.page]);
  expect(await englishIn([host.page, lantern.page])).toEqual([]);
  await goOn([lantern.page]);
  expect(await lantern.page.locator('.lock-bar button.primary').innerText()).toBe('Festlegen');
  expect(await englishIn([host.page, lantern.page])).toEqual([]);
  expect(await lantern.page.locator('li.card[data-action="open-evening"]').innerText()).toMatch(
    /Einen offenen Abend machen[\s\S]*Ruhe in der Stadt/,
  );
  expect([host, lantern].flatMap(({ errors }) => errors)).toEqual([]);
});
