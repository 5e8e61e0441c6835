import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { StoredPlayer } from '../../server/store/players.ts';
import { openStore, type Store, type StoredCommand, type StoredTable } from '../../server/store/store.ts';
import type { StoredSaid } from '../../server/store/talk.ts';
import type { StoredWorkshop } from '../../server/store/workshops.ts';
import { USUAL_SETTINGS } from '../../shared/console.ts';
import { KINDS, removeAll } from './stores.ts';

afterAll(removeAll);

const aTable = (changes: Partial<StoredTable> = {}): StoredTable => ({
  id: 'table-1',
  code: 'ABCDE',
  scenario: 'tiny',
  scenarioText: '{ "title": "Тиния 🗳️" }',
  scenarioHash: 'hash-1',
  seed: 'seed',
  schemaVersion: 1,
  rulesVersion: 2,
  hostHash: 'f00d',
  bots: null,
  paused: false,
  timer: false,
  created: '2026-11-20T08:00:00.000Z',
  workshopId: null,
  number: 0,
  forkOf: null,
  forkRound: 0,
  archived: false,
  deleteAfter: '2026-12-04T08:00:00.000Z',
  ...changes,
});

const aSeat = { seat: 'alpha', bot: 'cautious', muted: false } as const;

/** A stored command; `picks` stands for whatever it holds. */
const anEntry = (seq: number, key: string | null = null, picks: readonly { readonly action: string }[] = []): StoredCommand => ({
  seq,
  command: { type: 'choose', seat: 'alpha', round: 1, phase: 'agenda', choice: { picks: picks.map((pick) => ({ ...pick })) } },
  events: [],
  stateHash: `state-${seq}`,
  key,
});

const aPlayer = (changes: Partial<StoredPlayer> = {}): StoredPlayer => ({
  id: 'player-1',
  workshopId: null,
  tableId: null,
  seat: null,
  nickname: 'Zoë',
  secretHash: 'cafe',
  status: 'here',
  wish: null,
  deviceHash: null,
  extra: 0,
  plan: null,
  pinned: null,
  words: null,
  joined: 0,
  ...changes,
});

const aSaying = (id: number): StoredSaid => ({
  id,
  round: 1,
  phase: 'agenda',
  from: 'alpha',
  to: 'beta',
  phrase: null,
  text: `Hello ${id} 👋`,
  key: `alpha:${id}`,
  hidden: false,
});

const aWorkshop = (changes: Partial<StoredWorkshop> = {}): StoredWorkshop => ({
  id: 'workshop-1',
  code: 'KLASS',
  scenario: 'tiny',
  scenarioText: '{ "title": "Тиния 🗳️" }',
  scenarioHash: 'hash-1',
  hostHash: 'f00d',
  seed: 'seed',
  settings: USUAL_SETTINGS,
  status: 'lobby',
  notice: '',
  created: '2026-11-20T08:00:00.000Z',
  deleteAfter: '2026-12-04T08:00:00.000Z',
  ...changes,
});

/** Puts one of everything that belongs to a table beside its seats. */
async function fillTable(store: Store, tableId: string): Promise<void> {
  await store.append(tableId, anEntry(1));
  await store.savePlayer(aPlayer({ id: `player of ${tableId}`, tableId, seat: 'alpha' }));
  await store.saveSaid(tableId, aSaying(1));
  await store.saveBookmark(tableId, { seq: 1, round: 1, phase: 'agenda', event: 1, note: '' });
}

/** How much of everything belongs to a table. */
async function contents(store: Store, tableId: string) {
  return {
    seats: (await store.seats(tableId)).length,
    commands: (await store.commands(tableId)).length,
    players: (await store.playersOf({ tableId })).length,
    said: (await store.saidAt(tableId)).length,
    bookmarks: (await store.bookmarks(tableId)).length,
  };
}

describe.each(KINDS)('a store over $name', ({ here, empty }) => {
  let where: Awaited<ReturnType<typeof empty>>;
  let store: Store;
  beforeEach(async () => {
    if (!here) return;
    where = await empty();
    store = await openStore(where);
  });
  afterEach(async () => {
    if (here) await store.close();
  });
  const reopen = async (): Promise<void> => {
    await store.close();
    store = await openStore(where);
  };

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

  test.skipIf(!here)('settings and status are kept', async () => {
    await store.createTable(aTable(), []);
    await store.saveSettings('table-1', { paused: true, timer: true });
    await store.saveStatus('table-1', 'playing');
    await store.saveDeleteAfter('table-1', '2027-01-01T00:00:00.000Z');
    await reopen();
    expect(await store.table('ABCDE')).toEqual(aTable({ paused: true, timer: true, deleteAfter: '2027-01-01T00:00:00.000Z' }));
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
