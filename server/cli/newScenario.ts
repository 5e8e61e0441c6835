import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type CliCommand, UsageError } from './command.ts';
import { effectsTable } from './effectsTable.ts';
import { SCENARIOS, shortName, writeText } from './files.ts';
import { takeWords } from './run.ts';

const part = (name: string): string => readFileSync(new URL(`./template/${name}`, import.meta.url), 'utf8');

/** "first-vote" → "First vote". */
const titleOf = (name: string): string => `${name.charAt(0).toUpperCase()}${name.slice(1).replaceAll('-', ' ')}`;

/** The files of a new scenario: its data, and a guide that explains each part. `folder` is where they will lie. */
export function templateFor(name: string, folder: string): { readonly json: string; readonly guide: string } {
  const schema = path.relative(folder, path.join(SCENARIOS, 'schema.json')).split(path.sep).join('/');
  const fill = (text: string): string =>
    text
      .replaceAll('SCENARIO-FILE', shortName(path.join(folder, `${name}.json`)))
      .replaceAll('SCENARIO-ID', name)
      .replaceAll('SCENARIO-TITLE', titleOf(name))
      .replaceAll('SCENARIO-SCHEMA', schema.startsWith('.') ? schema : `./${schema}`);
  return { json: fill(part('scenario.json')), guide: fill(part('guide.md')).replace('SCENARIO-EFFECTS', effectsTable) };
}

export const newScenario: CliCommand = {
  usage: 'NAME [--dir DIR]',
  summary: 'Writes a small scenario to start from, and a guide to its parts.',
  options: ['NAME       its id: lower-case letters, digits and dashes', '--dir DIR  where to (default assets/scenarios)'],
  async run(words, terminal) {
    const { values, positionals } = takeWords(words, { dir: { type: 'string' } });
    const [name] = positionals;
    if (name === undefined || positionals.length > 1) throw new UsageError('Name the new scenario with one word.');
    if (!/^[a-z][a-z0-9-]{0,39}$/.test(name) || name === 'schema' || name === 'constructor')
      throw new UsageError(`"${name}" can’t be its name. Use lower-case letters, digits and dashes, at most 40, beginning with a letter.`);
    const folder = path.resolve(values.dir ?? SCENARIOS);
    const { json, guide } = templateFor(name, folder);
    const files = { [`${name}.json`]: json, [`${name}.md`]: guide };
    for (const [file, text] of Object.entries(files)) writeText(path.join(folder, file), text, { keep: true });
    const shown = Object.keys(files).map((file) => shortName(path.join(folder, file)));
    terminal.line(`Wrote ${shown.join(' and ')}.\nNext: change it, then run  npm run scenario -- check ${shown[0]}`);
    return 0;
  },
};
