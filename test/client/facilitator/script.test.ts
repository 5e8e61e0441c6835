import { describe, expect, test } from 'vitest';
import { placeInScript } from '../../../client/facilitator/console/script.ts';
import { shippedText } from '../../shipped.ts';

const lines = (...moments: readonly string[]) => moments.map((when) => ({ when, say: when }));
const script = lines(
  'Before play (5 min)',
  'Roles',
  'Rounds 1 and 2',
  'Round 4',
  'After a block',
  'Round 6',
  'After play (3 min)',
  'Debrief',
);
const at = (status: 'lobby' | 'seated' | 'playing' | 'finished', round = 0, rounds = 6) => ({ status, round, rounds });

describe('where a class is in the script', () => {
  test.each([
    ['in the lobby: all before the first round', at('lobby'), [0, 1], 2],
    ['while they read their cards: the same', at('seated'), [0, 1], 2],
    ['in the first of two rounds that one line is for', at('playing', 1), [2], 3],
    ['in the second of them', at('playing', 2), [2], 3],
    ['in a round without a line: the latest', at('playing', 3), [2], 3],
    ['with the moments that may come after it', at('playing', 4), [3, 4], 5],
    ['in the last round', at('playing', 6), [5], 6],
    ['at the end', at('finished', 6), [6, 7], null],
  ] as const)('%s', (_, moment, now, next) => {
    expect(placeInScript(script, moment)).toEqual({ now, next });
  });

  test('minutes in brackets are no rounds', () => {
    expect(placeInScript(lines('Before play (5 min)', 'Round 2'), at('playing', 5, 9)).now).toEqual([1]);
  });

  test('a last round that is not numbered stands between the last number and the debrief', () => {
    const words = lines('Vor dem Spiel', 'Runde 1', 'Runde 3', 'Nach einer Sperre', 'Letzte Runde', 'Nachbesprechung');
    expect(placeInScript(words, at('playing', 4, 7)).now).toEqual([2]);
    expect(placeInScript(words, at('playing', 7, 7)).now).toEqual([3, 4]);
    expect(placeInScript(words, at('finished', 7, 7))).toEqual({ now: [5], next: null });
  });

  test('a script without numbers has only a next line, and an empty one nothing', () => {
    expect(placeInScript(lines('Welcome', 'Bye'), at('playing', 1))).toEqual({ now: [], next: 0 });
    expect(placeInScript([], at('lobby'))).toEqual({ now: [], next: null });
  });

  test.each(['bandwidth', 'due-process', 'first-lesson', 'harm', 'officers', 'standoff', 'voting-guide'])(
    'the script of %s has something to say in the lobby, in every round and at the end',
    (name) => {
      const scenario = JSON.parse(shippedText(`${name}.json`)) as {
        rounds: readonly unknown[] | number;
        script: { when: string; say: string }[];
      };
      const rounds = typeof scenario.rounds === 'number' ? scenario.rounds : scenario.rounds.length;
      const moments = [at('lobby', 0, rounds), at('finished', rounds, rounds)];
      for (let round = 1; round <= rounds; round += 1) moments.push(at('playing', round, rounds));
      for (const moment of moments) expect(placeInScript(scenario.script, moment).now.length, JSON.stringify(moment)).toBeGreaterThan(0);
    },
  );
});
