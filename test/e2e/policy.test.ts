import type { BrowserContext, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { served } from './served.ts';

const here = served();

/** A browser that notes what its pages tried against the policy, and every address that was asked for. */
async function aWatched(): Promise<{
  readonly context: BrowserContext;
  readonly page: Page;
  readonly broken: string[];
  readonly asked: string[];
}> {
  const context = await here.browser.newContext({ viewport: { width: 1024, height: 768 }, reducedMotion: 'reduce' });
  const [broken, asked]: [string[], string[]] = [[], []];
  await context.exposeFunction('noteBroken', (what: string) => void broken.push(what));
  await context.addInitScript(() => {
    const note = (window as unknown as { noteBroken: (what: string) => void }).noteBroken;
    addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => note(`${violatedDirective} ${blockedURI}`), true);
  });
  context.on('request', (request) => asked.push(request.url()));
  context.on('page', (page) => page.on('websocket', (socket) => asked.push(socket.url())));
  return { context, page: await context.newPage(), broken, asked };
}

/** Waits for a screen to stand still, with its parts loaded. */
async function settle(page: Page): Promise<void> {
  await page.locator('main[data-screen]:not([data-screen="loading"])').first().waitFor({ timeout: 30_000 });
  await page.waitForLoadState('networkidle');
}

/** Calls the API from a page, as the client does. */
function post(page: Page, path: string, body: unknown): Promise<Record<string, string>> {
  return page.evaluate(
    async ([path, body]) => {
      const response = await fetch(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
      return (await response.json()) as Record<string, string>;
    },
    [path, JSON.stringify(body)] as const,
  );
}

describe('the pages in a browser', () => {
  test('do nothing that the policy forbids, ask nobody else, and put no secret into an address', async () => {
    const { context, page, broken, asked } = await aWatched();
    for (const path of ['/', '/check', '/j', '/nowhere']) {
      await page.goto(here.server.url + path);
      await settle(page);
    }
    const secrets: string[] = [];
    const scenario = 'first-lesson';
    for (const kind of ['tables', 'workshops']) {
      const made = await post(page, `/api/${kind}`, { scenario });
      const { code = '', hostSecret = '' } = made;
      expect([kind, code.length, hostSecret.length]).toEqual([kind, 5, 32]);
      secrets.push(hostSecret);
      await page.evaluate(([key, secret]) => localStorage.setItem(key, secret), [`chokepoint.host.${code}`, hostSecret] as const);
      for (const path of [`/host/${code}`, `/projector/${code}`, `/j/${code}`]) {
        await page.goto(here.server.url + path);
        await settle(page);
      }
      const guest = await context.newPage();
      await guest.goto(`${here.server.url}/j/${code}`);
      const { seatSecret = '' } = await post(guest, '/api/join', { code, nickname: 'Ann' });
      secrets.push(seatSecret);
      await guest.evaluate(([key, secret]) => localStorage.setItem(key, secret), [`chokepoint.seat.${code}`, seatSecret] as const);
      await guest.goto(`${here.server.url}/${kind === 'tables' ? 't' : 'c'}/${code}`);
      await settle(guest);
      await guest.close();
    }
    await page.goto(here.server.url);
    await page.locator('section[aria-labelledby="alone-title"] button').first().click();
    await page.locator('main[data-screen="lobby"], main[data-screen="briefing"]').first().waitFor({ timeout: 30_000 });
    await settle(page);
    expect(broken).toEqual([]);
    const isOwn = (address: string): boolean =>
      ['data:', 'blob:'].includes(new URL(address).protocol) || new URL(address).host === new URL(here.server.url).host;
    expect(asked.filter((address) => !isOwn(address))).toEqual([]);
    expect(asked.some((address) => address.startsWith('ws:'))).toBe(true);
    expect(secrets.every((secret) => secret.length === 32)).toBe(true);
    for (const address of asked) for (const secret of secrets) expect(address).not.toContain(secret);
    await context.close();
  }, 120_000);

  test('a script that got into a page is not run', async () => {
    const { context, page, broken } = await aWatched();
    await page.goto(here.server.url);
    await settle(page);
    await page.evaluate(() => {
      const script = document.createElement('script');
      script.textContent = 'document.title = "taken over"';
      document.body.append(script);
      const link = document.createElement('img');
      link.setAttribute('onerror', 'document.title = "taken over"');
      link.src = '/nothing.png';
      document.body.append(link);
    });
    await expect.poll(() => broken.length).toBeGreaterThanOrEqual(2);
    expect(await page.title()).not.toBe('taken over');
    await context.close();
  }, 60_000);
});
