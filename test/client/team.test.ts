import { describe, expect, test } from 'vitest';
import type { Draft } from '../../client/state/draft.ts';
import {
  namesOf,
  outvotedBy,
  ownSeat,
  passedOver,
  planningOf,
  planToShow,
  type Team,
  teamLine,
  teamOf,
  unbacked,
  voteNews,
  votesText,
} from '../../client/state/team.ts';
import type { Choice } from '../../shared/match/state.ts';
import type { MemberPlan, TeamMember, TeamView } from '../../shared/team.ts';

const member = (id: string, more: Partial<TeamMember> = {}): TeamMember => ({
  id,
  nickname: id.toUpperCase(),
  connected: true,
  ready: false,
  fresh: false,
  extra: 0,
  ...more,
});
const choice = (...actions: string[]): Choice => ({ picks: actions.map((action) => ({ action })) });
const draft = (...actions: string[]): Draft => ({ picks: choice(...actions).picks, prediction: null });
const plan = (by: string, picked: Choice, ...votes: string[]): MemberPlan => ({ by, choice: picked, proposed: votes.length > 0, votes });
const team = (plans: readonly MemberPlan[], members = [member('ada'), member('ben'), member('cem')]): TeamView => ({
  members,
  captain: 'ada',
  plans,
  replaced: false,
});

describe('a team as a member sees it', () => {
  test.each([
    { who: 'alone', seen: team([], [member('ada')]), player: 'ada', told: 'You' },
    { who: 'who locks', seen: team([]), player: 'ada', told: 'You, BEN, CEM · You lock' },
    { who: 'for whom another locks', seen: team([]), player: 'ben', told: 'You, ADA, CEM · ADA locks' },
  ])('somebody $who reads who holds the own seat: $told', ({ seen, player, told }) => {
    expect(ownSeat(teamOf(seen, player))).toBe(told);
  });

  test('somebody who plays alone has none', () => {
    expect(teamOf(team([], [member('ada')]), 'ada')).toBeNull();
    expect(teamOf(null, 'ada')).toBeNull();
    expect(teamOf(team([]), 'stranger')).toBeNull();
  });

  test.each([
    { who: 'in a team', seen: team([plan('ada', choice('refuse'))]), player: 'ada', planning: { mine: choice('refuse'), votes: true } },
    {
      who: 'alone',
      seen: team([plan('ada', choice('refuse'))], [member('ada')]),
      player: 'ada',
      planning: { mine: choice('refuse'), votes: true },
    },
    {
      who: 'who has just come',
      seen: team([], [member('ada'), member('ben', { fresh: true })]),
      player: 'ben',
      planning: { mine: undefined, votes: false },
    },
    { who: 'who watches', seen: null, player: null, planning: null },
  ])('the server keeps the plan of somebody $who', ({ seen, player, planning }) => {
    const found = planningOf(seen, player);
    expect(found === null ? null : { mine: found.mine?.choice, votes: found.votes }).toEqual(planning);
  });

  test('my plan, the plans of the others, and who has none', () => {
    const seen = teamOf(team([plan('cem', choice('refuse')), plan('ben', choice('comply'), 'ben')]), 'ben');
    expect(seen?.mine?.choice).toEqual(choice('comply'));
    expect(seen?.plans.map(({ by }) => by.id)).toEqual(['cem']);
    expect(seen?.without.map(({ id }) => id)).toEqual(['ada']);
    expect(seen?.isCaptain).toBe(false);
  });

  test('whoever backs a plan of another is not without one', () => {
    expect(teamOf(team([plan('cem', choice('refuse'), 'cem', 'ada')]), 'ben')?.without).toEqual([]);
  });

  test('whoever came in this phase does not vote yet', () => {
    expect(teamOf(team([], [member('ada'), member('ben', { fresh: true })]), 'ben')?.votes).toBe(false);
  });

  test('names say who is away, and that I am I', () => {
    expect(namesOf([member('ada'), member('ben', { connected: false })], 'ada')).toBe('You, BEN (away)');
  });
});

describe('what a team is shown of a draft', () => {
  test.each([
    ['a first pick', null, draft('refuse'), choice('refuse')],
    ['nothing yet', null, draft(), undefined],
    ['the same again', plan('me', choice('a', 'b')), draft('b', 'a'), undefined],
    ['another pick', plan('me', choice('a')), draft('b'), choice('b')],
    ['all taken out', plan('me', choice('a')), draft(), null],
    ['a change after the proposal waits to be proposed', plan('me', choice('a'), 'me'), draft('b'), undefined],
  ] as const)('%s', (_name, mine, edited, expected) => {
    expect(planToShow(mine, edited)).toEqual(expected);
  });
});

describe('votes', () => {
  test('who backs a plan, and how the vote stands', () => {
    const backed = plan('ben', choice('refuse'), 'ben', 'ada');
    const seen = teamOf(team([backed]), 'ada');
    expect(seen && votesText(backed, seen)).toBe('2 votes: You, BEN');
    expect(seen && voteNews(seen)).toBe('Plan of BEN: 2 of 3 votes.');
  });

  test('a captain is outvoted by strictly more who are there, with equal choices counted together', () => {
    const two = [plan('ben', choice('x'), 'ben'), plan('cem', choice('x'), 'cem')];
    expect(outvotedBy(team(two), 'ada', choice('y'))?.id).toBe('ben');
    expect(outvotedBy(team(two), 'ada', choice('x'))).toBeNull();
    expect(outvotedBy(team([plan('ben', choice('x'), 'ben')]), 'ada', choice('y'))).toBeNull();
  });

  test('votes of those who are away, or have just come, do not count', () => {
    const two = [plan('ben', choice('x'), 'ben', 'cem')];
    expect(outvotedBy(team(two, [member('ada'), member('ben'), member('cem', { connected: false })]), 'ada', choice('y'))).toBeNull();
    expect(outvotedBy(team(two, [member('ada'), member('ben'), member('cem', { fresh: true })]), 'ada', choice('y'))).toBeNull();
  });

  const two = [member('ada'), member('ben')];
  test.each([
    ['the only vote of the others', [plan('ben', choice('x'), 'ben')], two, ['ben']],
    ['a vote that the captain gave, too', [plan('ben', choice('x'), 'ben', 'ada')], two, ['ben']],
    ['votes that are divided', [plan('ben', choice('x'), 'ben'), plan('cem', choice('z'), 'cem')], undefined, ['ben', 'cem']],
    ['nobody, where one of the others is for it', [plan('ben', choice('x'), 'ben'), plan('cem', choice('y'), 'cem')], undefined, []],
    ['nobody, where it is the same', [plan('ben', choice('y'), 'ben')], two, []],
    ['nobody, where nothing was proposed', [plan('ben', choice('x'))], two, []],
    ['nobody who is away', [plan('ben', choice('x'), 'ben')], [member('ada'), member('ben', { connected: false })], []],
    ['no majority: that can not be locked at all', [plan('ben', choice('x'), 'ben', 'cem')], undefined, []],
  ] as const)('whom a captain passes over: %s', (_who, plans, members, expected) => {
    expect(passedOver(team(plans, members && [...members]), 'ada', choice('y')).map(({ by }) => by)).toEqual(expected);
  });
});

describe('the line of a team', () => {
  const away = [member('ada'), member('ben'), member('cem', { connected: false })];
  test.each([
    ['nothing planned', [], undefined, 'ADA locks · no plan yet'],
    ['drafts', [plan('ada', choice('x')), plan('ben', choice('y'))], undefined, 'ADA locks · 2 plans'],
    ['somebody away', [], away, 'ADA locks · CEM (away) · no plan yet'],
    ['a proposal', [plan('ada', choice('x'), 'ada', 'cem')], undefined, 'ADA locks · plan of ADA: 2 of 3 votes'],
    ['my own proposal', [plan('ben', choice('x'), 'ben')], undefined, 'ADA locks · your plan: 1 of 3 votes'],
    ['proposals', [plan('ada', choice('x'), 'ada'), plan('ben', choice('y'), 'ben')], undefined, 'ADA locks · 2 plans are proposed'],
  ] as const)('tells %s', (_what, plans, members, expected) => {
    expect(teamLine(teamOf(team(plans, members && [...members]), 'ben') as Team)).toBe(expected);
  });

  const late = [member('ada'), member('ben', { fresh: true }), member('cem')];
  test.each([
    ['nothing, where nobody proposes', [plan('ada', choice('x'))], undefined, 0],
    ['a proposal', [plan('ada', choice('x'), 'ada')], undefined, 1],
    ['the same of two teammates once', [plan('ada', choice('x'), 'ada'), plan('cem', choice('x'), 'cem')], undefined, 1],
    ['one that came beside my own', [plan('ben', choice('x'), 'ben'), plan('cem', choice('y'), 'cem')], undefined, 1],
    ['nothing, where I propose the same', [plan('ben', choice('x'), 'ben'), plan('cem', choice('x'), 'cem')], undefined, 0],
    ['nothing that I back', [plan('ada', choice('x'), 'ada', 'ben')], undefined, 0],
    ['nothing, where I have just come', [plan('ada', choice('x'), 'ada')], late, 0],
  ] as const)('what waits for my vote: %s', (_what, plans, members, expected) => {
    expect(unbacked(teamOf(team(plans, members && [...members]), 'ben') as Team)).toHaveLength(expected);
  });
});
