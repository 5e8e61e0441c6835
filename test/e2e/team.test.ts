import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { TableSession } from '../../client/net/session.ts';
import { openTeam } from './devices.ts';
import { aboveBar, FREE, joinClass, pickOne, pressOn, until, whereIs } from './players.ts';
import { type Class, check, idOf, noErrors, type Person, School, screen } from './school.ts';

/** A class of six at one table of First Lesson: two of them, Ada and Ben, share a seat in real browsers, the others play by program. */

const SEAT = 'lantern';

let school: School;
beforeAll(async () => {
  school = await School.start();
}, 180_000);
afterEach(() => school.tidy());
afterAll(() => school?.stop(), 30_000);

interface Room extends Class {
  readonly ada: Person;
  readonly ben: Person;
  readonly others: readonly TableSession[];
  readonly table: string;
}

/** Ada and Ben in their browsers and four others, seated: Ada and Ben on one seat, Ada first. */
async function aRoom(): Promise<Room> {
  const class_ = await school.aClass();
  const { code, host, order } = class_;
  const ada = await school.aPerson();
  await joinClass(ada.page, school.url, code, 'Ada');
  const ben = await school.aPerson({ width: 320, height: 640 });
  await joinClass(ben.page, school.url, code, 'Ben');
  const students = await Promise.all(['Cem', 'Dov', 'Eva', 'Fay'].map((name) => school.aStudent(code, name)));
  await until('six people', async () => host.info.value?.players.length === 6);
  for (const name of ['Ada', 'Ben']) await order({ do: 'put', player: idOf(host, name), table: 1, seat: SEAT });
  await order({ do: 'seat' });
  const others = await Promise.all(students.map((open) => open()));
  for (const { page } of [ada, ben]) await screen(page, 'lobby');
  const table = host.info.value?.tables[0]?.code ?? '';
  return { ...class_, ada, ben, others, table };
}

/** Starts the match; everybody reads on to its first phase with choices. */
async function toChoice({ order, table, ada, ben, others }: Room): Promise<void> {
  await order({ do: 'table', table, order: { do: 'start' } });
  for (const { page } of [ada, ben]) await screen(page, 'briefing');
  await bar(ada.page).getByRole('button', { name: 'Continue' }).click();
  await ada.page.getByText('Your team is still reading: Ben').waitFor();
  await bar(ben.page).getByRole('button', { name: 'Continue' }).click();
  for (const other of others) await until('the briefing', async () => other.view.value?.phase === 'briefing');
  for (const other of others) expect(await other.ready()).toBeNull();
  for (const { page } of [ada, ben]) await screen(page, 'round');
}

const pickFirst = (page: Page) => pickOne(page.locator(FREE).first());
const planOf = (page: Page, name: string) => page.locator('.plan', { has: page.getByRole('heading', { name }) });
const bar = (page: Page) => page.locator('.lock-bar');
const secondsLeft = async (page: Page): Promise<number> => {
  const [minutes = 0, seconds = 0] = (/(\d+):(\d+)/.exec(await page.locator('.clock').innerText()) ?? []).slice(1).map(Number);
  return minutes * 60 + seconds;
};

describe('a team in the browser', { timeout: 180_000 }, () => {
  test('plans, proposes, votes, and its captain locks for all', async () => {
    const room = await aRoom();
    const { ada, ben } = room;
    await check(ada.page, 'lobby of a team');
    await check(ben.page, 'lobby of a team at 320 px');
    await ben.page.getByText('Ada locks for your team').waitFor();
    expect(await ben.page.locator('.seat-row', { hasText: 'You, Ada' }).innerText()).toContain('Ada locks');
    expect(await ben.page.getByText('You keep order').count(), 'a card that speaks to somebody else').toBe(0);
    await toChoice(room);
    await check(ada.page, 'round of a captain');
    for (const { page } of [ada, ben]) expect(await aboveBar(page, 'main .card'), 'choices come first').toBeGreaterThan(16);
    expect(await bar(ben.page).getByRole('button', { name: 'Lock' }).count(), 'only the captain locks').toBe(0);

    await openTeam(ada.page);
    await pickFirst(ben.page);
    const planned = await ben.page.locator('li.card.chosen h3').first().innerText();
    const seen = planOf(ada.page, 'Plan of Ben');
    await seen.getByText('still planning').waitFor();
    expect(await seen.innerText()).toContain(planned);
    await bar(ben.page).getByRole('button', { name: 'Propose to my team' }).click();
    await seen.getByText('proposed', { exact: true }).waitFor();
    await check(ada.page, 'a proposal');
    await check(ben.page, 'my proposal at 320 px');

    await seen.getByRole('button', { name: 'Back this' }).click();
    await ben.page
      .locator('.team > summary')
      .getByText(/your plan: 2 of \d votes/)
      .waitFor();
    // What the captain backs is what the captain locks.
    await bar(ada.page).getByRole('button', { name: 'Lock' }).click();
    for (const { page } of [ada, ben]) await page.getByRole('heading', { name: 'Sealed', exact: true }).waitFor();
    expect(await ben.page.locator('.sealed-note').innerText()).toContain(planned);
    await check(ben.page, 'sealed, as a member sees it');
    noErrors(ada, ben);
  });

  test('reads what was locked when it was not what a member had proposed, in the next phase too', async () => {
    const room = await aRoom();
    const { ada, ben, order } = room;
    await toChoice(room);
    await pickFirst(ben.page);
    await bar(ben.page).getByRole('button', { name: 'Propose to my team' }).click();
    await bar(ada.page).getByRole('button', { name: '1 plan to vote on' }).click();
    await planOf(ada.page, 'Plan of Ben').getByText('proposed', { exact: true }).waitFor();
    expect(await bar(ada.page).getByRole('button', { name: 'to vote on' }).count(), 'looked at').toBe(0);
    await pickOne(ada.page.locator(FREE).last());
    await bar(ada.page).getByRole('button', { name: 'Lock' }).click();
    // The captain is asked first; going back leaves everything as it was.
    await bar(ada.page).getByText('Ben voted for:').waitFor();
    await check(ada.page, 'asked about a vote that is passed over');
    await bar(ada.page).getByRole('button', { name: 'Go back' }).click();
    expect(await ada.page.locator('li.card.chosen').count()).toBe(1);
    await pressOn(ada.page);
    await ben.page.getByText('That was not your proposal').waitFor();
    await check(ben.page, 'another plan was locked, at 320 px');
    expect(await ada.page.getByText('That was not your proposal').count()).toBe(0);
    await order({ do: 'table', table: null, order: { do: 'next' } });
    await ben.page.getByRole('heading', { name: 'Sealed', exact: true }).waitFor({ state: 'detached' });
    await ben.page.getByText('That was not your proposal').waitFor();
    await order({ do: 'table', table: null, order: { do: 'next' } });
    await ben.page.getByText('That was not your proposal').waitFor({ state: 'detached' });
    noErrors(ada, ben);
  });

  test('goes on when its captain drops, and who comes back finds everything', async () => {
    const room = await aRoom();
    const { ada, ben, table } = room;
    await toChoice(room);
    await pickFirst(ada.page);
    await ben.page.getByText('Ada locks · 1 plan').waitFor();
    await ada.context.setOffline(true);
    await ben.page.getByText('Now you lock for your team.').waitFor();
    await ben.page.getByText('You lock · Ada (away) · 1 plan').waitFor();
    await pickFirst(ben.page);
    await bar(ben.page).getByRole('button', { name: 'Lock' }).click();
    await ben.page.getByRole('heading', { name: 'Sealed', exact: true }).waitFor();
    await ada.page.locator('[data-link="offline"]').first().waitFor();
    await ada.context.setOffline(false);
    await ada.page.getByRole('heading', { name: 'Sealed', exact: true }).waitFor();
    expect(await ada.page.getByText('Ben can take it back.').count()).toBe(1);

    await ben.page.reload();
    await ben.page.getByRole('heading', { name: 'Sealed', exact: true }).waitFor();
    const second = await ben.context.newPage();
    await second.goto(`${school.url}/t/${table}?board=off`);
    await second.getByRole('heading', { name: 'Sealed', exact: true }).waitFor();
    await ben.page.locator('[data-link="replaced"]').first().waitFor();
    // Ben only opened the page again: he still locks for the team.
    await second.getByRole('button', { name: 'Take it back' }).click();
    await ada.page.getByRole('heading', { name: 'Your team' }).waitFor();
    noErrors(ada, ben);
  });

  test('keeps what was promised offline: a plan is proposed later, and a captain’s lock to whoever locks then', async () => {
    const room = await aRoom();
    const { ada, ben } = room;
    await toChoice(room);
    await ben.context.setOffline(true);
    await ben.page.locator('[data-link="offline"]').first().waitFor({ state: 'attached' });
    await pickFirst(ben.page);
    await bar(ben.page).getByRole('button', { name: 'Propose to my team' }).click();
    await bar(ben.page).getByText('This is sent when you are back.').waitFor();
    expect((await bar(ben.page).boundingBox())?.height, 'the bar leaves room for the page').toBeLessThan(200);
    await ben.context.setOffline(false);
    await bar(ada.page).getByRole('button', { name: '1 plan to vote on' }).waitFor();
    await bar(ben.page).getByText('This is sent when you are back.').waitFor({ state: 'detached' });

    await pickOne(ada.page.locator(FREE).last());
    await ada.context.setOffline(true);
    await ada.page.locator('[data-link="offline"]').first().waitFor({ state: 'attached' });
    await pressOn(ada.page);
    await bar(ada.page).getByText('This is sent when you are back.').waitFor();
    await ben.page.getByText('Now you lock for your team.').waitFor();
    await ada.context.setOffline(false);
    await bar(ada.page).getByText('You were away. Ben locks now; your plan is proposed.').waitFor();
    await bar(ben.page).getByRole('button', { name: '1 plan to vote on' }).waitFor();
    noErrors(ada, ben);
  });

  test('a new device takes over with three words, and the old one is told', async () => {
    const room = await aRoom();
    const { ada, ben, code, host, order } = room;
    await toChoice(room);
    await pickFirst(ben.page);
    await ada.page.getByText('You lock · 1 plan').waitFor();
    const { words } = await order({ do: 'reissue', player: idOf(host, 'Ben') });
    const other = await school.aPerson();
    await other.page.goto(`${school.url}/j/${code}?board=off`);
    await other.page.getByText('My host gave me three words').click();
    await other.page.getByLabel('The three words').fill((words ?? '').toUpperCase());
    await other.page.getByRole('button', { name: 'Take my seat' }).click();
    await other.page.locator('dialog[data-dialog="catch-up"]').waitFor();
    await check(other.page, 'catch-up');
    await other.page.getByRole('button', { name: 'Start' }).click();
    await openTeam(other.page);
    await planOf(other.page, 'Your plan').waitFor();
    expect(await other.page.locator('li.card.chosen').count(), 'the plan came along').toBe(1);
    await screen(ben.page, 'ended');
    await ben.page.getByText('Ask your host for three new words.').waitFor();
    await check(ben.page, 'taken over');
    // So is one that was cut off at that time, also when its page is opened again.
    await other.context.setOffline(true);
    await other.page.locator('[data-link="offline"]').first().waitFor({ state: 'attached' });
    await ben.page.getByRole('link', { name: 'My host gave me three words' }).click();
    await ben.page.getByLabel('The three words').fill((await order({ do: 'reissue', player: idOf(host, 'Ben') })).words ?? '');
    await ben.page.getByRole('button', { name: 'Take my seat' }).click();
    await ben.page.getByText('Ada locks · 1 plan').waitFor();
    await other.context.setOffline(false);
    await other.page.getByText('Ask your host for three new words.').waitFor();
    await other.page.reload();
    await other.page.getByText('Ask your host for three new words.').waitFor();
    noErrors(ada, ben, other);
  });

  test('a late joiner catches up, and votes from the next phase on', async () => {
    const room = await aRoom();
    const { host, order, table } = room;
    await toChoice(room);
    const gil = await school.aPerson({ width: 320, height: 640 });
    // The code of the table is as good as the code of the class.
    await gil.page.goto(`${school.url}/j/${table}?board=off`);
    await gil.page.locator('input[name="typed-nickname"]').fill('Gil');
    await gil.page.getByRole('button', { name: 'Join the class' }).click();
    const card = gil.page.locator('dialog[data-dialog="catch-up"]');
    await card.waitFor();
    expect(await card.innerText()).toContain('You vote from the next one on.');
    await check(gil.page, 'catch-up at 320 px');
    await card.getByRole('button', { name: 'Start' }).click();
    await screen(gil.page, 'round');
    expect(await gil.page.getByRole('button', { name: 'Propose to my team' }).count()).toBe(0);
    await gil.page.reload();
    await screen(gil.page, 'round');
    expect(await card.count(), 'told once').toBe(0);
    await order({ do: 'table', table, order: { do: 'next' } });
    await until('the next phase', async () => (await whereIs(gil.page)).phase !== 'agenda');
    await gil.page
      .getByRole('button', { name: /Propose to my team|Lock/ })
      .first()
      .waitFor();
    expect(host.info.value?.players.some(({ nickname }) => nickname === 'Gil')).toBe(true);
    noErrors(gil);
  });

  test('is told when the host speaks, moves, replaces, removes or bans', async () => {
    const room = await aRoom();
    const { ada, ben, code, host, order, table } = room;
    await toChoice(room);
    await order({ do: 'broadcast', text: 'Look at the projector.' });
    for (const { page } of [ada, ben]) await page.getByText('Look at the projector.').waitFor();
    await ada.page.getByRole('button', { name: 'Got it' }).click();
    await ada.page.reload();
    await screen(ada.page, 'round');
    expect(await ada.page.getByText('Look at the projector.').count(), 'put away').toBe(0);
    await order({ do: 'broadcast', text: 'Now choose.' });
    await ada.page.getByText('Now choose.').waitFor();

    await order({ do: 'table', table, order: { do: 'replace', seat: SEAT, bot: 'cautious' } });
    for (const { page } of [ada, ben]) await page.getByText('A bot plays your seat for now.').waitFor();
    await check(ben.page, 'a bot plays');
    await order({ do: 'table', table, order: { do: 'hand-back', seat: SEAT } });
    await ada.page.getByText('A bot plays your seat for now.').waitFor({ state: 'detached' });

    await order({ do: 'table', table, order: { do: 'timer', on: true } });
    await order({ do: 'extra-time', player: idOf(host, 'Ada'), seconds: 60 });
    await until('the extra minute of Ada alone', async () => (await secondsLeft(ada.page)) > (await secondsLeft(ben.page)) + 30);

    await order({ do: 'put', player: idOf(host, 'Ben'), table, seat: 'regulator' });
    await ben.page.getByText(/Your host has moved you. You now play/).waitFor();
    await check(ben.page, 'moved');
    await order({ do: 'put', player: idOf(host, 'Ben'), table: null, seat: null });
    await screen(ben.page, 'class');
    await order({ do: 'put', player: idOf(host, 'Ben'), table, seat: SEAT });
    await screen(ben.page, 'round');

    await order({ do: 'remove', player: idOf(host, 'Ben') });
    await screen(ben.page, 'ended');
    await ben.page.getByRole('link', { name: 'Join again' }).click();
    await ben.page.getByRole('button', { name: 'Join the class' }).waitFor();
    await order({ do: 'ban', player: idOf(host, 'Ada') });
    await screen(ada.page, 'ended');
    await ada.page.getByText('Your host has closed this game for your device.').waitFor();
    await check(ada.page, 'banned');
    expect(code).toHaveLength(5);
    noErrors(ada, ben);
  });
});
