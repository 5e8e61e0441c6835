import { afterEach, expect, test } from 'vitest';
import type { Seated } from '../../../server/rooms/tables.ts';
import { type TablesOver, tablesOver } from '../tablesOver.ts';

/** Somebody joins a table in the very moment in which another one takes its place. */

let over: TablesOver;
afterEach(() => over.remove());

test.each(['before', 'after'])('whoever joins just %s another table takes the place of theirs has their seat there', async (when) => {
  let joining: Promise<Seated> | null = null;
  const join = (code: string): void => {
    joining = over.tables.join(code, { nickname: 'Ben', seat: 'beta' });
  };
  over = await tablesOver((plain) => ({
    replaceUnderItsCode: async (from, to) => {
      if (when === 'before') join(from.code);
      await plain.replaceUnderItsCode(from, to);
      if (when === 'after') join(from.code);
      // Long enough for whatever does not wait.
      await new Promise((resolve) => setTimeout(resolve, 50));
    },
  }));
  const { tables } = over;
  const { code } = await tables.create({ scenario: 'tiny', language: undefined, seed: 'seed', bots: null });
  const { table: first } = await tables.join(code, { nickname: 'Ann', seat: 'alpha' });
  expect([await first.obey({ do: 'start' }), await first.obey({ do: 'finish' })]).toEqual([null, null]);
  await tables.playOn(first);
  const seated = await (joining as Promise<Seated> | null);
  const now = await tables.open(code);
  expect(now).not.toBe(first);
  expect(now.match.state.status).toBe('playing');
  expect(seated?.table).toBe(now);
  expect(now.roster.bySecret(seated?.seatSecret ?? '', 'beta')?.stored.nickname).toBe('Ben');
});
