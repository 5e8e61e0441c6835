import { describe, expect, test } from 'vitest';
import { wasEndedEarly } from '../../../client/facilitator/PlayOn.tsx';
import type { MatchEvent } from '../../../shared/match/events.ts';
import type { Brief } from '../../../shared/view/brief.ts';

const brief = { rounds: 2, phases: [{ id: 'agenda' }, { id: 'reveal' }] } as unknown as Brief;
/** "1 agenda" starts a phase. */
const log = (...phases: string[]): readonly MatchEvent[] =>
  phases.map((words) => {
    const [round, phase] = words.split(' ');
    return { type: 'phaseStarted', round: Number(round), phase };
  }) as unknown as readonly MatchEvent[];

describe('whether a match was ended early', () => {
  test.each([
    ['in its first round', log('1 agenda', '1 reveal'), true],
    ['in the middle of its last round', log('1 agenda', '1 reveal', '2 agenda'), true],
    ['at its own end', log('1 agenda', '1 reveal', '2 agenda', '2 reveal'), false],
    ['before anything is known', log(), false],
  ])('%s', (_when, events, expected) => {
    expect(wasEndedEarly(brief, events)).toBe(expected);
  });
});
