import { type CliCommand, UsageError } from './command.ts';
import { readScenario, shortName, writeText } from './files.ts';
import { handout } from './print/handout.ts';
import { takeWords } from './run.ts';

export const print: CliCommand = {
  usage: 'FILE [--out FILE.html]',
  summary: 'Writes the briefing and the role cards as a page to print.',
  options: ['--out FILE.html  where to (default: in this folder, named like the scenario)'],
  async run(words, terminal) {
    const { values, positionals } = takeWords(words, { out: { type: 'string' } });
    const [file] = positionals;
    if (file === undefined || positionals.length > 1) throw new UsageError('Name one scenario file.');
    const scenario = readScenario(file);
    const out = values.out ?? `${scenario.id}.html`;
    writeText(out, handout(scenario));
    terminal.line(`Wrote ${shortName(out)}. Open it in a browser and print it on A4.`);
    return 0;
  },
};
