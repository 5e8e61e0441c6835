import type { Role } from '../../shared/match/state.ts';
import { LARGEST_TEAM } from './roster.ts';

/** How many people a table is best for. */
const BEST_SIZE = 6;

export interface SeatWanted {
  readonly id: string;
  readonly role: Role;
}

/** Somebody to be seated: a wish is granted if it can be, a place the host has chosen always. */
export interface Person {
  readonly id: string;
  readonly wish: Role | null;
  readonly pinned: Assigned | null;
}

/** A table's number, from 1, and a seat there. */
export interface Assigned {
  readonly table: number;
  readonly seat: string;
}

/** How many tables a class has: as the host wants, else a sixth of its people; never so few that a team gets too large. */
export function tablesFor(people: number, seats: number, wanted: number): number {
  const fewest = Math.ceil(people / (seats * LARGEST_TEAM));
  return Math.max(1, fewest, wanted > 0 ? wanted : Math.round(people / BEST_SIZE));
}

/**
 * Seats a class: tables differ by at most one person, and within a table so do the teams, so that each seat has a person before any has
 * three. Those who came first get their wish first. The same people in the same order are seated alike.
 */
export function planSeating(people: readonly Person[], seats: readonly SeatWanted[], tables: number): ReadonlyMap<string, Assigned> {
  const plan = new Map<string, Assigned>();
  const room = new Room(seats, tables);
  for (const { id, pinned } of people) {
    if (pinned === null || pinned.table > tables || !room.has(pinned.seat)) continue;
    room.take(pinned);
    plan.set(id, pinned);
  }
  const others = people.filter(({ id }) => !plan.has(id));
  const open = room.openFor(others.length);
  const seat = (person: Person, index: number): void => {
    const [slot] = open.splice(index, 1);
    if (slot !== undefined) plan.set(person.id, slot);
  };
  const unlucky: Person[] = [];
  for (const person of others) {
    const index = person.wish === null ? -1 : open.findIndex((slot) => room.roleOf(slot.seat) === person.wish);
    if (index < 0) unlucky.push(person);
    else seat(person, index);
  }
  for (const person of unlucky) seat(person, 0);
  return plan;
}

/** The seats of all tables, and how many sit on each. */
class Room {
  readonly #seats: readonly SeatWanted[];
  readonly #teams: readonly Map<string, number>[];

  constructor(seats: readonly SeatWanted[], tables: number) {
    this.#seats = byRole(seats);
    this.#teams = Array.from({ length: tables }, () => new Map());
  }

  has(seat: string): boolean {
    return this.#seats.some(({ id }) => id === seat);
  }

  roleOf(seat: string): Role | null {
    return this.#seats.find(({ id }) => id === seat)?.role ?? null;
  }

  take({ table, seat }: Assigned): void {
    const team = this.#teams[table - 1];
    team?.set(seat, (team.get(seat) ?? 0) + 1);
  }

  /** Takes so many more seats, always at the smallest table, and there on the smallest team. */
  openFor(people: number): Assigned[] {
    return Array.from({ length: people }, () => {
      const table = smallest(this.#teams, (team) => [...team.values()].reduce((sum, size) => sum + size, 0));
      const seat = smallest(this.#seats, ({ id }) => this.#teams[table]?.get(id) ?? 0);
      const slot = { table: table + 1, seat: this.#seats[seat]?.id ?? '' };
      this.take(slot);
      return slot;
    });
  }
}

/** One seat of each role first, then the others, so that a small table has all sides. */
function byRole(seats: readonly SeatWanted[]): readonly SeatWanted[] {
  const first = seats.filter((seat, index) => seats.findIndex(({ role }) => role === seat.role) === index);
  return [...first, ...seats.filter((seat) => !first.includes(seat))];
}

/** The index of the entry with the least weight, the first of equals. */
function smallest<T>(entries: readonly T[], weight: (entry: T) => number): number {
  let best = 0;
  for (const [index, entry] of entries.entries()) if (weight(entry) < weight(entries[best] as T)) best = index;
  return best;
}
