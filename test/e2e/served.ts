import type { Browser } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { launchChromium } from '../chromium.ts';
import { type Running, startServer } from '../running.ts';

/** A server and a browser for the tests of one file. They are there as soon as the first test runs. */
export function served(): { readonly server: Running; readonly browser: Browser } {
  const both = {} as { server: Running; browser: Browser };
  beforeAll(async () => {
    both.server = await startServer();
    both.browser = await launchChromium();
  }, 180_000);
  afterAll(async () => {
    await both.browser.close();
    await both.server.stop();
  });
  return both;
}
