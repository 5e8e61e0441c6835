import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchChromium } from '../chromium.ts';
import { type Running, startServer } from '../running.ts';
import { Device, draftOf, linkIs, pick, planAndLock, read, sealedOn, seatsOf } from './devices.ts';
import { joinClass, together, until, whereIs } from './players.ts';
import { check, screen } from './school.ts';

/**
 * A lesson as a class of seven lives it, with real pages only: a teacher who runs it from a phone, a projector, seven students. Meanwhile
 * a network drops, the server is killed, the teacher's phone dies, and the bell rings: it ends the next day.
 */

const NAMES = ['Ada', 'Ben', 'Cem', 'Dov', 'Eva', 'Fay', 'Gus'] as const;
const PHONE = { width: 360, height: 740 };
const PROJECTOR = { width: 1024, height: 768 };

let server: Running;
let browser: Awaited<ReturnType<typeof launchChromium>>;
const devices: Device[] = [];

beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), launchChromium()]);
}, 180_000);

afterAll(async () => {
  await browser?.close();
  await server?.stop();
}, 60_000);

async function aDevice(size?: { width: number; height: number }): Promise<Device> {
  const device = await Device.of(browser, size);
  devices.push(device);
  return device;
}

/** Presses a button of the bar at the console's lower edge. */
const press = (console: Page, name: string) => console.locator('.class-bar').getByRole('button', { name }).click();
const sheet = (console: Page) => console.locator('dialog[open]');
const stage = (console: Page, status: string) => console.locator(`main[data-screen="console"][data-status="${status}"]`).waitFor();
const eyesUp = (page: Page) => page.locator('dialog[data-dialog="pause"]');

/** Runs something on all pages at once. */
const onAll = (students: readonly Device[], what: (page: Page) => Promise<unknown>) => Promise.all(students.map(({ page }) => what(page)));

/** What each page shows of the match, and what is picked and locked there. */
const standing = (students: readonly Device[]) =>
  Promise.all(
    students.map(async ({ page }) => ({ ...(await whereIs(page)), draft: await draftOf(page), sealed: await sealedOn(page) })),
  );

/** All pages stand as they stood. */
async function standsAs(before: unknown, students: readonly Device[], what: string): Promise<void> {
  const asBefore = async () => JSON.stringify(await standing(students)) === JSON.stringify(before);
  await until(what, asBefore, async () => ({ before, now: await standing(students) }));
}

/** A server that starts again does not know where its host is: it may have paused before they came back. */
async function goOn(console: Page, students: readonly Device[]): Promise<void> {
  await linkIs(console, 'online');
  const resume = console.locator('.class-bar').getByRole('button', { name: 'Go on, all' });
  if ((await resume.count()) > 0) await resume.click();
  await onAll(students, (page) => eyesUp(page).waitFor({ state: 'detached' }));
}

/** The host makes a class in the home page and everybody joins by its code. */
async function gather(console: Page): Promise<{ code: string; students: Device[] }> {
  await console.goto(server.url);
  await console.locator('input[name="scenario"][value="first-lesson"]').check();
  await console.getByRole('button', { name: 'Create class' }).click();
  await stage(console, 'lobby');
  const code = (await console.getByTestId('class-code').innerText()).trim();
  const students: Device[] = [];
  for (const name of NAMES) {
    const student = await aDevice();
    await joinClass(student.page, server.url, code, name);
    students.push(student);
  }
  await console.getByText('7 people are in.').waitFor();
  return { code, students };
}

/** Teams of two and three plan, propose and lock, phase by phase, until the next round begins. */
async function playRound(students: readonly Device[], round: number): Promise<void> {
  const pages = students.map(({ page }) => page);
  for (;;) {
    await together(pages);
    const { screen: shown, round: now } = await whereIs(pages[0] as Page);
    if (now > round) return;
    if (shown === 'round') await planAndLock(pages);
    else await onAll(students, read);
    await until('the phase to end', async () => JSON.stringify(await whereIs(pages[0] as Page)) !== JSON.stringify({ screen: shown, phase, round: now }));
  }
}
