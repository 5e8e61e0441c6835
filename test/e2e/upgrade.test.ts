import type { Page, Route } from 'playwright-core';
import { expect, test } from 'vitest';
import { WIRE_HEADER } from '../../shared/wire/version.ts';
import { until } from './players.ts';
import { served } from './served.ts';

const here = served();

/** Answers of the API as a server of another version gives them. */
async function fromTheFuture(route: Route): Promise<void> {
  const response = await route.fetch();
  await route.fulfill({ response, headers: { ...response.headers(), [WIRE_HEADER]: 'of another version' } });
}

/** Counts how often a page is loaded from now on. */
function loadsOf(page: Page): () => number {
  let loads = 0;
  page.on('load', () => {
    loads += 1;
  });
  return () => loads;
}

test('a page that was opened before an upgrade loads itself again, once, and then says what to do', async () => {
  const context = await here.browser.newContext({ viewport: { width: 390, height: 844 }, reducedMotion: 'reduce' });
  const page = await context.newPage();
  await page.goto(here.server.url);
  await page.getByRole('button', { name: 'Play First Lesson' }).click();
  await page.locator('[data-link="online"]').first().waitFor({ state: 'attached' });
  const loads = loadsOf(page);
  await page.route('**/api/**', fromTheFuture);
  // The connection breaks, as it does when the server is replaced.
  await context.setOffline(true);
  await page.locator('[data-link="offline"]').first().waitFor({ state: 'attached', timeout: 60_000 });
  await context.setOffline(false);
  const again = page.getByRole('button', { name: 'Load again' });
  await again.waitFor({ timeout: 30_000 });
  await until('the page to be loaded once', async () => loads() === 1);
  expect(await page.getByRole('heading', { name: 'This page is out of date' }).count()).toBe(1);
  // The page is that of the server again: play goes on where it was.
  await page.unroute('**/api/**');
  await again.click();
  await page.locator('[data-link="online"]').first().waitFor({ state: 'attached' });
  expect(loads()).toBe(2);
}, 120_000);
