import { isUtf8 } from 'node:buffer';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { loadScenario } from '../shared/scenario/load.ts';
import { problemLine } from '../shared/scenario/problems.ts';
import type { Scenario } from '../shared/scenario/schema.ts';
import { inLanguage, languagesOf } from '../shared/scenario/translations.ts';
import type { Brief, CaseFile } from '../shared/view/brief.ts';
import { briefOf, caseFilesOf } from '../shared/view/briefOf.ts';
import { contentHash } from './secrets.ts';

/** The scenarios that come with the game, by id; any other is a designer's own. */
export const COMES_WITH_THE_GAME: readonly string[] = [
  'first-lesson',
  'voting-guide',
  'bandwidth',
  'officers',
  'harm',
  'due-process',
  'standoff',
];

/** A scenario that loaded, with what is made from it once. */
export interface ShelvedScenario {
  /** The same in its other languages. */
  readonly translated: ReadonlyMap<string, ShelvedScenario>;
  readonly id: string;
  readonly text: string;
  readonly hash: string;
  readonly scenario: Scenario;
  readonly brief: Brief;
  readonly caseFiles: readonly CaseFile[];
}

/** The scenarios this server offers, and how many files it refused. */
export interface Shelf {
  readonly scenarios: ReadonlyMap<string, ShelvedScenario>;
  /** One text per refused file: each problem with file, line, column and path. */
  readonly refused: readonly string[];
}

/** Loads every scenario of a folder. A file with an error is refused with its problems; the rest is offered. */
export function loadShelf(folder: string): Shelf {
  const scenarios = new Map<string, ShelvedScenario>();
  const refused: string[] = [];
  const nameOf = new Map<string, string>();
  const names = filesIn(folder).filter((name) => name.endsWith('.json') && name !== 'schema.json');
  for (const name of names.sort()) {
    const file = path.join(folder, name);
    const bytes = readFileSync(file);
    const shelved = isUtf8(bytes)
      ? shelve(bytes.toString('utf8'), path.relative(process.cwd(), file))
      : `${path.relative(process.cwd(), file)}: This file is not written in UTF-8. Save it as UTF-8.`;
    if (typeof shelved === 'string') refused.push(shelved);
    else if (scenarios.has(shelved.id))
      refused.push(
        `${name}: ${nameOf.get(shelved.id)} (before it in the alphabet) already has the id "${shelved.id}". Give one of them another.`,
      );
    else {
      scenarios.set(shelved.id, shelved);
      nameOf.set(shelved.id, name);
    }
  }
  const ordered = [...scenarios].sort(
    ([, a], [, b]) => a.scenario.order - b.scenario.order || a.scenario.title.localeCompare(b.scenario.title),
  );
  return { scenarios: new Map(ordered), refused };
}

function filesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    throw new Error(`there is no folder of scenarios at ${folder}. Check SCENARIOS_DIR.`);
  }
}

/** Loads one scenario from its text; answers the problems as one text if it has any. */
export function shelve(text: string, file: string): ShelvedScenario | string {
  try {
    const loaded = loadScenario(text, file);
    if (!loaded.ok) return loaded.problems.map(problemLine).join('\n');
    const { scenario } = loaded;
    const others = languagesOf(scenario).filter((language) => language !== scenario.language);
    return prepare(scenario, text, new Map(others.map((language) => [language, translate(scenario, language)])));
  } catch (error) {
    // One file must never keep the others from being played.
    return `${file}:1:1 The scenario could not be prepared: ${error instanceof Error ? error.message : String(error)}.`;
  }
}

function prepare(scenario: Scenario, text: string, translated: ShelvedScenario['translated']): ShelvedScenario {
  return {
    id: scenario.id,
    text,
    hash: contentHash(text),
    scenario,
    brief: briefOf(scenario),
    caseFiles: caseFilesOf(scenario),
    translated,
  };
}

function translate(scenario: Scenario, language: string): ShelvedScenario {
  const translated = inLanguage(scenario, language);
  return prepare(translated, JSON.stringify(translated), new Map());
}

/** A scenario in one of its languages, or as it is written; null if it does not come in that language. */
export function shelvedIn(shelved: ShelvedScenario, language: string | undefined): ShelvedScenario | null {
  return language === undefined || language === shelved.scenario.language ? shelved : (shelved.translated.get(language) ?? null);
}

/** The scenario of a shelf, in whatever language, whose text has this hash; null if there is none any more. */
export function shelvedByHash(shelf: Shelf, hash: string): ShelvedScenario | null {
  for (const shelved of shelf.scenarios.values())
    for (const one of [shelved, ...shelved.translated.values()]) if (one.hash === hash) return one;
  return null;
}
