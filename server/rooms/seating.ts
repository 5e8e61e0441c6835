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
  readonly pinned: Pinned | null;
}

/** A table's number, from 1, and a seat there. */
export interface Assigned {
  readonly table: number;
  readonly seat: string;
}

/** A place that was chosen by the host; with `of`: where somebody was left when others were moved, as long as there are so many tables. */
export interface Pinned extends Assigned {
  readonly of?: number;
}

/** How many tables a class has: as the host wants, else a sixth of its people; never so few that a team gets too large. */
export function tablesFor(people: number, seats: number, wanted: number): number {
  const fewest = Math.ceil(people / (seats * LARGEST_TEAM));
  return Math.max(1, fewest, wanted > 0 ? wanted : Math.round(people / BEST_SIZE));
}

/**
 * Seats a class: tables differ by at most one person, and within a table so do the teams, so that each seat has a person before any has
 * three. Within that, as many wishes are granted as can be, of those who came first before others. Where the host has moved people, all
 * stay where they are, also beside a seat without anybody. The same people in the same order are seated alike.
 */
export function planSeating(people: readonly Person[], seats: readonly SeatWanted[], tables: number): ReadonlyMap<string, Assigned> {
  const plan = new Map<string, Assigned>();
  const room = new Room(seats, tables);
  for (const { id, pinned } of people) {
    if (pinned === null || pinned.table > tables || (pinned.of ?? tables) !== tables || !room.has(pinned.seat)) continue;
    const { table, seat } = pinned;
    room.take({ table, seat });
    plan.set(id, { table, seat });
  }
  seatOthers(
    people.filter(({ id }) => !plan.has(id)),
    plan,
    room,
  );
  return plan;
}

/** Gives a place to all who have none: first to those whose wish can be granted. */
function seatOthers(others: readonly Person[], plan: Map<string, Assigned>, room: Room): void {
  const open = room.openFor(others);
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
}

/** What is open at a table: a place for each of the `sure` seats, and so much `room` for one more person each on some of the others. */
interface Open {
  readonly sure: readonly string[];
  readonly others: readonly string[];
  readonly room: number;
}

/** The seats of all tables, and how many sit on each. */
class Room {
  readonly #seats: readonly SeatWanted[];
  readonly #teams: readonly Map<string, number>[];

  constructor(seats: readonly SeatWanted[], tables: number) {
    this.#seats = byRole(seats);
    this.#teams = Array.from({ length: tables }, () => new Map(this.#seats.map(({ id }) => [id, 0])));
  }

  has(seat: string): boolean {
    return this.#seats.some(({ id }) => id === seat);
  }

  roleOf(seat: string): Role | null {
    return this.#seats.find(({ id }) => id === seat)?.role ?? null;
  }

  sizeOf({ table, seat }: Assigned): number {
    return this.#teams[table - 1]?.get(seat) ?? 0;
  }

  take(place: Assigned): void {
    this.#teams[place.table - 1]?.set(place.seat, this.sizeOf(place) + 1);
  }

  /** Takes a place for each of these people: always at the smallest table, there on the smallest teams, and of these where most wishes are granted. */
  openFor(people: readonly Person[]): Assigned[] {
    const opens = this.#shared(people.length).map((count, index) => this.#openAt(index, count));
    const claims = this.#claims(opens, people);
    const seats = opens.map(({ sure, others, room }, index) => {
      const claimed = claims[index] ?? [];
      const rest = others.filter((seat) => !claimed.includes(seat)).slice(0, room - claimed.length);
      return [...sure, ...claimed, ...rest];
    });
    const most = Math.max(0, ...seats.map((list) => list.length));
    const slots = Array.from({ length: most }, (_, place) =>
      seats.flatMap((list, index): readonly Assigned[] => {
        const seat = list[place];
        return seat === undefined ? [] : [{ table: index + 1, seat }];
      }),
    ).flat();
    for (const slot of slots) this.take(slot);
    return slots;
  }

  /** How many of so many people come to each table. */
  #shared(people: number): readonly number[] {
    const here = this.#teams.map((team) => [...team.values()].reduce((sum, size) => sum + size, 0));
    const coming = here.map(() => 0);
    for (let n = 0; n < people; n += 1) {
      const table = smallest(coming, (_, index) => (here[index] ?? 0) + (coming[index] ?? 0));
      coming[table] = (coming[table] ?? 0) + 1;
    }
    return coming;
  }

  /** Fills a table level by level; of the last level, one seat of each role that is not there yet is sure. */
  #openAt(table: number, people: number): Open {
    const sizes = new Map(this.#teams[table]);
    const sure: string[] = [];
    for (;;) {
      const room = people - sure.length;
      const least = Math.min(...sizes.values());
      const level = this.#seats.filter(({ id }) => sizes.get(id) === least);
      const isThere = (role: Role): boolean => this.#seats.some((seat) => seat.role === role && (sizes.get(seat.id) ?? 0) > 0);
      const missing = level.filter(({ role }, index) => !isThere(role) && level.findIndex((seat) => seat.role === role) === index);
      const next = level.length <= room ? level : missing.length <= room ? missing : [];
      if (next.length === 0) return { sure, others: level.map(({ id }) => id), room };
      for (const { id } of next) {
        sure.push(id);
        sizes.set(id, least + 1);
      }
    }
  }

  /** Which of the other seats are filled at each table, so that as many wishes as possible are granted. */
  #claims(opens: readonly Open[], people: readonly Person[]): readonly (readonly string[])[] {
    const wanted = new Map<Role, number>();
    const refused = new Set<Role>();
    let claims: readonly (readonly string[])[] = [];
    for (const { wish } of people) {
      if (wish === null || refused.has(wish)) continue;
      const more = new Map(wanted).set(wish, (wanted.get(wish) ?? 0) + 1);
      const next = this.#claimsOf(opens, more);
      if (next === null) refused.add(wish);
      else {
        wanted.set(wish, more.get(wish) ?? 0);
        claims = next;
      }
    }
    return claims;
  }

  /** The same, if so many people of each role are to be seated; null if they can't be. */
  #claimsOf(opens: readonly Open[], wanted: ReadonlyMap<Role, number>): readonly (readonly string[])[] | null {
    const isOf = (role: Role) => (seat: string) => this.roleOf(seat) === role;
    const beyond = [...wanted].map(([role, count]): [Role, number] => [
      role,
      count - opens.reduce((sum, { sure }) => sum + sure.filter(isOf(role)).length, 0),
    ]);
    const claims = opens.map((): string[] => []);
    for (const [role, count] of beyond.sort(([, one], [, other]) => other - one)) {
      for (let n = 0; n < count; n += 1) {
        const free = opens.map(({ others, room }, index) => {
          const claimed = claims[index] ?? [];
          return { index, room: room - claimed.length, seat: others.find((seat) => isOf(role)(seat) && !claimed.includes(seat)) };
        });
        const able = free.filter(({ room, seat }) => room > 0 && seat !== undefined);
        const best = able[smallest(able, ({ room }) => -room)];
        if (best?.seat === undefined) return null;
        claims[best.index]?.push(best.seat);
      }
    }
    return claims;
  }
}

/** One seat of each role first, then the others, so that a small table has all sides. */
function byRole(seats: readonly SeatWanted[]): readonly SeatWanted[] {
  const first = seats.filter((seat, index) => seats.findIndex(({ role }) => role === seat.role) === index);
  return [...first, ...seats.filter((seat) => !first.includes(seat))];
}

/** The index of the entry with the least weight, the first of equals. */
function smallest<T>(entries: readonly T[], weight: (entry: T, index: number) => number): number {
  let best = 0;
  for (const [index, entry] of entries.entries()) if (weight(entry, index) < weight(entries[best] as T, best)) best = index;
  return best;
}
