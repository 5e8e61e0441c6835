import { randomUUID } from 'node:crypto';
import { RULES_VERSION } from '../../shared/record/record.ts';
import { newSeed } from '../secrets.ts';
import type { Store, StoredTable } from '../store/store.ts';
import { timestamp } from './clock.ts';
import type { Assigned } from './seating.ts';
import type { Table } from './table.ts';
import type { Tables } from './tables.ts';
import type { Workshop } from './workshop.ts';

/** What making tables needs of the server, and what it tells when all of them are made. */
export interface Making {
  readonly store: Store;
  readonly tables: Tables;
  readonly done: () => Promise<void>;
}

/** Makes so many tables of a class and seats everybody as planned. What a failure has left of that is cleared away by the next try. */
export async function makeTables(
  workshop: Workshop,
  count: number,
  seats: ReadonlyMap<string, Assigned>,
  { store, tables, done }: Making,
): Promise<readonly Table[]> {
  for (const { id } of await store.tablesOf(workshop.stored.id)) await store.deleteTable(id);
  const made: Table[] = [];
  try {
    for (let number = 1; number <= count; number += 1)
      made.push(await tables.createFor(newTable(workshop, number, await tables.freeCode())));
    for (const [id, { table, seat }] of seats) await made[table - 1]?.admit(workshop.player(id), seat);
    await done();
  } catch (error) {
    for (const table of made) tables.drop(table);
    for (const player of made.flatMap((table) => table.roster.players)) player.stored = { ...player.stored, tableId: null, seat: null };
    throw error;
  }
  return made;
}

function newTable({ stored, shelved }: Workshop, number: number, code: string): StoredTable {
  return {
    id: randomUUID(),
    code,
    scenario: shelved.id,
    scenarioText: shelved.text,
    scenarioHash: shelved.hash,
    seed: stored.settings.seeds === 'same' ? stored.seed : newSeed(),
    schemaVersion: shelved.scenario.schemaVersion,
    rulesVersion: RULES_VERSION,
    hostHash: stored.hostHash,
    bots: 'fill',
    paused: false,
    timer: false,
    created: timestamp(),
    workshopId: stored.id,
    number,
    forkOf: null,
    forkRound: 0,
    archived: false,
    deleteAfter: null,
  };
}
