import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isProblem, reclaim } from '../../client/net/api.ts';
import { connect, type Entered, enter } from '../../client/net/enter.ts';
import { type Keyring, memoryKeyring } from '../../client/net/keyring.ts';
import type { ClassSession, TableSession } from '../../client/net/session.ts';
import { launchChromium } from '../chromium.ts';
import { type Running, startServer } from '../running.ts';
import { accessibilityProblems, type ClassCreated, createClass, joinClass, person, until, whereIs } from './players.ts';

/** A teacher runs a class from a phone, and another one from a laptop: every order of the console, with seven students who feel it. */

const SIZES = [
  { name: 'a phone', width: 360, height: 740 },
  { name: 'a laptop', width: 1280, height: 800 },
] as const;
const NAMES = ['Ada', 'Ben', 'Cleo', 'Dan', 'Eva', 'Finn'] as const;

let server: Running;
let browser: Browser;

beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), launchChromium()]);
}, 180_000);

afterAll(async () => {
  await browser?.close();
  await server?.stop();
}, 30_000);

/** A student whose device is the SDK: goes along from the class to its table as a browser does. */
class Student {
  readonly name: string;
  readonly keyring: Keyring = memoryKeyring();
  readonly #code: string;
  #entered: Entered | null = null;

  constructor(name: string, code: string) {
    this.name = name;
    this.#code = code;
  }

  async join(): Promise<void> {
    this.#entered?.session.close();
    const entered = await enter({ kind: 'seat', code: this.#code, nickname: this.name }, { server: server.url, keyring: this.keyring });
    if (isProblem(entered)) throw new Error(`${this.name}: ${entered.code} ${entered.message}`);
    this.#entered = entered;
  }

  /** The session, opened anew if the student has been led elsewhere. */
  async at(): Promise<Entered> {
    if (this.#entered === null || this.#entered.session.elsewhere.value !== null) await this.join();
    if (this.#entered === null) throw new Error(`${this.name} is nowhere.`);
    return this.#entered;
  }

  async table(): Promise<TableSession> {
    await until(`${this.name} at a table`, async () => (await this.at()).at === 'table');
    const { session } = await this.at();
    return session as TableSession;
  }

  get session(): Entered | null {
    return this.#entered;
  }

  close(): void {
    this.#entered?.session.close();
  }
}

/** The class as a student sees it who has no table yet. */
const classNow = ({ session }: Student) => (session?.at === 'class' ? session.session.info.value : null);

const tableNow = async (student: Student) => (await student.table()).table.value;

/** The page is as wide as its screen, and axe has nothing to say. */
async function check(page: Page, view: string): Promise<void> {
  const { wide, screen } = await page.evaluate(() => ({ wide: document.documentElement.scrollWidth, screen: innerWidth }));
  expect(wide, `${view} scrolls sideways`).toBeLessThanOrEqual(screen);
  expect(await accessibilityProblems(page), view).toEqual([]);
}

async function createdFromHome(page: Page): Promise<string> {
  await page.goto(server.url);
  await page.locator('input[name="scenario"][value="first-lesson"]').check();
  await page.locator('input[name="expected"]').fill('7');
  await page.getByRole('button', { name: 'Create class' }).click();
  await page.locator('main[data-screen="console"]').waitFor();
  return (await page.getByTestId('class-code').innerText()).trim();
}

/** Presses a button of the bar at the lower edge. */
const press = (page: Page, name: string | RegExp) => page.locator('.class-bar').getByRole('button', { name }).click();

async function close(page: Page): Promise<void> {
  await page.locator('dialog[open]').getByRole('button', { name: 'Close' }).click();
  await page.locator('dialog[open]').waitFor({ state: 'detached' });
}

const undone = (page: Page) => page.locator('.undo-row').getByRole('button', { name: 'Undo' }).click();

describe.each(SIZES)('on $name', ({ width, height }) => {
  test('a class is seated, played, disturbed, mended and deleted', { timeout: 240_000 }, async () => {
    const host = await person(browser, { width, height });
    const { page } = host;
    const code = await createdFromHome(page);
    await check(page, 'empty lobby');
    expect(page.url()).not.toContain('#');

    const students = NAMES.map((name) => new Student(name, code));
    for (const student of students) await student.join();
    const pupil = await person(browser);
    await joinClass(pupil.page, server.url, code, 'Gus');
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
    await press(page, 'Start all tables');
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

    // The timer, and a minute more.
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
    const joined = await reclaim(code, words, server.url);
    if (isProblem(joined)) throw new Error(joined.message);
    expect(joined.seat).toBe(seat);
    expect(await reclaim(code, words, server.url), 'the words are good once').toMatchObject({ code: 'wrong-words' });
    await page.locator('dialog[open]').getByRole('button', { name: 'Remove' }).click();
    await page.locator('dialog[open]').waitFor({ state: 'detached' });
    await page.getByTestId('table-detail').getByTestId('person-Adele').waitFor({ state: 'detached' });
    await undone(page);
    await page.getByTestId('table-detail').getByTestId('person-Adele').waitFor();

    // The story: a crisis, a headline, a bookmark, and the round again.
    await page.locator('select[name="crisis"]').selectOption({ index: 1 });
    await page.getByRole('button', { name: 'Let it happen now' }).click();
    await page.getByText('It happened.').waitFor();
    await page.locator('input[name="headline"]').fill('Minister denies it all');
    await page.getByRole('button', { name: 'Publish it' }).click();
    await page.getByText('It is in the news.').waitFor();
    await page.locator('input[name="bookmark"]').fill('The room went quiet');
    await page.getByRole('button', { name: 'Set a bookmark' }).click();
    await page.getByText(': The room went quiet').waitFor();
    const url = await page.getByRole('link', { name: 'Its projector' }).getAttribute('href');
    await page.getByRole('button', { name: 'Next', exact: true }).click();
    await page.getByText('Agenda').first().waitFor();
    await page.getByRole('button', { name: 'Rewind this table' }).click();
    await page.getByText('Kept as they were played').waitFor();
    expect(await page.getByRole('link', { name: /^Watch/ }).getAttribute('href'), 'the original is kept under its code').toBe(url);

    // All tables at once, after a question.
    await page.getByRole('button', { name: 'Back to all tables' }).click();
    await page.locator('.tables-grid').waitFor();
    await page.keyboard.press('n');
    await check(page, 'next for all');
    await page.getByRole('button', { name: 'Next for all 2 tables' }).click();
    await page.locator('.tables-grid').getByText('Agenda').first().waitFor();

    // End and delete: two clicks, and it is gone for everybody.
    await press(page, 'More');
    await page.locator('dialog[open]').getByRole('button', { name: 'End and delete' }).click();
    await check(page, 'delete');
    await page.getByRole('button', { name: 'Delete it all now' }).click();
    await page.locator('main[data-screen="home"]').waitFor();
    for (const student of students.slice(1)) await until('the end', async () => student.session?.session.link.value === 'ended');
    expect((await fetch(`${server.url}/api/tables/${code}`)).status).toBe(404);

    for (const student of students) student.close();
    expect(host.errors).toEqual([]);
    await Promise.all([host.context.close(), pupil.context.close()]);
  });
});

/** A class made by a program, with so many students who came by HTTP and are not there. */
async function aClassOf(students: number): Promise<ClassCreated> {
  const created = await createClass(server.url, 'first-lesson');
  for (let number = 1; number <= students; number += 1) {
    const answer = await fetch(`${server.url}/api/join`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-device': `device-${created.code}-${number}` },
      body: JSON.stringify({ code: created.code, nickname: `Curious Kestrel ${number}` }),
    });
    if (!answer.ok) throw new Error(await answer.text());
  }
  return created;
}

/** Nothing on the room's screen lies outside it or is cut off. */
async function fits(page: Page, what: string): Promise<void> {
  const cut = await page.evaluate(() => {
    const places = [...document.querySelectorAll('.projector, .projector *')];
    const out = places.filter((place) => {
      const box = place.getBoundingClientRect();
      return box.height > 1 && (box.bottom > innerHeight + 1 || box.right > innerWidth + 1);
    });
    return [
      ...(document.documentElement.scrollHeight > innerHeight ? ['the page scrolls'] : []),
      ...out.slice(0, 3).map((place) => place.outerHTML.slice(0, 120)),
      ...places
        .filter(
          (place) =>
            place.matches('.names, .class-tables, .class-table') &&
            (place.scrollHeight > place.clientHeight + 1 || place.scrollWidth > place.clientWidth + 1),
        )
        .slice(0, 3)
        .map((place) => `cut: ${place.outerHTML.slice(0, 120)}`),
    ];
  });
  expect(cut, what).toEqual([]);
}

test.each([7, 33, 60])(
  'the projector of a class of %i shows how to join, who sits where and how far each table is',
  { timeout: 240_000 },
  async (size) => {
    const { code, hostSecret } = await aClassOf(size);
    const { page, context, errors } = await person(browser, { width: 1024, height: 768 });
    await page.goto(`${server.url}/projector/${code}?board=off`);
    await page.getByText(`${size} people are in`).waitFor();
    expect(await page.locator('.name-tile').count()).toBe(size);
    const { qr, letters } = await page.evaluate(() => ({
      qr: document.querySelector('.qr')?.getBoundingClientRect().width ?? 0,
      letters: Number.parseFloat(getComputedStyle(document.querySelector('.projector-code') ?? document.body).fontSize),
    }));
    expect(qr).toBeGreaterThanOrEqual(300);
    expect(letters).toBeGreaterThanOrEqual(120);
    await fits(page, 'lobby');
    await check(page, 'projected lobby');

    const host = await hostOf(code, hostSecret);
    expect(await host.order({ do: 'seat' })).toEqual({});
    await page.locator('main[data-status="seated"]').waitFor();
    await fits(page, 'seated');
    await check(page, 'projected seats');
    expect(await host.order({ do: 'broadcast', text: 'Phones down for one minute, please.' })).toEqual({});
    expect(await host.order({ do: 'table', table: null, order: { do: 'start' } })).toEqual({});
    await page.locator('.class-tables.play, main[data-screen="projector"]').first().waitFor();
    if (size > 8) {
      await page.getByText('Phones down').waitFor();
      await fits(page, 'playing');
    }
    await check(page, 'projected tables');
    expect(await page.content()).not.toContain(hostSecret);
    host.close();
    expect(errors).toEqual([]);
    await context.close();
  },
);

test('a secret link makes another device the host, and at the end the tables stand side by side', { timeout: 240_000 }, async () => {
  const { code, hostSecret } = await aClassOf(13);
  const { page, context, errors } = await person(browser, { width: 360, height: 740 });
  const asked: string[] = [];
  page.on('request', (request) => asked.push(`${request.url()} ${request.headers().referer ?? ''}`));
  await page.goto(`${server.url}/host/${code}#${hostSecret}`);
  await page.locator('main[data-screen="console"]').waitFor();
  expect(page.url()).toBe(`${server.url}/host/${code}`);
  const [document, ...later] = asked;
  expect(document).toContain('/host/');
  expect(later.filter((line) => line.includes(hostSecret))).toEqual([]);
  await page.getByText('What to say now').waitFor();

  const host = await hostOf(code, hostSecret);
  await host.order({ do: 'set', settings: { seeds: 'same' } });
  await host.order({ do: 'seat' });
  await host.order({ do: 'table', table: null, order: { do: 'start' } });
  await page.locator('main[data-status="playing"]').waitFor();
  while (host.info.value?.status !== 'finished') {
    const answer = await host.order({ do: 'table', table: null, order: { do: 'next' } });
    if (isProblem(answer)) throw new Error(answer.message);
  }
  await page.locator('main[data-status="finished"]').waitFor();
  const numbers = page.getByTestId('compare-1').locator('td');
  await until(
    'the scores',
    async () => /^\d+$/.test(await numbers.first().innerText()),
    () => numbers.allInnerTexts(),
  );
  await page.getByText(/You can go on until \d+ \w+ \d{4}/).waitFor();
  await check(page, 'the end');
  host.close();
  expect(errors).toEqual([]);
  await context.close();
});

test('the door, the talk and the silence are in the hands of the host', { timeout: 240_000 }, async () => {
  const created = await aClassOf(0);
  const { page, context, errors } = await person(browser, { width: 360, height: 740 });
  await page.goto(`${server.url}/host/${created.code}#${created.hostSecret}`);
  await page.locator('main[data-screen="console"]').waitFor();
  const [ada, ben, late] = ['Ada', 'Ben', 'Zoe'].map((name) => new Student(name, created.code)) as [Student, Student, Student];
  await ada.join();
  await ben.join();
  await page.getByText('2 people are in.').waitFor();
  const settings = page.locator('.class-settings').first();
  for (const label of ['Ask me first', 'Free text', 'Hide names']) await settings.getByRole('checkbox', { name: label }).check();
  await until('all settings to hold', async () => {
    const { approval, freeText, hideNames } = classNow(ada)?.settings ?? {};
    return approval === true && freeText === true && hideNames === true;
  });
  expect(classNow(ada)?.players.map(({ nickname }) => nickname)).toEqual(['', '']);
  await page.getByTestId('person-Ada').waitFor();
  await press(page, 'Seat everyone');
  await press(page, 'Start all tables');
  await page.locator('main[data-status="playing"]').waitFor();

  // Somebody comes late, and waits until the host says so.
  await late.join();
  const door = page.getByTestId('need-door-Zoe');
  await door.waitFor();
  await check(page, 'somebody at the door');
  await door.getByRole('button', { name: 'Let in' }).click();
  await late.table();
  await door.waitFor({ state: 'detached' });

  // What was said is seen by the host, can be hidden, and so can a voice.
  const table = await ada.table();
  expect(await table.say({ to: '*', text: 'You are all wrong about this' })).toBeNull();
  await page.getByTestId('table-1').getByRole('button').click();
  const said = page.locator('.said-line', { hasText: 'You are all wrong about this' });
  await said.getByRole('button', { name: 'Hide' }).click();
  await said.getByText('Hidden').waitFor();
  const heard = async () => (await ben.table()).said.value.map(({ text }) => text);
  await until('the words to be gone elsewhere', async () => !(await heard()).includes('You are all wrong about this'), heard);
  await page.getByTestId(`seat-${table.seat}`).getByRole('checkbox', { name: 'May say nothing' }).check();
  await until('a silence', async () => (await tableNow(ada))?.roster.find(({ id }) => id === table.seat)?.muted === true);
  expect(await table.say({ to: '*', text: 'Hello' })).toMatchObject({ code: 'muted' });

  // More time for one, another seat for two.
  await page.getByTestId('table-detail').getByTestId('person-Ada').getByRole('button').click();
  await page.locator('select[name="extra"]').selectOption('60');
  await until('the time', async () => (await ada.table()).team.value?.members[0]?.extra === 60);
  const [seat, other] = [(await ada.table()).seat, (await ben.table()).seat];
  await page.locator('select[name="swap"]').selectOption({ label: 'Ben' });
  await until('Ada in the seat of Ben', async () => (await ada.table()).seat === other);
  await until('Ben in the seat of Ada', async () => (await ben.table()).seat === seat);
  await close(page);
  await page.reload();
  await page.getByTestId('table-detail').waitFor();

  // A second device of the host deletes the class: this one is told so.
  const host = await hostOf(created.code, created.hostSecret);
  await host.order({ do: 'delete' });
  await page.getByText('This class has ended.').waitFor();
  for (const student of [ada, ben, late]) student.close();
  host.close();
  expect(errors).toEqual([]);
  await context.close();
});

async function hostOf(code: string, hostSecret: string): Promise<ClassSession> {
  const keyring = memoryKeyring();
  keyring.set('host', code, hostSecret);
  const entered = await connect({ kind: 'host', code }, { server: server.url, keyring }, null);
  if (isProblem(entered) || entered.at !== 'class') throw new Error('The console did not open.');
  return entered.session;
}

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
