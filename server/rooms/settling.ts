import type { Problem } from '../../shared/messages.ts';
import type { Log } from '../log.ts';
import { Refusal } from '../problems.ts';
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
  #isAside: boolean;
  #stopTrying = (): void => {};

  constructor(parts: SettlingParts, isAside: boolean) {
    this.#parts = parts;
    this.#isAside = isAside;
  }

  get isAside(): boolean {
    return this.#isAside;
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
    if (this.#isAside) return;
    this.#line
      .add(() => this.#settle())
      .catch((error: unknown) => {
        if (error instanceof Refusal && error.code === 'not-stored') this.tryAgainLater();
        else this.#parts.log.error({ error }, 'could not settle');
      });
  }

  /** Bots and phases go on as soon as the database is back, without anybody pressing a button. */
  tryAgainLater(): void {
    if (this.#isAside) return;
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
    if (this.#isAside) return;
    const { play } = this.#parts;
    play.restartClock();
    await this.#line.add(() => play.settle());
  }

  /** Whether another table plays on in its place, or it is let go: then nothing goes on here by itself. */
  setAside(isAside: boolean): void {
    const { play } = this.#parts;
    this.#isAside = isAside;
    if (isAside) {
      play.clock.stop();
      this.#stopTrying();
      return;
    }
    play.restartClock();
    this.soon();
  }

  /** Resolves when nothing is left to do. */
  idle(): Promise<void> {
    return this.#line.idle();
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
