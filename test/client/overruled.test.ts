import { describe, expect, test } from 'vitest';
import { isOverruled, lockedIn } from '../../client/state/overruled.ts';
import type { MatchEvent } from '../../shared/match/events.ts';
import type { Choice } from '../../shared/match/state.ts';

const choice = (...actions: string[]): Choice => ({ picks: actions.map((action) => ({ action })) });
const mine = (...actions: string[]) => ({ round: 1, phase: 'agenda', choice: actions.length === 0 ? null : choice(...actions) });

/** "agenda" starts a phase; "+alpha" seals, "-alpha" takes back; "alpha fine", "alpha fine*" and "alpha fine!" act, by default and by a bot. */
const log = (...lines: string[]): readonly MatchEvent[] =>
  lines.map((line, index) => {
    const at = { id: index + 1, round: 1 };
    const [seat = '', action = ''] = line.split(' ');
    if (line.startsWith('+')) return { ...at, type: 'sealed', seat: line.slice(1) };
    if (line.startsWith('-')) return { ...at, type: 'reopened', seat: line.slice(1) };
    if (action === '') return { ...at, type: 'phaseStarted', phase: seat };
    const standIn = action.endsWith('!') ? { standIn: 'away' } : {};
    return { ...at, type: 'acted', seat, action: action.replace(/[*!]/, ''), on: null, defaulted: action.endsWith('*'), ...standIn };
  }) as unknown as readonly MatchEvent[];

describe('what a team has locked', () => {
  test.each([
    ['is told in the next phase', log('agenda', '+alpha', 'alpha a', 'beta b', 'alpha c*', 'answer'), choice('a')],
    ['may be nothing', log('agenda', '+alpha', 'answer'), choice()],
    ['is nothing to tell before the phase is over', log('agenda', '+alpha'), null],
    ['is nothing to tell one phase later', log('agenda', '+alpha', 'alpha a', 'answer', 'reveal'), null],
    ['is nothing to tell when a bot has', log('agenda', '+alpha', 'alpha a!', 'answer'), null],
    ['is nothing to tell when nobody has locked', log('agenda', '+alpha', '-alpha', '+beta', 'alpha a*', 'answer'), null],
  ])('%s', (_name, events, expected) => {
    expect(lockedIn(events, 'alpha', mine())).toEqual(expected);
  });

  test.each([
    ['another plan', mine('a', 'b'), choice('a'), true],
    ['nothing at all', mine('a'), choice(), true],
    ['the same in another order', mine('a', 'b'), choice('b', 'a'), false],
    ['something, when the member had proposed nothing', mine(), choice('a'), false],
  ])('overrules a member’s proposal or not: %s', (_name, proposal, locked, expected) => {
    expect(isOverruled(proposal, locked)).toBe(expected);
  });
});
