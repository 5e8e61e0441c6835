import { type ReadonlySignal, signal } from '@preact/signals';
import { CLOSE_CODES } from '../../shared/closing.ts';
import type { ErrorCode, Problem } from '../../shared/messages.ts';
import { isProblem, OFFLINE } from './api.ts';
import { reached } from './reached.ts';
import type { LiveRoom } from './room.ts';
import type { Link } from './session.ts';
import { backoff, onWaking } from './waking.ts';

/** How long an answer may take before the connection counts as dead. */
const PATIENCE = 7000;
/** The same after sleep, when it probably is. */
const PING_PATIENCE = 1500;
/** An attempt that began before the device woke may hang on a network that is gone; one that has just begun may go on. */
const STALE_ATTEMPT = 1000;
/** Problems that another try can't mend. All others are waited out: a server that closes, restarts or is out of reach. */
const FINAL: readonly ErrorCode[] = [
  'wrong-code',
  'wrong-secret',
  'claimed',
  'no-such-seat',
  'seat-taken',
  'name-taken',
  'not-host',
  'banned',
  'not-let-in',
  'forbidden-origin',
  'outdated',
];

/** Let in again, or no longer here: then the link ends. */
export type Readmitted = { readonly reservation: unknown } | 'elsewhere';

/** What a tether holds on to. */
export interface Hold<State> {
  readonly server: string;
  /** Asks the server to be let in again. */
  readonly admit: (signal: AbortSignal) => Promise<Readmitted | Problem>;
  /** Sets up listeners before anything arrives. Each must ask `isCurrent` first: an older connection may still speak. */
  readonly prepare: (room: LiveRoom<State>, isCurrent: () => boolean) => void;
  /** Reads what was missed. The link is online after that. */
  readonly catchUp: (room: LiveRoom<State>) => Promise<void>;
}

/** Keeps a connection to one room: comes back after any drop, asks again what was not answered. `Request` names what may be asked. */
export class Tether<State, Request extends string> {
  readonly #hold: Hold<State>;
  readonly #link = signal<Link>('connecting');
  readonly #whyEnded = signal<Problem | null>(null);
  readonly #stopWaking: () => void;
  #room: LiveRoom<State> | null = null;
  #failures = 0;
  #retry: ReturnType<typeof setTimeout> | undefined;
  #attempt: { readonly since: number; readonly ending: AbortController } | null = null;
  /** Runs out if the connection that was asked after sleep does not answer. */
  #asked: ReturnType<typeof setTimeout> | undefined;
  #closed = false;

  constructor(hold: Hold<State>) {
    this.#hold = hold;
    this.#stopWaking = onWaking(() => this.#wake());
  }

  get link(): ReadonlySignal<Link> {
    return this.#link;
  }

  get whyEnded(): ReadonlySignal<Problem | null> {
    return this.#whyEnded;
  }

  /** Connects for the first time. Answers null, or why it did not work. */
  async begin(reservation: unknown): Promise<Problem | null> {
    try {
      await this.#connect(reservation);
      return null;
    } catch {
      return OFFLINE;
    }
  }

  /** Asks once. Answers what the server answers, or why not; `OFFLINE` when there was no answer. */
  async ask<Answer>(type: Request, message: unknown): Promise<Answer | Problem> {
    const room = this.#room;
    if (room === null || !room.connection.isOpen) return OFFLINE;
    try {
      return await room.request<unknown, Answer>(type, message, { timeout: PATIENCE });
    } catch (error) {
      const { reason } = error as { reason?: unknown };
      if (isProblem(reason)) return reason;
      // No answer in time, though the connection looks open: it is not.
      if (room === this.#room && room.connection.isOpen) this.#abandon();
      return OFFLINE;
    }
  }

  /** Asks once for something to be done. Answers null, or why not. */
  async request(type: Request, message: unknown): Promise<Problem | null> {
    const answer = await this.ask<unknown>(type, message);
    return isProblem(answer) ? answer : null;
  }

  /** Asks again after each drop until there is an answer: for messages that do the same when they come twice. */
  async insist(type: Request, message: unknown): Promise<Problem | null> {
    while (!this.#closed) {
      const answer = await this.request(type, message);
      if (answer !== OFFLINE) return answer;
      if (!(await this.#whenOnline())) break;
    }
    return OFFLINE;
  }

  close(): void {
    const room = this.#room;
    this.#room = null;
    if (!this.#closed) this.#end('ended');
    if (room?.connection.isOpen) void room.leave();
  }

  async #connect(reservation: unknown, attempt?: AbortSignal): Promise<void> {
    const { openRoom } = await import('./room.ts');
    let early: number | null = null;
    const prepare = (opening: LiveRoom<State>): void => {
      this.#hold.prepare(opening, () => opening === this.#room);
      opening.onLeave((code) => {
        early = code;
        if (opening === this.#room) this.#dropped(code);
      });
      // Errors come before the end of the connection, which is handled above.
      opening.onError(() => {});
    };
    const room = await openRoom<State>(reservation, this.#hold.server, prepare, attempt);
    if (this.#closed) return void room.leave();
    this.#room = room;
    if (early !== null) return this.#dropped(early);
    await this.#hold.catchUp(room);
    this.#failures = 0;
    if (this.#room !== room) return;
    this.#link.value = 'online';
    reached.value += 1;
  }

  #dropped(code: number): void {
    this.#room = null;
    if (this.#closed) return;
    if (code === CLOSE_CODES.replaced) this.#end('replaced');
    else if (code === CLOSE_CODES.claimed) this.#end('claimed');
    else if (code === CLOSE_CODES.ended) this.#end('ended');
    else {
      // Who was moved has lost nothing: they only have to ask where to.
      this.#link.value = code === CLOSE_CODES.moved ? 'connecting' : 'offline';
      this.#retrySoon();
    }
  }

  #end(link: 'replaced' | 'claimed' | 'ended'): void {
    this.#closed = true;
    this.#link.value = link;
    clearTimeout(this.#retry);
    clearTimeout(this.#asked);
    this.#attempt?.ending.abort();
    this.#stopWaking();
  }

  #retrySoon(): void {
    clearTimeout(this.#retry);
    this.#retry = setTimeout(() => void this.#rejoin(), backoff(this.#failures));
    this.#failures += 1;
  }

  async #rejoin(): Promise<void> {
    if (this.#closed || this.#room !== null) return;
    clearTimeout(this.#retry);
    this.#attempt?.ending.abort();
    const attempt = { since: Date.now(), ending: new AbortController() };
    this.#attempt = attempt;
    try {
      const admitted = await this.#hold.admit(attempt.ending.signal);
      if (this.#attempt !== attempt || this.#closed) return;
      if (admitted === 'elsewhere') this.#end('ended');
      else if (!isProblem(admitted)) await this.#connect(admitted.reservation, attempt.ending.signal);
      else if (FINAL.includes(admitted.code)) {
        this.#whyEnded.value = admitted;
        this.#end(admitted.code === 'claimed' ? 'claimed' : 'ended');
      } else this.#link.value = 'offline';
    } catch {
      if (this.#attempt === attempt) this.#abandon();
    }
    if (this.#attempt !== attempt) return;
    this.#attempt = null;
    if (this.#room === null && !this.#closed) this.#retrySoon();
  }

  /** Gives up a connection that does not answer. */
  #abandon(): void {
    const room = this.#room;
    this.#room = null;
    room?.connection.close();
    if (this.#closed) return;
    this.#link.value = 'offline';
    if (this.#attempt === null) this.#retrySoon();
  }

  /** After sleep a connection may be dead without saying so: ask, and don't wait for the backoff. */
  #wake(): void {
    const room = this.#room;
    if (this.#closed) return;
    if (room === null) {
      this.#failures = 0;
      // Before the first connection there is nothing to come back to yet.
      const trying = this.#attempt !== null && Date.now() - this.#attempt.since < STALE_ATTEMPT;
      if (this.#link.peek() !== 'connecting' && !trying) void this.#rejoin();
      return;
    }
    // A page wakes with several events at once, and a room answers only the last of several pings: each takes the place of the one before.
    clearTimeout(this.#asked);
    const asked = setTimeout(() => {
      if (room === this.#room) this.#abandon();
    }, PING_PATIENCE);
    this.#asked = asked;
    room.ping(() => clearTimeout(asked));
  }

  /** Resolves with true when the connection is back, with false when it never will be. */
  #whenOnline(): Promise<boolean> {
    return new Promise((resolve) => {
      const stop = this.#link.subscribe((link) => {
        if (link === 'connecting' || link === 'offline') return;
        // A connection that is closing has not said so yet: the link changes when it does.
        if (link === 'online' && this.#room?.connection.isOpen !== true) return;
        resolve(link === 'online');
        queueMicrotask(() => stop());
      });
    });
  }
}
