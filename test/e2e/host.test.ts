import { expect, test } from 'vitest';
import { isProblem } from '../../client/net/api.ts';
import { createTable, person, until } from './players.ts';
import { served } from './served.ts';
import { aClassOf, check, close, hostOf, press, Student, tableNow } from './students.ts';

/** What only a host may do: take over with the secret link, keep the door, hear all, and compare the tables at the end. */

const place = served();

/** The class as a student sees it who has no table yet. */
const classNow = ({ session }: Student) => (session?.at === 'class' ? session.session.info.value : null);

test('a secret link makes another device the host, and at the end the tables stand side by side', { timeout: 240_000 }, async () => {
  const { server, browser } = place;
  const created = await aClassOf(server.url, 13);
  const { code, hostSecret } = created;
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

  const host = await hostOf(server.url, created);
  await host.order({ do: 'set', settings: { seeds: 'same' } });
  await host.order({ do: 'seat' });
  await host.order({ do: 'table', table: null, order: { do: 'start' } });
  await page.locator('main[data-status="playing"]').waitFor();
  while (host.info.value?.status !== 'finished') {
    const answer = await host.order({ do: 'table', table: null, order: { do: 'next' } });
    if (isProblem(answer)) throw new Error(answer.message);
  }
  await page.locator('main[data-status="finished"]').waitFor();
  await page.getByText('Compare the tables below.').waitFor();
  const numbers = page.getByTestId('compare-1').locator('td');
  await until(
    'the scores',
    async () => /^\d+$/.test(await numbers.first().innerText()),
    () => numbers.allInnerTexts(),
  );
  await page.getByText(/first chose differently in round|chose alike to the end/).waitFor();
  await page.getByText(/You can go on until \d+ \w+ \d{4}/).waitFor();
  await check(page, 'the end');
  host.close();
  expect(errors).toEqual([]);
  await context.close();
});

test('the door, the talk and the silence are in the hands of the host', { timeout: 240_000 }, async () => {
  const { server, browser } = place;
  const created = await aClassOf(server.url, 0);
  const { page, context, errors } = await person(browser, { width: 360, height: 740 });
  await page.goto(`${server.url}/host/${created.code}#${created.hostSecret}`);
  await page.locator('main[data-screen="console"]').waitFor();
  const [ada, ben, late] = ['Ada', 'Ben', 'Zoe'].map((name) => new Student(name, server.url, created.code)) as [Student, Student, Student];
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
  await press(page, 'Start');
  await press(page, 'Start now');
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
  const said = page.locator('.said-line', { hasText: 'You are all wrong about this' });
  await said.getByRole('button', { name: 'Hide' }).click();
  await said.getByText('Hidden').waitFor();
  const heard = async () => (await ben.table()).said.value.map(({ text }) => text);
  await until('the words to be gone elsewhere', async () => !(await heard()).includes('You are all wrong about this'), heard);
  await page.locator(`input[name="mute-${table.seat}"]`).check();
  await until('a silence', async () => (await tableNow(ada))?.roster.find(({ id }) => id === table.seat)?.muted === true);
  expect(await table.say({ to: '*', text: 'Hello' })).toMatchObject({ code: 'muted' });

  // One table alone is in view, with one set of buttons: those of the class. Paused, it goes on only after a question that says so.
  const detail = page.getByTestId('table-detail');
  expect(await page.getByRole('button', { name: /^(Pause|Next|Stop waiting|\+1 min)/ }).allInnerTexts()).toEqual([
    'Pause',
    'Next',
    '+1 min',
  ]);
  const now = () => detail.getByRole('heading', { name: /^Round/ }).innerText();
  const question = page.locator('dialog[open]');
  const paused = await now();
  await press(page, 'Pause');
  await page.locator('.class-bar').getByRole('button', { name: 'Go on' }).waitFor();
  await page.keyboard.press('n');
  await question.getByText('This table is paused.').waitFor();
  await check(page, 'a question about a paused table');
  expect(await now()).toBe(paused);
  await question.getByRole('button', { name: 'Next' }).click();
  await until('the next phase', async () => (await now()) !== paused);
  await press(page, 'Go on');
  await page.locator('.class-bar').getByRole('button', { name: 'Pause' }).waitFor();

  // Nor does it go on without a question where somebody has picked nothing.
  const choosing = await now();
  await press(page, 'Next');
  await question.getByText('picked nothing.').waitFor();
  await check(page, 'a question about those who have picked nothing');
  await close(page);
  expect(await now()).toBe(choosing);

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

  // Nothing is compared where there is one table alone.
  const host = await hostOf(server.url, created);
  await host.order({ do: 'table', table: null, order: { do: 'finish' } });
  await page.locator('main[data-status="finished"]').waitFor();
  await page.getByRole('heading', { name: 'The debrief' }).waitFor();
  expect(await page.getByText(/side by side|Compare the tables/).count()).toBe(0);

  // A second device of the host deletes the class: this one is told so.
  await host.order({ do: 'delete' });
  await page.getByText('This game is deleted').waitFor();
  for (const student of [ada, ben, late]) student.close();
  host.close();
  expect(errors).toEqual([]);
  await context.close();
});

test('the host of a table of its own gives it a minute more while time is counted', { timeout: 120_000 }, async () => {
  const { server, browser } = place;
  const { page, context, errors } = await person(browser, { width: 360, height: 740 });
  await page.goto(server.url);
  await createTable(page, 'first-lesson');
  await page.getByRole('button', { name: 'Fill free seats with bots' }).click();
  await page.getByText('Bot (').first().waitFor();
  await page.getByRole('button', { name: 'Start', exact: true }).click();
  const minute = page.getByRole('button', { name: '+1 min' });
  const timer = page.getByRole('checkbox', { name: 'Timer' });
  await timer.waitFor();
  expect(await minute.count(), 'where no time is counted there is no minute more').toBe(0);
  await timer.check();
  const seconds = async (): Promise<number> => {
    const [, minutes, rest] = /(\d+):(\d+)/.exec(await page.locator('.clock').innerText()) ?? [];
    return Number(minutes) * 60 + Number(rest);
  };
  await page.locator('.clock').waitFor();
  const before = await seconds();
  await minute.click();
  await until('the minute', async () => (await seconds()) > before + 30);
  await check(page, 'the host of a table of its own');
  expect(errors).toEqual([]);
  await context.close();
});
