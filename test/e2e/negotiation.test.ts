import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { accessibilityProblems, join, person, playPhase, pressOn, together, until, whereIs } from './players.ts';
import { served } from './served.ts';

/** Deals and talk at a table of First Lesson: two people on phones of two sizes, a bot, and a projector. */

const ROUNDS = 4;
const place = served();

/** Makes a table over HTTP whose free seats bots take. Answers its code. */
async function tableWithBots(): Promise<string> {
  const made = await fetch(`${place.server.url}/api/tables`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: place.server.url },
    body: JSON.stringify({ scenario: 'first-lesson', seed: 'deals', bots: 'fill' }),
  });
  return ((await made.json()) as { readonly code: string }).code;
}

const sheetOf = (page: Page) => page.locator('dialog[data-dialog="talk"]');

/** Opens the sheet at one of its parts. */
async function openSheet(page: Page, part: 'Deals' | 'Talk'): Promise<void> {
  await page.locator('.talk-button').click();
  await sheetOf(page).locator('.parts button', { hasText: part }).click();
}

async function closeSheet(page: Page): Promise<void> {
  await page.keyboard.press('Escape');
  await sheetOf(page).waitFor({ state: 'detached' });
}

/** Beside an option stands what it does to one's word. */
async function isWarned(page: Page, action: string, words: string): Promise<void> {
  const option = page.locator('.option', { has: page.locator(`input[data-action="${action}"]`) }).first();
  expect(await option.locator('.warning').innerText()).toContain(words);
}

/** With such picks, the bar asks once before it locks, and says why; another pick takes the question back. */
async function isAsked(page: Page, action: string, words: string): Promise<void> {
  const picks = page.locator(`input[data-action="${action}"]:not([disabled])`);
  for (let at = 0; at < (await picks.count()); at += 1) await picks.nth(at).check();
  await page.locator('.lock-bar button.primary').click();
  await until('the focus on the question', async () => (await focused(page)).includes(words));
  expect(await page.locator('.lock-bar').getByRole('button', { name: 'Lock anyway' }).count()).toBe(1);
  expect(await accessibilityProblems(page)).toEqual([]);
  expect(await fits(page)).toBe(true);
}

/** What the focus is on, in words. */
const focused = (page: Page): Promise<string> => page.locator(':focus').innerText();

/** Whether everything on a page fits its width. */
const fits = (page: Page): Promise<boolean> => page.evaluate(() => document.documentElement.scrollWidth <= innerWidth);
const sheetFits = (page: Page): Promise<boolean> => sheetOf(page).evaluate((sheet) => sheet.scrollWidth <= sheet.clientWidth);

test('an offer is made, accepted and judged; what is said reaches those it is for', { timeout: 300_000 }, async () => {
  const code = await tableWithBots();
  const [office, lantern, screen] = await Promise.all([
    person(place.browser),
    person(place.browser, { width: 320, height: 640 }),
    person(place.browser, { width: 1024, height: 768 }),
  ]);
  await join(office.page, place.server.url, code, 'Ada', 'regulator');
  await join(lantern.page, place.server.url, code, 'Bo', 'lantern');
  await screen.page.goto(`${place.server.url}/projector/${code}?board=off`);
  const pages = [office.page, lantern.page];
  for (const page of pages) await playPhase(page, 0);
  await together(pages);

  // While one waits for the other, the page shows a way to deal.
  await playPhase(office.page, 0);
  await playPhase(lantern.page, 0);
  await together(pages);
  await until('the agenda', async () => (await Promise.all(pages.map(whereIs))).every(({ screen: at }) => at === 'round'));
  // Without a pick: nobody is asked for anything in this round.
  await pressOn(office.page);
  // Whoever takes the choice back is at the choice again, and not at the question of before.
  await office.page.getByRole('button', { name: 'Take it back' }).click();
  await office.page.locator('.lock-bar').getByRole('button', { name: 'Lock', exact: true }).waitFor();
  await pressOn(office.page);
  await office.page.getByRole('button', { name: 'Make an offer' }).click();
  const mine = sheetOf(office.page);
  await mine.locator('select[name="deal-partner"]').selectOption('lantern');

  // Nothing for nothing, and more money than there is, are told in place.
  await mine.getByRole('button', { name: 'Send the offer' }).click();
  await mine.getByText('Add a promise or a payment first.').waitFor();
  expect(await mine.locator('select[name="deal-give-term"] option:disabled').count()).toBeLessThan(3);
  await mine.locator('select[name="deal-give-term"]').selectOption('full-speed');
  await mine.locator('select[name="deal-get-term"]').selectOption('ask-in-writing');
  await mine.locator('select[name="deal-until"]').selectOption('2');
  await mine.locator('input[name="deal-public"][value="true"]').check();
  expect(await accessibilityProblems(office.page)).toEqual([]);
  await mine.getByRole('button', { name: 'Send the offer' }).click();
  await mine.getByText('Your offer went to Lantern.').waitFor();
  await mine.locator('li.deal[data-status="open"]').waitFor();
  // The same again is refused in a sentence.
  await mine.locator('select[name="deal-give-term"]').selectOption('full-speed');
  await mine.locator('select[name="deal-get-term"]').selectOption('ask-in-writing');
  await mine.getByRole('button', { name: 'Send the offer' }).click();
  await mine.getByText('The two of you have this offer or deal already.').waitFor();
  await closeSheet(office.page);

  // The partner is told how much is new, and reads the offer in words.
  await lantern.page.locator('.talk-button[data-new="1"]').waitFor();
  await openSheet(lantern.page, 'Deals');
  const theirs = sheetOf(lantern.page);
  const offer = theirs.locator('li.deal[data-status="open"]');
  expect(await offer.innerText()).toMatch(
    /Leave your service at full speed[\s\S]*You give[\s\S]*Ask for it in writing[\s\S]*round 2 · in the open/,
  );
  expect(await accessibilityProblems(lantern.page)).toEqual([]);
  expect([await fits(lantern.page), await sheetFits(lantern.page)]).toEqual([true, true]);
  await offer.getByRole('button', { name: /^Accept/ }).click();
  await theirs.locator('li.deal[data-status="agreed"]').waitFor();
  await closeSheet(lantern.page);
  await lantern.page.locator('.talk-button[data-new="0"]').waitFor();
  // A deal in the open is news for the room and for all who don't have it before them.
  const flash = (page: Page) => page.getByText(/A deal in the open:.*Leave your service at full speed/);
  for (const page of [office.page, screen.page]) await flash(page).waitFor();
  expect(await flash(lantern.page).count()).toBe(0);
  await office.page.getByRole('button', { name: 'Got it' }).click();
  await flash(office.page).waitFor({ state: 'detached' });

  // A phrase for one seat, and a public statement.
  await openSheet(lantern.page, 'Talk');
  await theirs.getByRole('button', { name: 'Say it' }).click();
  await theirs.getByText('Choose what you want to say first.').waitFor();
  expect(await theirs.locator('input[name="say-what"][value="own"]').count()).toBe(0);
  const say = async (to: string, phrase: string) => {
    await theirs.locator('select[name="say-to"]').selectOption(to);
    await theirs.locator(`input[name="say-what"][value="${phrase}"]`).check();
    await theirs.getByRole('button', { name: 'Say it' }).click();
    await theirs.getByText('Said.', { exact: true }).waitFor();
  };
  await say('regulator', 'keep-your-word');
  await say('*', 'think-of-the-people');
  expect(await sheetFits(lantern.page)).toBe(true);
  expect(await accessibilityProblems(lantern.page)).toEqual([]);
  await closeSheet(lantern.page);
  await office.page.locator('.talk-button[data-new="3"]').waitFor();
  await openSheet(office.page, 'Talk');
  expect(await mine.getByTestId('said').innerText()).toMatch(/Lantern, in public[\s\S]*people[\s\S]*Lantern to you[\s\S]*Keep your word/);
  await mine.locator('.parts button', { hasText: 'Deals' }).click();
  expect(await mine.getByTestId('answers').innerText()).toContain('Lantern accepted your offer.');
  await closeSheet(office.page);
  await office.page.locator('.talk-button[data-new="0"]').waitFor();

  // On to the end: what was said in public stands in the reveal, what was promised in the debrief.
  let quoted = false;
  for (let phases = 0; phases < ROUNDS * 5; phases += 1) {
    await together(pages);
    const here = await whereIs(lantern.page);
    if (here.screen === 'debrief') break;
    if (here.phase === 'answer' && here.round === 1) {
      // Nothing was demanded, and yet there is something to choose.
      expect(await lantern.page.getByTestId('idle').count()).toBe(0);
      expect(await accessibilityProblems(lantern.page)).toEqual([]);
    }
    if (here.screen === 'reveal' && here.round === 1) {
      expect(await accessibilityProblems(lantern.page)).toEqual([]);
      quoted = (await lantern.page.getByTestId('quotes').innerText()).includes('Lantern, in public');
      expect(await screen.page.locator('body').innerText()).toContain('Think of the people.');
      expect(await screen.page.locator('body').innerText()).not.toContain('Keep your word.');
    }
    if (here.screen === 'reveal' && here.round === 2) {
      for (const { page } of [office, lantern])
        expect(await page.getByTestId('verdicts').innerText()).toMatch(/(kept|broke) its promise to Media Office: “Ask for it in writing”/);
    }
    if (here.phase === 'agenda' && here.round === 2) {
      // Something is demanded of Lantern, so that both can keep or break their word.
      await office.page.locator('input[data-on$="@lantern"]:not([disabled])').first().check();
    }
    if (here.phase === 'answer' && here.round === 2) {
      await isWarned(office.page, 'throttle-openly', 'May break your promise to Lantern: “Leave your service at full speed”');
      await isAsked(office.page, 'throttle-openly', 'May break your promise to Lantern: “Leave your service at full speed”');
      await isAsked(lantern.page, 'refuse', 'Last chance to keep your promise to Media Office: “Ask for it in writing”');
      await lantern.page.locator('input[data-action="writing"]:not([disabled])').first().check();
      expect(await lantern.page.locator('.lock-bar .warning').count()).toBe(0);
    }
    for (const page of pages) {
      const isOpen = await page.locator('.lock-bar button.primary:not([disabled])').count();
      if (isOpen > 0) await playPhase(page, 1);
    }
    await until('the next phase', async () => {
      const now = await whereIs(lantern.page);
      return now.phase !== here.phase || now.round !== here.round || now.screen === 'debrief';
    });
  }
  expect(quoted).toBe(true);
  for (const { page } of [office, lantern]) {
    await page.locator('.debrief-nav button', { hasText: 'Why' }).click();
    expect(await page.getByTestId('promises').innerText()).toMatch(
      /(Kept|Broken|Set free)[\s\S]*Leave your service at full speed[\s\S]*(Kept|Broken|Set free)[\s\S]*Ask for it in writing/,
    );
  }
  expect([office, lantern, screen].flatMap(({ errors }) => errors)).toEqual([]);
});
