import { readdirSync } from 'node:fs';
import path from 'node:path';
import { InputError } from './command.ts';
import { readText } from './files.ts';

/** Scenario files that have one id: the server offers only the first of them. */
export class SameIds {
  readonly #given: ReadonlySet<string>;
  /** Ids of the scenario files of each folder that was looked at, by file. */
  readonly #folders = new Map<string, ReadonlyMap<string, string>>();
  readonly #ids: ReadonlyMap<string, string>;

  /** `files` are those that are checked together. */
  constructor(files: readonly string[]) {
    const whole = files.map((file) => path.resolve(file));
    this.#given = new Set(whole);
    this.#ids = new Map(whole.flatMap((file) => [...this.#beside(file)].filter(([other]) => this.#given.has(other))));
  }

  /** A sentence about the first other file, checked too or beside it, that has the id of this one; null if there is none. */
  complaint(file: string, id: string): string | null {
    const whole = path.resolve(file);
    const other = [...this.#ids, ...this.#beside(whole)].find(([name, itsId]) => name !== whole && itsId === id)?.[0];
    if (other === undefined) return null;
    const name = path.dirname(other) === path.dirname(whole) ? path.basename(other) : path.relative(process.cwd(), other);
    return `${name} has the id "${id}" too. Give ${this.#given.has(other) ? 'one of them' : 'this one'} another, or keep a copy in another folder.`;
  }

  #beside(file: string): ReadonlyMap<string, string> {
    const folder = path.dirname(file);
    const known = this.#folders.get(folder);
    if (known !== undefined) return known;
    const found = idsIn(folder);
    this.#folders.set(folder, found);
    return found;
  }
}

function idsIn(folder: string): ReadonlyMap<string, string> {
  const ids = new Map<string, string>();
  for (const name of scenarioFiles(folder)) {
    const file = path.join(folder, name);
    const id = idOf(file);
    if (id !== null) ids.set(file, id);
  }
  return ids;
}

function scenarioFiles(folder: string): readonly string[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name.endsWith('.json') && entry.name !== 'schema.json')
      .map(({ name }) => name)
      .sort();
  } catch {
    return [];
  }
}

/** The id of a scenario file; null if it can't be read, or is none. */
function idOf(file: string): string | null {
  try {
    const data: unknown = JSON.parse(readText(file).replace(/^\ufeff/, ''));
    if (data === null || typeof data !== 'object' || !('schemaVersion' in data) || !('id' in data)) return null;
    return typeof data.id === 'string' ? data.id : null;
  } catch (error) {
    if (error instanceof InputError || error instanceof SyntaxError) return null;
    throw error;
  }
}
