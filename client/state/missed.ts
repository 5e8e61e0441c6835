import { signal } from '@preact/signals';
import type { MatchEvent } from '../../shared/match/events.ts';
import type { MatchView } from '../../shared/view/view.ts';
import { wasLocked } from './overruled.ts';

/** A phase of a round. */
interface Moment {
  readonly round: number;
  readonly phase: string;
}

/** A phase that has ended while this seat had picks that this device had not locked. */
export const unlocked = signal<Moment | null>(null);

let lastSent = '';
/** The last phase that has ended with picks that were not seen sealed. */
let ended: Moment | null = null;

const isSent = ({ round, phase }: Moment): boolean => lastSent === `${round}.${phase}`;

/** Notes that a choice was sent in a phase. */
export function noteSent(round: number, phase: string): void {
  lastSent = `${round}.${phase}`;
  unlocked.value = null;
}

/** Notes that a phase has ended with this many picks in the draft, and whether a choice was seen sealed. */
export function noteEnd(round: number, phase: string, picks: number, sealed: boolean): void {
  ended = picks > 0 && !sealed ? { round, phase } : null;
  unlocked.value = ended !== null && isSent(ended) ? null : ended;
}

/** Notes that the choice that was sent in a phase was refused: its picks are not locked. */
export function noteRefused(round: number, phase: string): void {
  if (!isSent({ round, phase })) return;
  lastSent = '';
  if (ended?.round === round && ended.phase === phase) unlocked.value = ended;
}

/**
 * What became of picks that were not locked when the game went on: the player should know, until the round is over. They count when the time
 * was over or the host stopped waiting, and are lost when the host said "Next". Null: there were none, or it is not known.
 */
export function fateOfUnlocked(
  events: readonly MatchEvent[],
  seat: string | null,
  { round, status }: Pick<MatchView, 'round' | 'status'>,
): 'count' | 'lost' | null {
  if (seat === null || unlocked.value === null || status !== 'playing' || unlocked.value.round !== round) return null;
  const locked = wasLocked(events, seat, unlocked.value);
  return locked === null ? null : locked ? 'count' : 'lost';
}
