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

/** What happened in a phase, and how many have begun since; null while the log does not know of its end. */
function phaseIn(events: readonly MatchEvent[], { round, phase }: Pick<OwnProposal, 'round' | 'phase'>) {
  const starts = events.filter(is('phaseStarted'));
  const at = starts.findIndex((event) => event.round === round && event.phase === phase);
  const [from, to] = [starts[at]?.id, starts[at + 1]?.id];
  if (from === undefined || to === undefined) return null;
  return { within: events.filter(({ id }) => id > from && id < to), since: starts.length - at - 1 };
}

const hasLocked = (within: readonly MatchEvent[], seat: string): boolean => {
  const isOurs = (event: { readonly seat: string }): boolean => event.seat === seat;
  return within.filter(is('sealed')).filter(isOurs).length > within.filter(is('reopened')).filter(isOurs).length;
};

/** Whether a seat had locked when a phase ended; null while that is not known. */
export function wasLocked(events: readonly MatchEvent[], seat: string, moment: Pick<OwnProposal, 'round' | 'phase'>): boolean | null {
  const over = phaseIn(events, moment);
  return over === null ? null : hasLocked(over.within, seat);
}

/**
 * What a seat had locked in the phase of a proposal, as long as the phase after that is open; null before and after, and when nobody had
 * locked or a bot did.
 */
export function lockedIn(events: readonly MatchEvent[], seat: string, moment: Pick<OwnProposal, 'round' | 'phase'>): Choice | null {
  const over = phaseIn(events, moment);
  if (over === null || over.since > 1 || !hasLocked(over.within, seat)) return null;
  const acts = over.within.filter(is('acted')).filter((act) => act.seat === seat && !act.defaulted);
  if (acts.some(({ standIn }) => standIn !== undefined)) return null;
  return { picks: acts.map(({ action, on }) => (on === null ? { action } : { action, on })) };
}
