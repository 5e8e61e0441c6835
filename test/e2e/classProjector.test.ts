import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { person, until } from './players.ts';
import { served } from './served.ts';
import { aClassOf, check, hostOf } from './students.ts';

/** The room's screen for a class, at the smallest size that projectors have. */

const place = served();

/** Nothing on the room's screen lies outside it or is cut off, on the smallest and on a large one. */
async function fits(page: Page, what: string): Promise<void> {
  for (const size of [
    { width: 1920, height: 1080 },
    { width: 1024, height: 768 },
  ]) {
    await page.setViewportSize(size);
    // What is fitted into its place is so with the next picture.
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
    await fitsNow(page, `${what}, ${size.width} × ${size.height}`);
  }
}

async function fitsNow(page: Page, what: string): Promise<void> {
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

/** Opens the board of a table of the class, and goes back to all of them. */
async function lookAtTable(page: Page, table: number): Promise<void> {
  const tile = page.getByTestId(`projected-${table}`);
  expect(await tile.locator('.tile-numbers li').count()).toBeGreaterThan(2);
  await tile.getByRole('button', { name: `Table ${table}` }).click();
  await page.locator('main[data-screen="projector"] .numbers').waitFor();
  await check(page, 'a table in large');
  await page.getByRole('button', { name: 'All tables' }).click();
  await tile.waitFor();
}

test.each([7, 33, 60])(
  'the projector of a class of %i shows how to join, who sits where and how far each table is',
  { timeout: 240_000 },
  async (size) => {
    const created = await aClassOf(place.server.url, size);
    const { code, hostSecret } = created;
    const { page, context, errors } = await person(place.browser, { width: 1024, height: 768 });
    await page.goto(`${place.server.url}/projector/${code}?board=off`);
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

    const host = await hostOf(place.server.url, created);
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
      await lookAtTable(page, 2);
    }
    await check(page, 'projected tables');
    // A teacher pauses to talk about what is on the screen: it stays there.
    const shown = page.locator('.class-table, .numbers .number, .projector-text');
    const before = await shown.count();
    expect(await host.order({ do: 'table', table: null, order: { do: 'pause' } })).toEqual({});
    await page.locator('.projector-pause').getByText('Paused').waitFor();
    expect([await shown.count(), await shown.first().isVisible()]).toEqual([before, true]);
    await fits(page, 'paused');
    await check(page, 'projected pause');
    expect(await page.content()).not.toContain(hostSecret);
    host.close();
    expect(errors).toEqual([]);
    await context.close();
  },
);

/** How much of the board is black, as no paper is. */
const blackOf = (page: Page): Promise<number> =>
  page.locator('[data-board="ready"] canvas').evaluate((canvas: HTMLCanvasElement) => {
    const data = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data ?? new Uint8ClampedArray();
    let black = 0;
    for (let at = 0; at < data.length; at += 4) if ((data[at] ?? 0) + (data[at + 1] ?? 0) + (data[at + 2] ?? 0) < 12) black += 1;
    return black / (data.length / 4);
  });

/** How many colours a board has: an empty one has a single one. */
const coloursOf = (page: Page): Promise<number> =>
  page.locator('[data-board="ready"] canvas').evaluate((canvas: HTMLCanvasElement) => {
    const data = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data ?? new Uint8ClampedArray();
    return new Set(new Uint32Array(data.buffer)).size;
  });

test('a board that is opened after another is drawn like the first', { timeout: 120_000 }, async () => {
  const created = await aClassOf(place.server.url, 12);
  const host = await hostOf(place.server.url, created);
  const { page, context } = await person(place.browser, { width: 1280, height: 720 });
  await page.goto(`${place.server.url}/projector/${created.code}?board=canvas`);
  expect(await host.order({ do: 'seat' })).toEqual({});
  expect(await host.order({ do: 'table', table: null, order: { do: 'start' } })).toEqual({});
  for (const table of [1, 2, 1]) {
    await page.getByRole('button', { name: `Table ${table}` }).click();
    await page.locator('[data-board="ready"]').waitFor();
    await page.waitForTimeout(1000);
    expect(await blackOf(page)).toBeLessThan(0.01);
    if (table === 2) {
      // A device that turns dark by itself in the evening.
      await page.emulateMedia({ colorScheme: 'dark' });
      await page.waitForTimeout(3000);
      expect(await coloursOf(page)).toBeGreaterThan(100);
    }
    await page.getByRole('button', { name: 'All tables' }).click();
  }
  host.close();
  await context.close();
});

test('many seats at a table are all shown, and at the end how each table ended', { timeout: 240_000 }, async () => {
  const created = await aClassOf(place.server.url, 33, 'voting-guide');
  const { page, context, errors } = await person(place.browser, { width: 1024, height: 768 });
  await page.goto(`${place.server.url}/projector/${created.code}?board=off`);
  const host = await hostOf(place.server.url, created);
  expect(await host.order({ do: 'seat' })).toEqual({});
  await page.locator('main[data-status="seated"]').waitFor();
  await fits(page, 'seated');
  await check(page, 'projected seats');
  expect(await host.order({ do: 'table', table: null, order: { do: 'start' } })).toEqual({});
  while (host.info.value?.status !== 'finished') expect(await host.order({ do: 'table', table: null, order: { do: 'next' } })).toEqual({});
  await until('an ending of each table', async () => (await page.locator('.class-table-endings').count()) === 6);
  await fits(page, 'the end');
  await check(page, 'projected end');
  // The console steers it, and it can be pressed itself.
  expect(await host.order({ do: 'set', settings: { projected: 2 } })).toEqual({});
  await page.locator('.projected-debrief').getByText('Table 2', { exact: true }).waitFor();
  expect(await host.order({ do: 'set', settings: { projected: 0 } })).toEqual({});
  await page.getByTestId('projected-3').getByRole('button', { name: 'Table 3' }).click();
  await page.locator('.projected-debrief [data-screen="debrief"]').waitFor();
  await page.getByRole('button', { name: 'All tables' }).click();
  await page.getByRole('button', { name: 'The tables side by side' }).click();
  await page.getByTestId('compare-6').waitFor();
  await check(page, 'compared tables');
  await page.getByRole('button', { name: 'All tables' }).click();
  await page.locator('.class-tables').waitFor();
  host.close();
  expect(errors).toEqual([]);
  await context.close();
});
