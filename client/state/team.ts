import type { Choice } from '../../shared/match/state.ts';
import { type MemberPlan, sameChoice, type TeamMember, type TeamView } from '../../shared/team.ts';
import { type Draft, toChoice } from './draft.ts';
import { t, tn } from './texts.ts';

/** What a member of a team sees of it: the others, their plans, and what they may do. */
export interface Team {
  readonly me: TeamMember;
  readonly others: readonly TeamMember[];
  /** The member who locks; null if nobody is there to lock. */
  readonly captain: TeamMember | null;
  readonly isCaptain: boolean;
  /** Whether I may vote in this phase. */
  readonly votes: boolean;
  readonly mine: MemberPlan | null;
  /** Plans of the others, in the order of the members. */
  readonly plans: readonly { readonly by: TeamMember; readonly plan: MemberPlan }[];
  /** Others who neither plan nor back a plan. */
  readonly without: readonly TeamMember[];
}

/** The team of a player; null for somebody who plays a seat alone, or watches. */
export function teamOf(view: TeamView | null, player: string | null): Team | null {
  const planning = planningOf(view, player);
  const me = view?.members.find(({ id }) => id === player);
  if (view === null || me === undefined || planning === null || view.members.length < 2) return null;
  const others = view.members.filter((member) => member !== me);
  const captain = view.members.find(({ id }) => id === view.captain) ?? null;
  const planOf = (id: string): MemberPlan | null => view.plans.find(({ by }) => by === id) ?? null;
  return {
    me,
    others,
    captain,
    isCaptain: captain === me,
    ...planning,
    plans: others.flatMap((by) => {
      const plan = planOf(by.id);
      return plan === null ? [] : [{ by, plan }];
    }),
    without: others.filter(({ id }) => planOf(id) === null && !view.plans.some(({ votes }) => votes.includes(id))),
  };
}

/** What the server knows of a player's plan, who may have a seat alone; null for somebody who watches. */
export function planningOf(view: TeamView | null, player: string | null): Pick<Team, 'mine' | 'votes'> | null {
  const me = view?.members.find(({ id }) => id === player);
  if (view === null || me === undefined) return null;
  return { mine: view.plans.find(({ by }) => by === me.id) ?? null, votes: !me.fresh };
}

/** Whether two choices are the same, in whatever order they were picked. */
export function alike(one: Choice, other: Choice): boolean {
  return sameChoice(one) === sameChoice(other);
}

/** Whether two choices pick the same, whatever they guess. */
export function samePicks(one: Choice, other: Choice): boolean {
  return alike({ picks: one.picks }, { picks: other.picks });
}

/** Whether this very choice is what a member has put to the vote. */
export function hasProposed({ mine }: Pick<Team, 'mine'>, choice: Choice): boolean {
  return mine?.proposed === true && alike(mine.choice, choice);
}

/** Whether a draft holds nothing. */
export function isEmpty(draft: Draft): boolean {
  return draft.picks.length === 0 && draft.prediction === null;
}

/**
 * What the team should be shown of a draft that has just changed: a choice, null to take the shown one away, or undefined for nothing
 * new. A plan that was put to the vote stays as it is until another one is proposed.
 */
export function planToShow(mine: MemberPlan | null, draft: Draft): Choice | null | undefined {
  if (mine?.proposed) return undefined;
  if (isEmpty(draft)) return mine === null ? undefined : null;
  const choice = toChoice(draft);
  return mine !== null && alike(mine.choice, choice) ? undefined : choice;
}

/** Votes of members who are there, for a choice: proposals of the same choice count together. */
function votesFor(view: TeamView, choice: Choice): ReadonlySet<string> {
  const there = new Set(view.members.filter(({ connected, fresh }) => connected && !fresh).map(({ id }) => id));
  const backing = view.plans.filter((plan) => plan.proposed && alike(plan.choice, choice)).flatMap(({ votes }) => votes);
  return new Set(backing.filter((id) => there.has(id)));
}

/** The author of a proposal that more members back than the choice that the captain would lock; null if there is none. */
export function outvotedBy(view: TeamView, captain: string, choice: Choice): TeamMember | null {
  const own = new Set([...votesFor(view, choice), captain]).size;
  const rivals = view.plans.filter((plan) => plan.proposed && !alike(plan.choice, choice));
  // The captain's own lock counts as their vote, so it no longer counts elsewhere.
  const strength = (plan: MemberPlan): number => [...votesFor(view, plan.choice)].filter((id) => id !== captain).length;
  const strongest = rivals.toSorted((a, b) => strength(b) - strength(a))[0];
  if (strongest === undefined || strength(strongest) <= own) return null;
  return view.members.find(({ id }) => id === strongest.by) ?? null;
}

/**
 * The plans that teammates voted for, where none of them voted for what the captain would lock, and it is the captain's to decide. Equal
 * plans once; a guess makes no other plan.
 */
export function passedOver(view: TeamView, captain: string, choice: Choice): readonly MemberPlan[] {
  if (outvotedBy(view, captain, choice) !== null) return [];
  const backed = view.plans.filter((plan) => plan.proposed && [...votesFor(view, plan.choice)].some((id) => id !== captain));
  if (backed.some((plan) => samePicks(plan.choice, choice))) return [];
  return backed.filter((plan, at) => backed.findIndex((one) => samePicks(one.choice, plan.choice)) === at);
}

/** What a teammate is called; a host may hide all names. */
export function calledOf({ nickname }: Pick<TeamMember, 'nickname'>): string {
  return nickname === '' ? t('team.someone') : nickname;
}

/** A member's name as the team reads it; says if they are away. */
export function memberName({ nickname, connected }: Pick<TeamMember, 'nickname' | 'connected'>): string {
  const name = calledOf({ nickname });
  return connected ? name : t('team.away', { name });
}

/** Names in one line, my own as "You". */
export function namesOf(members: readonly TeamMember[], me: string | null): string {
  return members.map((member) => (member.id === me ? t('team.you') : memberName(member))).join(', ');
}

/** The choices that teammates propose and a member may vote for, but does not back; equal proposals are one. */
export function unbacked({ me, votes, mine, plans }: Team): readonly string[] {
  if (!votes) return [];
  const backed = [...(mine === null ? [] : [mine]), ...plans.map(({ plan }) => plan)].find((plan) => plan.votes.includes(me.id));
  const proposals = plans.filter(({ plan }) => plan.proposed).map(({ plan }) => sameChoice(plan.choice));
  return [...new Set(proposals)].filter((choice) => backed === undefined || sameChoice(backed.choice) !== choice);
}

/** How a team stands, in a line: who locks, who is away, and what is planned or proposed. */
export function teamLine(team: Team): string {
  const { me, others, mine, plans } = team;
  const away = others.filter(({ connected }) => !connected);
  const planned = plans.length + (mine === null ? 0 : 1);
  const proposed = [...(mine?.proposed ? [{ by: me, plan: mine }] : []), ...plans.filter(({ plan }) => plan.proposed)];
  const [only] = proposed;
  const of = others.length + 1;
  const parts = [whoLocks(team)];
  if (away.length > 0) parts.push(away.length === 1 ? namesOf(away, null) : t('team.line.away', { n: away.length }));
  if (only === undefined) parts.push(planned === 0 ? t('team.line.nothing') : tn('team.line.plans', planned));
  else if (proposed.length > 1) parts.push(t('team.line.proposals', { n: proposed.length }));
  else parts.push(t(only.by === me ? 'team.line.mine' : 'team.line.proposal', { name: calledOf(only.by), n: only.plan.votes.length, of }));
  return parts.join(' · ');
}

/** Who locks, in as few words as can be. */
function whoLocks({ captain, isCaptain }: Team): string {
  if (isCaptain) return t('team.line.you');
  return captain === null ? t('team.line.nobody') : t('team.line.other', { name: calledOf(captain) });
}

/** Who holds my own seat: I, or my team and who of it locks. */
export function ownSeat(team: Team | null): string {
  return team === null ? t('you.cap') : `${namesOf([team.me, ...team.others], team.me.id)} · ${whoLocks(team)}`;
}

/** Who locks, in a sentence. */
export function lockText({ captain, isCaptain }: Team): string {
  if (isCaptain) return t('team.locks.you');
  return captain === null ? t('team.locks.nobody') : t('team.locks.other', { name: calledOf(captain) });
}

/** Who backs a plan, in words. */
export function votesText(plan: MemberPlan, { me, others }: Team): string {
  const backers = [me, ...others].filter(({ id }) => plan.votes.includes(id));
  return backers.length === 0 ? t('team.votes.none') : tn('team.votes', backers.length, { names: namesOf(backers, me.id) });
}

/** How the vote stands, for those who listen to the page. */
export function voteNews({ others, mine, plans }: Team): string {
  const of = others.length + 1;
  const lines = plans
    .filter(({ plan }) => plan.proposed)
    .map(({ by, plan }) => t('team.said', { name: calledOf(by), n: plan.votes.length, of }));
  if (mine?.proposed) lines.push(t('team.said.mine', { n: mine.votes.length, of }));
  return lines.join(' ');
}
