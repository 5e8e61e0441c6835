import { botChoice } from '../../shared/bots/index.ts';
import type { Command } from '../../shared/match/commands.ts';
import type { Choice } from '../../shared/match/state.ts';
import type { BotName, Problem } from '../../shared/messages.ts';
import type { Log } from '../log.ts';
import { PROBLEMS, refuse } from '../problems.ts';
import type { ShelvedScenario } from '../scenarios.ts';
import { newSecret } from '../secrets.ts';
import type { Store, StoredSeat, StoredTable } from '../store/store.ts';
import { type Countdown, SECOND, countdown } from './clock.ts';
import { StoredMatch } from './match.ts';
import { isAsked, isDone, mayClose } from './pacing.ts';
import { type Place, Roster, seatPerson, storedSeat, usualBot } from './roster.ts';

/** More phases than any scenario has in a row without people: stops a runaway match. */
const MOST_PHASES_AT_ONCE = 60;

/** A match with its people, without their sockets. All that changes it goes through one line, in the order it came. */
export class Table {
  readonly stored: StoredTable;
  readonly shelved: ShelvedScenario;
  readonly match: StoredMatch;
  readonly roster: Roster;
  readonly clock: Countdown;
  readonly #store: Store;
  readonly #log: Log;
  #paused: boolean;
  #timer: boolean;
  #line: Promise<unknown> = Promise.resolve();
  /** Whether a room shows this table. */
  isWatched = false;
  /** Called after something changed; set by the room that shows this table. */
  onChange: () => void = () => {};

  constructor(stored: StoredTable, seats: readonly StoredSeat[], shelved: ShelvedScenario, store: Store, log: Log) {
    this.stored = stored;
    this.shelved = shelved;
    this.#store = store;
    this.#log = log.child({ table: stored.id });
    this.#paused = stored.paused;
    this.#timer = stored.timer;
    this.roster = new Roster(shelved.brief.seats.map((seat) => seat.id), seats, stored.bots);
    this.match = new StoredMatch(shelved.scenario, stored.seed, store, stored.id);
    this.clock = countdown(() => this.#onTimeOver());
  }

  get paused(): boolean {
    return this.#paused;
  }

  get timer(): boolean {
    return this.#timer;
  }

  /** Plays the stored commands and settles what a stop of the server may have left open. Throws if the rules refuse them now. */
  async restore(): Promise<void> {
    const entries = await this.#store.commands(this.stored.id);
    const differs = this.match.replay(entries);
    if (differs !== null) this.#log.warn({ seq: differs.seq }, 'the rules have changed since this match was played');
    if (entries.length > 0) this.#restartClock();
    await this.inOrder(() => this.#settle());
  }

  /** Does something after all that was asked before it. */
  inOrder<T>(task: () => Promise<T>): Promise<T> {
    const result = this.#line.then(task);
    this.#line = result.catch(() => {});
    return result;
  }

  /** Resolves when nothing is left to do. */
  async idle(): Promise<void> {
    this.clock.stop();
    await this.#line;
  }

  /** Gives a seat to a new player, or back to the one who knows its secret. Refuses with the reason. */
  join(nickname: string, seat: string | undefined, seatSecret: string | undefined): Promise<{ readonly seat: string; readonly seatSecret: string }> {
    return this.inOrder(async () => {
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

  /** Notes that a seat's person is ready to go on in a phase without choices. */
  ready(seat: string, round: number, phase: string): Promise<Problem | null> {
    return this.inOrder(async () => {
      const { state } = this.match;
      if (state.status === 'finished') return PROBLEMS.finished;
      if (this.#paused) return PROBLEMS.paused;
      if (state.round !== round || state.phase !== phase) return PROBLEMS.stale;
      if (isAsked(this.match, seat)) return PROBLEMS.chooseInstead;
      this.roster.place(seat).ready = true;
      this.onChange();
      this.#settleSoon();
      return null;
    });
  }

  /** Starts play: empty seats first go to bots if the table was made so. */
  start(): Promise<Problem | null> {
    return this.inOrder(() => this.#start());
  }

  /** Closes the phase now. `withBots`: bots choose once for whoever has not. */
  next(withBots: boolean): Promise<Problem | null> {
    return this.inOrder(async () => {
      const { status } = this.match.state;
      if (status !== 'playing') return status === 'waiting' ? PROBLEMS.notStarted : PROBLEMS.finished;
      if (withBots) for (const place of this.roster.places) await this.#botChooses(place, place.bot ?? usualBot(this.#roleOf(place.seat)));
      const problem = await this.#advance();
      this.#settleSoon();
      return problem;
    });
  }

  /** Gives every empty seat to a bot: the one named, or the usual one of its role. */
  fillWithBots(bot: BotName | undefined): Promise<Problem | null> {
    return this.inOrder(async () => {
      await this.#fill(bot);
      this.#settleSoon();
      return null;
    });
  }

  setPaused(paused: boolean): Promise<Problem | null> {
    return this.inOrder(async () => {
      await this.#store.saveSettings(this.stored.id, { paused, timer: this.#timer });
      this.#paused = paused;
      if (paused) this.clock.pause();
      else this.clock.resume();
      this.onChange();
      this.#settleSoon();
      return null;
    });
  }

  setTimer(timer: boolean): Promise<Problem | null> {
    return this.inOrder(async () => {
      await this.#store.saveSettings(this.stored.id, { paused: this.#paused, timer });
      this.#timer = timer;
      this.#restartClock();
      this.onChange();
      return null;
    });
  }

  #command(command: Command, key: string | null): Promise<Problem | null> {
    return this.inOrder(async () => {
      if (key !== null && this.match.hasApplied(key)) return null;
      if (this.#paused) return PROBLEMS.paused;
      const problem = await this.#apply(command, key);
      if (problem === null) this.#settleSoon();
      return problem;
    });
  }

  async #start(): Promise<Problem | null> {
    if (this.match.state.status !== 'waiting') return this.match.state.status === 'playing' ? PROBLEMS.alreadyStarted : PROBLEMS.finished;
    if (this.stored.bots === 'fill') await this.#fill(undefined);
    if (this.roster.empty.length === this.roster.places.length) return PROBLEMS.nobodyThere;
    const problem = await this.#apply({ type: 'start' }, null);
    this.#settleSoon();
    return problem;
  }

  async #fill(bot: BotName | undefined): Promise<void> {
    for (const place of this.roster.empty) {
      const name = bot ?? usualBot(this.#roleOf(place.seat));
      await this.#store.saveSeat(this.stored.id, { seat: place.seat, nickname: '', secretHash: null, bot: name });
      place.bot = name;
    }
    this.onChange();
  }

  /** Applies a command and follows the match into the phase it leads to. */
  async #apply(command: Command, key: string | null): Promise<Problem | null> {
    const before = this.match.state;
    const problem = await this.match.apply(command, key);
    const after = this.match.state;
    if (after === before) return problem;
    if (after.round !== before.round || after.phase !== before.phase) {
      this.roster.clearReady();
      this.#restartClock();
    }
    if (after.status !== before.status) await this.#store.saveStatus(this.stored.id, after.status).catch((error: unknown) => this.#log.error({ error }, 'status not stored'));
    this.onChange();
    return problem;
  }

  #advance(): Promise<Problem | null> {
    const { round, phase } = this.match.state;
    return this.#apply({ type: 'advance', round, phase }, null);
  }

  #settleSoon(): void {
    this.inOrder(() => this.#settle()).catch((error: unknown) => this.#log.error({ error }, 'could not settle'));
  }

  /** Lets bots choose and closes phases that wait for nobody. */
  async #settle(): Promise<void> {
    for (let phases = 0; phases < MOST_PHASES_AT_ONCE; phases++) {
      if (this.#paused) return;
      const { state } = this.match;
      if (state.status === 'waiting') {
        if (this.#mayStartItself()) await this.#start();
        return;
      }
      for (const place of this.roster.bots) if (place.bot !== null) await this.#botChooses(place, place.bot);
      if (!mayClose(this.match, this.roster)) return;
      if ((await this.#advance()) !== null) return;
    }
  }

  /** A table that bots fill needs no host: it starts when all who are there are ready. */
  #mayStartItself(): boolean {
    const here = this.roster.persons.filter((place) => place.connected);
    return this.stored.bots === 'fill' && here.length > 0 && here.every((place) => place.ready);
  }

  async #botChooses(place: Place, bot: BotName): Promise<void> {
    if (!isAsked(this.match, place.seat) || isDone(this.match, place)) return;
    const { scenario, state } = this.match;
    const { round, phase } = state;
    const choice = botChoice(scenario, state, place.seat, bot);
    const problem = await this.#apply({ type: 'choose', seat: place.seat, round, phase, choice: plain(choice) }, null);
    if (problem !== null) this.#log.error({ bot, seat: place.seat, phase, code: problem.code }, 'a bot chose what is not legal');
  }

  #restartClock(): void {
    this.clock.stop();
    const { status, phase } = this.match.state;
    const seconds = this.shelved.brief.phases.find((known) => known.id === phase)?.seconds ?? 0;
    if (!this.#timer || status !== 'playing' || seconds <= 0) return;
    this.clock.start(seconds * SECOND);
    if (this.#paused) this.clock.pause();
  }

  #onTimeOver(): void {
    const { round, phase } = this.match.state;
    this.inOrder(async () => {
      const { state } = this.match;
      if (this.#paused || state.round !== round || state.phase !== phase) return;
      await this.#advance();
      await this.#settle();
    }).catch((error: unknown) => this.#log.error({ error }, 'could not close the phase'));
  }

  #roleOf(seat: string): 'regulator' | 'platform' | 'activist' {
    return this.shelved.brief.seats.find((known) => known.id === seat)?.role ?? 'platform';
  }
}

/** A choice as a command carries it: a copy that nobody else holds. */
function plain({ picks, prediction }: Choice): Extract<Command, { type: 'choose' }>['choice'] {
  return { picks: picks.map((pick) => ({ ...pick })), ...(prediction === undefined ? {} : { prediction: { ...prediction } }) };
}
