import type { MatchEvent } from '../../shared/match/events.ts';
import type { Choice } from '../../shared/match/state.ts';
import { is } from './log.ts';
import { samePicks } from './team.ts';

/** What a member of a team proposed in a phase; null if nothing. */
export interface OwnProposal {
  readonly round: number;
  readonly phase: string;
  readonly choice: Choice | null;
}

/** Whether a team locked other actions than a member had proposed. */
export function isOverruled({ choice }: OwnProposal, locked: Choice): boolean {
  return choice !== null && !samePicks(choice, locked);
}

/**
 * What a seat had locked in the phase of a proposal, as long as the phase after that is open; null before and after, and when nobody had
 * locked or a bot did.
 */
export function lockedIn(events: readonly MatchEvent[], seat: string, { round, phase }: OwnProposal): Choice | null {
  const starts = events.filter(is('phaseStarted'));
  const at = starts.findIndex((event) => event.round === round && event.phase === phase);
  const [from, to] = [starts[at]?.id, starts[at + 1]?.id];
  if (from === undefined || to === undefined || starts.length > at + 2) return null;
  const within = events.filter(({ id }) => id > from && id < to);
  const isOurs = (event: { readonly seat: string }): boolean => event.seat === seat;
  const [seals, takenBack] = [within.filter(is('sealed')).filter(isOurs), within.filter(is('reopened')).filter(isOurs)];
  if (seals.length <= takenBack.length) return null;
  const acts = within.filter(is('acted')).filter((act) => isOurs(act) && !act.defaulted);
  if (acts.some(({ standIn }) => standIn !== undefined)) return null;
  return { picks: acts.map(({ action, on }) => (on === null ? { action } : { action, on })) };
}
