import { z } from 'zod';
import { CommandSchema } from '../../shared/match/commands.ts';
import type { MatchEvent } from '../../shared/match/events.ts';
import type { MatchRecord } from '../../shared/record/record.ts';
import { loadScenario } from '../../shared/scenario/load.ts';
import { problemLine } from '../../shared/scenario/problems.ts';
import { InputError } from './command.ts';

/** The largest record that is read, in bytes: a long match takes about a hundredth of it. */
export const LARGEST_RECORD = 100_000_000;

const RecordFile = z.strictObject({
  schemaVersion: z.int(),
  rulesVersion: z.int(),
  scenario: z.unknown(),
  seed: z.string().max(200),
  lines: z
    .array(
      z.strictObject({
        command: CommandSchema,
        // Only compared with what is played again, never interpreted.
        events: z.array(z.looseObject({ type: z.string(), id: z.int() })),
        hash: z.string().regex(/^[0-9a-f]{16}$/),
      }),
    )
    .max(100_000),
});

/** A stored match from its text. Throws an InputError that says what is wrong and where. */
export function parseRecord(text: string, file: string): MatchRecord {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    throw new InputError(`${file}: This is not valid JSON. A record is written by "npm run replay -- --table CODE --save FILE".`);
  }
  const parsed = RecordFile.safeParse(data);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const where = issue === undefined || issue.path.length === 0 ? '' : ` It is wrong at ${issue.path.join('.')}.`;
    throw new InputError(
      `${file}: This is not the record of a match.${where} A record is written by "npm run replay -- --table CODE --save FILE".`,
    );
  }
  const loaded = loadScenario(JSON.stringify(parsed.data.scenario) ?? '', file);
  if (!loaded.ok)
    throw new InputError(
      `${file}: The scenario in this record does not load.\n${loaded.problems.map((problem) => `  ${problemLine(problem)}`).join('\n')}`,
    );
  const lines = parsed.data.lines.map(({ command, events, hash }) => ({
    command,
    events: events as unknown as readonly MatchEvent[],
    hash,
  }));
  return { ...parsed.data, scenario: loaded.scenario, lines };
}

/** A record as the text of its file: a line for each command. */
export function recordText({ lines, ...rest }: MatchRecord): string {
  const head = JSON.stringify({ ...rest, lines: [] });
  return `${head.slice(0, -'[]}'.length)}[\n${lines.map((line) => JSON.stringify(line)).join(',\n')}\n]}\n`;
}
