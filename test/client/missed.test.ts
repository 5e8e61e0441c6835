import { beforeEach, describe, expect, test } from 'vitest';
import { missed, noteEnd, noteSent } from '../../client/state/missed.ts';

describe('a phase that ends before a choice was locked', () => {
  beforeEach(() => {
    missed.value = false;
  });

  test.each([
    { when: 'picks were made and not sent', picks: 2, sealed: false, told: true },
    { when: 'nothing was picked', picks: 0, sealed: false, told: false },
    { when: 'the choice was sealed', picks: 2, sealed: true, told: false },
  ])('is told when $when: $told', ({ picks, sealed, told }) => {
    noteEnd(1, 'agenda', picks, sealed);
    expect(missed.value).toBe(told);
  });

  test('is not told to whoever locked last, though the seal was never seen', () => {
    noteSent(1, 'answer');
    noteEnd(1, 'answer', 2, false);
    expect(missed.value).toBe(false);
  });

  test('is told again in a later phase', () => {
    noteSent(1, 'answer');
    noteEnd(2, 'answer', 1, false);
    expect(missed.value).toBe(true);
  });
});
