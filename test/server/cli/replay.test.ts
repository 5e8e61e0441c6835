import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { recordText } from '../../../server/cli/recordFile.ts';
import { StoredMatch } from '../../../server/rooms/match.ts';
import { contentHash } from '../../../server/secrets.ts';
import { openStore } from '../../../server/store/store.ts';
import { setup } from '../../../shared/engine/setup.ts';
import { step } from '../../../shared/engine/step.ts';
import { hashOf, type MatchRecord, type RecordLine, RULES_VERSION } from '../../../shared/record/record.ts';
import { tiny, tinyData } from '../../fixtures/tiny.ts';
import { playedMatch } from '../../play.ts';
import { aFolder, typed } from './typed.ts';

const folder = aFolder();
const scenario = tiny();
const { commands } = playedMatch(scenario, 'cli');

/** The record of a match that was played at random. */
function aRecord(): MatchRecord {
  let state = setup(scenario, { seed: 'cli' });
  const lines = commands.map((command): RecordLine => {
    const result = step(scenario, state, command);
    if (!result.ok) throw new Error(result.rejection.message);
    state = result.state;
    return { command, events: result.events, hash: hashOf(state) };
  });
  return { schemaVersion: scenario.schemaVersion, rulesVersion: RULES_VERSION, scenario, seed: 'cli', lines };
}

type Changeable = {
  lines: { command: Record<string, unknown>; events: Record<string, unknown>[]; hash: string }[];
  rulesVersion: number;
  scenario: { rounds: unknown };
};

/** Writes a record, with something changed, and answers the name of its file. */
function file(name: string, change: (record: Changeable) => void = () => {}): string {
  const record = JSON.parse(recordText(aRecord())) as Changeable;
  change(record);
  const where = path.join(folder, name);
  writeFileSync(where, JSON.stringify(record));
  return where;
}

describe('replay', () => {
  test('plays a record again, checks every hash and tells the match', async () => {
    const name = file('good.json');
    const { code, out, error } = await typed('replay', [name]);
    expect({ code, error }).toEqual({ code: 0, error: '' });
    expect(out).toContain('Round 1: 8 weeks.\n');
    expect(out).toContain('Round 4: The vote.\n');
    expect(out).toMatch(/ {2}Answers\n {4}\w+/);
    expect(out).toContain('The match is over.');
    expect(out).toContain(`${name}: “Tiny”, ${commands.length} commands to the end. Every hash agrees.`);
    expect(out).not.toContain('undefined');
  });

  test('with --quiet it prints one line', async () =>
    expect((await typed('replay', [file('good.json'), '--quiet'])).out.trim().split('\n')).toHaveLength(1));

  const middle = Math.floor(commands.length / 2);
  const closing = commands.findIndex(({ type }) => type === 'advance');
  test.each([
    {
      what: 'a state that differs',
      change: (record: Changeable) => {
        const line = record.lines[middle];
        if (line) line.hash = '0'.repeat(16);
      },
      says: `The state after command ${middle + 1} (${commands[middle]?.type}) differs from the record.`,
    },
    {
      what: 'an event that differs',
      change: (record: Changeable) => {
        const event = record.lines[closing]?.events[0];
        if (event) event.step = 'elsewhere';
      },
      says: `The events of command ${closing + 1} (advance) differ from the record.`,
    },
    {
      what: 'a command that is refused',
      change: (record: Changeable) => {
        const line = record.lines[0];
        if (line) record.lines.splice(1, 0, line);
      },
      says: 'Command 2 (start) was refused: ',
    },
  ])('$what: it stops, and names the command', async ({ change, says }) => {
    const { code, error } = await typed('replay', [file('changed.json', change)]);
    expect(code).toBe(1);
    expect(error).toContain(says);
  });

  test('a record of other rules is played with a word of warning', async () => {
    const { code, error } = await typed('replay', [
      file('old.json', (record) => {
        record.rulesVersion = 0;
      }),
      '--quiet',
    ]);
    expect(code).toBe(0);
    expect(error).toContain('played by rules 0');
  });

  const text = (name: string, content: string): string => {
    writeFileSync(path.join(folder, name), content);
    return path.join(folder, name);
  };
  test.each([
    { what: 'nothing', words: () => [], code: 2, says: 'Name one record' },
    { what: 'two records', words: () => ['a', 'b'], code: 2, says: 'Name one record' },
    { what: 'a missing file', words: () => ['nowhere.json'], code: 1, says: 'nowhere.json: There is no such file.' },
    { what: 'no JSON', words: () => [text('no.json', '{')], code: 1, says: 'This is not valid JSON' },
    { what: 'something else', words: () => [text('else.json', '{"seed":1}')], code: 1, says: 'not the record of a match' },
    {
      what: 'a broken scenario in it',
      words: () => [
        file('scenario.json', (record) => {
          record.scenario.rounds = 'many';
        }),
      ],
      code: 1,
      says: 'The scenario in this record does not load',
    },
    {
      what: 'a match that did not start',
      words: () => [
        file('empty.json', (record) => {
          record.lines = [];
        }),
      ],
      code: 1,
      says: 'has not started',
    },
    { what: 'a table where nothing is stored', words: () => ['--table', 'ABCDE'], code: 1, says: 'There are no stored matches' },
  ])('$what → $code', async ({ words, code, says }) => {
    const result = await typed('replay', words(), { DATA_DIR: path.join(folder, 'nothing'), DATABASE_URL: '' });
    expect(result.error).toContain(says);
    expect(result.code).toBe(code);
    expect(result.error).not.toMatch(/ {4}at /);
  });
});

describe('a table out of the server’s database', () => {
  const dataDir = path.join(folder, 'data');
  const where = { DATA_DIR: dataDir, DATABASE_URL: '' };

  test('is saved as a record that replays', async () => {
    const store = await openStore({ dataDir, databaseUrl: null });
    const scenarioText = JSON.stringify(tinyData());
    const table = {
      id: 't1',
      code: 'ABCDE',
      scenario: 'tiny',
      scenarioText,
      scenarioHash: contentHash(scenarioText),
      seed: 'cli',
      schemaVersion: 1,
      rulesVersion: RULES_VERSION,
      hostHash: '',
      bots: null,
      paused: false,
      timer: false,
      created: '2026-01-01T00:00:00Z',
      workshopId: null,
      number: 0,
      forkOf: null,
      forkRound: 0,
      archived: false,
      deleteAfter: null,
    };
    await store.createTable(table, []);
    const match = new StoredMatch(scenario, 'cli', store, 't1');
    for (const command of commands) expect(await match.apply(command, null)).toBe(null);
    await store.close();

    const saved = path.join(folder, 'saved.json');
    const first = await typed('replay', ['--table', 'abcde', '--save', saved, '--quiet'], where);
    expect(first).toMatchObject({ code: 0, error: '' });
    expect(JSON.parse(readFileSync(saved, 'utf8'))).toEqual(JSON.parse(recordText(aRecord())));
    expect((await typed('replay', [saved, '--quiet'])).code).toBe(0);
  });

  test('that does not exist is told in a sentence', async () => {
    const { code, error } = await typed('replay', ['--table', 'ZZZZZ'], where);
    expect(code).toBe(1);
    expect(error).toContain('There is no table "ZZZZZ".');
  });
});
