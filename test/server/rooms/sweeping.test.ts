import { afterEach, describe, expect, test, vi } from 'vitest';
import { DAY, now, timestamp } from '../../../server/rooms/clock.ts';
import type { Workshop } from '../../../server/rooms/workshop.ts';
import { sweep } from '../../../server/sweeping.ts';
import { type TablesOver, tablesOver } from '../tablesOver.ts';

/** A server that runs for weeks deletes what is too old, also of what is in its memory. */

let over: TablesOver;
afterEach(async () => {
  vi.useRealTimers();
  await over.remove();
});

const WANTED = { scenario: 'tiny', language: undefined, seed: 'seed' } as const;

/** Lets so many days pass. */
function inDays(days: number): void {
  vi.useFakeTimers({ toFake: ['Date'], now: now() + days * DAY });
}

async function aClass(): Promise<Workshop> {
  const { code } = await over.workshops.create({ ...WANTED, expected: 0 });
  const workshop = await over.workshops.find(code);
  if (workshop === null) throw new Error('no class');
  await workshop.enrolment.join('Ann', null, null);
  await workshop.seat();
  // A projector that nobody has closed.
  workshop.watch();
  return workshop;
}

describe('a class in memory whose time is over', () => {
  test('is deleted though a projector shows it still, and its rooms close', async () => {
    over = await tablesOver(() => ({}));
    const workshop = await aClass();
    const table = workshop.tables[0]?.stored.code ?? '';
    inDays(15);
    await sweep(over, timestamp());
    expect(workshop.isGone).toBe(true);
    expect(await over.workshops.find(workshop.stored.code)).toBeNull();
    await expect(over.tables.open(table)).rejects.toMatchObject({ code: 'wrong-code' });
  });

  test.each([
    ['its host is there', (workshop: Workshop) => workshop.setHost(true)],
    ['a player is there', (workshop: Workshop) => workshop.tables[0]?.setConnected(workshop.players[0]?.stored.id ?? '', true)],
  ])('is kept while %s, and its time begins anew', async (_who, come) => {
    over = await tablesOver(() => ({}));
    const workshop = await aClass();
    come(workshop);
    inDays(15);
    await sweep(over, timestamp());
    expect(await over.workshops.find(workshop.stored.code)).toBe(workshop);
    expect(workshop.stored.deleteAfter.slice(0, 10)).toBe(timestamp(now() + 14 * DAY).slice(0, 10));
    expect(await workshop.order(null, { do: 'start' })).toBeNull();
    expect(workshop.tables[0]?.match.state.status).toBe('playing');
  });
});

test('a table of its own in memory whose time is over is deleted, and its rooms close', async () => {
  over = await tablesOver(() => ({}));
  const { code } = await over.tables.create({ ...WANTED, bots: null });
  const table = await over.tables.open(code);
  let ended = false;
  table.watch();
  table.listen({ changed: () => {}, ended: () => (ended = true) });
  inDays(13);
  expect(await sweep(over, timestamp())).toBe(0);
  inDays(2);
  await sweep(over, timestamp());
  expect(ended).toBe(true);
  await expect(over.tables.open(code)).rejects.toMatchObject({ code: 'wrong-code' });
});
