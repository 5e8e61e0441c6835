import { describe, expect, test } from 'vitest';
import { leftToAll, sumOf, voteHeld } from '../../client/debrief/outcome.ts';
import type { MatchEvent } from '../../shared/match/events.ts';
import type { Brief, MeterBrief } from '../../shared/view/brief.ts';

const phases = [
  { id: 'choose', kind: 'choice' },
  { id: 'open', kind: 'reveal' },
] as unknown as Brief['phases'];
const started = (round: number, phase: string): MatchEvent => ({
  id: round,
  round,
  step: phase,
  rule: 'engine',
  because: [],
  type: 'phaseStarted',
  phase,
});

describe('the vote', () => {
  test('was held when its round has been opened', () => {
    expect(voteHeld({ electionRound: 2, phases }, [started(2, 'choose'), started(2, 'open')])).toBe(true);
    expect(voteHeld({ electionRound: 2, phases }, [started(2, 'open'), started(3, 'choose')])).toBe(true);
  });

  test('was not held when the match stopped before that', () => {
    expect(voteHeld({ electionRound: 2, phases }, [started(1, 'open')])).toBe(false);
    expect(voteHeld({ electionRound: 2, phases }, [started(1, 'open'), started(2, 'choose')])).toBe(false);
  });

  test('is nothing to tell of where there is none', () => {
    expect(voteHeld({ electionRound: 0, phases }, [started(1, 'open')])).toBeNull();
  });
});

test('what is left to all are the numbers everybody saw, where it is known what is good', () => {
  const meter = (headline: boolean, good: MeterBrief['good']) => ({ start: 50, headline, good }) as MeterBrief;
  const meters = { seen: meter(true, 'high'), hidden: meter(false, 'low'), neither: meter(true, null) };
  expect(leftToAll({ meters }, { seen: 40, hidden: 30, neither: 20, unknown: 10 })).toEqual([{ meter: 'seen', start: 50, end: 40 }]);
});

describe('a score can be added up by hand', () => {
  const goal = (weight: number, value: number) => ({ meter: 'x', of: 'y', weight, value });
  const even = [goal(50, 60), goal(50, 60)];
  const uneven = [goal(60, 80), goal(40, 40)];
  const aim = (points: number) => ({ id: 'aim', met: points > 0, points });

  test.each([
    { of: 'even goals', score: 60, goals: even, card: null, lines: [60, 0, 0, 0] },
    { of: 'uneven goals', score: 60.6, goals: uneven, card: aim(0), lines: [64, -3.4, 0, 0] },
    { of: 'that and the secret aim', score: 68.6, goals: uneven, card: aim(8), lines: [64, -3.4, 8, 0] },
    { of: 'that up to a red line', score: 40, goals: uneven, card: aim(8), lines: [64, -3.4, 8, -28.6] },
    { of: 'that up to the end of the scale', score: 100, goals: [goal(50, 98), goal(50, 98)], card: aim(8), lines: [98, 0, 8, -6] },
  ])('$of', ({ score, goals, card, lines }) => {
    const sum = sumOf({ score, goals, card });
    expect([sum.added, sum.uneven, sum.aim, sum.cut]).toEqual(lines);
    expect(lines.reduce((all, line) => all + line, 0)).toBeCloseTo(score, 9);
    expect(sum.goals.reduce((all, part) => all + part, 0)).toBeCloseTo(sum.added, 9);
  });
});
