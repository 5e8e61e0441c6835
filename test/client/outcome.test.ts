import { describe, expect, test } from 'vitest';
import { leftToAll, voteHeld } from '../../client/debrief/outcome.ts';
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
