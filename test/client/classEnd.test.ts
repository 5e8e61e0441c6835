import { expect, test } from 'vitest';
import { classEnd } from '../../client/screens/projector/classEnd.ts';

test.each([
  ['all tables that played to the end', [10, 10, 10], 'The vote is over'],
  ['all tables stopped in one round', [2, 2], 'We stop here, in round 2 of 10'],
  ['tables stopped in different rounds', [1, 2, 2], 'All tables have stopped'],
  ['some that played to the end, and one that was stopped', [10, 4], 'All tables have stopped'],
])('above %s', (_, rounds, words) => {
  expect(
    classEnd(
      { rounds: 10 },
      rounds.map((round) => ({ round })),
    ),
  ).toBe(words);
});
