import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { isProblem } from '../../client/net/api.ts';
import type { ClassSession, TableSession } from '../../client/net/session.ts';
import type { ConsoleOrder, TableOrder } from '../../shared/console.ts';
import { type ClassCreated, joinClass, person, until, whereIs } from './players.ts';
import { served } from './served.ts';
import { aClassOf, check, hostOf, press, Student } from './students.ts';

/** What a host brings into a match and takes back, what seats agree on under a host's eyes, and the way back to each class. */

const place = served();
const LAPTOP = { width: 1280, height: 800 };

/** Gives an order as a program; the test fails if it is refused. */
async function order(host: ClassSession, wanted: ConsoleOrder): Promise<void> {
  const answer = await host.order(wanted);
  if (isProblem(answer)) throw new Error(`${wanted.do}: ${answer.message}`);
}

const all = (host: ClassSession, wanted: TableOrder) => order(host, { do: 'table', table: null, order: wanted });

/** A host's console on a laptop, and the same class for a program. */
async function aConsole(created: ClassCreated) {
  const { page, errors, context } = await person(place.browser, LAPTOP);
  await page.goto(`${place.server.url}/host/${created.code}#${created.hostSecret}`);
  await page.locator('main[data-screen="console"]').waitFor();
  return { page, errors, context, host: await hostOf(place.server.url, created) };
}

/** Resolves when a pupil's page shows a screen of a round. */
const shows = (page: Page, screen: string, round: number) =>
  until(
    `${screen} of round ${round}`,
    async () => JSON.stringify({ ...(await whereIs(page)), phase: '' }) === JSON.stringify({ screen, phase: '', round }),
    () => whereIs(page),
  );

/** What a host writes while pupils choose is told at once, until it is put away; it stays among the headlines. */
async function isFlashed(host: ClassSession, page: Page, title: string): Promise<void> {
  await all(host, { do: 'headline', title });
  const flash = page.getByRole('status').getByText(`News from your host: ${title}`);
  await flash.waitFor();
  await check(page, 'a headline while one chooses');
  await page.locator('.notice', { hasText: title }).getByRole('button', { name: 'Got it' }).click();
  await flash.waitFor({ state: 'detached' });
  await page.locator('.headline', { hasText: title }).waitFor();
}

test('what a host writes into the reveal is news there, and again in the next briefing', { timeout: 240_000 }, async () => {
  const { server, browser } = place;
  const created = await aClassOf(server.url, 3);
  const { page, host, errors, context } = await aConsole(created);
  const [pupil, screen] = [await person(browser), await person(browser, { width: 1024, height: 768 })];
  await joinClass(pupil.page, server.url, created.code, 'Gus');
  await order(host, { do: 'seat' });
  await shows(pupil.page, 'lobby', 0);
  await all(host, { do: 'start' });
  await shows(pupil.page, 'briefing', 1);
  while ((await whereIs(pupil.page)).screen !== 'reveal') {
    const before = JSON.stringify(await whereIs(pupil.page));
    if ((await whereIs(pupil.page)).phase === 'agenda') await isFlashed(host, pupil.page, 'A minister resigns');
    await all(host, { do: 'next' });
    await until('the next phase', async () => JSON.stringify(await whereIs(pupil.page)) !== before);
  }
  await screen.page.goto(`${server.url}/projector/${host.info.value?.tables[0]?.code ?? ''}?board=off`);

  await page.locator('input[name="headline"]').fill('Minister denies it all');
  for (let press = 1; press <= 2; press++) await page.getByRole('button', { name: 'Publish it' }).click();
  await page.getByText('It is in the news.').waitFor();
  const news = pupil.page.locator('.headline', { hasText: 'Minister denies it all' });
  await news.getByText('Your host wrote this.').waitFor();
  await screen.page.locator('.projector-headline', { hasText: 'News from your host: Minister denies it all' }).waitFor();
  await check(pupil.page, 'a reveal with a late headline');

  await all(host, { do: 'next' });
  await shows(pupil.page, 'briefing', 2);
  await news.waitFor();
  expect(await news.count()).toBe(1);
  await check(pupil.page, 'the briefing after it');

  // A round later it is no news any more.
  while ((await whereIs(pupil.page)).round === 2) {
    const before = JSON.stringify(await whereIs(pupil.page));
    await all(host, { do: 'next' });
    await until('the next phase', async () => JSON.stringify(await whereIs(pupil.page)) !== before);
  }
  await shows(pupil.page, 'briefing', 3);
  await pupil.page.getByRole('heading', { name: 'Headlines', exact: true }).waitFor();
  expect(await news.count()).toBe(0);
  host.close();
  expect([...errors, ...pupil.errors, ...screen.errors]).toEqual([]);
  for (const one of [context, pupil.context, screen.context]) await one.close();
});

test('offers and deals between seats are seen by the host, the private ones too', { timeout: 240_000 }, async () => {
  const created = await aClassOf(place.server.url, 0);
  const { page, host, errors, context } = await aConsole(created);
  const students = ['Ada', 'Ben', 'Cleo'].map((name) => new Student(name, place.server.url, created.code));
  for (const student of students) await student.join();
  await order(host, { do: 'seat' });
  await all(host, { do: 'start' });
  await page.locator('main[data-status="playing"]').waitFor();
  const sessions = await Promise.all(students.map((student) => student.table()));
  const at = (seat: string) => sessions.find((session) => session.seat === seat) as TableSession;
  const [office, lantern] = [at('regulator'), at('lantern')];
  expect(await page.getByText(/offers? (or|and) deals?/).count(), 'nothing is listed before there is anything').toBe(0);

  const give = { term: 'full-speed' };
  expect(await office.offer({ to: 'lantern', give, get: { term: 'ask-in-writing' }, until: 2, public: false })).toBeNull();
  // Where there is one table, they lie open.
  await page.getByTestId('table-detail').locator('summary', { hasText: '1 offer or deal, 1 of them open or in force' }).waitFor();
  const [first, second] = [page.locator('.said-line').first(), page.locator('.said-line').nth(1)];
  const said = await first.innerText();
  for (const part of ['Table 1', 'in private', 'Leave your service at full speed', 'Ask for it in writing', 'Until the end of round 2'])
    expect(said).toContain(part);
  await first.getByText('Offered, no answer yet.').waitFor();
  await check(page, 'an offer on the console');

  // What is answered changes in place; what is over comes last.
  await until('the offer at the other seat', async () => (lantern.view.value?.pacts.length ?? 0) === 1);
  expect(await lantern.answerPact(lantern.view.value?.pacts[0]?.id ?? '', 'accept')).toBeNull();
  await first.getByText('In force.').waitFor();
  expect(await lantern.offer({ to: 'regulator', give: { term: 'full-report' }, get: {}, until: 2, public: true })).toBeNull();
  await until('the offer at the office', async () => (office.view.value?.pacts.length ?? 0) === 2);
  const open = office.view.value?.pacts.find(({ status }) => status === 'open');
  expect(await office.answerPact(open?.id ?? '', 'decline')).toBeNull();
  await second.getByText('Turned down.').waitFor();
  expect(await second.innerText()).toContain('in the open');
  await page.locator('summary', { hasText: '2 offers and deals, 1 of them open or in force' }).waitFor();
  for (const student of students) student.close();
  host.close();
  expect(errors).toEqual([]);
  await context.close();
});

test('the home page leads back to the five classes that were hosted last, and forgets those that are gone', {
  timeout: 240_000,
}, async () => {
  const { server, browser } = place;
  const classes: ClassCreated[] = [];
  for (let count = 0; count < 6; count += 1) classes.push(await aClassOf(server.url, 0));
  const { page, errors, context } = await person(browser);
  for (const { code, hostSecret } of classes) {
    await page.goto(`${server.url}/host/${code}#${hostSecret}`);
    await page.locator('main[data-screen="console"]').waitFor();
  }
  await page.goto(server.url);
  const ways = page.getByRole('button', { name: /^Back to hosting/ });
  const codes = classes.map(({ code }) => code);
  const codesOf = async () => (await ways.allInnerTexts()).map((text) => /^Back to hosting (\S+)/.exec(text)?.[1]);
  const toHost = (code: string) => `Back to hosting ${code}`;
  await ways.nth(4).waitFor();
  await page.getByText('First Lesson, nobody is seated yet').nth(4).waitFor();
  expect(await codesOf()).toEqual(codes.slice(1).reverse());
  await check(page, 'home with five classes');

  const [, , third = ''] = codes;
  await page.getByRole('button', { name: toHost(third) }).click();
  await page.locator('main[data-screen="console"]').waitFor();
  expect(page.url()).toBe(`${server.url}/host/${third}`);
  expect((await page.getByTestId('class-code').innerText()).trim()).toBe(third);

  // The one that was hosted last comes first; one that another device has deleted is forgotten.
  const gone = classes[4] as ClassCreated;
  const other = await hostOf(server.url, gone);
  await order(other, { do: 'delete' });
  await page.goto(server.url);
  await until('four ways back', async () => (await ways.count()) === 4);
  expect(await codesOf()).toEqual([third, codes[5], codes[3], codes[1]]);
  other.close();
  // A browser itself notes the answer that there is no such class.
  expect(errors.filter((line) => !line.includes('404'))).toEqual([]);
  await context.close();
});

test('a match that was stopped too early goes on where it was, at all tables or at one', { timeout: 240_000 }, async () => {
  const { server, browser } = place;
  const created = await aClassOf(server.url, 8);
  const { page, host, errors, context } = await aConsole(created);
  const pupil = await person(browser);
  await joinClass(pupil.page, server.url, created.code, 'Gus');
  await order(host, { do: 'seat' });
  await shows(pupil.page, 'lobby', 0);
  await all(host, { do: 'start' });
  await all(host, { do: 'next' });
  await shows(pupil.page, 'round', 1);
  const table = host.info.value?.players.find(({ id }) =>
    host.console.value?.players.some((one) => one.id === id && one.nickname === 'Gus'),
  )?.table;
  const number = host.info.value?.tables.find(({ code }) => code === table)?.number ?? 0;
  const undo = page.locator('.undo-row');
  const goneOn = async () => {
    await undo.getByRole('button', { name: 'Undo' }).click();
    await shows(pupil.page, 'round', 1);
    await pupil.page.getByText('Your host lets you play on. You are in round 1, in the same seat.').waitFor();
    await undo.waitFor({ state: 'detached' });
  };

  await press(page, 'More');
  const sheet = page.locator('dialog[open]');
  await sheet.getByRole('button', { name: 'Stop here and debrief' }).click();
  await sheet.getByText('If it was too early, Undo lets play go on where it stopped.').waitFor();
  await check(page, 'a question before the end');
  await sheet.getByRole('button', { name: 'Stop now' }).click();
  await page.locator('main[data-status="finished"]').waitFor();
  await pupil.page.locator('main[data-screen="debrief"]').waitFor();
  // The sheet has closed: the way back must be in reach.
  await sheet.waitFor({ state: 'detached' });
  await undo.getByText('Stopped 2 tables early').waitFor();
  await check(page, 'the end, with a way back');
  await goneOn();
  await page.locator('main[data-status="playing"]').waitFor();
  await check(pupil.page, 'play goes on');

  // The table's own screen in the room: it goes from the debrief to the play that goes on.
  const screen = await person(browser, { width: 1024, height: 768 });
  const codeNow = () => host.info.value?.tables.find((one) => one.number === number)?.code ?? '';
  await screen.page.goto(`${server.url}/projector/${codeNow()}?board=off`);
  await page.getByTestId(`table-${number}`).getByRole('button').click();
  const detail = page.getByTestId('table-detail');
  await detail.getByRole('button', { name: 'Stop here and debrief' }).click();
  await check(page, 'a question at one table');
  await detail.getByRole('button', { name: 'Stop now' }).click();
  await detail.getByText('The game is over.').waitFor();
  await pupil.page.locator('main[data-screen="debrief"]').waitFor();
  await undo.getByText(`Stopped table ${number} early`).waitFor();
  await screen.page.getByRole('button', { name: 'Open the debrief' }).click();
  await screen.page.locator('.projected-debrief').waitFor();
  await goneOn();
  await screen.page.locator('main[data-screen="projector"][data-status="playing"]').waitFor();
  expect(new URL(screen.page.url()).pathname).toBe(`/projector/${codeNow()}`);
  await check(screen.page, 'the screen of a table that is played on');
  await detail.getByText(`Table ${number}, before it was played on from round 1`).first().waitFor();
  await check(page, 'a table that is played on');
  host.close();
  expect([...errors, ...pupil.errors, ...screen.errors]).toEqual([]);
  await Promise.all([context.close(), pupil.context.close(), screen.context.close()]);
});
