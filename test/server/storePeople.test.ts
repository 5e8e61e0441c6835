import { afterAll, describe, expect, test } from 'vitest';
import type { Store } from '../../server/store/store.ts';
import { USUAL_SETTINGS } from '../../shared/console.ts';
import { anEntry, aPlayer, aSaying, aSeat, aTable, aWorkshop, contents, fillTable } from './storedThings.ts';
import { eachOverAStore, KINDS, removeAll } from './stores.ts';

afterAll(removeAll);

describe.each(KINDS)('people and classes in a store over $name', (kind) => {
  const { here } = kind;
  let store: Store;
  const reopen = eachOverAStore(kind, (opened) => {
    store = opened;
  });

  test.skipIf(!here)('a player is kept whole, and replaced when saved again', async () => {
    await store.createTable(aTable(), []);
    const player = aPlayer({
      tableId: 'table-1',
      seat: 'alpha',
      wish: 'platform',
      deviceHash: 'd00d',
      extra: 30,
      plan: { round: 1, phase: 'agenda', choice: { picks: [{ action: 'paß' }] }, proposed: true, vote: 'player-2' },
      pinned: { table: 2, seat: 'beta' },
      words: { hash: 'beef', until: '2026-11-20T09:00:00.000Z' },
    });
    await store.savePlayer(aPlayer({ tableId: 'table-1' }));
    await store.savePlayer(player);
    await store.savePlayer(aPlayer({ id: 'player-2', tableId: 'table-1', joined: 1 }));
    await reopen();
    expect(await store.playersOf({ tableId: 'table-1' })).toEqual([player, aPlayer({ id: 'player-2', tableId: 'table-1', joined: 1 })]);
    await store.deletePlayer('player-1');
    expect((await store.playersOf({ tableId: 'table-1' })).map(({ id }) => id)).toEqual(['player-2']);
  });

  test.skipIf(!here)('players are saved all or none', async () => {
    await store.createTable(aTable(), []);
    const players = [aPlayer({ tableId: 'table-1' }), aPlayer({ id: 'player-2', tableId: 'nowhere' })];
    await expect(store.savePlayers(players)).rejects.toThrow();
    expect(await store.playersOf({ tableId: 'table-1' })).toEqual([]);
    await store.savePlayers(players.map((player) => ({ ...player, tableId: 'table-1' })));
    expect(await store.playersOf({ tableId: 'table-1' })).toHaveLength(2);
  });

  test.skipIf(!here)('what was said, and moments marked, come back in their order; a hidden saying stays hidden', async () => {
    await store.createTable(aTable(), []);
    const said = [2, 1, 3].map((id) => aSaying(id));
    for (const saying of said) await store.saveSaid('table-1', saying);
    await store.hideSaid('table-1', 2);
    // The database may have failed to confirm it the first time.
    await store.saveSaid('table-1', { ...aSaying(3), text: 'Once more' });
    const marks = [1, 2, 3].map((seq) => ({ seq, round: 1, phase: 'agenda', event: seq * 10, note: 'Why “no”?' }));
    for (const mark of marks) await store.saveBookmark('table-1', mark);
    await store.deleteBookmark('table-1', 2);
    await reopen();
    expect(await store.saidAt('table-1')).toEqual([aSaying(1), { ...aSaying(2), hidden: true }, { ...aSaying(3), text: 'Once more' }]);
    expect((await store.bookmarks('table-1')).map(({ seq, note }) => [seq, note])).toEqual([
      [1, 'Why “no”?'],
      [3, 'Why “no”?'],
    ]);
  });

  test.skipIf(!here)('a class is kept with its tables and players, and goes with them', async () => {
    await store.createWorkshop(aWorkshop());
    const tables = [2, 1].map((number) =>
      aTable({ id: `table-${number}`, code: `CODE${number}`, workshopId: 'workshop-1', number, deleteAfter: null }),
    );
    for (const table of tables) await store.createTable(table, [aSeat]);
    await store.savePlayers(
      [1, 2].map((number) => aPlayer({ id: `player-${number}`, workshopId: 'workshop-1', tableId: `table-${number}`, joined: number })),
    );
    await store.saveWorkshop('workshop-1', { status: 'seated', settings: { ...USUAL_SETTINGS, locked: true } });
    await store.saveWorkshop('workshop-1', { notice: 'Five minutes left!' });
    await reopen();
    const workshop = aWorkshop({ status: 'seated', settings: { ...USUAL_SETTINGS, locked: true }, notice: 'Five minutes left!' });
    expect([await store.workshop({ code: 'KLASS' }), await store.workshop({ id: 'workshop-1' })]).toEqual([workshop, workshop]);
    expect([await store.workshop({ code: 'CODE1' }), await store.codeIsFree('KLASS')]).toEqual([null, false]);
    expect((await store.tablesOf('workshop-1')).map(({ id }) => id)).toEqual(['table-1', 'table-2']);
    expect((await store.playersOf({ workshopId: 'workshop-1' })).map(({ id }) => id)).toEqual(['player-1', 'player-2']);
    // A table of the class may go; its players stay in the class.
    await store.deleteTable('table-1');
    expect((await store.playersOf({ workshopId: 'workshop-1' })).map(({ tableId }) => tableId)).toEqual([null, 'table-2']);
    expect(await store.purge('2026-12-01T00:00:00.000Z')).toBe(0);
    expect(await store.purge('2027-01-01T00:00:00.000Z')).toBe(1);
    expect([
      await store.workshop({ id: 'workshop-1' }),
      await store.tablesOf('workshop-1'),
      await store.playersOf({ workshopId: 'workshop-1' }),
    ]).toEqual([null, [], []]);
  });

  test.skipIf(!here)('a class that is deleted at once takes everything with it, and nothing of others', async () => {
    await store.createWorkshop(aWorkshop());
    await store.createTable(aTable({ workshopId: 'workshop-1', number: 1, deleteAfter: null }), [aSeat]);
    await store.savePlayer(aPlayer({ workshopId: 'workshop-1', tableId: 'table-1', seat: 'alpha' }));
    await store.append('table-1', anEntry(1));
    await store.createTable(aTable({ id: 'table-2', code: 'EDCBA' }), []);
    await fillTable(store, 'table-2');
    await store.deleteWorkshop('workshop-1');
    await reopen();
    expect([await store.table('ABCDE'), await store.playersOf({ workshopId: 'workshop-1' }), await store.commands('table-1')]).toEqual([
      null,
      [],
      [],
    ]);
    expect(await store.table('EDCBA')).toEqual(aTable({ id: 'table-2', code: 'EDCBA' }));
    expect(await contents(store, 'table-2')).toEqual({ seats: 0, commands: 1, players: 1, said: 1, bookmarks: 1 });
  });
});
