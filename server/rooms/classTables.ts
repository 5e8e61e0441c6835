import { PROBLEMS, refuse } from '../problems.ts';
import type { Store } from '../store/store.ts';
import { type FirstPlay, firstPlaysOf, type KeptTable } from './firstPlays.ts';
import { deletedOn } from './keeping.ts';
import { makeTables } from './making.ts';
import type { Player } from './player.ts';
import type { Planned } from './seatPlan.ts';
import type { Table } from './table.ts';
import type { Tables } from './tables.ts';
import type { Workshop } from './workshop.ts';

/** What the tables of a class need of the server, and what they tell. */
export interface ClassTablesParts {
  readonly store: Store;
  readonly tables: Tables;
  readonly onChange: () => void;
  /** Called when what the host has told is over at all of them. */
  readonly onUntold: (announced: number) => Promise<void>;
}

/** The tables of a class: made when everybody is seated, taken over when the class is opened again, and put in the place of one another. */
export class ClassTables {
  readonly #workshop: Workshop;
  readonly #parts: ClassTablesParts;
  #played: readonly Table[] = [];
  #kept: readonly KeptTable[] = [];
  #announced = 0;
  readonly #stopFollowing = new Map<Table, () => void>();

  constructor(workshop: Workshop, parts: ClassTablesParts) {
    this.#workshop = workshop;
    this.#parts = parts;
  }

  /** The tables that are played, in their order. */
  get played(): readonly Table[] {
    return this.#played;
  }

  /** Tables in whose place another one plays on. */
  get kept(): readonly KeptTable[] {
    return this.#kept;
  }

  /** What was played first at those. */
  get firstPlays(): readonly FirstPlay[] {
    return firstPlaysOf(this.#played, this.#kept);
  }

  /** How far those who are seated are. */
  get status(): 'seated' | 'playing' | 'finished' {
    const statuses = this.#played.map((table) => table.match.state.status);
    if (statuses.every((status) => status === 'waiting')) return 'seated';
    return statuses.every((status) => status === 'finished') ? 'finished' : 'playing';
  }

  /** The table a player sits at; null if at none. */
  of({ stored }: Player): Table | null {
    return this.#played.find((table) => table.stored.id === stored.tableId) ?? null;
  }

  /** The table of a code; refuses with `no-such-table`. */
  byCode(code: string): Table {
    return this.#played.find((table) => table.stored.code === code) ?? refuse(PROBLEMS.noSuchTable);
  }

  /** The table that is played in the place of another; null if that one is played itself. */
  inPlaceOf({ stored }: Table): Table | null {
    const played = this.#played.find((table) => table.stored.number === stored.number);
    return played === undefined || played.stored.id === stored.id ? null : played;
  }

  /** Takes over tables that there are, when the class is opened. */
  adopt(tables: readonly Table[], kept: readonly KeptTable[]): void {
    this.#kept = kept;
    this.#take(tables);
  }

  /** Makes the tables of a plan and seats everybody; `done` stores that. Refuses when there is nobody. */
  async seat({ tables: count, seats }: Planned, done: () => Promise<void>): Promise<void> {
    if (seats.size === 0) refuse(PROBLEMS.nobodyThere);
    if (count > seats.size) refuse(PROBLEMS.tooManyTables);
    const { store, tables } = this.#parts;
    this.#take(await makeTables(this.#workshop, count, seats, { store, tables, done }));
  }

  /** Puts one table in the place of another, which is kept. */
  exchange(from: Table, to: Table): void {
    this.#stopFollowing.get(from)?.();
    this.#follow(to);
    this.#played = this.#played.map((table) => (table === from ? to : table));
    this.#kept = [...this.#kept.filter(({ stored }) => stored.id !== to.stored.id), { stored: from.stored, bookmarks: from.bookmarks }];
    this.tell();
  }

  /** Tells all of them what the class decides. */
  tell(): void {
    const { stored, hostHere: hostConnected } = this.#workshop;
    const { code: workshop, notice, settings } = stored;
    const { freeText, hideNames, phaseSeconds } = settings;
    const { announced } = this.#workshop.record;
    const setting = { workshop, notice, announced, freeText, hideNames, phaseSeconds, deletedOn: deletedOn(stored), hostConnected };
    for (const table of this.#played) table.apply(setting);
    this.#announced = announced;
  }

  /** Pauses those that are played: the host has gone. */
  async pauseWithoutHost(): Promise<void> {
    const playing = this.#played.filter((table) => table.match.state.status === 'playing' && !table.paused);
    await Promise.all(playing.map((table) => table.pauseWithoutHost()));
  }

  /** Resolves when none of them has anything left to do. */
  async idle(): Promise<void> {
    await Promise.all(this.#played.map((table) => table.idle()));
  }

  /** Ends them, and those in whose place others play on: all are deleted. */
  end(): Promise<void> {
    return this.#parts.tables.endAll([...this.#played, ...this.#kept].map(({ stored }) => stored.id));
  }

  /** Lets them go from memory: the class is. */
  async letGo(): Promise<void> {
    for (const table of this.#played) this.#parts.tables.drop(table);
    await this.#parts.tables.restAll(this.#kept.map(({ stored }) => stored.id));
  }

  #take(tables: readonly Table[]): void {
    for (const table of tables) this.#follow(table);
    this.#played = tables;
    this.tell();
  }

  #follow(table: Table): void {
    this.#stopFollowing.set(table, table.listen({ changed: () => this.#changed() }));
  }

  #changed(): void {
    this.#parts.onChange();
    const { stored, record } = this.#workshop;
    // What was told just now is not told to all of them yet.
    if (stored.notice === '' || record.announced !== this.#announced) return;
    // What can not be done now can still be done by hand.
    if (this.#played.every(({ setting }) => setting.notice === '')) this.#parts.onUntold(record.announced).catch(() => {});
  }
}
