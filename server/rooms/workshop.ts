import type { TableOrder, WorkshopSettings } from '../../shared/console.ts';
import type { Role } from '../../shared/match/state.ts';
import type { Problem } from '../../shared/messages.ts';
import { PROBLEMS, refuse } from '../problems.ts';
import type { ShelvedScenario } from '../scenarios.ts';
import type { StoredPlayer } from '../store/players.ts';
import type { Store } from '../store/store.ts';
import type { StoredWorkshop } from '../store/workshops.ts';
import { ClassRecord } from './classRecord.ts';
import { ClassTables } from './classTables.ts';
import { Crowd } from './crowd.ts';
import { Enrolment, type InTurn } from './enrolment.ts';
import type { FirstPlay, KeptTable } from './firstPlays.ts';
import { Forks } from './forks.ts';
import { HostWatch } from './hostWatch.ts';
import { Line } from './line.ts';
import type { Player } from './player.ts';
import { type Planned, SeatPlan } from './seatPlan.ts';
import type { Table } from './table.ts';
import { TableOrders } from './tableOrders.ts';
import type { Tables } from './tables.ts';
import { Undo } from './undo.ts';
import { Watchers } from './watchers.ts';

export type WorkshopStatus = 'lobby' | 'seated' | 'playing' | 'finished';

/** What a class needs of the server. */
export interface WorkshopParts {
  readonly shelved: ShelvedScenario;
  readonly store: Store;
  readonly tables: Tables;
  /** How long the tables go on without a host, in milliseconds. */
  readonly hostGrace: number;
  /** Whether the server is about to stop: then everybody goes, and that is no reason to pause. */
  readonly isClosing: () => boolean;
}

/**
 * A class: one code, its players, and what may be asked of it. What changes the class goes through one line, in the order it came. Who comes
 * in is in `enrolment.ts`, who sits where in `seatPlan.ts`, its tables are in `classTables.ts`.
 */
export class Workshop {
  readonly shelved: ShelvedScenario;
  readonly undo = new Undo(() => Math.max(0, ...this.tables.map(({ match }) => match.state.round)));
  /** What the host has decided for all of it. */
  readonly record: ClassRecord;
  /** Who comes in, and goes. */
  readonly enrolment: Enrolment;
  readonly #parts: WorkshopParts;
  readonly #line = new Line();
  readonly #listeners = new Set<() => void>();
  readonly #crowd: Crowd;
  readonly #seatPlan: SeatPlan;
  readonly #tables: ClassTables;
  readonly #forks: Forks;
  readonly #orders: TableOrders;
  readonly #host: HostWatch;
  readonly #watchers = new Watchers();
  /** Set when it was deleted. */
  isGone = false;

  constructor(stored: StoredWorkshop, players: readonly Player[], parts: WorkshopParts) {
    this.shelved = parts.shelved;
    this.#parts = parts;
    this.#crowd = new Crowd(players);
    const inTurn: InTurn = (task) => this.#do(task);
    this.record = new ClassRecord(stored, { store: parts.store, inTurn, onChange: () => this.#tables.tell() });
    this.enrolment = new Enrolment(this, this.#crowd, { store: parts.store, inTurn });
    this.#seatPlan = new SeatPlan(this, parts.store);
    this.#tables = new ClassTables(this, {
      ...parts,
      onChange: () => this.#changed(),
      onUntold: (announced) => this.#endNotice(announced),
    });
    this.#forks = new Forks(this, { ...parts, exchange: (from, to) => this.#tables.exchange(from, to) });
    this.#orders = new TableOrders(this, this.#forks);
    this.#host = new HostWatch({ grace: parts.hostGrace, isClosing: parts.isClosing, onAbsence: () => this.#pauseWithoutHost() });
  }

  get stored(): StoredWorkshop {
    return this.record.stored;
  }

  get settings(): WorkshopSettings {
    return this.stored.settings;
  }

  get hostHere(): boolean {
    return this.#host.isHere;
  }

  /** The tables that are played, in their order. */
  get tables(): readonly Table[] {
    return this.#tables.played;
  }

  /** Tables in whose place another one plays on. */
  get keptTables(): readonly KeptTable[] {
    return this.#tables.kept;
  }

  /** What was played first at those. */
  get firstPlays(): readonly FirstPlay[] {
    return this.#tables.firstPlays;
  }

  /** The table that is played in the place of another; null if none is. */
  playedInPlaceOf(table: Table): Table | null {
    return this.#tables.inPlaceOf(table);
  }

  /** Everybody who is in the class or waits at its door, in the order in which they came. */
  get players(): readonly Player[] {
    return this.#crowd.players;
  }

  get status(): WorkshopStatus {
    return this.stored.status === 'lobby' ? 'lobby' : this.#tables.status;
  }

  /** Whether a room shows this class. */
  get isWatched(): boolean {
    return this.#watchers.any;
  }

  /** Whether its host or any of its players is there. */
  get isAttended(): boolean {
    return this.hostHere || this.players.some(({ connected }) => connected);
  }

  /** Notes that a room shows this class; answers how to say that it does no longer. */
  watch(): () => void {
    return this.#watchers.add();
  }

  /** Tells a room of changes; answers how to stop. */
  listen(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  /** Takes over its tables; once, when it is opened. */
  adopt(tables: readonly Table[], kept: readonly KeptTable[]): void {
    this.#tables.adopt(tables, kept);
    this.#forks.recallEnds();
    this.#host.expect();
  }

  /** The seat of everybody as it is planned before there are tables. */
  plan(): Planned {
    return this.#seatPlan.planned();
  }

  /** The table a player sits at; null if at none. */
  tableOf(player: Player): Table | null {
    return this.#tables.of(player);
  }

  table(code: string): Table {
    return this.#tables.byCode(code);
  }

  /** A player who is in the class or waits at its door; refuses with `no-such-player`. */
  player(id: string): Player {
    return this.#crowd.player(id);
  }

  /** The same; null if there is none. */
  find(id: string): Player | null {
    return this.#crowd.find(id);
  }

  /** Notes the role somebody would like. */
  wish(id: string, role: Role | null): Promise<void> {
    return this.#do(() => this.#seatPlan.wish(this.player(id), role));
  }

  /** Puts a player into a seat: of the plan before there are tables, of a table after that. Null: where the plan puts them, or nowhere. */
  put(id: string, table: string | number | null, seat: string | null): Promise<void> {
    return this.#do(() => this.#seatPlan.put(this.player(id), table === null ? null : { table, seat }));
  }

  /** Two players change places. */
  swap(one: string, other: string): Promise<void> {
    return this.#do(() => this.#seatPlan.swap(this.player(one), this.player(other)));
  }

  /** Makes the tables of the plan and seats everybody. Refuses when there is nobody, or when it was done. */
  seat(): Promise<void> {
    return this.#do(async () => {
      if (this.stored.status !== 'lobby') refuse(PROBLEMS.seatedAlready);
      await this.#tables.seat(this.plan(), () => this.record.noteSeated());
    });
  }

  /** An order to one table, or to all that it makes sense for. Answers null, or why it was not done at all. */
  async order(code: string | null, order: TableOrder): Promise<Problem | null> {
    return code === null ? this.#orders.toAll(order) : this.#orders.toOne(this.table(code), order);
  }

  /** Plays a table on from the start of an earlier round, as a fork; the table as it was is kept. */
  rewind(code: string, round: number): Promise<void> {
    return this.#do(() => this.#forks.rewind(this.table(code), round));
  }

  /** Takes back the latest thing that can be taken back. */
  undoLast(): Promise<void> {
    return this.#do(() => this.undo.take());
  }

  /** Notes that one of the host's devices is there, or that the last one has gone: then the tables pause after a while. */
  setHost(here: boolean): void {
    if (!this.#host.set(here)) return;
    this.#tables.tell();
    this.#changed();
  }

  /** Notes that a player's device is in the class's own room, or has left it. */
  setConnected(id: string, connected: boolean): void {
    const player = this.#crowd.find(id);
    if (player === null || this.tableOf(player) !== null) return;
    player.connected = connected;
    this.#changed();
  }

  /** Stores a change of a player, at the table where they sit if they do. */
  async keep(player: Player, change: Partial<StoredPlayer>): Promise<void> {
    const table = this.tableOf(player);
    if (table !== null) return table.keep(player, change);
    const next = { ...player.stored, ...change };
    await this.#parts.store.savePlayer(next);
    player.stored = next;
  }

  /** Deletes the class with its tables, at once and for good, and ends all connections. */
  delete(): Promise<void> {
    return this.#do(async () => {
      await this.#tables.idle();
      await this.#parts.store.deleteWorkshop(this.stored.id);
      this.isGone = true;
      await this.#tables.end();
    });
  }

  /** Lets it go, with its tables: it is dropped from memory. */
  letGo(): Promise<void> {
    this.#host.stop();
    return this.#tables.letGo();
  }

  /** Resolves when nothing is left to do. */
  idle(): Promise<void> {
    return this.#line.idle();
  }

  /** Does something in its order, and tells of it. */
  #do<T>(task: () => Promise<T>): Promise<T> {
    return this.#line.add(async () => {
      try {
        return await task();
      } finally {
        this.#changed();
      }
    });
  }

  #changed(): void {
    for (const listener of this.#listeners) listener();
  }

  /** What was to be read in a phase is not to stand above another, or above the debrief. */
  async #endNotice(announced: number): Promise<void> {
    if (!this.isGone) await this.record.endNotice(announced);
  }

  async #pauseWithoutHost(): Promise<void> {
    if (!this.isGone && this.settings.pauseWithoutHost) await this.#tables.pauseWithoutHost();
  }
}
