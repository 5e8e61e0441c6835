import { expect, test } from 'vitest';
import { seatState } from '../../client/state/roster.ts';

const CHOICE = { kind: 'choice' } as const;
const READING = { kind: 'reveal' } as const;

test.each([
  ['person', false, 'playing', CHOICE, 'roster.thinking'],
  ['person', false, 'playing', READING, 'roster.reading'],
  ['person', true, 'playing', READING, 'roster.done'],
  ['person', false, 'waiting', null, 'host.not-ready'],
  ['person', true, 'finished', null, null],
  ['bot', false, 'playing', CHOICE, 'roster.thinking'],
  ['bot', false, 'playing', READING, null],
  ['bot', false, 'waiting', null, null],
  ['empty', false, 'playing', CHOICE, null],
] as const)('of a seat with a %s (done: %s) at a table that is %s, in %o, its host reads %s', (holder, done, status, phase, key) => {
  expect(seatState({ holder, done }, status, phase)).toBe(key);
});
