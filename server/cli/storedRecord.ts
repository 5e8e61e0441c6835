import { existsSync } from 'node:fs';
import path from 'node:path';
import { setup } from '../../shared/engine/setup.ts';
import { step } from '../../shared/engine/step.ts';
import { hashOf, type MatchRecord, type RecordLine } from '../../shared/record/record.ts';
import { loadScenario } from '../../shared/scenario/load.ts';
import type { Scenario } from '../../shared/scenario/schema.ts';
import { openStore, type Store, type StoredCommand, type StoredTable } from '../store/store.ts';
import { InputError } from './command.ts';

/** Where the server keeps its matches; as its settings say. */
export interface Keep {
  readonly dataDir: string;
  readonly databaseUrl: string | null;
}

/**
 * The record of a table's match out of the server's database. Throws an InputError if there is no such table, or naming the first
 * stored command that no longer leads to what was stored.
 */
export async function storedRecord(code: string, keep: Keep): Promise<MatchRecord> {
  if (keep.databaseUrl === null && !existsSync(path.join(keep.dataDir, 'chokepoint.sqlite')))
    throw new InputError(`There are no stored matches in the folder "${keep.dataDir}". Say where they are with DATA_DIR.`);
  const store = await openStore(keep).catch((error: unknown) => {
    throw new InputError(`The stored matches could not be opened (${error instanceof Error ? error.message : String(error)}).`);
  });
  try {
    return await read(store, code.toUpperCase());
  } finally {
    await store.close();
  }
}

async function read(store: Store, code: string): Promise<MatchRecord> {
  const table = await store.table(code);
  if (table === null) throw new InputError(`There is no table "${code}". Check its code.`);
  const loaded = loadScenario(table.scenarioText, `${table.scenario}.json`);
  if (!loaded.ok)
    throw new InputError(`The scenario of table ${code} does not load with this version: ${loaded.problems[0]?.message ?? ''}`);
  const lines = linesOf(loaded.scenario, table, await store.commands(table.id));
  const { schemaVersion, rulesVersion, seed } = table;
  return { schemaVersion, rulesVersion, scenario: loaded.scenario, seed, lines };
}

/** Plays stored commands again, to check what was stored and to hash each state as records do. */
function linesOf(scenario: Scenario, { seed }: StoredTable, commands: readonly StoredCommand[]): readonly RecordLine[] {
  let state = setup(scenario, { seed });
  return commands.map(({ seq, command, events, stateHash }) => {
    const result = step(scenario, state, command);
    if (!result.ok) throw new InputError(`Command ${seq} (${command.type}) is refused now: ${result.rejection.message}`);
    state = result.state;
    if (hashOf(state) !== stateHash) throw new InputError(`The state after command ${seq} (${command.type}) differs from what was stored.`);
    return { command, events, hash: hashOf(state) };
  });
}
