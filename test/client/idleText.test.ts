import { expect, test } from 'vitest';
import { idleText } from '../../client/screens/projector/idleText.ts';

test.each([
  ['waits for its start', { status: 'waiting', round: 0 }, 'Reading their cards.'],
  ['was stopped early, and has no ending', { status: 'finished', round: 5 }, 'Stopped in round 5 of 10.'],
  ['was played to its last round', { status: 'finished', round: 10 }, 'The game is over.'],
] as const)('the room reads of a table that %s', (_table, table, text) => {
  expect(idleText(table, { rounds: 10 })).toBe(text);
});
