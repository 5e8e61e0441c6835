import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { Device, draftOf, linkIs, openTeam, planAndLock, read, sealedOn } from './devices.ts';
import { joinClass, pickAll, together, until, whereIs } from './players.ts';
import { check, screen } from './school.ts';
import { served } from './served.ts';

/**
 * A lesson as a class of seven lives it, with real pages only: a teacher who runs it from a phone, a projector, seven students. Meanwhile
 * a network drops, the server is killed, the teacher's phone dies, and the bell rings: it ends the next day.
 */

const NAMES = ['Ada', 'Ben', 'Cem', 'Dov', 'Eva', 'Fay', 'Gus'] as const;
const PHONE = { width: 360, height: 740 };
const PROJECTOR = { width: 1024, height: 768 };
/** Longer than anything takes on a busy machine, and than the tables wait for their host. */
const PATIENCE = 30_000;
const A_DAY = 24 * 60 * 60_000;

const place = served();
const devices: Device[] = [];

async function aDevice(size?: { width: number; height: number }): Promise<Device> {
  const device = await Device.of(place.browser, size);
  device.page.setDefaultTimeout(PATIENCE);
  devices.push(device);
  return device;
}

/** Presses a button of the bar at the console's lower edge. */
const press = (console: Page, name: string) => console.locator('.class-bar').getByRole('button', { name }).click();
const sheet = (console: Page) => console.locator('dialog[open]');
const stage = (console: Page, status: string) => console.locator(`main[data-screen="console"][data-status="${status}"]`).waitFor();
const eyesUp = (page: Page) => page.locator('dialog[data-dialog="pause"]');

type Students = readonly Device[];

const onAll = (students: Students, what: (page: Page) => Promise<unknown>) => Promise.all(students.map(({ page }) => what(page)));

/** What each page shows of the match, and what is picked and locked there. */
const standing = (students: Students) =>
  Promise.all(students.map(async ({ page }) => ({ ...(await whereIs(page)), draft: await draftOf(page), sealed: await sealedOn(page) })));

/** Resolves when all pages stand as they stood. */
async function standsAs(before: unknown, students: Students, what: string): Promise<void> {
  const asBefore = async () => JSON.stringify(await standing(students)) === JSON.stringify(before);
  await until(what, asBefore, async () => ({ before, now: await standing(students) }));
}

/** Lets the tables go on if they are paused: a server that starts again may have waited in vain for its host. */
async function goOn(console: Page, students: Students): Promise<void> {
  await linkIs(console, 'online');
  const resume = console.locator('.class-bar').getByRole('button', { name: 'Go on' });
  const covers = () => Promise.all(students.map(({ page }) => eyesUp(page).count()));
  await until('play to go on', async () => {
    if ((await resume.count()) > 0) await resume.click();
    return (await covers()).every((count) => count === 0);
  });
}

/** The host makes a class on the home page and everybody joins by its code. */
async function gather(console: Page): Promise<{ code: string; students: Students }> {
  await console.goto(place.server.url);
  await console.locator('input[name="scenario"][value="first-lesson"]').check();
  await console.getByRole('button', { name: 'Create class' }).click();
  await stage(console, 'lobby');
  const code = (await console.getByTestId('class-code').innerText()).trim();
  const students: Device[] = [];
  for (const name of NAMES) {
    const student = await aDevice();
    await joinClass(student.page, place.server.url, code, name);
    students.push(student);
  }
  await console.getByText('7 people are in.').waitFor();
  return { code, students };
}

/** Everybody does what the phase asks, by taps, until all see this phase. */
async function playTo(students: Students, round: number, phase: string): Promise<void> {
  const pages = students.map(({ page }) => page);
  const [first] = pages as [Page];
  for (;;) {
    await together(pages);
    const here = await whereIs(first);
    if (here.round === round && here.phase === phase) return;
    if (here.screen === 'round') await planAndLock(pages, here.round);
    else await onAll(students, read);
    const gone = async () => JSON.stringify(await whereIs(first)) !== JSON.stringify(here);
    await until('the next phase', gone, () => standing(students));
  }
}

/** Who locks for a team, and the others on the seat. */
async function captainOf(team: Students): Promise<{ captain: Device; mates: Students }> {
  for (const captain of team) {
    if ((await captain.page.locator('.lock-bar').getByRole('button', { name: 'Lock' }).count()) > 0)
      return { captain, mates: team.filter((one) => one !== captain) };
  }
  throw new Error('Nobody locks for this team.');
}

/** Closes the phase at all tables without waiting for those who have not locked: from the sheet of more orders, or (not `gently`) of the next phase. */
async function closePhase(console: Page, gently: boolean): Promise<void> {
  const now = console.getByTestId('table-detail').getByRole('heading', { name: /^Round/ });
  const before = await now.allInnerTexts();
  if (gently) {
    await press(console, 'More');
    await sheet(console).getByRole('button', { name: 'Stop waiting' }).click();
    await sheet(console).getByRole('button', { name: 'Stop waiting', exact: true }).click();
  } else {
    await press(console, 'Next');
    const next = sheet(console).getByRole('button', { name: 'Next' });
    await next.waitFor();
    // Where somebody has picked nothing, a bot may do it.
    const instead = sheet(console).getByRole('button', { name: /let a bot pick/ });
    const isChoosing = (await sheet(console).getByText('picked nothing').count()) > 0;
    expect(await instead.count()).toBe(isChoosing ? 1 : 0);
    await (isChoosing ? instead : next).click();
  }
  await sheet(console).waitFor({ state: 'detached' });
  await until('the next phase', async () => String(await now.allInnerTexts()) !== String(before));
}

test('a lesson of seven, over all that can break', { timeout: 400_000 }, async () => {
  const teacher = await aDevice(PHONE);
  const console = teacher.page;
  const { code, students } = await gather(console);
  const projector = await aDevice(PROJECTOR);
  await projector.page.goto(`${place.server.url}/projector/${code}?board=off`);
  await projector.page.getByText('7 people are in').waitFor();

  // Seats, cards, round 1 by taps.
  await press(console, 'Seat everyone');
  await onAll(students, (page) => screen(page, 'lobby'));
  const seats = await Promise.all(students.map(({ page }) => page.locator('.play-title h1').innerText()));
  expect(new Set(seats).size, 'every seat has its people').toBe(3);
  const table = new URL((students[0] as Device).page.url()).pathname.slice(3);
  await onAll(students, (page) => page.locator('.lock-bar').getByRole('button', { name: 'Ready' }).click());
  await press(console, 'Start');
  await stage(console, 'playing');
  await playTo(students, 2, 'agenda');

  // Eyes up: everybody's plan is kept.
  await onAll(students, (page) => pickAll(page, 1));
  const planned = await standing(students);
  await press(console, 'Pause');
  await onAll(students, (page) => eyesUp(page).getByRole('heading', { name: 'Eyes up' }).waitFor());
  await check((students[0] as Device).page, 'eyes up');
  await press(console, 'Go on');
  await onAll(students, (page) => eyesUp(page).waitFor({ state: 'detached' }));
  await standsAs(planned, students, 'all plans after the pause');

  // One is cut off in the middle of a plan: the table goes on, and who comes back finds seat, plan and news.
  const [cutOff = [], quick = []] = [...new Set(seats)].map((seat) => students.filter((_, at) => seats[at] === seat));
  const { captain, mates } = await captainOf(cutOff);
  const [mate] = mates as [Device];
  const draft = await draftOf(captain.page);
  await captain.context.setOffline(true);
  await linkIs(captain.page, 'offline');
  await mate.page.getByText('Now you lock for your team.').waitFor();
  await mate.page.locator('li.card.chosen input[type="checkbox"]').first().uncheck();
  await planAndLock(
    quick.map(({ page }) => page),
    1,
  );
  await console.getByTestId('table-detail').getByText('1 of 3 done').waitFor();
  await captain.context.setOffline(false);
  await linkIs(captain.page, 'online');
  expect(await draftOf(captain.page)).toEqual(draft);
  await openTeam(captain.page);
  await captain.page.getByText(`Plan of ${NAMES[students.indexOf(mate)]}`).waitFor();
  const beforeKill = await standing(students);
  expect(beforeKill.filter(({ sealed }) => sealed)).toHaveLength(quick.length);

  // The server is killed in the middle of the round: all pages come back by themselves, and nothing is lost.
  await place.server.end('SIGKILL');
  await onAll([...students, teacher, projector], (page) => linkIs(page, 'offline'));
  await place.server.again();
  await onAll([...students, projector], (page) => linkIs(page, 'online'));
  await goOn(console, students);
  await standsAs(beforeKill, students, 'all plans and locks after the kill');

  // The teacher's phone dies: the table pauses by itself, and another one takes over with the secret link.
  const secret = await console.evaluate((of) => localStorage.getItem(`chokepoint.host.${of}`), code);
  await teacher.context.close();
  await onAll(students, (page) => eyesUp(page).getByText('Your host is away for a moment.').waitFor());
  const second = await aDevice(PHONE);
  await second.page.goto(`${place.server.url}/host/${code}#${secret}`);
  await stage(second.page, 'playing');
  expect(second.page.url()).toBe(`${place.server.url}/host/${code}`);
  await second.page.getByText('Paused, because you were away').first().waitFor();
  await onAll(students, (page) => eyesUp(page).getByText('since your host was away').waitFor());
  await check(second.page, 'the console after a take-over');
  await goOn(second.page, students);
  await standsAs(beforeKill, students, 'all plans and locks under the new host');

  // The bell. The next day the server is started again; who comes back by the home page or the address is told where the match stands.
  for (const device of [...students, second, projector]) await device.page.close();
  await place.server.end('SIGTERM');
  await place.server.again();
  for (const device of [...students, second, projector]) await device.context.clock.setSystemTime(Date.now() + A_DAY);
  const next = await second.reopen(place.server.url);
  await next.getByRole('button', { name: `Back to hosting ${code}` }).click();
  await stage(next, 'playing');
  await projector.reopen(`${place.server.url}/projector/${code}?board=off`);
  for (const [at, student] of students.entries()) {
    if (at % 2 === 0) await student.reopen(`${place.server.url}/t/${table}?board=off`);
    else
      await (await student.reopen(`${place.server.url}/?board=off`))
        .getByRole('button', { name: /^Back to table \d+ of your class/ })
        .click();
    await linkIs(student.page, 'online');
  }
  await goOn(next, students);
  for (const [at, { page }] of students.entries()) {
    const recap = page.locator('dialog[data-dialog="recap"]');
    await recap.getByRole('heading', { name: 'Welcome back: round 2, Agenda' }).waitFor();
    expect(seats[at]).toContain(/You play ([^:]+):/.exec(await recap.innerText())?.[1] ?? '–');
    if (at === 0) await check(page, 'welcome back');
    await recap.getByRole('button', { name: 'Go on' }).click();
  }
  await standsAs(beforeKill, students, 'the same round, plans and locks the next day');

  // To the end with Next and Stop waiting, and the debrief.
  for (let phase = 0; (await next.locator('main[data-status="playing"]').count()) > 0; phase += 1) await closePhase(next, phase % 2 === 0);
  await stage(next, 'finished');
  await onAll(students, (page) => screen(page, 'debrief'));
  await onAll(students, (page) => page.locator('.debrief-nav').getByRole('button', { name: 'Why' }).click());
  await check((students[0] as Device).page, 'the debrief');

  // What was played is saved, without names.
  const [saved] = await Promise.all([
    next.waitForEvent('download'),
    next.getByRole('button', { name: 'Save as a spreadsheet' }).first().click(),
  ]);
  const rows = await readFile(await saved.path(), 'utf8');
  expect(saved.suggestedFilename()).toBe(`chokepoint-first-lesson-${code}.csv`);
  expect(rows.split('\n').length).toBeGreaterThan(20);
  for (const name of NAMES) expect(rows).not.toContain(name);

  // End and delete: two taps, and it is gone for everybody.
  await press(next, 'End and delete');
  await sheet(next).getByRole('button', { name: 'Delete it all now' }).click();
  await screen(next, 'home');
  for (const gone of [code, table]) expect((await fetch(`${place.server.url}/api/tables/${gone}`)).status).toBe(404);
  await onAll(students, (page) => page.getByRole('heading', { name: 'This game is deleted' }).waitFor());
  await projector.page.getByText('This game is deleted').first().waitFor();
  for (const { errors } of devices) expect(errors).toEqual([]);
});
