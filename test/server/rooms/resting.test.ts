import { afterEach, describe, expect, test } from 'vitest';
import type { Table } from '../../../server/rooms/table.ts';
import { type TablesOver, tablesOver } from '../tablesOver.ts';

/** Tables that nobody watches: what stands still there, and when they are let go. */

let over: TablesOver;
afterEach(() => over.remove());

/** A table in its first phase, which has a minute; Ann sits there. */
async function aTableInPlay(): Promise<Table> {
  const { tables } = over;
  const { code } = await tables.create({ scenario: 'tiny', language: undefined, seed: 'seed', bots: null });
  const { table } = await tables.join(code, { nickname: 'Ann', seat: 'alpha' });
  expect([await table.obey({ do: 'start' }), await table.obey({ do: 'timer', on: true })]).toEqual([null, null]);
  return table;
}

const aMinute = (table: Table): boolean => (table.clock.left() ?? 0) > 55_000;

describe('the time of a table', () => {
  test('stands still while no room shows it, and goes on where it was when somebody comes back', async () => {
    over = await tablesOver(() => ({}));
    const table = await aTableInPlay();
    expect(table.clock.left()).toBeNull();
    const close = table.watch();
    expect(aMinute(table)).toBe(true);
    close();
    expect(table.clock.left()).toBeNull();
    table.watch();
    expect(aMinute(table)).toBe(true);
  });

  test('goes on while one of two rooms closes late', async () => {
    over = await tablesOver(() => ({}));
    const table = await aTableInPlay();
    const close = table.watch();
    table.watch();
    close();
    close();
    expect([table.isWatched, aMinute(table)]).toEqual([true, true]);
  });

  test('goes on when the table could not be deleted', async () => {
    over = await tablesOver(() => ({ deleteTable: () => Promise.reject(new Error('the database is gone')) }));
    const table = await aTableInPlay();
    table.watch();
    await expect(over.tables.delete(table)).rejects.toMatchObject({ code: 'not-stored' });
    expect(aMinute(table)).toBe(true);
  });

  test('goes on when what is to be deleted could not even be read', async () => {
    over = await tablesOver(() => ({ originals: () => Promise.reject(new Error('the database is gone')) }));
    const table = await aTableInPlay();
    table.watch();
    await expect(over.tables.delete(table)).rejects.toThrow('The server can’t reach its records');
    expect(aMinute(table)).toBe(true);
  });

  test('is over at a table that stands aside', async () => {
    over = await tablesOver(() => ({}));
    const aside = await over.tables.forking.toRound(await aTableInPlay(), 1);
    aside.watch();
    expect([aside.clock.timer, aside.match.state.status, aside.clock.left()]).toEqual([true, 'playing', null]);
  });
});

test('a table that somebody comes to while it is being let go is kept', async () => {
  let store = (): void => {};
  const isStored = new Promise<void>((resolve) => {
    store = resolve;
  });
  over = await tablesOver(
    (plain) => ({
      saveSettings: async (...values) => {
        await isStored;
        return plain.saveSettings(...values);
      },
    }),
    1,
  );
  const { tables } = over;
  const { code } = await tables.create({ scenario: 'tiny', language: undefined, seed: 'seed', bots: null });
  const table = await tables.open(code);
  const pausing = table.obey({ do: 'pause' });
  // The time of rest is over, but not what was asked of the table.
  await new Promise((resolve) => setTimeout(resolve, 50));
  table.watch();
  store();
  await pausing;
  await tables.open(code);
  await new Promise((resolve) => setImmediate(resolve));
  expect(await tables.open(code)).toBe(table);
});
