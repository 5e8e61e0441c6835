import type { Problem } from '../../shared/messages.ts';
import type { Log } from '../log.ts';
import { PROBLEMS, Refusal, refuse } from '../problems.ts';
import { later, SECOND } from './clock.ts';
import { Line } from './line.ts';
import type { StoredMatch } from './match.ts';
import { isDone } from './pacing.ts';
import type { Play } from './play.ts';
import type { Roster } from './roster.ts';

/** How soon the match tries again what it could not store, in milliseconds. */
const AGAIN = 2 * SECOND;

/** What settling needs to know and to tell. */
export interface SettlingParts {
  readonly match: StoredMatch;
  readonly roster: Roster;
  readonly play: Play;
  readonly log: Log;
  readonly onChange: () => void;
}

/**
 * How a table goes on by itself: after what was asked of it, when the database is back, and when the time is over. All that changes the
 * table goes through one line, in the order it came.
 */
export class Settling {
  readonly #parts: SettlingParts;
  readonly #line = new Line();
  #isKept: boolean;
  #isLetGo = false;
  #stopTrying = (): void => {};

  /** `isKept`: another table plays on in its place. */
  constructor(parts: SettlingParts, isKept: boolean) {
    this.#parts = parts;
    this.#isKept = isKept;
  }

  /** Whether another table plays on in its place: what is asked of it is refused. */
  get isKept(): boolean {
    return this.#isKept;
  }

  /** Whether nothing goes on here by itself: another table plays on in its place, or it is let go. */
  get isAside(): boolean {
    return this.#isKept || this.#isLetGo;
  }

  /** Does what somebody asks, in its order, then lets the match go on if it may. Answers null, or why not. */
  ask(task: () => Promise<Problem | null>): Promise<Problem | null> {
    return this.thenSettle(async () => (this.#isKept ? PROBLEMS.kept : task()));
  }

  /** The same for what nothing follows from. */
  askInOrder(task: () => Promise<void>): Promise<void> {
    return this.inOrder(async () => {
      this.refuseIfKept();
      await task();
    });
  }

  refuseIfKept(): void {
    if (this.#isKept) refuse(PROBLEMS.kept);
  }

  /** Does something in its order; nothing follows from it. */
  inOrder<T>(task: () => Promise<T>): Promise<T> {
    return this.#line.add(task);
  }

  /** Does something in its order, then lets the match go on if it may: after the answer, and only if that is no problem. */
  async thenSettle<Answer>(task: () => Promise<Answer>): Promise<Answer> {
    const answer = await this.#line.add(task);
    if ((answer ?? null) === null) this.soon();
    return answer;
  }

  /** Lets the match go on if it may, after all that was asked for before. */
  soon(): void {
    if (this.isAside) return;
    this.#line
      .add(() => this.#settle())
      .catch((error: unknown) => {
        if (error instanceof Refusal && error.code === 'not-stored') this.tryAgainLater();
        else this.#parts.log.error({ error }, 'could not settle');
      });
  }

  /** Bots and phases go on as soon as the database is back, without anybody pressing a button. */
  tryAgainLater(): void {
    if (this.isAside) return;
    this.#stopTrying();
    this.#stopTrying = later(AGAIN, () => this.soon());
  }

  /** The time is over: closes the phase, or first waits for those who were given more. */
  closeOverdue(): void {
    const { match, play, log } = this.#parts;
    const { round, phase } = match.state;
    const isStillOpen = (): boolean => !play.clock.paused && match.state.round === round && match.state.phase === phase;
    this.thenSettle(async () => (isStillOpen() ? this.#closeOrGiveExtra() : null)).catch((error: unknown) =>
      log.error({ error }, 'could not close the phase'),
    );
  }

  /** Counts the time of the phase, and settles what a stop of the server may have left open. */
  async begin(): Promise<void> {
    if (this.isAside) return;
    const { play } = this.#parts;
    play.restartClock();
    await this.#line.add(() => play.settle());
  }

  /** Another table plays on in its place from now on, or it plays on itself. */
  setKept(isKept: boolean): void {
    this.#isKept = isKept;
    if (isKept) this.#stop();
    else this.#goOn();
  }

  /** It is dropped from memory. */
  letGo(): void {
    this.#isLetGo = true;
    this.#stop();
  }

  /** Resolves when nothing is left to do. */
  idle(): Promise<void> {
    return this.#line.idle();
  }

  #goOn(): void {
    this.#isLetGo = false;
    this.#parts.play.restartClock();
    this.soon();
  }

  #stop(): void {
    this.#parts.play.clock.stop();
    this.#stopTrying();
  }

  /** Lets the match go on. When those who were given more time are done, the time of the others is over already. */
  async #settle(): Promise<void> {
    const { play } = this.#parts;
    await play.settle();
    if (play.clock.inExtraTime && !play.clock.paused && this.#extraWanted() === 0) await play.closeWithPlans();
  }

  async #closeOrGiveExtra(): Promise<Problem | null> {
    const { play, onChange } = this.#parts;
    const { clock } = play;
    const extra = clock.inExtraTime ? 0 : this.#extraWanted();
    if (extra === 0) {
      const problem = await play.closeWithPlans();
      if (problem?.code === 'not-stored') clock.endAgainIn(AGAIN);
      return problem;
    }
    clock.giveExtra(extra);
    onChange();
    return null;
  }

  /** The most seconds that somebody has who is there and not done. */
  #extraWanted(): number {
    const { match, roster } = this.#parts;
    const waitedFor = roster.persons.filter((place) => !isDone(match, place));
    return Math.max(
      0,
      ...waitedFor.flatMap((place) => place.members.filter(({ connected }) => connected).map(({ stored }) => stored.extra)),
    );
  }
}
