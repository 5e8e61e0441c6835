import { inLanguage, languagesOf } from '../../shared/scenario/translations.ts';
import { type CliCommand, UsageError } from './command.ts';
import { readScenario, shortName, writeText } from './files.ts';
import { handout } from './print/handout.ts';
import { takeWords } from './run.ts';

export const print: CliCommand = {
  usage: 'FILE [--out FILE.html] [--language L]',
  summary: 'Writes the briefing and the role cards as a page to print.',
  options: [
    '--out FILE.html  where to (default: in this folder, named like the scenario)',
    '--language L     one of its languages (default: the one it is written in)',
  ],
  async run(words, terminal) {
    const { values, positionals } = takeWords(words, { out: { type: 'string' }, language: { type: 'string' } });
    const [file] = positionals;
    if (file === undefined || positionals.length > 1) throw new UsageError('Name one scenario file.');
    const written = readScenario(file);
    const scenario = inLanguage(written, values.language ?? written.language);
    if (values.language !== undefined && scenario.language !== values.language)
      throw new UsageError(`This scenario comes in ${languagesOf(written).join(', ')}, not in "${values.language}".`);
    const out = values.out ?? `${scenario.id}.html`;
    writeText(out, handout(scenario));
    terminal.line(`Wrote ${shortName(out)}. Open it in a browser and print it on A4.`);
    return 0;
  },
};
