import { expect, test } from 'vitest';
import { choicesByRound, differences, partingOf } from '../../../client/facilitator/end/parting.ts';
import type { MatchEvent } from '../../../shared/match/events.ts';

let id = 0;
const acted = (round: number, seat: string, action: string, on: string | null = null): MatchEvent => {
  id += 1;
  const frame = { id, round, step: 'acts', rule: `action:${action}`, because: [] };
  return { ...frame, type: 'acted', seat, action, on, target: null, demand: null, defaulted: false, to: 'everyone' };
};

const table = (...events: readonly MatchEvent[]) => choicesByRound(events, ({ action }) => `“${action}”`);

test.each([
  [
    'the first round in which one seat of one table chose something else',
    [table(acted(1, 'app', 'comply'), acted(2, 'app', 'refuse')), table(acted(1, 'app', 'comply'), acted(2, 'app', 'comply'))],
    2,
  ],
  [
    'the same action on something else is another choice',
    [table(acted(1, 'state', 'order', 'a')), table(acted(1, 'state', 'order', 'b'))],
    1,
  ],
  [
    'who did nothing chose differently from who did something',
    [table(acted(1, 'app', 'comply')), table(acted(1, 'app', 'comply'), acted(3, 'app', 'sue'))],
    3,
  ],
  [
    'the order in which choices were opened does not matter',
    [table(acted(1, 'app', 'a'), acted(1, 'state', 'b')), table(acted(1, 'state', 'b'), acted(1, 'app', 'a'))],
    null,
  ],
  ['one table parts from nobody', [table(acted(1, 'app', 'a'))], null],
])('%s', (_, tables, round) => {
  expect(partingOf(tables)?.round ?? null).toBe(round);
});

test('who chose differently in that round, and what each table chose beside what all chose', () => {
  const tables = [
    table(acted(1, 'state', 'order'), acted(1, 'app', 'plan'), acted(1, 'app', 'comply'), acted(1, 'app', 'publish')),
    table(acted(1, 'state', 'order'), acted(1, 'app', 'plan'), acted(1, 'app', 'refuse')),
    table(acted(1, 'state', 'order'), acted(1, 'app', 'plan')),
  ];
  expect(partingOf(tables)).toEqual({ round: 1, seats: ['app'] });
  expect(differences(tables, 1, 'app').map((chosen) => chosen.map(({ said }) => said))).toEqual([
    ['“comply”', '“publish”'],
    ['“refuse”'],
    [],
  ]);
});
