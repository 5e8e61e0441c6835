import { describe, expect, test } from 'vitest';
import { goalsTogether, leftToAll, voteHeld } from '../../client/debrief/outcome.ts';
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

describe('a score as it is shown', () => {
  const card = (points: number) => ({ id: 'aim', met: points > 0, points });

  test.each([
    ['is what the goals make together', 47.6, [], null, 48],
    ['is that and the secret aim, also where both are rounded', 52.5, [], card(5), 48],
    ['is that alone where the aim is missed', 52.4, [], card(0), 52],
    ['is that where a red line lies above it', 30, [40], null, 30],
    ['is not that where a red line cuts it', 40, [40], card(5), null],
    ['is not that at the end of the scale', 100, [], card(5), null],
  ])('%s', (_what, score, caps, aim, goals) => {
    expect(goalsTogether({ score, redLines: caps.map((cap) => ({ id: 'line', cap })), card: aim })).toBe(goals);
  });
});
