import { afterAll, describe, expect, test } from 'vitest';
import type { Store } from '../../server/store/store.ts';
import { anEntry, aPlayer, aSeat, aTable, contents, fillTable } from './storedThings.ts';
import { eachOverAStore, KINDS, removeAll } from './stores.ts';

afterAll(removeAll);

describe.each(KINDS)('a store over $name', (kind) => {
  const { here } = kind;
  let store: Store;
  const reopen = eachOverAStore(kind, (opened) => {
    store = opened;
  });

  test.skipIf(!here).each([
    ['as it was made', aTable()],
    ['with bots in all free seats', aTable({ bots: 'fill' })],
    ['with a bot for a seat', aTable({ bots: { alpha: 'cautious' } })],
    ['paused, with a timer', aTable({ paused: true, timer: true })],
  ])('keeps a table %s', async (_how, table) => {
    await store.createTable(table, [aSeat]);
    await reopen();
    expect(await store.table(table.code)).toEqual(table);
    expect(await store.seats(table.id)).toEqual([aSeat]);
  });

  test.skipIf(!here)('knows no table by another code, and which codes are free', async () => {
    await store.createTable(aTable(), []);
    expect(await store.table('EDCBA')).toBeNull();
    expect([await store.codeIsFree('ABCDE'), await store.codeIsFree('EDCBA')]).toEqual([false, true]);
  });

  test.skipIf(!here)('two tables never have one code; the second leaves nothing behind', async () => {
    await store.createTable(aTable(), []);
    const second = aTable({ id: 'table-2', scenarioHash: 'hash-2' });
    await expect(store.createTable(second, [aSeat])).rejects.toThrow();
    expect(await store.seats('table-2')).toEqual([]);
    await store.createTable({ ...second, code: 'EDCBA' }, [aSeat]);
    expect(await store.table('EDCBA')).toMatchObject({ id: 'table-2' });
  });

  test.skipIf(!here)('many tables share a scenario', async () => {
    const tables = Array.from({ length: 12 }, (_none, index) => aTable({ id: `table-${index}`, code: `CODE${index}` }));
    await Promise.all(tables.map((table) => store.createTable(table, [aSeat])));
    for (const table of tables) expect(await store.table(table.code)).toMatchObject({ id: table.id, scenarioText: table.scenarioText });
  });

  test.skipIf(!here)('a seat that is saved again is replaced', async () => {
    await store.createTable(aTable(), [aSeat]);
    await store.saveSeat('table-1', { ...aSeat, bot: null, muted: true });
    await store.saveSeat('table-1', { ...aSeat, seat: 'beta' });
    await reopen();
    const seats = [...(await store.seats('table-1'))].sort((one, other) => (one.seat < other.seat ? -1 : 1));
    expect(seats).toEqual([
      { seat: 'alpha', bot: null, muted: true },
      { ...aSeat, seat: 'beta' },
    ]);
  });

  test.skipIf(!here)('settings are kept', async () => {
    await store.createTable(aTable(), []);
    await store.saveSettings('table-1', { paused: true, timer: true });
    await reopen();
    expect(await store.table('ABCDE')).toEqual(aTable({ paused: true, timer: true }));
  });

  test.skipIf(!here)('commands come back whole, in the order of their numbers, whatever the order they came in', async () => {
    await store.createTable(aTable(), []);
    const entries = Array.from({ length: 24 }, (_none, index) =>
      anEntry(index + 1, index % 3 === 0 ? null : `alpha:${index}`, [{ action: 'paß' }]),
    );
    for (const entry of [...entries].reverse()) await store.append('table-1', entry);
    await reopen();
    expect(await store.commands('table-1')).toEqual(entries);
  });

  test.skipIf(!here)('a number is given once, and so is a key of a table', async () => {
    await store.createTable(aTable(), []);
    await store.createTable(aTable({ id: 'table-2', code: 'EDCBA' }), []);
    await store.append('table-1', anEntry(1, 'alpha:key'));
    await expect(store.append('table-1', anEntry(1, 'alpha:other'))).rejects.toThrow();
    await expect(store.append('table-1', anEntry(2, 'alpha:key'))).rejects.toThrow();
    await store.append('table-2', anEntry(1, 'alpha:key'));
    await store.append('table-1', anEntry(2));
    await store.append('table-1', anEntry(3));
    expect((await store.commands('table-1')).map(({ seq, key }) => [seq, key])).toEqual([
      [1, 'alpha:key'],
      [2, null],
      [3, null],
    ]);
  });

  test.skipIf(!here)('of many that append the same number at once, one does', async () => {
    await store.createTable(aTable(), []);
    const tries = await Promise.allSettled(
      Array.from({ length: 30 }, (_none, index) => store.append('table-1', anEntry(1, `alpha:${index}`))),
    );
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const [kept] = await store.commands('table-1');
    expect(kept?.key).toBe(`alpha:${tries.findIndex(({ status }) => status === 'fulfilled')}`);
  });

  test.skipIf(!here)('many tables append at once', async () => {
    const tables = Array.from({ length: 20 }, (_none, index) => aTable({ id: `table-${index}`, code: `CODE${index}` }));
    for (const table of tables) await store.createTable(table, []);
    const numbers = Array.from({ length: 25 }, (_none, index) => index + 1);
    await Promise.all(tables.map(async ({ id }) => Promise.all(numbers.map((seq) => store.append(id, anEntry(seq, `${id}:${seq}`))))));
    await reopen();
    for (const { id } of tables) expect((await store.commands(id)).map(({ seq }) => seq)).toEqual(numbers);
  });

  test.skipIf(!here)('a command that can not be stored leaves those that came in the same moment alone', async () => {
    await store.createTable(aTable(), []);
    const ids = ['table-1', 'nowhere', 'table-1', 'table-1'];
    const appended = await Promise.allSettled(ids.map((id, index) => store.append(id, anEntry(index === 3 ? 1 : index + 1))));
    expect(appended.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled', 'rejected']);
    await reopen();
    expect((await store.commands('table-1')).map(({ seq }) => seq)).toEqual([1, 3]);
  });

  test.skipIf(!here)('a command of a table that is not there is refused', async () => {
    await expect(store.append('nowhere', anEntry(1))).rejects.toThrow();
  });

  test.skipIf(!here)('an append is kept though a transaction fails at the same time', async () => {
    await store.createTable(aTable(), []);
    const failing = Array.from({ length: 10 }, (_none, index) => store.createTable(aTable({ id: `again-${index}` }), [aSeat]));
    const appending = Array.from({ length: 10 }, (_none, index) => store.append('table-1', anEntry(index + 1)));
    expect((await Promise.allSettled(failing)).every(({ status }) => status === 'rejected')).toBe(true);
    await Promise.all(appending);
    await reopen();
    expect(await store.commands('table-1')).toHaveLength(10);
  });

  test.skipIf(!here)('a fork holds its commands from the beginning, and can take the place of its table', async () => {
    await store.createTable(aTable(), [aSeat]);
    await store.append('table-1', anEntry(1, 'alpha:key'));
    await store.savePlayer(aPlayer({ tableId: 'table-1', seat: 'alpha' }));
    const fork = aTable({ id: 'table-2', code: 'EDCBA', forkOf: 'table-1', forkRound: 1, archived: true });
    await store.forkTable(fork, [aSeat], [anEntry(1, 'alpha:key'), anEntry(2)]);
    await store.replaceTable('table-1', 'table-2');
    await reopen();
    expect(await store.table('EDCBA')).toEqual({ ...fork, archived: false });
    expect(await store.table('ABCDE')).toEqual(aTable({ archived: true }));
    expect([(await store.commands('table-1')).length, (await store.commands('table-2')).length]).toEqual([1, 2]);
    expect([await store.playersOf({ tableId: 'table-1' }), (await store.playersOf({ tableId: 'table-2' })).length]).toEqual([[], 1]);
  });

  test.skipIf(!here)('a table of its own keeps its code when a fork takes its place', async () => {
    await store.createTable(aTable(), [aSeat]);
    await store.savePlayer(aPlayer({ tableId: 'table-1', seat: 'alpha' }));
    const fork = aTable({ id: 'table-2', code: 'EDCBA', forkOf: 'table-1', forkRound: 1, archived: true });
    await store.forkTable(fork, [aSeat], []);
    await store.replaceUnderItsCode(aTable(), fork);
    await reopen();
    expect(await store.table('ABCDE')).toEqual({ ...fork, code: 'ABCDE', archived: false });
    expect(await store.table('EDCBA')).toEqual(aTable({ code: 'EDCBA', archived: true }));
    expect((await store.playersOf({ tableId: 'table-2' })).length).toBe(1);
    expect([await store.originals('table-2'), await store.originals('table-1')]).toEqual([['table-1'], []]);
  });

  test.skipIf(!here)('a table that is deleted takes a fork with it that never took its place, as when the server stopped', async () => {
    await store.createTable(aTable(), [aSeat]);
    await store.forkTable(aTable({ id: 'table-2', code: 'EDCBA', forkOf: 'table-1', archived: true }), [aSeat], [anEntry(1)]);
    await store.forkTable(aTable({ id: 'table-3', code: 'FGHJK', forkOf: 'table-1', archived: false }), [aSeat], [anEntry(1)]);
    await store.deleteTable('table-1');
    expect([await store.table('ABCDE'), await store.table('EDCBA'), (await store.table('FGHJK'))?.id]).toEqual([null, null, 'table-3']);
    expect(await store.commands('table-2')).toEqual([]);
  });

  test.skipIf(!here)('what is too old is deleted with all that belongs to it', async () => {
    await store.createTable(aTable({ deleteAfter: '2026-11-01T00:00:00.000Z' }), [aSeat]);
    await fillTable(store, 'table-1');
    await store.createTable(aTable({ id: 'table-2', code: 'EDCBA', scenarioHash: 'hash-2', deleteAfter: '2026-11-10T00:00:00.000Z' }), [
      aSeat,
    ]);
    await fillTable(store, 'table-2');
    expect(await store.purge('2026-11-01T00:00:00.000Z')).toBe(0);
    expect(await store.purge('2026-11-05T00:00:00.000Z')).toBe(1);
    expect(await contents(store, 'table-1')).toEqual({ seats: 0, commands: 0, players: 0, said: 0, bookmarks: 0 });
    await reopen();
    expect([await store.table('ABCDE'), (await store.table('EDCBA'))?.id]).toEqual([null, 'table-2']);
    expect(await contents(store, 'table-2')).toEqual({ seats: 1, commands: 1, players: 1, said: 1, bookmarks: 1 });
    expect(await store.codeIsFree('ABCDE')).toBe(true);
    await store.deleteTable('table-2');
    expect([await store.table('EDCBA'), await contents(store, 'table-2')]).toEqual([
      null,
      { seats: 0, commands: 0, players: 0, said: 0, bookmarks: 0 },
    ]);
  });
});
