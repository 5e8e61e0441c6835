import path from 'node:path';
import { inLanguage, languagesOf } from '../../shared/scenario/translations.ts';
import { type CliCommand, UsageError } from './command.ts';
import { readScenario, shortName, writeText } from './files.ts';
import { handout } from './print/handout.ts';
import { hostPages } from './print/hostPages.ts';
import { takeWords } from './run.ts';

/** A folder of its own, that no version keeps: what is printed can be made again. */
const HANDOUTS = 'handouts';

export const print: CliCommand = {
  usage: 'FILE [--out FILE.html] [--language L] [--host]',
  summary: 'Writes the briefing, laws, promises, role cards and what each seat can do as a page to print.',
  options: [
    '--out FILE.html  where to (default: handouts/ID.html, or handouts/ID.LANGUAGE.html for another language)',
    '--host           also writes what only the host may see: demand papers, news, secrets, true values, a sheet for the numbers',
    '--language L     one of its languages (default: the one it is written in)',
  ],
  async run(words, terminal) {
    const { values, positionals } = takeWords(words, {
      out: { type: 'string' },
      language: { type: 'string' },
      host: { type: 'boolean' },
    });
    const [file] = positionals;
    if (file === undefined || positionals.length > 1) throw new UsageError('Name one scenario file.');
    const written = readScenario(file);
    const scenario = inLanguage(written, values.language ?? written.language);
    if (values.language !== undefined && scenario.language !== values.language)
      throw new UsageError(`This scenario comes in ${languagesOf(written).join(', ')}, not in "${values.language}".`);
    const name = scenario.language === written.language ? scenario.id : `${scenario.id}.${scenario.language}`;
    const out = values.out ?? path.join(HANDOUTS, `${name}.html`);
    writeText(out, handout(scenario));
    terminal.line(`Wrote ${shortName(out)}. Open it in a browser and print it on A4.`);
    if (values.host === true) {
      const forHost = `${out.replace(/\.html$/, '')}.host.html`;
      writeText(forHost, hostPages(scenario));
      terminal.line(`Wrote ${shortName(forHost)}, for the host alone.`);
    }
    return 0;
  },
};
