import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { aSchoolProxy, type Manner } from '../server/school.ts';
import { person } from './players.ts';
import { served } from './served.ts';

const here = served();

/** What the page has found: the verdict, and each thing with its mark and its sentence. */
async function read(page: Page): Promise<{ readonly verdict: string; readonly found: Readonly<Record<string, string>> }> {
  const main = page.locator('main[data-verdict]:not([data-verdict="busy"])');
  await main.waitFor({ timeout: 30_000 });
  const found = await page
    .locator('[data-about]')
    .evaluateAll((items) =>
      Object.fromEntries(
        items.map((item) => [
          item.getAttribute('data-about') ?? '',
          `${item.getAttribute('data-mark')}: ${item.querySelector('p:last-child')?.textContent}`,
        ]),
      ),
    );
  return { verdict: (await main.getAttribute('data-verdict')) ?? '', found };
}

async function axeFinds(page: Page): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}

const isTooWide = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);

describe('the check page on a device', () => {
  test.each([320, 390, 1024])(
    'of %i points says that it is ready; nothing is cut off, and axe finds nothing',
    async (width) => {
      const { context, page, errors } = await person(here.browser, { width, height: 640 });
      await page.goto(`${here.server.url}/check`);
      expect(await read(page)).toEqual({
        verdict: 'good',
        found: {
          server: expect.stringMatching(/^good: The game answers in \d+ milliseconds\.$/),
          socket: expect.stringMatching(/^good: Live messages take \d+ milliseconds, there and back\.$/),
          storage: 'good: This browser remembers its seat.',
          clock: 'good: The clock is right.',
          screen: 'good: Everything fits on this screen.',
        },
      });
      expect(await page.title()).toContain('Check this device');
      expect(await page.locator('[role="status"]').textContent()).toBe('This device is ready.');
      expect([await isTooWide(page), await axeFinds(page)]).toEqual([false, []]);
      await page.getByRole('button', { name: 'Check again' }).click();
      expect((await read(page)).verdict).toBe('good');
      expect(errors).toEqual([]);
      await context.close();
    },
    60_000,
  );

  test.each<[Manner, string]>([
    ['drops', 'bad'],
    ['answers', 'bad'],
    ['passes', 'good'],
  ])(
    'behind a proxy that %s WebSockets says what to do',
    async (manner, mark) => {
      const proxy = await aSchoolProxy(here.server.url, manner);
      const { context, page } = await person(here.browser, { width: 320, height: 640 });
      await page.goto(`${proxy.url}/check`);
      const { verdict, found } = await read(page);
      expect([verdict, found.server?.slice(0, 4), found.socket?.split(':')[0]]).toEqual([mark, 'good', mark]);
      if (mark === 'bad') {
        expect(found.socket).toBe('bad: This network blocks live messages. Use another network, or ask to allow WebSockets.');
        expect([await isTooWide(page), await axeFinds(page)]).toEqual([false, []]);
      }
      await context.close();
      await proxy.close();
    },
    60_000,
  );

  test('that loses the network, has a wrong clock and keeps nothing says so', async () => {
    const { context, page } = await person(here.browser);
    await page.addInitScript(() => {
      const real = Date.now;
      Date.now = () => real() + 3 * 60 * 60_000;
      Storage.prototype.setItem = () => {
        throw new Error('full');
      };
    });
    await page.goto(`${here.server.url}/check`);
    const { verdict, found } = await read(page);
    expect([verdict, found.storage, found.clock]).toEqual([
      'note',
      'note: This browser forgets its seat when it closes. Leave private mode if you can.',
      'note: The clock is 180 minutes off. Play works, but set it right.',
    ]);
    await context.setOffline(true);
    await page.getByRole('button', { name: 'Check again' }).click();
    await page.locator('main[data-verdict="bad"]').waitFor({ timeout: 30_000 });
    const offline = await read(page);
    expect(offline.found.server).toBe('bad: The game can’t be reached. Join the Wi-Fi of the lesson. Then check again.');
    expect(offline.found.clock).toBeUndefined();
    await context.close();
  }, 60_000);

  test('whose browser can not start the page tells so by itself', async () => {
    const { context, page } = await person(here.browser);
    await page.route('**/assets/*.js', (route) => route.abort());
    await page.goto(`${here.server.url}/check`);
    await page.getByText('This page did not start.').waitFor({ state: 'visible', timeout: 30_000 });
    await context.close();
  }, 60_000);
});
