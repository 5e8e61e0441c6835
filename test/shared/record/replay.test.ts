import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { setup } from '../../../shared/engine/setup.ts';
import type { Command } from '../../../shared/match/commands.ts';
import type { MatchState } from '../../../shared/match/state.ts';
import { hasherOf, hashOf, type RecordLine, replay } from '../../../shared/record/record.ts';
import type { Scenario } from '../../../shared/scenario/schema.ts';
import { playing } from '../../play.ts';
import { forSeeds } from '../../property.ts';
import { SCENARIOS } from '../../shipped.ts';

const recordOf = (scenario: Scenario, seed: string): readonly RecordLine[] =>
  [...playing(scenario, seed)].map(({ command, events, after }) => ({ command, events, hash: hashOf(after) }));

describe.each(SCENARIOS)('a record of $name', ({ open }) => {
  const scenario = open();
  const runs = scenario.id === 'tiny' ? 16 : 3;

  test('replays to the same states, hash by hash, and to the same events', () => {
    forSeeds(runs, (seed) => {
      const lines = recordOf(scenario, seed);
      const replayed = replay(scenario, seed, lines);
      expect(replayed.ok ? 'played' : replayed.message).toBe('played');
      if (replayed.ok)
        expect([hashOf(replayed.state), hashOf(replayed.events)]).toEqual([
          lines.at(-1)?.hash,
          hashOf(lines.flatMap(({ events }) => events)),
        ]);
    });
  });

  test('has the same hashes when only what changed is written again', () => {
    const hashOfNext = hasherOf((text) => createHash('sha256').update(text).digest('hex'));
    for (const { after } of playing(scenario, 'hashes')) expect(hashOfNext(after)).toBe(hashOf(after));
  });

  test('replays after it was stored as JSON', () => {
    const lines = JSON.parse(JSON.stringify(recordOf(scenario, 'stored'))) as readonly RecordLine[];
    expect(replay(scenario, 'stored', lines).ok).toBe(true);
  });
});

describe('a replay', () => {
  const scenario = SCENARIOS[0]?.open() as Scenario;
  const lines = recordOf(scenario, 'one');

  test('stops at the first command whose hash differs, and says which', () => {
    const changed = lines.map((line, index) => (index === 3 ? { ...line, hash: '0000000000000000' } : line));
    expect(replay(scenario, 'one', changed)).toEqual({
      ok: false,
      line: 3,
      message: `The state after command 4 (${lines[3]?.command.type}) differs from the record.`,
    });
  });

  test('stops at a command that the rules refuse', () => {
    const wrong: readonly { readonly command: Command }[] = [{ command: { type: 'start' } }, { command: { type: 'start' } }];
    expect(replay(scenario, 'one', wrong)).toEqual({
      ok: false,
      line: 1,
      message: 'Command 2 (start) was refused: This match has already started.',
    });
  });

  test('with another seed differs from the record', () => {
    expect(replay(scenario, 'two', lines).ok).toBe(false);
  });

  test('of nothing is the match before its start', () => {
    expect(replay(scenario, 'one', [])).toEqual({ ok: true, state: setup(scenario, { seed: 'one' }), events: [] });
  });
});

describe('a hash', () => {
  test('is the same for equal states, whatever the order of their keys', () => {
    const state = setup(SCENARIOS[0]?.open() as Scenario, { seed: 'one' });
    const turned = Object.fromEntries(Object.entries(state).reverse()) as unknown as MatchState;
    expect(hashOf(turned)).toBe(hashOf(state));
    expect(hashOf(state)).toMatch(/^[0-9a-f]{16}$/);
  });

  test.each([
    [{ a: 1 }, { a: 2 }],
    [{ a: 1 }, { b: 1 }],
    [
      [1, 2],
      [2, 1],
    ],
    [null, 0],
    ['1', 1],
  ])('tells %j from %j', (one, other) => {
    expect(hashOf(one)).not.toBe(hashOf(other));
  });
});
