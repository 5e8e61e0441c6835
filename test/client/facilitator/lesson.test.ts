import { describe, expect, test } from 'vitest';
import { debriefAt, momentAt, planLesson, timeOfDay } from '../../../client/facilitator/plan/lesson.ts';
import type { PhaseBrief } from '../../../shared/view/brief.ts';

const MINUTE = 60_000;
const phases = [120, 180, 180, 120].map((seconds, index) => ({ id: `p${index}`, seconds })) as unknown as readonly PhaseBrief[];
const guide = { phases, rounds: 10 };

describe('what fits into a lesson', () => {
  test.each([
    { when: 'an hour and no more, before all are in', left: 60, chosen: 0, isPlaying: false, rounds: 5, all: 60 },
    { when: 'the same, while they play', left: 60, chosen: 0, isPlaying: true, rounds: 6, all: 90 },
    { when: 'with a minute for each phase', left: 48, chosen: 60, isPlaying: false, rounds: 10, all: null },
    { when: 'half an hour: too short for all rounds', left: 30, chosen: 0, isPlaying: true, rounds: 3, all: null },
    { when: 'nothing when it is time to debrief', left: -5, chosen: 0, isPlaying: true, rounds: 0, all: null },
  ])('$when', ({ left, chosen, isPlaying, rounds, all }) => {
    expect(planLesson(guide, chosen, left * MINUTE, isPlaying)).toMatchObject({ rounds, secondsForAll: all });
  });

  test('a match without times fits', () => {
    const untimed = { phases: phases.map((phase) => ({ ...phase, seconds: 0 })), rounds: 10 };
    expect(planLesson(untimed, 60, 10 * MINUTE, true)).toMatchObject({ rounds: 10, secondsForAll: null });
  });
});

describe('when the lesson ends', () => {
  const now = new Date(2026, 2, 3, 10, 0).getTime();

  test.each([
    ['10:50', new Date(2026, 2, 3, 10, 50)],
    ['09:55', new Date(2026, 2, 3, 9, 55)],
  ])('at %s is today', (time, moment) => {
    expect(momentAt(time, now)).toBe(moment.getTime());
    expect(timeOfDay(momentAt(time, now))).toBe(time);
  });

  test('after midnight is tomorrow, and an empty field says nothing', () => {
    const late = new Date(2026, 2, 3, 23, 30).getTime();
    expect(momentAt('00:20', late)).toBe(new Date(2026, 2, 4, 0, 20).getTime());
    expect(momentAt('', late)).toBe(0);
  });

  test('the debrief begins a quarter of an hour before; of a lesson that is long over, nothing is said', () => {
    expect(debriefAt(momentAt('10:50', now), now)).toBe(new Date(2026, 2, 3, 10, 35).getTime());
    expect(debriefAt(now, now + 61 * MINUTE)).toBeNull();
    expect(debriefAt(0, now)).toBeNull();
  });
});
