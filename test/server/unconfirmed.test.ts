import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Table } from '../../server/rooms/table.ts';
import type { Tables } from '../../server/rooms/tables.ts';
import type { Store } from '../../server/store/store.ts';
import { codeOf, until } from './house.ts';
import { tablesOver } from './tablesOver.ts';

/** How the next appends go: well, not at all, or well without the database being able to say so. */
type Mood = 'works' | 'refuses' | 'stays silent';

let plain: Store;
let tables: Tables;
let remove: () => Promise<void>;
let mood: Mood;
/** What is asked of the store before it fails; counts down to 0. */
let worksFor: number;
/** How many appends fail before it works again. */
let failures: number;

beforeEach(async () => {
  [mood, worksFor, failures] = ['works', 0, 0];
  ({ tables, remove } = await tablesOver((opened) => {
    plain = opened;
    return {
      append: async (tableId, entry) => {
        const now = worksFor > 0 ? 'works' : mood;
        worksFor -= 1;
        if (failures > 0) {
          failures -= 1;
          throw new Error('the connection is gone');
        }
        if (now !== 'refuses') await plain.append(tableId, entry);
        if (now !== 'works') throw new Error('the connection is gone');
      },
    };
  }));
});
afterEach(() => remove());

/** A table in its agenda phase. One person plays alpha; bots play the other seats if asked for. */
async function aTable(
  bots: 'fill' | null,
): Promise<{ readonly table: Table; readonly by: { readonly seat: string; readonly player: string } }> {
  const { code } = await tables.create({ scenario: 'tiny', language: undefined, seed: 'seed', bots });
  const table = await tables.open(code);
  const { player } = await tables.join(code, { nickname: 'Ann', seat: 'alpha' });
  table.setConnected(player.stored.id, true);
  // Somebody else keeps the phase open.
  if (bots === null) await tables.join(code, { nickname: 'Ben', seat: 'beta' });
  expect(await table.obey({ do: 'start' })).toBeNull();
  expect(await table.obey({ do: 'next' })).toBeNull();
  await until(() => table.match.state.phase === 'agenda', 'the agenda');
  return { table, by: { seat: 'alpha', player: player.stored.id } };
}

const AGENDA = { round: 1, phase: 'agenda' };
const sealed = (table: Table): number | null => table.match.state.seats.alpha?.sealed?.picks.length ?? null;
const seqs = async (table: Table): Promise<readonly number[]> => (await plain.commands(table.stored.id)).map(({ seq }) => seq);

describe('a choice that was stored, though the database could not say so', () => {
  test('is refused, and found when the next one comes: nothing is stored twice, and the table is not stuck', async () => {
    const { table, by } = await aTable(null);
    mood = 'stays silent';
    expect(codeOf(await table.acts.choose(by, AGENDA, { picks: [{ action: 'staff-plan' }] }, 'the first key'))).toBe('not-stored');
    expect(sealed(table)).toBeNull();
    mood = 'works';
    // Sent again, it is known.
    expect(await table.acts.choose(by, AGENDA, { picks: [{ action: 'staff-plan' }] }, 'the first key')).toBeNull();
    expect(sealed(table)).toBe(1);
    const stored = await seqs(table);
    expect(stored).toEqual(stored.map((_seq, index) => index + 1));
    expect(await table.acts.reopen(by, AGENDA)).toBeNull();
    expect(await table.acts.choose(by, AGENDA, { picks: [] }, 'the next key')).toBeNull();
    expect(sealed(table)).toBe(0);
  });

  test('and one that was not stored is not invented', async () => {
    const { table, by } = await aTable(null);
    mood = 'refuses';
    const before = await seqs(table);
    for (let tries = 0; tries < 3; tries++)
      expect(codeOf(await table.acts.choose(by, AGENDA, { picks: [] }, `key ${tries}`))).toBe('not-stored');
    expect([sealed(table), await seqs(table)]).toEqual([null, before]);
    mood = 'works';
    expect(await table.acts.choose(by, AGENDA, { picks: [{ action: 'staff-plan' }] }, 'the last key')).toBeNull();
    expect([sealed(table), (await seqs(table)).length]).toEqual([1, before.length + 1]);
  });
});

describe('what people have picked', () => {
  test.each([
    ['the host stops waiting', (table: Table) => table.obey({ do: 'stop-waiting' }), 'not-stored'],
    ['the time is over', (table: Table) => table.obey({ do: 'more-time', seconds: 0.2 }), null],
  ])(
    'counts when %s, though the database fails in that moment and is back in the next',
    async (_when, close, answer) => {
      const { table, by } = await aTable(null);
      await table.acts.plan(by.player, AGENDA, { picks: [{ action: 'staff-plan' }] }, false);
      table.watch();
      failures = 1;
      expect(codeOf(await close(table))).toBe(answer);
      await until(() => failures === 0, 'the failure');
      await table.idle();
      expect(table.match.state.phase).toBe('agenda');
      if (answer !== null) expect(await close(table)).toBeNull();
      await until(() => table.match.state.phase === 'answer', 'the next phase', 10_000);
      const chosen = (await plain.commands(table.stored.id)).map(({ command }) => command);
      expect(chosen).toContainEqual({ type: 'choose', seat: 'alpha', ...AGENDA, choice: { picks: [{ action: 'staff-plan' }] } });
    },
    20_000,
  );
});

describe('bots and phases', () => {
  test('go on by themselves when the database is back', async () => {
    const { table, by } = await aTable('fill');
    // The person's choice is stored, the bots' after it are not, nor is the end of the phase.
    await until(() => ['regulator', 'beta', 'voices'].every((seat) => table.match.state.seats[seat]?.sealed != null), 'the bots');
    [mood, worksFor] = ['refuses', 1];
    expect(await table.acts.choose(by, AGENDA, { picks: [] }, 'the only key')).toBeNull();
    await until(() => worksFor < -1, 'another try', 10_000);
    expect(table.match.state.phase).toBe('agenda');
    mood = 'works';
    await until(() => table.match.state.phase === 'answer', 'the next phase', 10_000);
    const stored = await seqs(table);
    expect(stored).toEqual(stored.map((_seq, index) => index + 1));
  }, 30_000);
});
