import { signal } from '@preact/signals';

/** Where somebody sat, and in which round. */
export interface Spot {
  readonly code: string;
  /** The number of the table. */
  readonly table: number;
  readonly seat: string | null;
  readonly round: number;
  /** The place of the phase in its round. */
  readonly phase: number;
  /** Whether the match was over there. */
  readonly over: boolean;
  /** The titles of what the host had let happen there. */
  readonly injected: readonly string[];
}

/** Where this person sat before they were led to another place, and the phase in which they came there (null until they are there). */
interface Moved {
  readonly from: Spot;
  readonly moment: string | null;
}

/** Set while there is something to tell of a move. */
export const moved = signal<Moved | null>(null);

/** The codes under which this person has been: whoever comes back to one is led there because a way back was undone. */
const left = new Set<string>();

/** Notes that this person is led to another place. */
export function noteMove(from: Spot): void {
  left.add(from.code);
  moved.value = { from, moment: null };
}

/** Notes the phase that is open now: what is to be told of a move is told in one phase alone. */
export function noteMoment(moment: string): void {
  const known = moved.peek();
  if (known !== null && known.moment !== moment) moved.value = known.moment === null ? { ...known, moment } : null;
}

/**
 * What has happened to somebody who was led from one place to another: another seat, or the same match in an earlier round, again in the
 * later one, going on although it was over, or going on without what the host had let happen.
 */
export function moveOf(from: Spot, to: Spot): 'seat' | 'back' | 'again' | 'on' | 'undone' {
  if (from.table !== to.table || from.seat !== to.seat) return 'seat';
  if (from.over && !to.over && from.round === to.round) return 'on';
  if (from.round === to.round && from.phase === to.phase && from.injected.length > to.injected.length) return 'undone';
  return left.has(to.code) || isLater(to, from) ? 'again' : 'back';
}

function isLater(one: Spot, other: Spot): boolean {
  return one.round > other.round || (one.round === other.round && one.phase > other.phase);
}
