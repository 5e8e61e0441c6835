import path from 'node:path';
import { type CliCommand, UsageError } from './command.ts';
import { SCENARIOS, shortName, writeText } from './files.ts';
import { schemaText } from './jsonSchema.ts';
import { takeWords } from './run.ts';

export const schema: CliCommand = {
  usage: '[--out FILE]',
  summary: 'Writes the JSON Schema that editors complete and explain scenarios with.',
  options: ['--out FILE  where to (default assets/scenarios/schema.json)'],
  async run(words, terminal) {
    const { values, positionals } = takeWords(words, { out: { type: 'string' } });
    if (positionals.length > 0) throw new UsageError(`This command takes no "${positionals[0]}". Use --out to name a file.`);
    const file = values.out ?? path.join(SCENARIOS, 'schema.json');
    writeText(file, schemaText());
    terminal.line(`Wrote ${shortName(file)}.`);
    return 0;
  },
};
