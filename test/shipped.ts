import { readdirSync, readFileSync } from 'node:fs';
import { loadScenario } from '../shared/scenario/load.ts';
import { problemLine } from '../shared/scenario/problems.ts';
import type { Scenario } from '../shared/scenario/schema.ts';
import { tiny } from './fixtures/tiny.ts';

const FOLDER = new URL('../assets/scenarios/', import.meta.url);

/** File names of the scenarios that come with the game. */
export const SHIPPED: readonly string[] = readdirSync(FOLDER)
  .filter((file) => file.endsWith('.json') && file !== 'schema.json')
  .sort();

export const shippedText = (file: string): string => readFileSync(new URL(file, FOLDER), 'utf8');

/** A shipped scenario; the loader's own words if it is broken. */
export function shipped(file: string): Scenario {
  const loaded = loadScenario(shippedText(file), file);
  if (!loaded.ok) throw new Error(loaded.problems.map(problemLine).join('\n'));
  return loaded.scenario;
}

/** The scenarios that properties are tested with, as rows of a table. Each is loaded when it is needed. */
export const SCENARIOS: readonly { readonly name: string; readonly open: () => Scenario }[] = [
  { name: 'tiny', open: tiny },
  ...SHIPPED.map((file) => ({ name: file, open: () => shipped(file) })),
];
