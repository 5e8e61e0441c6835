import { describe, expect, test } from 'vitest';
import { lockOrPropose } from '../../client/state/locking.ts';
import type { Choice } from '../../shared/match/state.ts';
import type { ErrorCode, Problem } from '../../shared/messages.ts';

const CHOICE: Choice = { picks: [{ action: 'refuse' }] };
const problem = (code: ErrorCode | null): Problem | null => (code === null ? null : { code, message: code });

/** A seat whose lock and proposal are answered so; writes down what was proposed. */
function aSeat(lock: ErrorCode | null, proposal: ErrorCode | null = null) {
  const proposed: (Choice | null)[] = [];
  return {
    proposed,
    choose: async () => problem(lock),
    plan: async (choice: Choice | null, isProposed: boolean) => {
      if (isProposed) proposed.push(choice);
      return problem(proposal);
    },
  };
}

describe('a lock that arrives', () => {
  test.each([
    { when: 'in time', lock: null, proposal: null, told: null, handedOn: false, proposed: 0 },
    { when: 'after a teammate became captain', lock: 'not-captain', proposal: null, told: null, handedOn: true, proposed: 1 },
    {
      when: 'after a teammate became captain and the phase ended',
      lock: 'not-captain',
      proposal: 'stale',
      told: 'stale',
      handedOn: false,
      proposed: 1,
    },
    { when: 'after the phase ended', lock: 'stale', proposal: null, told: 'stale', handedOn: false, proposed: 0 },
    {
      when: 'where more of the team back another plan',
      lock: 'team-disagrees',
      proposal: null,
      told: 'team-disagrees',
      handedOn: false,
      proposed: 0,
    },
  ] as const)('$when: $proposed proposal, told $told', async ({ lock, proposal, told, handedOn, proposed }) => {
    const seat = aSeat(lock, proposal);
    const outcome = await lockOrPropose(seat, CHOICE);
    expect(outcome.problem?.code ?? null).toBe(told);
    expect(outcome.handedOn).toBe(handedOn);
    expect(seat.proposed).toEqual(Array(proposed).fill(CHOICE));
  });
});
