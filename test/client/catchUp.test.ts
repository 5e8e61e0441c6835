import { describe, expect, test } from 'vitest';
import { catchUpOf, needsCatchUp } from '../../client/state/catchUp.ts';
import { endingOf, endingOfLink, passes } from '../../client/state/ended.ts';
import { dayText, keptText } from '../../client/state/kept.ts';
import type { MatchEvent } from '../../shared/match/events.ts';
import type { Problem } from '../../shared/messages.ts';
import type { TeamView } from '../../shared/team.ts';

const happened = (id: number, title: string): MatchEvent =>
  ({
    type: 'happened',
    id,
    title,
    text: '',
    kind: 'crisis',
    seat: null,
    to: 'everyone',
    round: 1,
    step: 's',
    rule: 'r',
    because: [],
  }) as MatchEvent;
const person = (id: string, fresh = false) => ({ id, nickname: id, connected: true, ready: false, fresh, extra: 0 });
const team = (...members: TeamView['members'][number][]): TeamView => ({ members, captain: 'ada', plans: [], replaced: false });

describe('catching up', () => {
  test('the last three headlines, newest first', () => {
    const events = ['one', 'two', 'three', 'four'].map((title, at) => happened(at + 1, title));
    expect(catchUpOf(events, null, null).headlines.map(({ title }) => title)).toEqual(['four', 'three', 'two']);
  });

  test('the others on the seat, and whether my vote counts later', () => {
    expect(catchUpOf([], team(person('ada'), person('ben', true)), 'ben')).toMatchObject({ team: [{ id: 'ada' }], votesLater: true });
    expect(catchUpOf([], team(person('ben', true)), 'ben')).toMatchObject({ team: [], votesLater: false });
  });

  test.each([
    ['playing', true, false, false, true],
    ['playing', false, true, false, true],
    ['playing', false, false, false, false],
    ['playing', true, true, true, false],
    ['waiting', true, true, false, false],
    ['finished', true, true, false, false],
  ] as const)(
    'a match that is %s (came by a form: %s, came in this phase: %s, told: %s) → %s',
    (status, newcomer, fresh, told, expected) => {
      expect(needsCatchUp(status, newcomer, fresh, told)).toBe(expected);
    },
  );
});

const problem = (code: Problem['code']): Problem => ({ code, message: '' });

describe('why it ended', () => {
  test.each([
    ['wrong-secret', 'join'],
    ['banned', null],
    ['outdated', 'load'],
  ] as const)('%s: the way on is %s', (code, way) => {
    expect(endingOf(problem(code))?.way).toBe(way);
  });

  test('a seat that the host’s words have brought elsewhere: three new words bring it back', () => {
    expect(endingOfLink('claimed', null)).toMatchObject({ text: 'ended.claimed', way: 'words' });
    expect(endingOfLink('replaced', null)).toBeNull();
    expect(endingOfLink('ended', problem('wrong-secret'))?.way).toBe('join');
  });

  test('what concerns everybody is not told as mine', () => {
    expect(endingOf(problem('wrong-code'))).toBeNull();
    expect(endingOf(null)).toBeNull();
  });

  test('a server that closes or fails passes, a wrong code does not', () => {
    expect(['server-error', 'closing', 'not-stored'].map((code) => passes(problem(code as Problem['code'])))).toEqual([true, true, true]);
    expect(passes(problem('wrong-code'))).toBe(false);
  });
});

describe('the day of deletion', () => {
  test.each([
    ['2026-12-08', '8 December 2026'],
    ['2026-12-08T23:59:00.000Z', '8 December 2026'],
    ['', ''],
    ['soon', ''],
  ])('“%s” is “%s”', (day, expected) => {
    expect(dayText(day)).toBe(expected);
  });

  test('without a day a class says so, a table says nothing', () => {
    expect(keptText('', true)).toContain('when the class is over');
    expect(keptText('', false)).toBe('');
  });
});
