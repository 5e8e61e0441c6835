import type { StoredMatch } from './match.ts';
import { isHere, isReady, type Place, type Roster } from './roster.ts';

/** Whether a seat is asked for a choice in this phase. */
export function isAsked(match: StoredMatch, seat: string): boolean {
  return match.state.status === 'playing' && match.legal(seat).open;
}

/** Whether a seat has done what the phase waits for. */
export function isDone(match: StoredMatch, place: Place): boolean {
  return isAsked(match, place.seat) ? match.state.seats[place.seat]?.sealed != null : isReady(place);
}

/**
 * Whether the phase may close by itself: all who are asked have sealed, and in phases without choices all who are there are
 * ready. A person must have acted; a table of bots alone goes on only when its host says so.
 */
export function mayClose(match: StoredMatch, roster: Roster): boolean {
  if (match.state.status !== 'playing') return false;
  const persons = roster.persons;
  if (!persons.some((place) => isDone(match, place))) return false;
  const waitsForPerson = persons.some((place) => (isAsked(match, place.seat) || isHere(place)) && !isDone(match, place));
  const waitsForBot = roster.bots.some((place) => isAsked(match, place.seat) && !isDone(match, place));
  return !waitsForPerson && !waitsForBot;
}

/** How many of the seats that the phase waits for are done, and how many there are: people alone where there is only something to read. */
export function progressOf(match: StoredMatch, roster: Roster): { readonly done: number; readonly of: number } {
  const awaited = [...roster.persons, ...roster.bots.filter((place) => isAsked(match, place.seat))];
  return { done: awaited.filter((place) => isDone(match, place)).length, of: awaited.length };
}
