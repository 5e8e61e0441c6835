import { statSync } from 'node:fs';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { quietBefore } from '../../server/store/checkpoints.ts';
import { openStore } from '../../server/store/store.ts';
import { until } from './house.ts';
import { anEntry, aTable } from './storedThings.ts';
import { KINDS, removeAll } from './stores.ts';

afterAll(removeAll);

/** Enough for some checkpoints of the thread, too few for SQLite to make one itself. */
const CHOICES = 600;

test('what SQLite has logged is carried into its file while it is written on, and all of it is there afterwards', async () => {
  const where = await (KINDS.find(({ name }) => name === 'SQLite') as (typeof KINDS)[number]).empty();
  const file = path.join(where.dataDir, 'chokepoint.sqlite');
  const store = await openStore(where);
  const table = aTable();
  await store.createTable(table, []);
  const before = statSync(file).size;
  for (let seq = 1; seq <= CHOICES; seq += 1) await store.append(table.id, { ...anEntry(seq), key: `alpha:${seq}` });
  await until(() => statSync(file).size > before, 'a checkpoint', 10_000);
  // Closed in the middle of whatever the thread does.
  for (let seq = CHOICES + 1; seq <= 2 * CHOICES; seq += 1) await store.append(table.id, { ...anEntry(seq), key: `alpha:${seq}` });
  await store.close();
  const again = await openStore(where);
  expect((await again.commands(table.id)).map(({ seq }) => seq)).toEqual(Array.from({ length: 2 * CHOICES }, (_none, index) => index + 1));
  await again.close();
});

test.each([
  ['an empty file', 0, 5],
  ['a class', 2, 5],
  ['two weeks of five classes a day', 140, 140],
])('%s is written anew only after a silence that its writing is short beside', (_name, megabytes, seconds) => {
  expect(quietBefore(megabytes * 1e6)).toBe(seconds * 1000);
});
