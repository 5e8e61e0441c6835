import type { StoredMatch } from './match.ts';
import type { Place, Roster } from './roster.ts';

/** Whether a seat is asked for a choice in this phase. */
export function isAsked(match: StoredMatch, seat: string): boolean {
  return match.state.status === 'playing' && match.legal(seat).open;
}

/** Whether a seat has done what the phase waits for. */
export function isDone(match: StoredMatch, place: Place): boolean {
  return isAsked(match, place.seat) ? match.state.seats[place.seat]?.sealed != null : place.ready;
}

/**
 * Whether the phase may close by itself: all who are asked have sealed, and in phases without choices all who are there are
 * ready. A person must have acted; a table of bots alone goes on only when its host says so.
 */
export function mayClose(match: StoredMatch, roster: Roster): boolean {
  if (match.state.status !== 'playing') return false;
  const persons = roster.persons;
  if (!persons.some((place) => isDone(match, place))) return false;
  const waitsForPerson = persons.some((place) => (isAsked(match, place.seat) || place.connected) && !isDone(match, place));
  const waitsForBot = roster.bots.some((place) => isAsked(match, place.seat) && !isDone(match, place));
  return !waitsForPerson && !waitsForBot;
}
