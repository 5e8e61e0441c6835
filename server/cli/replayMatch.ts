import type { MatchRecord } from '../../shared/record/record.ts';
import { hashOf, RULES_VERSION, replay } from '../../shared/record/record.ts';
import { type CliCommand, InputError, UsageError } from './command.ts';
import { readText, writeText } from './files.ts';
import { matchLog } from './matchLog.ts';
import { LARGEST_RECORD, parseRecord, recordText } from './recordFile.ts';
import { takeWords } from './run.ts';
import { storedRecord } from './storedRecord.ts';
import type { Terminal } from './terminal.ts';

/** The first command whose events are not those of the record; null if all are. */
function otherEvents({ scenario, seed, lines }: MatchRecord): string | null {
  const again = replay(scenario, seed, lines);
  if (!again.ok) return again.message;
  let at = 0;
  for (const [index, { command, events }] of lines.entries()) {
    if (hashOf(again.events.slice(at, at + events.length)) !== hashOf(events))
      return `The events of command ${index + 1} (${command.type}) differ from the record.`;
    at += events.length;
  }
  return at === again.events.length ? null : 'More happens now than is in the record. Was it cut short?';
}

/** Plays a record again, prints its log and says whether it came out alike. */
function replayRecord(record: MatchRecord, name: string, quiet: boolean, terminal: Terminal): 0 | 1 {
  const { scenario, seed, lines } = record;
  if (record.rulesVersion !== RULES_VERSION)
    terminal.error(`This match was played by rules ${record.rulesVersion}; these are rules ${RULES_VERSION}. It may come out differently.`);
  const played = replay(scenario, seed, lines);
  const difference = played.ok ? otherEvents(record) : played.message;
  // Up to the command where it parts from the record, the log is still worth reading.
  const known = played.ok ? played : replay(scenario, seed, lines.slice(0, played.line));
  if (!quiet && known.ok) for (const line of matchLog(scenario, known.state, known.events)) terminal.line(line);
  if (difference !== null) {
    terminal.error(`${name}: ${difference}`);
    return 1;
  }
  const state = known.ok ? known.state : null;
  const end = state?.status === 'finished' ? 'to the end' : `up to round ${state?.round ?? 0}`;
  terminal.line(
    terminal.paint('green', `${quiet ? '' : '\n'}${name}: “${scenario.title}”, ${lines.length} commands ${end}. Every hash agrees.`),
  );
  return 0;
}

export const replayMatch: CliCommand = {
  usage: 'RECORD | --table CODE [--save FILE] [--quiet]',
  summary: 'Plays a stored match again, checks each hash, and prints its log.',
  options: [
    'RECORD        the file of a record',
    '--table CODE  a match out of the server’s database (DATA_DIR or DATABASE_URL)',
    '--save FILE   writes its record to a file',
    '--quiet       prints no log',
    'Exit code 1 at the first difference, naming the command.',
  ],
  async run(words, terminal) {
    const { values, positionals } = takeWords(words, { table: { type: 'string' }, save: { type: 'string' }, quiet: { type: 'boolean' } });
    const [file] = positionals;
    if (positionals.length + (values.table === undefined ? 0 : 1) !== 1)
      throw new UsageError('Name one record, or one table with --table.');
    const keep = { dataDir: process.env.DATA_DIR || 'data', databaseUrl: process.env.DATABASE_URL || null };
    const name = values.table ?? file ?? '';
    const record = values.table === undefined ? parseRecord(readText(name, LARGEST_RECORD), name) : await storedRecord(values.table, keep);
    if (record.lines.length === 0) throw new InputError(`${name}: No command is stored yet: the match has not started.`);
    if (values.save !== undefined) writeText(values.save, recordText(record));
    return replayRecord(record, name, values.quiet ?? false, terminal);
  },
};
