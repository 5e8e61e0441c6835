import AxeBuilder from '@axe-core/playwright';
import type { Browser, BrowserContext, Page } from 'playwright-core';

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

/** Joins a table by its code, with a typed name and a chosen seat. */
export async function join(page: Page, url: string, code: string, nickname: string, seat: string, query = '?board=off'): Promise<void> {
  await page.goto(`${url}/j/${code}${query}`);
  await page.locator('input[name="typed-nickname"]').fill(nickname);
  await page.locator(`input[name="seat"][value="${seat}"]`).check();
  await page.locator('button[type="submit"]').click();
  await page.locator('main[data-screen="lobby"]').waitFor();
}

/** Does what the phase asks of a person: picks answers and an action and locks them, or reads on. `taste` varies what is picked. */
export async function playPhase(page: Page, taste: number): Promise<void> {
  const { screen } = await whereIs(page);
  if (screen === 'round') {
    const groups = page.locator('fieldset.answers:has(input[type="radio"])');
    for (let group = 0; group < (await groups.count()); group += 1) {
      const free = groups.nth(group).locator('input[type="radio"]:not([disabled])');
      const count = await free.count();
      if (count > 0) await free.nth(taste % count).check();
    }
    const boxes = page.locator('li.card input[type="checkbox"]:not([disabled])');
    const count = await boxes.count();
    if (count > 0) await boxes.nth((taste * 7) % count).check();
  }
  await page.locator('.lock-bar button.primary').click();
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
