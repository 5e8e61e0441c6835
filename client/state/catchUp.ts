import type { EventOf, MatchEvent } from '../../shared/match/events.ts';
import type { TeamMember, TeamView } from '../../shared/team.ts';
import type { MatchView } from '../../shared/view/view.ts';
import { gathered } from './headlines.ts';
import { is } from './log.ts';
import { recall, remember } from './storage.ts';

/** So many headlines fit into twenty seconds of reading. */
const HEADLINES = 3;

/** What somebody who comes late must know of the people around them, of the laws, and of what happened last. */
export interface CatchUp {
  /** Laws that are in force, then those that soon will be. */
  readonly laws: MatchView['laws'];
  readonly headlines: readonly { readonly id: number; readonly title: string; readonly isFromHost: boolean }[];
  /** The others on the seat. */
  readonly team: readonly TeamMember[];
  /** Whether their vote counts only from the next phase on. */
  readonly votesLater: boolean;
}

/** What to tell a late joiner. */
export function catchUpOf(
  { laws }: Pick<MatchView, 'laws'>,
  events: readonly MatchEvent[],
  team: TeamView | null,
  player: string | null,
): CatchUp {
  const others = team?.members.filter(({ id }) => id !== player) ?? [];
  const fresh = team?.members.find(({ id }) => id === player)?.fresh ?? false;
  return {
    laws: laws.toSorted((a, b) => Number(b.inForce) - Number(a.inForce) || a.from - b.from),
    headlines: gathered(events.filter(is('happened')))
      .slice(-HEADLINES)
      .toReversed()
      .map(({ event: { id, title, host } }) => ({ id, title, isFromHost: host === true })),
    team: others,
    votesLater: fresh && others.length > 0,
  };
}

/** What a seat did in the last round whose choices have been opened. Empty if there was none yet, or it did nothing. */
export function lastActsOf(events: readonly MatchEvent[], seat: string | null): readonly EventOf<'acted'>[] {
  const acts = events.filter(is('acted'));
  const round = acts.at(-1)?.round;
  return acts.filter((act) => act.round === round && act.seat === seat);
}

/** Whether a player came into a match that was already being played, and has not been told yet where it stands. */
export function needsCatchUp(status: string, isNewcomer: boolean, fresh: boolean, told: boolean): boolean {
  return status === 'playing' && (isNewcomer || fresh) && !told;
}

/** Whether this device has told a player of a table where it stands. */
export function wasTold(code: string, player: string): boolean {
  return recall(`told.${code}`) === player;
}

/** Keeps that a player was told. */
export function noteTold(code: string, player: string): void {
  remember(`told.${code}`, player);
}
