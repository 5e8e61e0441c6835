import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { launchChromium } from './chromium.ts';
import { createTable, playPhase, whereIs } from './e2e/players.ts';
import { startServer } from './running.ts';

/** Plays a match in Chromium and writes a picture of every screen at three sizes to shots/, which git ignores. */

const FOLDER = fileURLToPath(new URL('../shots', import.meta.url));
const SIZES = [
  [1280, 800, 'light'],
  [390, 844, 'light'],
  [1024, 768, 'dark'],
] as const;
/** Every screen of the first rounds is pictured, and of the last ones only the debrief. */
const PICTURED_ROUNDS = 2;
const PATIENCE = 20_000;
const CLASS = 13;

interface Studio {
  readonly browser: Browser;
  readonly url: string;
  readonly width: number;
  readonly height: number;
  readonly theme: 'light' | 'dark';
  readonly taken: string[];
}

function open({ browser, width, height, theme }: Studio): Promise<BrowserContext> {
  return browser.newContext({ viewport: { width, height }, colorScheme: theme });
}

/** One picture of what fits on the screen, and one of the whole page if it is longer. */
async function take(studio: Studio, page: Page, name: string, whole = true): Promise<void> {
  const file = (suffix: string) =>
    join(FOLDER, `${studio.width}x${studio.height}-${String(studio.taken.length + 1).padStart(2, '0')}-${name}${suffix}.png`);
  await page.waitForTimeout(250);
  await page.screenshot({ path: file('') });
  const longer = await page.evaluate(() => document.documentElement.scrollHeight > innerHeight + 8);
  if (whole && longer) await page.screenshot({ path: file('-whole'), fullPage: true });
  studio.taken.push(name);
}

/** Home, a table to host, its projector, and the way in for a player. Answers the pages of the three. */
async function enter(studio: Studio): Promise<{ readonly host: Page; readonly projector: Page; readonly player: Page }> {
  const host = await (await open(studio)).newPage();
  await host.goto(studio.url);
  await host.locator('input[name="scenario"]').first().waitFor();
  await take(studio, host, 'home');
  const code = await createTable(host, 'voting-guide');

  const player = await (await open(studio)).newPage();
  await player.goto(`${studio.url}/j/ZZZZZ?board=canvas`);
  await player.locator('.problem').waitFor();
  await take(studio, player, 'join-wrong-code');
  await player.goto(`${studio.url}/j/${code}?board=canvas`);
  await player.locator('input[name="seat"]').first().waitFor();
  await take(studio, player, 'join');
  await player.locator('input[name="seat"][value="pavilion"]').check();
  await player.locator('form:has(input[name="seat"]) button[type="submit"]').click();
  await player.locator('main[data-screen="lobby"]').waitFor();
  await take(studio, player, 'lobby');

  const projector = await (await open(studio)).newPage();
  await projector.goto(`${studio.url}/projector/${code}?board=canvas`);
  await projector.locator('.projector-code').waitFor();
  await take(studio, projector, 'projector-lobby');
  await host.getByRole('button', { name: 'Fill free seats with bots' }).click();
  await host.getByText('Bot (').first().waitFor();
  await take(studio, host, 'host');
  await host.getByRole('button', { name: 'Start', exact: true }).click();
  return { host, projector, player };
}

/** One phase of the player: pictures of it, of its decision and of a figure's chain of causes, then on to the next. */
const MEANWHILE = ['', 'loading', 'connecting'];

/** Where the player is, once a screen has loaded. */
async function settledAt(player: Page) {
  await player.waitForFunction(
    (meanwhile) => !meanwhile.includes(document.querySelector<HTMLElement>('main')?.dataset.screen ?? ''),
    MEANWHILE,
    { timeout: PATIENCE },
  );
  return whereIs(player);
}

async function playOn(studio: Studio, player: Page, projector: Page): Promise<void> {
  const here = await whereIs(player);
  const name = `round-${here.round}-${here.phase}`;
  if (here.round <= PICTURED_ROUNDS) {
    if (here.screen === 'reveal') await player.locator('[data-board="ready"]').waitFor({ timeout: PATIENCE });
    await take(studio, player, name);
    if (here.round === PICTURED_ROUNDS && here.screen === 'reveal') {
      await player.locator('main button.meter').first().click();
      await take(studio, player, 'why', false);
      await player.keyboard.press('Escape');
      await take(studio, projector, 'projector-reveal');
    }
  }
  await playPhase(player, here.round + 1);
  await player.waitForFunction(
    ({ phase, round }) => {
      const main = document.querySelector<HTMLElement>('main[data-screen]');
      return main?.dataset.phase !== phase || Number(main?.dataset.round) !== round;
    },
    here,
    { timeout: PATIENCE },
  );
}

async function debrief(studio: Studio, player: Page): Promise<void> {
  const steps = player.locator('.debrief-nav button');
  for (let step = 0; step < (await steps.count()); step += 1) {
    await steps.nth(step).click();
    if ((await whereIs(player)).phase === 'whatif') {
      await player.getByRole('button', { name: 'Play it a hundred times' }).click();
      await player.getByRole('heading', { name: 'What came of it' }).waitFor({ timeout: PATIENCE });
    }
    await take(studio, player, `debrief-${(await whereIs(player)).phase}`);
  }
}

async function session(studio: Studio): Promise<void> {
  const { host, projector, player } = await enter(studio);
  await player.waitForFunction(() => document.querySelector('main[data-screen="briefing"]') !== null, undefined, { timeout: PATIENCE });
  await take(studio, host, 'host-playing');
  await take(studio, projector, 'projector-briefing');
  await host.getByRole('button', { name: 'Pause' }).click();
  await player.locator('dialog[data-dialog="pause"]').waitFor();
  await take(studio, player, 'paused', false);
  await host.getByRole('button', { name: 'Go on' }).click();
  await player.locator('dialog[data-dialog="pause"]').waitFor({ state: 'detached' });
  while ((await settledAt(player)).screen !== 'debrief') await playOn(studio, player, projector);
  await debrief(studio, player);
  await take(studio, projector, 'projector-end');
}

/** A class of two tables from its first moment to its end, on the host's screen, a student's and the projector's. */
async function hostClass(studio: Studio): Promise<void> {
  const [host, student, projector] = await Promise.all(Array.from({ length: 3 }, async () => (await open(studio)).newPage()));
  if (host === undefined || student === undefined || projector === undefined) return;
  await host.goto(studio.url);
  await host.locator('input[name="scenario"][value="first-lesson"]').check();
  await host.locator('form:has(input[name="scenario"]) button[type="submit"]').click();
  await host.waitForURL(/\/host\//);
  const code = new URL(host.url()).pathname.split('/').at(-1) ?? '';
  await student.goto(`${studio.url}/j/${code}?board=off`);
  await take(studio, student, 'class-join');
  await student.getByRole('button', { name: 'Join the class' }).click();
  await student.waitForURL(/\/c\//);
  for (let n = 2; n <= CLASS; n += 1) await joinClass(studio.url, code, `Student ${n}`);
  await projector.goto(`${studio.url}/projector/${code}?board=canvas`);
  await host.getByText(`${CLASS} people`).first().waitFor();
  await take(studio, host, 'class-plan');
  await take(studio, student, 'class-lobby');
  await take(studio, projector, 'class-projector-lobby');
  await host.getByRole('button', { name: 'Seat everyone' }).click();
  await student.locator('main[data-screen="lobby"]').waitFor();
  await take(studio, student, 'class-team');
  await host.getByRole('button', { name: 'Start all tables' }).click();
  await host.getByRole('button', { name: 'Start now' }).click();
  await student.locator('main[data-screen="briefing"]').waitFor();
  await take(studio, host, 'class-tables');
  await host.getByRole('button', { name: 'Table 1' }).first().click();
  await take(studio, host, 'class-table');
  await take(studio, projector, 'class-projector');
}

async function joinClass(url: string, code: string, nickname: string): Promise<void> {
  const headers = { 'content-type': 'application/json' };
  await fetch(`${url}/api/join`, { method: 'POST', headers, body: JSON.stringify({ code, nickname }) });
}

mkdirSync(FOLDER, { recursive: true });
const [server, browser] = await Promise.all([startServer(), launchChromium()]);
try {
  for (const [width, height, theme] of SIZES) {
    const studio: Studio = { browser, url: server.url, width, height, theme, taken: [] };
    await session(studio);
    await hostClass(studio);
    process.stdout.write(`${width}x${height}: ${studio.taken.length} screens\n`);
  }
  process.stdout.write(`Pictures are in ${FOLDER}\n`);
} finally {
  await browser.close();
  await server.stop();
}
