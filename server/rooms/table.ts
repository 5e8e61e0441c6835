import type { Command, PactCommand } from '../../shared/match/commands.ts';
import type { Choice } from '../../shared/match/state.ts';
import type { BotName, Problem } from '../../shared/messages.ts';
import type { Log } from '../log.ts';
import { PROBLEMS, refuse } from '../problems.ts';
import type { ShelvedScenario } from '../scenarios.ts';
import { newSecret } from '../secrets.ts';
import type { Store, StoredSeat, StoredTable } from '../store/store.ts';
import type { Countdown } from './clock.ts';
import { Line } from './line.ts';
import { StoredMatch } from './match.ts';
import { isAsked } from './pacing.ts';
import { Play, plain } from './play.ts';
import { Roster, seatPerson, storedSeat } from './roster.ts';

/** A match with its people, without their sockets. All that changes it goes through one line, in the order it came. */
export class Table {
  readonly stored: StoredTable;
  readonly shelved: ShelvedScenario;
  readonly match: StoredMatch;
  readonly roster: Roster;
  readonly #play: Play;
  readonly #store: Store;
  readonly #log: Log;
  readonly #line = new Line();
  /** Whether a room shows this table. */
  isWatched = false;
  /** Called after something changed; set by the room that shows this table. */
  onChange: () => void = () => {};

  constructor(stored: StoredTable, seats: readonly StoredSeat[], shelved: ShelvedScenario, store: Store, log: Log) {
    this.stored = stored;
    this.shelved = shelved;
    this.#store = store;
    this.#log = log.child({ table: stored.id });
    this.roster = new Roster(
      shelved.brief.seats.map((seat) => seat.id),
      seats,
      stored.bots,
    );
    this.match = new StoredMatch(shelved.scenario, stored.seed, store, stored.id);
    const { match, roster } = this;
    const [onChange, onTimeOver] = [() => this.onChange(), () => this.#onTimeOver()];
    this.#play = new Play({ stored, shelved, match, roster, store, log: this.#log, onChange, onTimeOver });
  }

  get paused(): boolean {
    return this.#play.paused;
  }

  get timer(): boolean {
    return this.#play.timer;
  }

  get clock(): Countdown {
    return this.#play.clock;
  }

  /** Plays the stored commands and settles what a stop of the server may have left open. Throws if the rules refuse them now. */
  async restore(): Promise<void> {
    const entries = await this.#store.commands(this.stored.id);
    const differs = this.match.replay(entries);
    if (differs !== null) this.#log.warn({ seq: differs.seq }, 'the rules have changed since this match was played');
    this.#play.restartClock();
    await this.#line.add(() => this.#play.settle());
  }

  /** Stops the clock; resolves when nothing is left to do. */
  async idle(): Promise<void> {
    this.clock.stop();
    await this.#line.idle();
  }

  /** Gives a seat to a new player, or back to the one who knows its secret. Refuses with the reason. */
  join(
    nickname: string,
    seat: string | undefined,
    seatSecret: string | undefined,
  ): Promise<{ readonly seat: string; readonly seatSecret: string }> {
    return this.#line.add(async () => {
      if (seatSecret !== undefined) {
        const mine = this.roster.bySecret(seatSecret, seat) ?? refuse(PROBLEMS.wrongSecret);
        return { seat: mine.seat, seatSecret };
      }
      const place = this.roster.placeFor(nickname, seat, this.match.state.status !== 'waiting');
      const secret = newSecret();
      const next = { ...place };
      seatPerson(next, nickname, secret);
      await this.#store.saveSeat(this.stored.id, storedSeat(next));
      Object.assign(place, next);
      this.onChange();
      return { seat: place.seat, seatSecret: secret };
    });
  }

  /** Notes that a seat's person came or went. */
  setConnected(seat: string, connected: boolean): void {
    const place = this.roster.place(seat);
    place.connected = connected;
    if (connected) place.reservedAt = null;
    this.onChange();
    // Whoever has gone is not waited for in phases without choices.
    if (!connected) this.#settleSoon();
  }

  /** Seals a seat's choice. Answers null, or why not; the same key is applied once. */
  choose(seat: string, round: number, phase: string, choice: Choice, key: string | undefined): Promise<Problem | null> {
    const keyed = key === undefined ? null : `${seat}:${key}`;
    return this.#command({ type: 'choose', seat, round, phase, choice: plain(choice) }, keyed);
  }

  /** Takes a sealed choice back. */
  reopen(seat: string, round: number, phase: string): Promise<Problem | null> {
    return this.#command({ type: 'reopen', seat, round, phase }, null);
  }

  /** Offers a pact, answers an offer or takes one back. Answers null, or why not; the same key is applied once. */
  negotiate(command: PactCommand, key: string | undefined): Promise<Problem | null> {
    return this.#command(command, key === undefined ? null : `${command.seat}:${key}`);
  }

  /** Notes that a seat's person is ready to go on in a phase without choices. */
  ready(seat: string, round: number, phase: string): Promise<Problem | null> {
    return this.#thenSettle(async () => {
      const { state } = this.match;
      if (state.status === 'finished') return PROBLEMS.finished;
      if (this.paused) return PROBLEMS.paused;
      if (state.round !== round || state.phase !== phase) return PROBLEMS.stale;
      if (isAsked(this.match, seat)) return PROBLEMS.chooseInstead;
      this.roster.place(seat).ready = true;
      this.onChange();
      return null;
    });
  }

  /** Starts play: empty seats first go to bots if the table was made so. */
  start(): Promise<Problem | null> {
    return this.#thenSettle(() => this.#play.start());
  }

  /** Closes the phase now. `withBots`: bots choose once for whoever has not. */
  next(withBots: boolean): Promise<Problem | null> {
    return this.#thenSettle(async () => {
      const { status } = this.match.state;
      if (status !== 'playing') return status === 'waiting' ? PROBLEMS.notStarted : PROBLEMS.finished;
      if (withBots) await this.#play.chooseForAll();
      return this.#play.advance();
    });
  }

  /** Gives every empty seat to a bot: the one named, or the usual one of its role. */
  fillWithBots(bot: BotName | undefined): Promise<Problem | null> {
    return this.#thenSettle(async () => {
      await this.#play.fill(bot);
      return null;
    });
  }

  setPaused(paused: boolean): Promise<Problem | null> {
    return this.#thenSettle(async () => {
      await this.#store.saveSettings(this.stored.id, { paused, timer: this.timer });
      this.#play.paused = paused;
      if (paused) this.clock.pause();
      else this.clock.resume();
      this.onChange();
      return null;
    });
  }

  setTimer(timer: boolean): Promise<Problem | null> {
    return this.#thenSettle(async () => {
      await this.#store.saveSettings(this.stored.id, { paused: this.paused, timer });
      this.#play.timer = timer;
      this.#play.restartClock();
      this.onChange();
      return null;
    });
  }

  #command(command: Command, key: string | null): Promise<Problem | null> {
    return this.#thenSettle(async () => {
      if (key !== null && this.match.hasApplied(key)) return null;
      return this.paused ? PROBLEMS.paused : this.#play.apply(command, key);
    });
  }

  /** Does something in its order. What follows from it comes after the answer. */
  async #thenSettle(task: () => Promise<Problem | null>): Promise<Problem | null> {
    const problem = await this.#line.add(task);
    if (problem === null) this.#settleSoon();
    return problem;
  }

  #settleSoon(): void {
    this.#line.add(() => this.#play.settle()).catch((error: unknown) => this.#log.error({ error }, 'could not settle'));
  }

  #onTimeOver(): void {
    const { round, phase } = this.match.state;
    const isStillOpen = (): boolean => !this.paused && this.match.state.round === round && this.match.state.phase === phase;
    this.#thenSettle(async () => (isStillOpen() ? this.#play.advance() : null)).catch((error: unknown) =>
      this.#log.error({ error }, 'could not close the phase'),
    );
  }
}
