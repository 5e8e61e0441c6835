import type { Role } from '../../shared/match/state.ts';
import type { Store } from '../store/store.ts';
import { type Going, moveAll, movedSince, placeOf, waysBack } from './moving.ts';
import type { Player } from './player.ts';
import { type Assigned, planSeating, tablesFor } from './seating.ts';
import { undoWords } from './undoWords.ts';
import type { Workshop } from './workshop.ts';

/** How many tables there are to be, and who is to sit where. */
export interface Planned {
  readonly tables: number;
  readonly seats: ReadonlyMap<string, Assigned>;
}

/** Who sits where in a class: as planned before there are tables, as the host moves people, and back again. */
export class SeatPlan {
  readonly #workshop: Workshop;
  readonly #store: Store;

  constructor(workshop: Workshop, store: Store) {
    this.#workshop = workshop;
    this.#store = store;
  }

  /** The seat of everybody as it is planned before there are tables. */
  planned(): Planned {
    const { players, shelved, settings } = this.#workshop;
    const people = players.filter(({ stored }) => stored.status === 'here').map(({ stored }) => stored);
    const { seats } = shelved.brief;
    const tables = tablesFor(people.length, seats.length, settings.tables);
    return { tables, seats: planSeating(people, seats, tables) };
  }

  /** Notes the role somebody would like. */
  wish(player: Player, role: Role | null): Promise<void> {
    return this.#workshop.keep(player, { wish: role });
  }

  /** Puts a player into a seat: of the plan before there are tables, of a table after that. Null: where the plan puts them, or nowhere. */
  put(player: Player, at: Going['at']): Promise<void> {
    return this.#moveAndRemember(undoWords(this.#workshop).moved(player.stored.nickname), [{ player, at }]);
  }

  /** Two players change places. */
  swap(one: Player, other: Player): Promise<void> {
    return this.#moveAndRemember(undoWords(this.#workshop).swapped(one.stored.nickname, other.stored.nickname), [
      { player: one, at: placeOf(this.#workshop, other) },
      { player: other, at: placeOf(this.#workshop, one) },
    ]);
  }

  /** Moves players as the host wishes, so that it can be undone. */
  async #moveAndRemember(label: string, goings: readonly Going[]): Promise<void> {
    const workshop = this.#workshop;
    const ways = waysBack(workshop);
    await this.#move(goings);
    const back = movedSince(workshop, ways);
    const moment = this.#moment(back);
    const isStill = (): boolean => this.#moment(back) === moment && back.every(({ at }) => this.#isThere(at));
    if (back.length > 0) workshop.undo.add(label, () => this.#move(back), { isFresh: isStill });
  }

  /** Whether a place is planned, or its table is played still. */
  #isThere(at: Going['at']): boolean {
    return at === null || typeof at.table === 'number' || this.#workshop.tables.some(({ stored }) => stored.code === at.table);
  }

  #move(goings: readonly Going[]): Promise<void> {
    return moveAll(this.#workshop, goings, (players) => this.#store.savePlayers(players));
  }

  /** How far the class is, and the tables of these people: a move is taken back while that is the same. */
  #moment(people: readonly Going[]): string {
    const { stored } = this.#workshop;
    const at = people.map(({ player }) => {
      const { round, phase, status } = this.#workshop.tableOf(player)?.match.state ?? {};
      return `${player.stored.status} ${status} ${round} ${phase}`;
    });
    return [stored.status, ...at].join('|');
  }
}
