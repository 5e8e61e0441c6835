import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { joinClass, until } from './players.ts';
import { check, idOf, noErrors, School, screen } from './school.ts';

/** A student's way from the code of the class to a seat, in a real browser. */

let school: School;
beforeAll(async () => {
  school = await School.start();
}, 180_000);
afterEach(() => school.tidy());
afterAll(() => school?.stop(), 30_000);

describe('a class in the browser', { timeout: 120_000 }, () => {
  test('waits in the lobby, wishes, practises, and is seated by itself', async () => {
    const { code, host, order } = await school.aClass();
    const ada = await school.aPerson({ width: 320, height: 640 });
    await ada.page.goto(`${school.url}/j/${code}`);
    await ada.page.getByRole('button', { name: 'Join the class' }).waitFor();
    await check(ada.page, 'join');
    expect(await ada.page.locator('input[name="seat"]').count(), 'a class gives out its seats itself').toBe(0);
    await ada.page.locator('input[name="typed-nickname"]').fill('Ada');
    await ada.page.getByRole('button', { name: 'Join the class' }).click();
    await screen(ada.page, 'class');
    await check(ada.page, 'class lobby');
    expect(await ada.page.locator('h1').innerText()).toBe('You are in, Ada');

    expect(await ada.page.locator('main').innerText()).toMatch(/All of it is deleted on \d+ \w+ \d{4}\./);
    await ada.page.getByLabel('Activists').check();
    await until('the wish', async () => host.info.value?.players[0]?.wish === 'activist');
    await ada.page.getByLabel('Ask for it in writing').check();
    await ada.page.getByRole('button', { name: 'Lock' }).click();
    await ada.page.getByText('Sealed: “Ask for it in writing”').waitFor();
    await order({ do: 'broadcast', text: 'We begin at ten past nine.' });
    await ada.page.getByText('We begin at ten past nine.').waitFor();

    await ada.page.reload();
    await screen(ada.page, 'class');
    const second = await ada.context.newPage();
    await second.goto(`${school.url}/c/${code}`);
    await screen(second, 'class');
    await ada.page.locator('[data-link="replaced"]').waitFor();
    await ada.page.getByRole('button', { name: 'Play here instead' }).click();
    await second.locator('[data-link="replaced"]').waitFor();
    await second.close();

    await screen(ada.page, 'class');
    await order({ do: 'seat' });
    await screen(ada.page, 'lobby');
    expect(new URL(ada.page.url()).pathname).toBe(`/t/${host.info.value?.tables[0]?.code}`);
    await ada.page.goto(`${school.url}/j/${code}`);
    await ada.page.getByRole('button', { name: 'Go on playing' }).click();
    await screen(ada.page, 'lobby');

    await ada.page.route('**/api/**', (route) => route.abort());
    await ada.page.reload();
    await ada.page.getByText('Trying again by itself').waitFor();
    await check(ada.page, 'out of reach');
    await ada.page.unroute('**/api/**');
    await screen(ada.page, 'lobby');
    noErrors(ada);
  });

  test('a locked door, approval and typed names are told', async () => {
    const { code, host, order } = await school.aClass();
    const cem = await school.aStudent(code, 'Cem');
    await order({ do: 'seat' });
    await cem();
    await order({ do: 'set', settings: { approval: true, typedNames: false } });
    const ada = await school.aPerson();
    await ada.page.goto(`${school.url}/j/${code}`);
    const go = ada.page.getByRole('button', { name: 'Join the class' });
    await go.waitFor();
    expect(await ada.page.locator('input[name="typed-nickname"]').count()).toBe(0);
    await go.click();
    await screen(ada.page, 'class');
    await ada.page.getByText('Your host lets you in soon.').waitFor();
    await check(ada.page, 'pending');
    await order({ do: 'approve', player: host.info.value?.players.find(({ status }) => status === 'pending')?.id ?? '' });
    await screen(ada.page, 'lobby');

    await order({ do: 'set', settings: { locked: true } });
    const late = await school.aPerson();
    await late.page.goto(`${school.url}/j/${code}`);
    await late.page.getByText('The door is locked').waitFor();
    await check(late.page, 'locked');
    expect(await late.page.getByRole('button', { name: 'Join the class' }).count()).toBe(0);
    await late.page.getByText('My host gave me three words').click();
    await late.page.getByLabel('The three words').fill('never given these');
    await late.page.getByRole('button', { name: 'Take my seat' }).click();
    await late.page.locator('.words .problem').waitFor();
    expect(await late.page.getByLabel('The three words').inputValue()).toBe('never given these');
    await check(late.page, 'wrong words');
    noErrors(ada, late);
  });

  test('a way back to an earlier round is told as such, until the next phase', async () => {
    const { code, host, order } = await school.aClass();
    const ada = await school.aPerson();
    await joinClass(ada.page, school.url, code, 'Ada');
    await until('one person', async () => host.info.value?.players.length === 1);
    await order({ do: 'seat' });
    await screen(ada.page, 'lobby');
    await order({ do: 'table', table: null, order: { do: 'start' } });
    await screen(ada.page, 'briefing');
    await order({ do: 'rewind', table: host.info.value?.tables[0]?.code ?? '', round: 1 });
    const notice = ada.page.getByText('Your host went back to round 1.');
    await notice.waitFor();
    await check(ada.page, 'back in round 1');
    await order({ do: 'table', table: null, order: { do: 'next' } });
    await notice.waitFor({ state: 'detached' });
    noErrors(ada);
  });

  test('a move to another table leads there, and the end of it all is told', async () => {
    const { code, host, order } = await school.aClass();
    const ada = await school.aPerson();
    await joinClass(ada.page, school.url, code, 'Ada');
    const cem = await school.aStudent(code, 'Cem');
    await until('two people', async () => host.info.value?.players.length === 2);
    await order({ do: 'set', settings: { tables: 2 } });
    await order({ do: 'seat' });
    await cem();
    await screen(ada.page, 'lobby');
    const here = new URL(ada.page.url()).pathname.slice(3);
    const there = host.info.value?.tables.find((table) => table.code !== here)?.code ?? '';
    await order({ do: 'put', player: idOf(host, 'Ada'), table: there, seat: 'regulator' });
    await ada.page.getByText('Your host has moved you. You now play').waitFor();
    expect(new URL(ada.page.url()).pathname).toBe(`/t/${there}`);
    await check(ada.page, 'moved to another table');

    // The address of the table she was at before leads to where she is now.
    await ada.page.goto(`${school.url}/t/${here}`);
    await ada.page.waitForURL(`**/t/${there}`);
    await screen(ada.page, 'lobby');
    await order({ do: 'delete' });
    await ada.page.getByRole('heading', { name: 'This game is deleted' }).waitFor();
    await check(ada.page, 'deleted');
    noErrors(ada);
  });
});
