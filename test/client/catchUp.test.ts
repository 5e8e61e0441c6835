import { signal } from '@preact/signals';
import { describe, expect, test } from 'vitest';
import type { Link } from '../../client/net/session.ts';
import { catchUpOf, needsCatchUp } from '../../client/state/catchUp.ts';
import { endingOf, endingOfLine, endingOfReturn, passes } from '../../client/state/ended.ts';
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

const NOWHERE = { laws: [] };

describe('catching up', () => {
  test('the laws in force, then those that are passed', () => {
    const laws = [
      { id: 'tax', passed: 2, from: 4, inForce: false, origin: 1 },
      { id: 'landing', passed: 1, from: 2, inForce: true, origin: 2 },
      { id: 'data', passed: 2, from: 3, inForce: false, origin: 3 },
    ];
    expect(catchUpOf({ laws }, [], null, null).laws.map(({ id }) => id)).toEqual(['landing', 'data', 'tax']);
  });

  test('which headlines are the host’s', () => {
    const events = [happened(1, 'A storm'), { ...happened(2, 'A visit'), host: true } as MatchEvent];
    expect(catchUpOf(NOWHERE, events, null, null).headlines.map(({ title, isFromHost }) => [title, isFromHost])).toEqual([
      ['A visit', true],
      ['A storm', false],
    ]);
  });

  test('the last three headlines, newest first', () => {
    const events = ['one', 'two', 'three', 'four'].map((title, at) => happened(at + 1, title));
    expect(catchUpOf(NOWHERE, events, null, null).headlines.map(({ title }) => title)).toEqual(['four', 'three', 'two']);
  });

  test('the others on the seat, and whether my vote counts later', () => {
    expect(catchUpOf(NOWHERE, [], team(person('ada'), person('ben', true)), 'ben')).toMatchObject({
      team: [{ id: 'ada' }],
      votesLater: true,
    });
    expect(catchUpOf(NOWHERE, [], team(person('ben', true)), 'ben')).toMatchObject({ team: [], votesLater: false });
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
    ['claimed', 'words'],
    ['banned', null],
    ['not-let-in', 'join'],
    ['outdated', 'load'],
  ] as const)('%s: the way on is %s', (code, way) => {
    expect(endingOf(problem(code))?.way).toBe(way);
  });

  const line = (link: Link, why: Problem | null, elsewhere: string | null = null) =>
    endingOfLine({ link: signal(link), whyEnded: signal(why), elsewhere: signal(elsewhere) });

  test('a seat that the host’s words have brought elsewhere: three new words bring it back', () => {
    expect(line('claimed', null)).toMatchObject({ text: 'ended.claimed', way: 'words' });
    expect(line('replaced', null)).toBeNull();
    expect(line('ended', problem('wrong-secret'))?.way).toBe('join');
  });

  test.each([null, problem('wrong-code')])('what was deleted is told as deleted, with nothing of it beside', (why) => {
    expect(line('ended', why)).toEqual({ title: 'ended.deleted-title', text: 'ended.deleted', way: null });
    expect(line('offline', why)).toBeNull();
  });

  test('whoever comes back with a key later reads the same', () => {
    expect(endingOfReturn(problem('wrong-code'))?.text).toBe('ended.deleted');
    expect(endingOfReturn(problem('banned'))?.text).toBe('ended.banned');
    expect(endingOfReturn(problem('server-error'))).toBeNull();
  });

  test('whoever is moved to another table does not read in between that the game is deleted', () => {
    expect(line('ended', null, 'BCDEF')).toBeNull();
  });

  test('there is a page for every reason', () => {
    expect(line('ended', problem('no-such-seat'))).toMatchObject({ text: 'ended.other', way: null });
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
