import { afterEach, describe, expect, test } from 'vitest';
import type { Player } from '../../../server/rooms/player.ts';
import type { Table } from '../../../server/rooms/table.ts';
import type { Workshop } from '../../../server/rooms/workshop.ts';
import { type TablesOver, tablesOver } from '../tablesOver.ts';

/** Another table takes the place of one, while people play, or long after that. */

let over: TablesOver;
afterEach(() => over.remove());

interface Played {
  readonly workshop: Workshop;
  readonly table: Table;
  readonly ann: Player;
  readonly seat: string;
}

/** A class of two at one table, in its first agenda. */
async function inAgenda(): Promise<Played> {
  const { code } = await over.workshops.create({ scenario: 'tiny', language: undefined, seed: 'seed', expected: 0 });
  const workshop = await over.workshops.find(code);
  if (workshop === null) throw new Error('no class');
  const { player: ann } = await workshop.enrolment.join('Ann', null, null);
  await workshop.enrolment.join('Ben', null, null);
  await workshop.seat();
  const table = workshop.tableOf(ann);
  if (table === null) throw new Error('nobody was seated');
  expect(await workshop.order(null, { do: 'start' })).toBeNull();
  expect(await workshop.order(null, { do: 'next' })).toBeNull();
  expect(table.match.state.phase).toBe('agenda');
  // The bots choose.
  await table.idle();
  return { workshop, table, ann, seat: ann.stored.seat ?? '' };
}

const AGENDA = { round: 1, phase: 'agenda' };

describe('in the moment in which a table is rewound', () => {
  let atThatMoment = (): void => {};
  const slowly = (): Promise<TablesOver> =>
    tablesOver((plain) => ({
      replaceTable: async (from, to) => {
        const replacing = plain.replaceTable(from, to);
        atThatMoment();
        await replacing;
        // Long enough for whatever does not wait.
        await new Promise((resolve) => setTimeout(resolve, 50));
      },
    }));

  test('whoever picks something keeps their seat', async () => {
    over = await slowly();
    const { workshop, table, ann, seat } = await inAgenda();
    let planning: Promise<unknown> = Promise.resolve();
    atThatMoment = () => {
      planning = table.acts.plan(ann.stored.id, AGENDA, { picks: [] }, false).catch(({ code }) => code);
    };
    await workshop.rewind(table.stored.code, 1);
    expect(await planning).toBe('kept');
    const [now] = workshop.tables;
    expect(now).not.toBe(table);
    expect(workshop.tableOf(ann)).toBe(now);
    expect(ann.stored).toMatchObject({ tableId: now?.stored.id, seat });
  });

  test.each([
    [
      'a choice',
      (table: Table, { stored }: Player) => table.acts.choose({ seat: stored.seat ?? '', player: stored.id }, AGENDA, { picks: [] }, 'key'),
    ],
    ['an order of the host', (table: Table) => table.obey({ do: 'next' })],
    ['more time', (table: Table) => table.obey({ do: 'more-time', seconds: 10 })],
  ])('%s is refused, and changes nothing of what was played', async (_what, ask) => {
    over = await slowly();
    const { workshop, table, ann } = await inAgenda();
    let asking: Promise<unknown> = Promise.resolve();
    const before = table.match.state;
    atThatMoment = () => {
      asking = ask(table, ann);
    };
    await workshop.rewind(table.stored.code, 1);
    expect(await asking).toMatchObject({ code: 'kept' });
    expect(table.match.state).toBe(before);
    expect(await table.obey({ do: 'next' })).toMatchObject({ code: 'kept' });
    expect(await table.acts.negotiate({ type: 'decline', seat: 'alpha', pact: 'p1' }, undefined)).toMatchObject({ code: 'kept' });
    await workshop.undoLast();
    expect(workshop.tables).toEqual([table]);
    expect(await table.obey({ do: 'next' })).toBeNull();
  });
});

test('a table that was rewound, let go and looked at is played again after Undo', async () => {
  over = await tablesOver(() => ({}), 1);
  const { workshop, table, ann } = await inAgenda();
  const { code } = table.stored;
  workshop.watch();
  await workshop.rewind(code, 1);
  over.tables.rest(table);
  await new Promise((resolve) => setTimeout(resolve, 50));
  const lookedAt = await over.tables.open(code);
  lookedAt.watch();
  await workshop.undoLast();
  expect(await over.tables.open(code)).toBe(workshop.tables[0]);
  expect(workshop.tableOf(ann)).toBe(workshop.tables[0]);
  expect(workshop.tables[0]?.match.state).toMatchObject({ phase: 'agenda', status: 'playing' });
});
