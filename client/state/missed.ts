import { signal } from '@preact/signals';
import type { MatchEvent } from '../../shared/match/events.ts';
import type { Choice } from '../../shared/match/state.ts';
import type { MatchView } from '../../shared/view/view.ts';
import { lockedIn, wasLocked } from './overruled.ts';

/** A phase of a round. */
interface Moment {
  readonly round: number;
  readonly phase: string;
}

/** A phase that has ended before its choice was seen sealed on this device. */
export interface Ended extends Moment {
  /** How many picks this device had. */
  readonly picks: number;
  readonly timeUp: boolean;
}

/** The phase that has ended before this device had locked, as long as it is not put away. */
export const unlocked = signal<Ended | null>(null);

let lastSent = '';
/** The last phase that has ended without a seal that was seen. */
let ended: Ended | null = null;

const isSent = ({ round, phase }: Moment): boolean => lastSent === `${round}.${phase}`;

/** Notes that a choice was sent in a phase. */
export function noteSent(round: number, phase: string): void {
  lastSent = `${round}.${phase}`;
  unlocked.value = null;
}

/** Notes that a phase has ended, and whether a choice was seen sealed. */
export function noteEnd(phase: Ended, sealed: boolean): void {
  ended = sealed ? null : phase;
  unlocked.value = ended !== null && isSent(ended) ? null : ended;
}

/** Notes that the choice that was sent in a phase was refused: its picks are not locked. */
export function noteRefused(round: number, phase: string): void {
  if (!isSent({ round, phase })) return;
  lastSent = '';
  if (ended?.round === round && ended.phase === phase) unlocked.value = ended;
}

/** What became of a choice that was not locked when the game went on. */
export type Fate =
  /** What people had planned counts: the time was over, or the host stopped waiting. */
  | { readonly kind: 'counts'; readonly choice: Choice; readonly timeUp: boolean }
  /** There were picks, and they are not used. */
  | { readonly kind: 'lost' }
  /** The time was over, and nothing was picked. */
  | { readonly kind: 'nothing' };

/** What a player should know of a choice that they had not locked, in the phase after it, and of lost picks until the round is over. Null: nothing. */
export function fateOfUnlocked(
  events: readonly MatchEvent[],
  seat: string | null,
  { round, status }: Pick<MatchView, 'round' | 'status'>,
): Fate | null {
  const end = unlocked.value;
  if (seat === null || end === null || status !== 'playing' || end.round !== round) return null;
  const locked = wasLocked(events, seat, end);
  if (locked === null) return null;
  if (locked) {
    const choice = lockedIn(events, seat, end);
    return choice === null ? null : { kind: 'counts', choice, timeUp: end.timeUp };
  }
  if (end.picks > 0) return { kind: 'lost' };
  return end.timeUp ? { kind: 'nothing' } : null;
}
