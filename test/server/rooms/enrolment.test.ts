import { afterEach, expect, test } from 'vitest';
import type { Workshop } from '../../../server/rooms/workshop.ts';
import { type TablesOver, tablesOver } from '../tablesOver.ts';

/** Who comes into a class, goes, and comes back, when something else happens or fails at the same time. */

let over: TablesOver;
afterEach(() => over.remove());

async function aClass(): Promise<Workshop> {
  const { code } = await over.workshops.create({ scenario: 'tiny', language: undefined, seed: 'seed', expected: 0 });
  const workshop = await over.workshops.find(code);
  if (workshop === null) throw new Error('no class');
  return workshop;
}

test('whoever comes late, and could not be given a seat, may try again under the same name, and is there once', async () => {
  let fails = false;
  over = await tablesOver((plain) => ({
    savePlayer: (player) =>
      fails && player.tableId !== null ? Promise.reject(new Error('the database is gone')) : plain.savePlayer(player),
  }));
  const workshop = await aClass();
  await workshop.enrolment.join('Ann', null, null);
  await workshop.seat();
  fails = true;
  await expect(workshop.enrolment.join('Ben', null, null)).rejects.toMatchObject({ code: 'not-stored' });
  fails = false;
  const { player: ben } = await workshop.enrolment.join('Ben', null, null);
  expect(workshop.players.map(({ stored }) => stored.nickname)).toEqual(['Ann', 'Ben']);
  expect(ben.stored.tableId).toBe(workshop.tables[0]?.stored.id);
  expect((await over.store.playersOf({ workshopId: workshop.stored.id })).map(({ nickname }) => nickname)).toEqual(['Ann', 'Ben']);
});

test('whoever was banned by mistake is let in again at the table that is played now in the place of theirs', async () => {
  over = await tablesOver(() => ({}));
  const workshop = await aClass();
  const { player: ann } = await workshop.enrolment.join('Ann', null, null);
  await workshop.enrolment.join('Ben', null, null);
  await workshop.seat();
  const { seat } = ann.stored;
  expect(await workshop.order(null, { do: 'start' })).toBeNull();
  await workshop.enrolment.takeOut(ann.stored.id, 'banned');
  await workshop.rewind(workshop.tables[0]?.stored.code ?? '', 1);
  expect(await workshop.order(null, { do: 'next' })).toBeNull();
  await workshop.undoLast();
  expect(ann.stored.tableId).toBe(workshop.tables[0]?.stored.id);
  expect(ann.stored.seat).toBe(seat);
});
