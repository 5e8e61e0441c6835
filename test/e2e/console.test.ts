import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { isProblem, reclaim } from '../../client/net/api.ts';
import { joinClass, person, until, whereIs } from './players.ts';
import { served } from './served.ts';
import { check, close, press, Student, tableNow } from './students.ts';

/** A teacher runs a class from a phone, and another one from a laptop: every order of the console, with seven students who feel it. */

const SIZES = [
  { name: 'a phone', width: 360, height: 740 },
  { name: 'a laptop', width: 1280, height: 800 },
] as const;
const NAMES = ['Ada', 'Ben', 'Cleo', 'Dan', 'Eva', 'Finn'] as const;

const place = served();

async function createdFromHome(page: Page): Promise<string> {
  await page.goto(place.server.url);
  await page.locator('input[name="scenario"][value="first-lesson"]').check();
  await page.locator('input[name="expected"]').fill('7');
  await page.getByRole('button', { name: 'Create class' }).click();
  await page.locator('main[data-screen="console"]').waitFor();
  return (await page.getByTestId('class-code').innerText()).trim();
}

const undone = (page: Page) => page.locator('.undo-row').getByRole('button', { name: 'Undo' }).click();

describe.each(SIZES)('on $name', ({ width, height }) => {
  test('a class is seated, played, disturbed, mended and deleted', { timeout: 240_000 }, async () => {
    const host = await person(place.browser, { width, height });
    const { page } = host;
    const code = await createdFromHome(page);
    await check(page, 'empty lobby');
    expect(page.url()).not.toContain('#');

    const students = NAMES.map((name) => new Student(name, place.server.url, code));
    for (const student of students) await student.join();
    const pupil = await person(place.browser);
    await joinClass(pupil.page, place.server.url, code, 'Gus');
    const [ada] = students as [Student];

    // The lobby: everybody is in, two tables are planned, somebody is moved.
    await page.getByText('7 people are in.').waitFor();
    const settings = page.locator('.class-settings').first();
    await settings.getByLabel('Number of tables').selectOption('2');
    await page.getByTestId('plan-2').waitFor();
    const seatOf = (name: string) => page.locator('.plan-seat', { has: page.getByTestId(`person-${name}`) }).getAttribute('data-testid');
    const before = await seatOf('Ada');
    const other = before?.startsWith('plan-1') ? 2 : 1;
    const target = (before ?? '').replace(/^plan-\d/, `plan-${other}`);
    if (width > 1000) {
      await page.getByTestId('person-Ada').getByRole('button').hover();
      await page.mouse.down();
      await page.getByTestId(target).locator('h4').hover();
      await page.mouse.up();
    } else {
      const label = `Table ${other} · ${(await page.getByTestId(target).locator('h4').innerText()).split('\n')[0]?.trim()}`;
      await page.getByTestId('person-Ada').getByRole('combobox').focus();
      await page.getByTestId('person-Ada').getByRole('combobox').selectOption({ label });
    }
    await until(
      'Ada to be moved',
      async () => (await seatOf('Ada')) === target,
      () => seatOf('Ada'),
    );
    expect(await page.locator('dialog[open]').count(), 'a drag opens nothing').toBe(0);
    await undone(page);
    await until(
      'Ada to be back',
      async () => (await seatOf('Ada')) === before,
      () => seatOf('Ada'),
    );
    await check(page, 'lobby');

    // Everybody finds their table, then all tables start.
    await press(page, 'Seat everyone');
    await page.locator('main[data-status="seated"]').waitFor();
    await until(
      'the pupil at a table',
      async () => (await whereIs(pupil.page)).screen === 'lobby',
      () => whereIs(pupil.page),
    );
    for (const student of students) await student.table();
    await check(page, 'seated');
    // Few are ready: it is asked once.
    await press(page, 'Start all tables');
    await page.locator('.class-bar').getByText('seats are not ready yet').waitFor();
    await check(page, 'a start that few are ready for');
    await press(page, 'Start now');
    await page.locator('main[data-status="playing"]').waitFor();
    await until(
      'the briefing',
      async () => (await whereIs(pupil.page)).screen === 'briefing',
      () => whereIs(pupil.page),
    );
    await check(page, 'playing');

    // Space pauses every device, and lets them go on.
    await page.keyboard.press(' ');
    await pupil.page.locator('dialog[data-dialog="pause"]').waitFor();
    for (const student of students) await until('a pause', async () => (await tableNow(student))?.paused === true);
    await press(page, 'Go on, all');
    await pupil.page.locator('dialog[data-dialog="pause"]').waitFor({ state: 'detached' });

    // The timer, and a minute more; without a timer the button says why there is none.
    await page.locator('.class-bar').getByRole('button', { name: '+1 min' }).focus();
    await page.keyboard.press('Enter');
    await page.locator('.class-bar').getByText('No timer runs.').waitFor();
    await press(page, 'More');
    await check(page, 'more');
    await page.getByLabel('Timer at all tables').check();
    await until('the clocks', async () => (await tableNow(ada))?.clock !== null);
    await close(page);
    const left = (await tableNow(ada))?.clock?.left ?? 0;
    await press(page, /\+1 min/);
    await until('a minute more', async () => ((await tableNow(ada))?.clock?.left ?? 0) > left + 30_000);

    // A sentence for everybody.
    await press(page, 'More');
    await page.locator('dialog[open]').getByRole('button', { name: 'Tell everybody' }).click();
    await page.locator('input[name="broadcast"]').fill('Five more minutes.');
    await page.getByRole('button', { name: 'Show it' }).click();
    await pupil.page.getByText('Five more minutes.').waitFor();
    await page.locator('dialog[open]').waitFor({ state: 'detached' });

    // One table: a bot stands in for a seat, and gives it back.
    const seat = (await ada.table()).seat ?? '';
    await openTableOf(page, 'Ada');
    await check(page, 'table');
    const panel = page.getByTestId(`seat-${seat}`);
    await panel.getByText('Let a bot play').click();
    await panel.getByRole('button', { name: /^Bot plays/ }).click();
    const holder = async () => (await tableNow(ada))?.roster.find(({ id }) => id === seat)?.holder;
    await until('a bot in the seat', async () => (await holder()) === 'bot', holder);
    await panel.getByRole('button', { name: 'Hand back' }).click();
    await until('its people in the seat', async () => (await holder()) === 'person', holder);

    // One person: another name, another device, out, and in again.
    await page.getByTestId('table-detail').getByTestId('person-Ada').getByRole('button').click();
    await check(page, 'player');
    await page.locator('input[name="rename"]').fill('Adele');
    await page.getByRole('button', { name: 'Rename' }).click();
    await page.locator('dialog[open] h2', { hasText: 'Adele' }).waitFor();
    const nicknames = async () => (await tableNow(ada))?.roster.map(({ nickname }) => nickname).join(' ');
    await until('the new name', async () => (await nicknames())?.includes('Adele') === true, nicknames);
    await page.getByRole('button', { name: 'Move to a new device' }).click();
    const words = await page.getByTestId('words').innerText();
    expect(words.trim().split(/\s+/)).toHaveLength(3);
    const joined = await reclaim(code, words, place.server.url);
    if (isProblem(joined)) throw new Error(joined.message);
    expect(joined.seat).toBe(seat);
    expect(await reclaim(code, words, place.server.url), 'the words are good once').toMatchObject({ code: 'wrong-words' });
    await page.locator('dialog[open]').getByRole('button', { name: 'Remove' }).click();
    await page.locator('dialog[open]').waitFor({ state: 'detached' });
    await page.getByTestId('table-detail').getByTestId('person-Adele').waitFor({ state: 'detached' });
    await undone(page);
    await page.getByTestId('table-detail').getByTestId('person-Adele').waitFor();

    // A paused table goes on only when its host has said so twice. By keyboard: the focus goes to the question, and back to what asked it.
    const detail = page.getByTestId('table-detail');
    await detail.getByRole('button', { name: 'Pause', exact: true }).click();
    await detail.getByRole('button', { name: 'Go on', exact: true }).waitFor();
    for (const name of ['Next', 'Stop waiting']) {
      await detail.getByRole('button', { name, exact: true }).press('Enter');
      await detail.locator(':focus').getByText('This table is paused.').waitFor();
      if (name === 'Next') await check(page, 'a question about a paused table');
      for (let answer = 1; answer <= 2; answer++) await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      await until('the focus back', async () => (await page.locator(':focus').innerText()) === name);
    }
    await detail.getByRole('button', { name: 'Go on', exact: true }).click();
    await detail.getByRole('button', { name: 'Pause', exact: true }).waitFor();

    // The story: a crisis, a headline, a bookmark, and the round again.
    await page.locator('select[name="crisis"]').selectOption({ index: 1 });
    for (let press = 1; press <= 2; press++) await page.getByRole('button', { name: 'Let it happen now' }).click();
    await page.getByText('It happened.').waitFor();
    await page.locator('input[name="headline"]').fill('Minister denies it all');
    for (let press = 1; press <= 2; press++) await page.getByRole('button', { name: 'Publish it' }).click();
    await page.getByText('It is in the news.').waitFor();
    await page.locator('input[name="bookmark"]').fill('The room went quiet');
    await page.getByRole('button', { name: 'Set a bookmark' }).click();
    await page.getByText(': The room went quiet').waitFor();
    const url = await page.getByRole('link', { name: 'Its projector' }).getAttribute('href');
    if (width > 1000) await page.keyboard.press('n');
    else await page.getByRole('button', { name: 'Next', exact: true }).click();
    await page.getByText('Agenda').first().waitFor();
    // The word that something was done goes with its phase.
    await page.getByText('It happened.').waitFor({ state: 'detached' });
    for (let press = 1; press <= 2; press++) await page.getByRole('button', { name: 'Rewind this table' }).click();
    await page.getByText('Kept as they were played').waitFor();
    expect(await page.getByRole('link', { name: /^Look at it/ }).getAttribute('href'), 'the original is kept under its code').toBe(url);

    // All tables at once, after a question: the news, and the next phase.
    await page.getByRole('button', { name: 'Back to all tables' }).click();
    await page.locator('.tables-grid').waitFor();
    await page.locator('input[name="headline"]').fill('Rain on election day');
    await page.getByRole('button', { name: 'Publish it' }).click();
    await page.getByText('All 2 tables read it at once').waitFor();
    await check(page, 'a headline for all tables');
    await page.getByRole('button', { name: 'Publish it' }).click();
    await page.getByText('Last: A headline at 2 tables').waitFor();
    await undone(page);
    await page.keyboard.press('n');
    await check(page, 'next for all');
    await page.getByRole('button', { name: 'Next for all 2 tables' }).click();
    await page.locator('.tables-grid').getByText('Agenda').first().waitFor();

    // End and delete: two clicks, and it is gone for everybody.
    await press(page, 'More');
    await page.locator('dialog[open]').getByRole('button', { name: 'End and delete' }).click();
    await page.locator('dialog[open]').getByRole('button', { name: 'Save as a spreadsheet' }).waitFor();
    await check(page, 'delete');
    await page.getByRole('button', { name: 'Delete it all now' }).click();
    await page.locator('main[data-screen="home"]').waitFor();
    for (const student of students.slice(1)) await until('the end', async () => student.session?.session.link.value === 'ended');
    expect((await fetch(`${place.server.url}/api/tables/${code}`)).status).toBe(404);

    for (const student of students) student.close();
    expect(host.errors).toEqual([]);
    await Promise.all([host.context.close(), pupil.context.close()]);
  });
});

/** Opens the table at which somebody sits. */
async function openTableOf(page: Page, name: string): Promise<void> {
  for (const number of [1, 2]) {
    await page.getByTestId(`table-${number}`).getByRole('button').click();
    await page.getByTestId('table-detail').waitFor();
    if ((await page.getByTestId('table-detail').getByTestId(`person-${name}`).count()) > 0) return;
    await page.getByRole('button', { name: 'Back to all tables' }).click();
    await page.locator('.tables-grid').waitFor();
  }
  throw new Error(`${name} sits at no table.`);
}
