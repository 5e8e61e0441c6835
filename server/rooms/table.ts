import type { TableOrder } from '../../shared/console.ts';
import type { Role } from '../../shared/match/state.ts';
import type { Problem } from '../../shared/messages.ts';
import type { Log } from '../log.ts';
import { PROBLEMS, refuse } from '../problems.ts';
import type { ShelvedScenario } from '../scenarios.ts';
import type { StoredPlayer } from '../store/players.ts';
import type { Store, StoredSeat, StoredTable } from '../store/store.ts';
import type { StoredBookmark } from '../store/workshops.ts';
import { Acts } from './acts.ts';
import { Bookmarks } from './bookmarks.ts';
import { type Listener, Listeners } from './listeners.ts';
import { StoredMatch } from './match.ts';
import { Orders } from './orders.ts';
import { People } from './people.ts';
import type { PhaseClock } from './phaseClock.ts';
import { Play } from './play.ts';
import type { Player } from './player.ts';
import { Roster } from './roster.ts';
import { type TableSetting, usualSetting } from './setting.ts';
import { Settling } from './settling.ts';
import { Talk } from './talk.ts';
import { momentKey } from './team.ts';
import { Timing } from './timing.ts';
import { Watchers } from './watchers.ts';

/**
 * A match with its people, without their sockets. What its players may do is in `acts.ts`, what its host may ask in `orders.ts`, how it goes
 * on by itself in `settling.ts`.
 */
export class Table {
  readonly stored: StoredTable;
  readonly shelved: ShelvedScenario;
  readonly match: StoredMatch;
  readonly roster: Roster;
  readonly talk: Talk;
  /** What its players may do. */
  readonly acts: Acts;
  readonly #people: People;
  readonly #play: Play;
  readonly #settling: Settling;
  readonly #store: Store;
  readonly #log: Log;
  readonly #listeners = new Listeners();
  readonly #bookmarks: Bookmarks;
  readonly #timing: Timing;
  readonly #orders: Orders;
  #setting: TableSetting;
  /** The phase in which the host has told what stands in it. */
  #noticedIn = '';
  readonly #watchers = new Watchers((isWatched) => (isWatched ? this.clock.release() : this.clock.hold()));

  constructor(
    stored: StoredTable,
    kept: { readonly seats: readonly StoredSeat[]; readonly players: readonly Player[] },
    shelved: ShelvedScenario,
    store: Store,
    log: Log,
  ) {
    this.stored = stored;
    this.shelved = shelved;
    this.#store = store;
    this.#log = log.child({ table: stored.id });
    this.#setting = usualSetting(stored);
    const seats = shelved.brief.seats.map(({ id }) => id);
    const match = new StoredMatch(shelved.scenario, stored.seed, store, stored.id);
    const roster = new Roster(seats, kept.seats, kept.players, stored.bots);
    const talk = new Talk(stored.id, seats, store);
    [this.match, this.roster, this.talk] = [match, roster, talk];
    talk.onSaid = (said) => {
      this.#listeners.said(said);
      this.#listeners.changed();
    };
    const onChange = (urgent = true): void => this.#listeners.changed(urgent);
    const roleOf = (seat: string): Role => shelved.brief.seats.find((known) => known.id === seat)?.role ?? 'platform';
    const parts = { stored, shelved, match, roster, store, log: this.#log, roleOf, onChange };
    const people = new People(parts);
    const play = new Play({
      ...parts,
      phaseSeconds: () => this.#setting.phaseSeconds,
      onTimeOver: () => this.#settling.closeOverdue(),
      onNotStored: () => this.#settling.tryAgainLater(),
    });
    const bookmarks = new Bookmarks(stored.id, store);
    const timing = new Timing({ tableId: stored.id, store, play, onChange });
    [this.#people, this.#play, this.#bookmarks, this.#timing] = [people, play, bookmarks, timing];
    this.#settling = new Settling({ ...parts, play }, stored.archived);
    this.acts = new Acts({ match, roster, people, play, talk, settling: this.#settling, setting: () => this.#setting });
    this.#orders = new Orders({ match, play, people, timing, bookmarks, talk, onChange });
  }

  get paused(): boolean {
    return this.clock.paused;
  }

  /** Whether it has paused by itself, because its host had gone; a server that starts again does not know it. */
  get pausedAway(): boolean {
    return this.#timing.pausedAway;
  }

  /** Whether a room shows this table. */
  get isWatched(): boolean {
    return this.#watchers.any;
  }

  /** Whether another table plays on in its place: it is kept as it was, to look at. */
  get isKept(): boolean {
    return this.#settling.isKept;
  }

  /** Whether nothing goes on here by itself: another table plays on in its place, or it is let go. */
  get isAside(): boolean {
    return this.#settling.isAside;
  }

  get clock(): PhaseClock {
    return this.#play.clock;
  }

  get setting(): TableSetting {
    const isOver = this.#setting.notice !== '' && this.#noticedIn !== this.#spell;
    return isOver ? { ...this.#setting, notice: '' } : this.#setting;
  }

  get bookmarks(): readonly StoredBookmark[] {
    return this.#bookmarks.list;
  }

  /** Notes that a room shows this table; answers how to say that it does no longer. While none does, no time passes. */
  watch(): () => void {
    return this.#watchers.add();
  }

  /** Tells a room or a class of changes; answers how to stop. */
  listen(listener: Listener): () => void {
    return this.#listeners.add(listener);
  }

  /** The phase that is open; before the start, the first. */
  get #spell(): string {
    const { status, round, phase } = this.match.state;
    if (status === 'finished') return status;
    return status === 'waiting' ? momentKey({ round: 1, phase: this.shelved.brief.phases[0]?.id ?? '' }) : momentKey({ round, phase });
  }

  /** Takes over what the class decides. */
  apply(setting: TableSetting): void {
    const isOtherTime = this.#setting.phaseSeconds !== setting.phaseSeconds;
    if (this.#setting.announced !== setting.announced) this.#noticedIn = this.#spell;
    this.#setting = setting;
    if (isOtherTime && this.clock.timer && !this.isAside) this.#play.restartClock();
    this.#listeners.changed();
  }

  /** Plays the stored commands and settles what a stop of the server may have left open. Throws if the rules refuse them now. */
  async restore(): Promise<void> {
    const entries = await this.#store.commands(this.stored.id);
    const differs = this.match.replay(entries);
    if (differs !== null) this.#log.warn({ seq: differs.seq }, 'the rules have changed since this match was played');
    await this.#bookmarks.restore();
    await this.talk.restore();
    await this.#settling.begin();
  }

  /** Resolves when nothing is left to do. */
  async idle(): Promise<void> {
    await this.#settling.idle();
    await this.talk.idle();
  }

  /** Lets it go: nothing goes on here by itself any more. */
  letGo(): void {
    this.#settling.letGo();
  }

  /** Tells its rooms that it is deleted. */
  end(): void {
    this.letGo();
    this.#listeners.ended();
  }

  /** Leads everybody to the table of the class that is played in its place now. */
  sendAway(): void {
    this.#listeners.replaced();
  }

  /** The same at a table of its own, which is found under its code no more. */
  close(): void {
    this.#listeners.closed();
  }

  /**
   * Lets another table take its place, after all that was asked of it before: `replace` does that, and answers which. What is asked of it
   * from then on is refused. Null: it had given way already.
   */
  giveWay(replace: () => Promise<Table>): Promise<Table | null> {
    return this.#settling.inOrder(async () => {
      if (this.isKept) return null;
      await this.talk.idle();
      const other = await replace();
      this.#settling.setKept(true);
      return other;
    });
  }

  /** Plays on in the place of another one, with its people; what they plan is of use if it is the same phase. */
  takePlaceOf(other: Table, plans: 'keep plans' | 'forget plans'): void {
    this.#people.takeOver(other.roster, plans);
    this.#settling.setKept(false);
  }

  /**
   * Gives a seat of a table of its own to a new player, or back to the one who knows its secret. Refuses with the reason. Null: another
   * table has its code now, and gives out the seats.
   */
  join(
    nickname: string,
    seat: string | undefined,
    seatSecret: string | undefined,
  ): Promise<{ readonly player: Player; readonly seatSecret: string } | null> {
    return this.#settling.inOrder(async () => {
      if (this.isKept) return null;
      if (seatSecret !== undefined) {
        const player = this.roster.bySecret(seatSecret, seat) ?? refuse(PROBLEMS.wrongSecret);
        return { player, seatSecret };
      }
      if (this.#setting.workshop !== null) refuse(PROBLEMS.wrongSecret);
      const { player, secret } = await this.#people.join(nickname, seat);
      return { player, seatSecret: secret };
    });
  }

  /** Seats a player of the class. */
  admit(player: Player, seat: string): Promise<void> {
    return this.#settling.thenSettle(() => this.#people.admit(player, seat));
  }

  /** Takes a player's place away and closes their connections; `isAwaited`: somebody else is about to take it. */
  release(player: Player, next: Partial<StoredPlayer> = {}, isAwaited = false): Promise<void> {
    return this.#settling.thenSettle(async () => {
      await this.#people.release(player, next, isAwaited);
      this.#listeners.gone(player.stored.id);
    });
  }

  /** Stores a change of a player who sits here. */
  keep(player: Player, change: Partial<StoredPlayer>): Promise<void> {
    return this.#settling.thenSettle(async () => {
      await this.#people.keep(player, change);
      this.#listeners.changed();
    });
  }

  /** Notes that a player came or went. */
  setConnected(player: string, connected: boolean): void {
    this.#people.setConnected(player, connected);
    // Whoever has gone is not waited for in phases without choices.
    if (!connected) this.#settling.soon();
  }

  /** Does what its host asks. Answers null, or why not. */
  obey(order: TableOrder): Promise<Problem | null> {
    return this.#settling.ask(() => this.#orders.obey(order));
  }

  /** Pauses by itself: its host has gone. */
  pauseWithoutHost(): Promise<Problem | null> {
    return this.#settling.ask(async () => {
      await this.#timing.setPaused(true, true);
      return null;
    });
  }

  /** Takes back that this moment is remembered. */
  forgetBookmark(seq: number): Promise<void> {
    return this.#settling.inOrder(async () => {
      await this.#bookmarks.forget(seq);
      this.#listeners.changed();
    });
  }
}
