import type { Browser } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { launchChromium } from '../chromium.ts';
import { type Running, startServer } from '../running.ts';

/**
 * A server, with settings of its own if given, and a browser for the tests of one file. They are there as soon as the first test runs, and
 * are started after what was to be done before them.
 */
export function served(settings: Readonly<Record<string, string>> = {}): { readonly server: Running; readonly browser: Browser } {
  const both = {} as { server: Running; browser: Browser };
  beforeAll(async () => {
    both.server = await startServer(settings);
    both.browser = await launchChromium();
  }, 180_000);
  // One that did not start is not there.
  afterAll(async () => {
    await both.browser?.close();
    await both.server?.stop();
  }, 60_000);
  return both;
}
