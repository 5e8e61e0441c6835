import type { EventOf, MatchEvent } from '../../shared/match/events.ts';
import type { TeamMember, TeamView } from '../../shared/team.ts';
import { gathered } from './headlines.ts';
import { is } from './log.ts';
import { recall, remember } from './storage.ts';

/** So many headlines fit into twenty seconds of reading. */
const HEADLINES = 3;

/** What somebody who comes late must know of the people around them, and of what happened last. */
export interface CatchUp {
  readonly headlines: readonly { readonly id: number; readonly title: string }[];
  /** The others on the seat. */
  readonly team: readonly TeamMember[];
  /** Whether their vote counts only from the next phase on. */
  readonly votesLater: boolean;
}

/** What to tell a late joiner. */
export function catchUpOf(events: readonly MatchEvent[], team: TeamView | null, player: string | null): CatchUp {
  const others = team?.members.filter(({ id }) => id !== player) ?? [];
  const fresh = team?.members.find(({ id }) => id === player)?.fresh ?? false;
  return {
    headlines: gathered(events.filter(is('happened')))
      .slice(-HEADLINES)
      .toReversed()
      .map(({ event: { id, title } }) => ({ id, title })),
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
