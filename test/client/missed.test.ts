import { beforeEach, describe, expect, test } from 'vitest';
import { type Ended, fateOfUnlocked, noteEnd, noteRefused, noteSent, unlocked } from '../../client/state/missed.ts';
import type { MatchEvent } from '../../shared/match/events.ts';
import { acted } from './deeds.ts';

const frame = (id: number, round: number, step: string) => ({ id, round, step, rule: 'engine', because: [] });
const starts = (id: number, round: number, phase: string): MatchEvent => ({ ...frame(id, round, phase), type: 'phaseStarted', phase });
const seals = (id: number, seat: string): MatchEvent => ({ ...frame(id, 1, 'agenda'), type: 'sealed', seat });

describe('a phase that ends before a choice was locked', () => {
  beforeEach(() => {
    unlocked.value = null;
  });

  const ends = (phase: Partial<Ended> = {}, sealed = false): void =>
    noteEnd({ round: 1, phase: 'agenda', picks: 2, timeUp: false, ...phase }, sealed);

  test.each([
    { when: 'the choice was not seen sealed', sealed: false, told: true },
    { when: 'the choice was sealed', sealed: true, told: false },
  ])('is noted when $when: $told', ({ sealed, told }) => {
    ends({}, sealed);
    expect(unlocked.value?.phase ?? null).toEqual(told ? 'agenda' : null);
  });

  test('is not noted for whoever locked last, though the seal was never seen', () => {
    noteSent(1, 'answer');
    ends({ phase: 'answer' });
    expect(unlocked.value).toBe(null);
  });

  test('is noted where what was sent while the device was offline came too late', () => {
    noteSent(1, 'answer');
    ends({ phase: 'answer' });
    noteRefused(1, 'answer');
    expect(unlocked.value).toMatchObject({ round: 1, phase: 'answer' });
  });

  test('is noted where what was sent was refused before it ended', () => {
    noteSent(1, 'answer');
    noteRefused(1, 'answer');
    ends({ phase: 'answer' });
    expect(unlocked.value).toMatchObject({ round: 1, phase: 'answer' });
  });

  test('is noted again in a later phase', () => {
    noteSent(1, 'answer');
    ends({ round: 2, phase: 'answer' });
    expect(unlocked.value).toMatchObject({ round: 2, phase: 'answer' });
  });

  const locked = [starts(1, 1, 'agenda'), seals(2, 'alpha'), acted(3, 1, 'alpha', 'fine'), starts(4, 1, 'answer')];
  const counts = { kind: 'counts', choice: { picks: [{ action: 'fine' }] } };

  test.each([
    { when: 'the log does not know of its end yet', log: [starts(1, 1, 'agenda')], told: null },
    { when: 'nobody locked for the seat', log: [starts(1, 1, 'agenda'), seals(2, 'beta'), starts(3, 1, 'answer')], told: { kind: 'lost' } },
    { when: 'the host stopped waiting', log: locked, told: { ...counts, timeUp: false } },
    { when: 'the time was up', timeUp: true, log: locked, told: { ...counts, timeUp: true } },
    { when: 'the time was up and a teammate’s plan counted', picks: 0, timeUp: true, log: locked, told: { ...counts, timeUp: true } },
    { when: 'the time was up two phases ago', timeUp: true, log: [...locked, starts(5, 1, 'reveal')], told: null },
    {
      when: 'the time was up and nothing was picked',
      picks: 0,
      timeUp: true,
      log: [starts(1, 1, 'agenda'), starts(2, 1, 'answer')],
      told: { kind: 'nothing' },
    },
    { when: 'the host went on and nothing was picked', picks: 0, log: [starts(1, 1, 'agenda'), starts(2, 1, 'answer')], told: null },
  ])('is told when $when: $told', ({ picks = 2, timeUp = false, log, told }) => {
    ends({ picks, timeUp });
    expect(fateOfUnlocked(log, 'alpha', { round: 1, status: 'playing' })).toEqual(told);
  });

  test.each([
    { when: 'in the same round', round: 1, status: 'playing', told: 'lost' },
    { when: 'in the round after it', round: 2, status: 'playing', told: null },
    { when: 'in the debrief', round: 1, status: 'finished', told: null },
  ] as const)('is told $when: $told', ({ round, status, told }) => {
    ends();
    const log = [starts(1, 1, 'agenda'), seals(2, 'beta'), starts(3, 1, 'answer')];
    expect(fateOfUnlocked(log, 'alpha', { round, status })?.kind ?? null).toBe(told);
  });
});
