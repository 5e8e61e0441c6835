import AxeBuilder from '@axe-core/playwright';
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';

/** What a person sees of the game: the screen, and the round and phase it belongs to. */
export interface Where {
  readonly screen: string;
  readonly phase: string;
  readonly round: number;
}

/** Where a page is now. */
export const whereIs = (page: Page): Promise<Where> =>
  page.evaluate(() => {
    const main = document.querySelector<HTMLElement>('main[data-screen]');
    return { screen: main?.dataset.screen ?? '', phase: main?.dataset.phase ?? '', round: Number(main?.dataset.round ?? 0) };
  });

const PATIENCE = 20_000;

/** Resolves as soon as something holds; rejects with what was waited for, and what there was instead. */
export async function until(what: string, test: () => Promise<boolean>, show: () => Promise<unknown> = async () => ''): Promise<void> {
  const began = performance.now();
  while (!(await test())) {
    if (performance.now() - began > PATIENCE) throw new Error(`Waited ${PATIENCE} ms for ${what}. ${JSON.stringify(await show())}`);
    await new Promise((resolve) => setTimeout(resolve, 40));
  }
}

/** Resolves when all pages show the same phase of the same round, or the debrief. */
export async function together(pages: readonly Page[]): Promise<void> {
  const everywhere = () => Promise.all(pages.map(whereIs));
  const areTogether = async () => {
    const all = await everywhere();
    return all.every(
      ({ screen, round, phase }) =>
        screen === 'debrief' || (['briefing', 'round', 'reveal'].includes(screen) && round === all[0]?.round && phase === all[0]?.phase),
    );
  };
  await until('all people to be in one phase', areTogether, everywhere);
}

/** A browser of its own for one person: nothing is shared with the others. */
export async function person(
  browser: Browser,
  size = { width: 390, height: 844 },
): Promise<{ readonly context: BrowserContext; readonly page: Page; readonly errors: string[] }> {
  const context = await browser.newContext({ viewport: size, reducedMotion: 'reduce' });
  const page = await context.newPage();
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (line) => {
    if (line.type() === 'error') errors.push(line.text());
  });
  return { context, page, errors };
}

/** Creates a table of its own as a program does, in a language if it is given, and opens its host's panel. Answers its code. */
export async function createTable(page: Page, scenario: string, language?: string): Promise<string> {
  const code = await page.evaluate(
    async (wanted) => {
      const answer = await fetch('/api/tables', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(wanted),
      });
      const created = (await answer.json()) as { code: string; hostSecret: string };
      localStorage.setItem(`chokepoint.host.${created.code}`, created.hostSecret);
      return created.code;
    },
    { scenario, ...(language === undefined ? {} : { language }) },
  );
  await page.goto(`${new URL(page.url()).origin}/host/${code}`);
  await page.locator('main[data-screen="host"]').waitFor();
  return code;
}

/** A class, and what its host's program needs to run it. */
export interface ClassCreated {
  readonly code: string;
  readonly hostSecret: string;
}

/** Creates a class as a program does. */
export async function createClass(url: string, scenario: string): Promise<ClassCreated> {
  const answer = await fetch(`${url}/api/workshops`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ scenario }),
  });
  if (!answer.ok) throw new Error(`No class: ${await answer.text()}`);
  return (await answer.json()) as ClassCreated;
}

/** Joins a class by its code, with a typed name. */
export async function joinClass(page: Page, url: string, code: string, nickname: string, query = '?board=off'): Promise<void> {
  await page.goto(`${url}/j/${code}${query}`);
  await page.locator('input[name="typed-nickname"]').fill(nickname);
  await page.locator('form:has(input[name="typed-nickname"]) button[type="submit"]').click();
  await page.locator('main[data-screen="class"], main[data-screen="lobby"]').first().waitFor();
}

/** Joins a table by its code, with a typed name and a chosen seat. */
export async function join(page: Page, url: string, code: string, nickname: string, seat: string, query = '?board=off'): Promise<void> {
  await page.goto(`${url}/j/${code}${query}`);
  await page.locator('input[name="typed-nickname"]').fill(nickname);
  await page.locator(`input[name="seat"][value="${seat}"]`).check();
  await page.locator('form:has(input[name="typed-nickname"]) button[type="submit"]').click();
  await page.locator('main[data-screen="lobby"]').waitFor();
}

/** Presses the bar's button, and once more where it asks about something first. */
export async function pressOn(page: Page): Promise<void> {
  // A page that lies behind others may be drawn no more, and what is not drawn can not be pressed.
  await page.bringToFront();
  const anyway = page.locator('.lock-bar').getByRole('button', { name: /^(Lock anyway|Trotzdem festlegen)$/ });
  // Where it has asked already, this is the answer.
  const isAnswer = (await anyway.count()) > 0;
  await page.locator('.lock-bar button.primary').click();
  if (!isAnswer && (await anyway.count()) > 0) await anyway.click();
}

/** How far the top of something lies above the bar at the foot, in pixels. */
export const aboveBar = (page: Page, what: string): Promise<number> =>
  page.evaluate((selector) => {
    const [thing, bar] = [document.querySelector(selector), document.querySelector('.lock-bar')];
    return (bar?.getBoundingClientRect().top ?? 0) - (thing?.getBoundingClientRect().top ?? Number.POSITIVE_INFINITY);
  }, what);

/** Opens what an option lies behind, if it is folded, and picks it. */
export async function pickOne(option: Locator): Promise<void> {
  const fold = option.locator('xpath=ancestor::details[not(@open)]');
  if ((await fold.count()) > 0) await fold.first().locator('> summary').click();
  await option.check();
}

/** What a person can tick, beside the answers to demands. */
export const FREE = 'li.card input[type="checkbox"]:not([disabled])';

/** Picks an answer to each demand that waits for one, and an option that is free, if there is one; `taste` and `boxTaste` vary which. */
export async function pickAll(page: Page, taste: number, boxTaste = taste): Promise<void> {
  const groups = page.locator('fieldset.answers:has(input[type="radio"])');
  for (let group = 0; group < (await groups.count()); group += 1) {
    const free = groups.nth(group).locator('input[type="radio"]:not([disabled])');
    const count = await free.count();
    if (count > 0) await pickOne(free.nth(taste % count));
  }
  const count = await page.locator(FREE).count();
  if (count > 0) await pickOne(page.locator(FREE).nth(boxTaste % count));
}

/** Does what the phase asks of a person: picks answers and an action and locks them, or reads on. `taste` varies what is picked. */
export async function playPhase(page: Page, taste: number): Promise<void> {
  const { screen } = await whereIs(page);
  if (screen === 'round') await pickAll(page, taste, taste * 7);
  await pressOn(page);
}

/** What axe finds wrong on a page, in lines a person can read; empty if nothing. */
export async function accessibilityProblems(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.map(
    ({ id, help, nodes }) =>
      `${id}: ${help} – ${nodes
        .slice(0, 3)
        .map(({ html }) => html.slice(0, 140))
        .join(' | ')}`,
  );
}
