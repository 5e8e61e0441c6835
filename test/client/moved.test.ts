import { afterEach, describe, expect, test } from 'vitest';
import { moved, moveOf, noteMoment, noteMove } from '../../client/state/moved.ts';

const at = (table: number, seat: string, round: number, over = false, phase = 0, injected: readonly string[] = []) => ({
  code: `T${table}R${round}P${phase}`,
  table,
  seat,
  round,
  phase,
  over,
  injected,
});
afterEach(() => {
  moved.value = null;
});

describe('somebody who was led to another place', () => {
  test.each([
    ['has another seat', at(1, 'alpha', 2), at(1, 'beta', 2), 'seat'],
    ['has another table', at(1, 'alpha', 2), at(2, 'alpha', 3), 'seat'],
    ['is in an earlier round of the same match', at(1, 'alpha', 4), at(1, 'alpha', 2), 'back'],
    ['plays the same round again', at(1, 'alpha', 2), at(1, 'alpha', 2), 'back'],
    ['plays on after it was over', at(1, 'alpha', 2, true), at(1, 'alpha', 2), 'on'],
    ['is back in an earlier round after it was over', at(1, 'alpha', 4, true), at(1, 'alpha', 2), 'back'],
    ['is at the start of the round once more', at(1, 'alpha', 2, false, 3), at(1, 'alpha', 2), 'back'],
    [
      'goes on without what the host let happen',
      at(1, 'alpha', 2, false, 1, ['Leak', 'Storm']),
      at(1, 'alpha', 2, false, 1, ['Leak']),
      'undone',
    ],
    ['is back before what the host let happen', at(1, 'alpha', 2, false, 3, ['Storm']), at(1, 'alpha', 2), 'back'],
    ['is in the later phase again', at(1, 'alpha', 2), at(1, 'alpha', 2, false, 3), 'again'],
    ['is in the later round again', at(1, 'alpha', 2), at(1, 'alpha', 4), 'again'],
  ] as const)('%s', (_name, from, to, what) => {
    expect(moveOf(from, to)).toBe(what);
  });

  test('is told that the way back was undone, where both tables stand at the same moment', () => {
    const [original, fork] = [
      { ...at(3, 'alpha', 2), code: 'FIRST' },
      { ...at(3, 'alpha', 2), code: 'FORK' },
    ];
    noteMove(original);
    expect(moveOf(original, fork)).toBe('back');
    noteMove(fork);
    expect(moveOf(fork, original)).toBe('again');
  });

  test('is told so in the phase in which they come, not in the next', () => {
    noteMove(at(1, 'alpha', 4));
    noteMoment('playing 2 briefing');
    noteMoment('playing 2 briefing');
    expect(moved.value?.from).toEqual(at(1, 'alpha', 4));
    noteMoment('playing 2 agenda');
    expect(moved.value).toBeNull();
  });
});
