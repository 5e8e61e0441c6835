import type { Choice } from '../../shared/match/state.ts';
import type { Problem } from '../../shared/messages.ts';
import { type MemberPlan, sameChoice, type TeamView } from '../../shared/team.ts';
import { PROBLEMS, refuse } from '../problems.ts';
import type { StoredPlan } from '../store/players.ts';
import type { Player } from './player.ts';
import type { Place } from './roster.ts';

/** A phase of a round, as plans and late joiners remember it. */
export interface Moment {
  readonly round: number;
  readonly phase: string;
}

export const momentKey = ({ round, phase }: Moment): string => `${round} ${phase}`;

const NOTHING_PLANNED = { choice: null, proposed: false, vote: null };

/** What a player plans now; plans of earlier phases are over. */
export function planOf({ stored }: Player, { round, phase }: Moment): StoredPlan {
  const { plan } = stored;
  return plan !== null && plan.round === round && plan.phase === phase ? plan : { round, phase, ...NOTHING_PLANNED };
}

/** Whether a player came in this very phase to a team that was there: they look on first. */
export function isFresh(place: Place, player: Player, moment: Moment): boolean {
  return place.members.length > 1 && player.cameIn === momentKey(moment);
}

/** The team as its members see it; `nameOf` answers the empty text where names are hidden. */
export function teamView(place: Place, moment: Moment, nameOf: (member: Player) => string): TeamView {
  return {
    members: place.members.map((member) => ({
      id: member.stored.id,
      nickname: nameOf(member),
      connected: member.connected,
      ready: member.ready,
      fresh: isFresh(place, member, moment),
      extra: member.stored.extra,
    })),
    captain: place.captain,
    plans: plansOf(place, moment),
    replaced: place.bot !== null && place.members.length > 0,
  };
}

function plansOf(place: Place, moment: Moment): readonly MemberPlan[] {
  return place.members.flatMap((member) => {
    const { choice, proposed } = planOf(member, moment);
    if (choice === null) return [];
    return [{ by: member.stored.id, choice, proposed, votes: proposed ? votersFor(place, member, moment) : [] }];
  });
}

/** The members whose vote goes to a proposal, its author first unless they back another. */
function votersFor(place: Place, author: Player, moment: Moment): readonly string[] {
  return place.members.filter((member) => backs(place, member, moment) === author).map((member) => member.stored.id);
}

/** Whose proposal a member backs: the one they voted for, else their own. */
function backs(place: Place, member: Player, moment: Moment): Player | null {
  const { vote, proposed } = planOf(member, moment);
  const chosen = place.members.find((other) => other.stored.id === vote);
  if (chosen !== undefined && planOf(chosen, moment).proposed) return chosen;
  return proposed ? member : null;
}

/**
 * Why this member may not lock this choice for the team; null if they may. The captain locks, unless another proposal has more votes of
 * members who are there. Equal choices share their votes, and locking one is the captain's vote for it.
 */
export function whyNotLock(place: Place, player: Player, choice: Choice, moment: Moment): Problem | null {
  if (place.bot !== null) return PROBLEMS.playedByBot;
  if (place.members.length < 2) return null;
  if (place.captain !== player.stored.id) return PROBLEMS.notCaptain;
  const votes = new Map<string, number>([[sameChoice(choice), 1]]);
  for (const member of place.members) {
    if (member === player || !member.connected) continue;
    const backed = backs(place, member, moment);
    const plan = backed === null ? null : planOf(backed, moment).choice;
    if (plan === null) continue;
    const key = sameChoice(plan);
    votes.set(key, (votes.get(key) ?? 0) + 1);
  }
  const mine = votes.get(sameChoice(choice)) ?? 1;
  return Math.max(...votes.values()) > mine ? PROBLEMS.teamDisagrees : null;
}

/** The plan after a member has drafted or proposed; whoever proposes no longer backs another. */
export function planned(player: Player, moment: Moment, choice: Choice | null, proposed: boolean): StoredPlan {
  const before = planOf(player, moment);
  const vote = proposed ? null : before.vote;
  return { ...before, choice, proposed: proposed && choice !== null, vote };
}

/** The plan after a member has voted for a teammate's proposal, or taken the vote back. Refuses what nobody proposed. */
export function voted(place: Place, player: Player, moment: Moment, member: string | null): StoredPlan {
  const backed = place.members.find((other) => other.stored.id === member);
  if (member !== null && (backed === undefined || !planOf(backed, moment).proposed)) refuse(PROBLEMS.noSuchPlan);
  return { ...planOf(player, moment), vote: member };
}

/** Whether any of a seat's people has picked something. */
export function hasPicked(place: Place, moment: Moment): boolean {
  return place.members.some((member) => (planOf(member, moment).choice?.picks.length ?? 0) > 0);
}

/** The choice a team would most likely lock: what most of its members back, else its captain's plan, else anybody's; null without plans. */
export function likelyChoice(place: Place, moment: Moment): Choice | null {
  const votes = new Map<string, { choice: Choice; count: number }>();
  for (const member of place.members) {
    const choice = planOf(backs(place, member, moment) ?? member, moment).choice;
    if (choice === null) continue;
    const known = votes.get(sameChoice(choice)) ?? { choice, count: 0 };
    // The captain breaks ties.
    known.count += member.stored.id === place.captain ? 1.5 : 1;
    votes.set(sameChoice(choice), known);
  }
  let best: { choice: Choice; count: number } | null = null;
  for (const entry of votes.values()) if (best === null || entry.count > best.count) best = entry;
  return best?.choice ?? null;
}
