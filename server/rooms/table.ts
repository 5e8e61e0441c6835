import type { TableOrder } from '../../shared/console.ts';
import type { Command, PactCommand } from '../../shared/match/commands.ts';
import type { Choice, Role } from '../../shared/match/state.ts';
import type { Problem } from '../../shared/messages.ts';
import type { Said, Saying } from '../../shared/talk.ts';
import type { Log } from '../log.ts';
import { PROBLEMS, refuse } from '../problems.ts';
import type { ShelvedScenario } from '../scenarios.ts';
import type { StoredPlayer } from '../store/players.ts';
import type { Store, StoredSeat, StoredTable } from '../store/store.ts';
import type { StoredBookmark } from '../store/workshops.ts';
import { Bookmarks } from './bookmarks.ts';
import { type Listener, Listeners } from './listeners.ts';
import { StoredMatch } from './match.ts';
import { Orders } from './orders.ts';
import { People } from './people.ts';
import type { PhaseClock } from './phaseClock.ts';
import { Play, plain } from './play.ts';
import type { Player } from './player.ts';
import { Roster } from './roster.ts';
import { type TableSetting, usualSetting } from './setting.ts';
import { Settling } from './settling.ts';
import { Talk } from './talk.ts';
import type { Moment } from './team.ts';
import { Timing } from './timing.ts';
import { Watchers } from './watchers.ts';

/** A match with its people, without their sockets: what may be asked of it. How it goes on by itself is in `settling.ts`. */
export class Table {
  readonly stored: StoredTable;
  readonly shelved: ShelvedScenario;
  readonly match: StoredMatch;
  readonly roster: Roster;
  readonly talk: Talk;
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
  #isKept: boolean;
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
    this.#isKept = stored.archived;
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
    return this.#isKept;
  }

  /** Whether nothing goes on here by itself: another table plays on in its place, or it is let go. */
  get isAside(): boolean {
    return this.#settling.isAside;
  }

  get clock(): PhaseClock {
    return this.#play.clock;
  }

  get setting(): TableSetting {
    return this.#setting;
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

  /** Takes over what the class decides. */
  apply(setting: TableSetting): void {
    const isOtherTime = this.#setting.phaseSeconds !== setting.phaseSeconds;
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
    this.#settling.setAside(true);
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
      if (this.#isKept) return null;
      await this.talk.idle();
      const other = await replace();
      this.#isKept = true;
      this.#settling.setAside(true);
      return other;
    });
  }

  /** Plays on in the place of another one, with its people; what they plan is of use if it is the same phase. */
  takePlaceOf(other: Table, plans: 'keep plans' | 'forget plans'): void {
    this.#isKept = false;
    this.#people.takeOver(other.roster, plans);
    this.#settling.setAside(false);
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
      if (this.#isKept) return null;
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

  /** Seals a seat's choice. Answers null, or why not; the same key is applied once. */
  choose(
    by: { readonly seat: string; readonly player: string },
    at: Moment,
    choice: Choice,
    key: string | undefined,
  ): Promise<Problem | null> {
    const keyed = key === undefined ? null : `${by.seat}:${key}`;
    const command = { type: 'choose', seat: by.seat, ...at, choice: plain(choice) } as const;
    return this.#command(command, keyed, () => this.#people.whyNotLock(by.player, choice));
  }

  /** Takes a sealed choice back. */
  reopen(by: { readonly seat: string; readonly player: string }, at: Moment): Promise<Problem | null> {
    return this.#command({ type: 'reopen', seat: by.seat, ...at }, null, () => this.#people.whyNotReopen(by.player));
  }

  /** Offers a pact, answers an offer or takes one back. Answers null, or why not; the same key is applied once. */
  negotiate(command: PactCommand, key: string | undefined): Promise<Problem | null> {
    return this.#command(command, key === undefined ? null : `${command.seat}:${key}`, () =>
      this.roster.place(command.seat).bot === null ? null : PROBLEMS.playedByBot,
    );
  }

  /** Keeps what a player plans, for the team to see. */
  plan(player: string, at: Moment, choice: Choice | null, proposed: boolean): Promise<void> {
    return this.#inOrder(() => this.#people.plan(player, at, choice === null ? null : plain(choice), proposed));
  }

  /** Notes whose plan a player backs. */
  vote(player: string, at: Moment, member: string | null): Promise<void> {
    return this.#inOrder(() => this.#people.vote(player, at, member));
  }

  /** Says something as a seat; the same key is said once. Refuses what may not be said. */
  async say(seat: string, saying: Saying, key: string | undefined): Promise<Said> {
    if (this.#isKept) refuse(PROBLEMS.kept);
    const { round, phase, status } = this.match.state;
    const { muted } = this.roster.place(seat);
    const now = { round, phase, finished: status === 'finished', paused: this.paused, freeText: this.#setting.freeText, muted };
    return this.talk.say(seat, saying, key ?? null, now);
  }

  /** Notes that a player is ready to go on in a phase without choices. */
  ready(player: string, at: Moment): Promise<Problem | null> {
    return this.#thenSettle(async () => (this.paused ? PROBLEMS.paused : this.#people.ready(player, at)));
  }

  /** Does what its host asks. Answers null, or why not. */
  obey(order: TableOrder): Promise<Problem | null> {
    return this.#thenSettle(() => this.#orders.obey(order));
  }

  /** Pauses by itself: its host has gone. */
  pauseWithoutHost(): Promise<Problem | null> {
    return this.#thenSettle(async () => {
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

  #command(command: Command, key: string | null, whyNot: () => Problem | null): Promise<Problem | null> {
    return this.#thenSettle(async () => {
      if (key !== null && this.match.hasApplied(key)) return null;
      return this.paused ? PROBLEMS.paused : (whyNot() ?? this.#play.apply(command, key));
    });
  }

  /** Does what somebody asks, then lets the match go on if it may. Answers null, or why not. */
  #thenSettle(task: () => Promise<Problem | null>): Promise<Problem | null> {
    return this.#settling.thenSettle(async () => (this.#isKept ? PROBLEMS.kept : task()));
  }

  /** Does what somebody asks; nothing follows from it. */
  #inOrder(task: () => Promise<void>): Promise<void> {
    return this.#settling.inOrder(async () => (this.#isKept ? refuse(PROBLEMS.kept) : task()));
  }
}
