import { beforeEach, describe, expect, test } from 'vitest';
import { fateOfUnlocked, noteEnd, noteRefused, noteSent, unlocked } from '../../client/state/missed.ts';
import type { MatchEvent } from '../../shared/match/events.ts';

const frame = (id: number, round: number, step: string) => ({ id, round, step, rule: 'engine', because: [] });
const starts = (id: number, round: number, phase: string): MatchEvent => ({ ...frame(id, round, phase), type: 'phaseStarted', phase });
const seals = (id: number, seat: string): MatchEvent => ({ ...frame(id, 1, 'agenda'), type: 'sealed', seat });

describe('a phase that ends before a choice was locked', () => {
  beforeEach(() => {
    unlocked.value = null;
  });

  test.each([
    { when: 'picks were made and not sent', picks: 2, sealed: false, told: true },
    { when: 'nothing was picked', picks: 0, sealed: false, told: false },
    { when: 'the choice was sealed', picks: 2, sealed: true, told: false },
  ])('is noted when $when: $told', ({ picks, sealed, told }) => {
    noteEnd(1, 'agenda', picks, sealed);
    expect(unlocked.value).toEqual(told ? { round: 1, phase: 'agenda' } : null);
  });

  test('is not noted for whoever locked last, though the seal was never seen', () => {
    noteSent(1, 'answer');
    noteEnd(1, 'answer', 2, false);
    expect(unlocked.value).toBe(null);
  });

  test('is noted where what was sent while the device was offline came too late', () => {
    noteSent(1, 'answer');
    noteEnd(1, 'answer', 2, false);
    noteRefused(1, 'answer');
    expect(unlocked.value).toEqual({ round: 1, phase: 'answer' });
  });

  test('is noted where what was sent was refused before it ended', () => {
    noteSent(1, 'answer');
    noteRefused(1, 'answer');
    noteEnd(1, 'answer', 2, false);
    expect(unlocked.value).toEqual({ round: 1, phase: 'answer' });
  });

  test('is noted again in a later phase', () => {
    noteSent(1, 'answer');
    noteEnd(2, 'answer', 1, false);
    expect(unlocked.value).toEqual({ round: 2, phase: 'answer' });
  });

  test.each([
    { when: 'the log does not know of its end yet', log: [starts(1, 1, 'agenda')], told: null },
    { when: 'nobody locked for the seat', log: [starts(1, 1, 'agenda'), seals(2, 'beta'), starts(3, 1, 'answer')], told: 'lost' },
    {
      when: 'the host stopped waiting or the time was over, so that the plan counted',
      log: [starts(1, 1, 'agenda'), seals(2, 'alpha'), starts(3, 1, 'answer')],
      told: 'count',
    },
  ])('is told when $when: $told', ({ log, told }) => {
    noteEnd(1, 'agenda', 2, false);
    expect(fateOfUnlocked(log, 'alpha', { round: 1, status: 'playing' })).toBe(told);
  });

  test.each([
    { when: 'in the same round', round: 1, status: 'playing', told: 'lost' },
    { when: 'in the round after it', round: 2, status: 'playing', told: null },
    { when: 'in the debrief', round: 1, status: 'finished', told: null },
  ] as const)('is told $when: $told', ({ round, status, told }) => {
    noteEnd(1, 'agenda', 2, false);
    const log = [starts(1, 1, 'agenda'), seals(2, 'beta'), starts(3, 1, 'answer')];
    expect(fateOfUnlocked(log, 'alpha', { round, status })).toBe(told);
  });
});
