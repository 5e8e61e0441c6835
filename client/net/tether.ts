import { type ReadonlySignal, signal } from '@preact/signals';
import { CLOSE_CODES } from '../../shared/closing.ts';
import type { ErrorCode, Problem, RoomMessage } from '../../shared/messages.ts';
import { isProblem, OFFLINE } from './api.ts';
import type { TableRoom } from './room.ts';
import type { Link } from './session.ts';
import { backoff, onWaking } from './waking.ts';

/** How long an answer may take before the connection counts as dead. */
const PATIENCE = 7000;
const PING_PATIENCE = 2500;
/** Problems that another try can't mend. */
const FINAL: readonly ErrorCode[] = [
  'wrong-code',
  'wrong-secret',
  'no-such-seat',
  'seat-taken',
  'name-taken',
  'not-host',
  'forbidden-origin',
];

/** What a tether holds on to. */
export interface Hold {
  readonly server: string;
  /** Asks the server to be let in again. Answers a reservation, or why not. */
  readonly admit: () => Promise<{ readonly reservation: unknown } | Problem>;
  /** Sets up listeners before anything arrives. Each must ask `isCurrent` first: an older connection may still speak. */
  readonly prepare: (room: TableRoom, isCurrent: () => boolean) => void;
  /** Reads what was missed. The link is online after that. */
  readonly catchUp: (room: TableRoom) => Promise<void>;
}

/** Keeps a connection to one room: comes back after any drop, asks again what was not answered. */
export class Tether {
  readonly #hold: Hold;
  readonly #link = signal<Link>('connecting');
  readonly #stopWaking: () => void;
  #room: TableRoom | null = null;
  #attempt = 0;
  #retry: ReturnType<typeof setTimeout> | undefined;
  #rejoining = false;
  #closed = false;

  constructor(hold: Hold) {
    this.#hold = hold;
    this.#stopWaking = onWaking(() => this.#wake());
  }

  get link(): ReadonlySignal<Link> {
    return this.#link;
  }

  get room(): TableRoom | null {
    return this.#room;
  }

  /** Connects for the first time. Rejects when it does not work. */
  async begin(reservation: unknown): Promise<void> {
    await this.#connect(reservation);
  }

  /** Asks once. Answers null, or why not; `OFFLINE` when there was no answer. */
  async request(type: RoomMessage, message: unknown): Promise<Problem | null> {
    const room = this.#room;
    if (room === null || !room.connection.isOpen) return OFFLINE;
    try {
      await room.request(type, message, { timeout: PATIENCE });
      return null;
    } catch (error) {
      const { reason } = error as { reason?: unknown };
      if (isProblem(reason)) return reason;
      // No answer in time, though the connection looks open: it is not.
      if (room === this.#room && room.connection.isOpen) this.#abandon();
      return OFFLINE;
    }
  }

  /** Asks again after each drop until there is an answer: for messages that do the same when they come twice. */
  async insist(type: RoomMessage, message: unknown): Promise<Problem | null> {
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

  async #connect(reservation: unknown): Promise<void> {
    const { openRoom } = await import('./room.ts');
    let early: number | null = null;
    const room = await openRoom(reservation, this.#hold.server, (opening) => {
      this.#hold.prepare(opening, () => opening === this.#room);
      opening.onLeave((code) => {
        early = code;
        if (opening === this.#room) this.#dropped(code);
      });
      // Errors come before the end of the connection, which is handled above.
      opening.onError(() => {});
    });
    if (this.#closed) return void room.leave();
    this.#room = room;
    if (early !== null) return this.#dropped(early);
    await this.#hold.catchUp(room);
    this.#attempt = 0;
    if (this.#room === room) this.#link.value = 'online';
  }

  #dropped(code: number): void {
    this.#room = null;
    if (this.#closed) return;
    if (code === CLOSE_CODES.replaced) this.#end('replaced');
    else if (code === CLOSE_CODES.ended) this.#end('ended');
    else {
      this.#link.value = 'offline';
      this.#retrySoon();
    }
  }

  #end(link: 'replaced' | 'ended'): void {
    this.#closed = true;
    this.#link.value = link;
    clearTimeout(this.#retry);
    this.#stopWaking();
  }

  #retrySoon(): void {
    clearTimeout(this.#retry);
    this.#retry = setTimeout(() => void this.#rejoin(), backoff(this.#attempt));
    this.#attempt += 1;
  }

  async #rejoin(): Promise<void> {
    if (this.#closed || this.#rejoining || this.#room !== null) return;
    this.#rejoining = true;
    try {
      const admitted = await this.#hold.admit();
      if (!isProblem(admitted)) await this.#connect(admitted.reservation);
      else if (FINAL.includes(admitted.code)) this.#end('ended');
    } catch {
      this.#abandon();
    } finally {
      this.#rejoining = false;
    }
    if (this.#room === null && !this.#closed) this.#retrySoon();
  }

  /** Gives up a connection that does not answer. */
  #abandon(): void {
    const room = this.#room;
    this.#room = null;
    room?.connection.close();
    if (this.#closed) return;
    this.#link.value = 'offline';
    if (!this.#rejoining) this.#retrySoon();
  }

  /** After sleep a connection may be dead without saying so: ask, and don't wait for the backoff. */
  #wake(): void {
    const room = this.#room;
    if (this.#closed) return;
    if (room === null) {
      this.#attempt = 0;
      clearTimeout(this.#retry);
      void this.#rejoin();
      return;
    }
    const dead = setTimeout(() => {
      if (room === this.#room) this.#abandon();
    }, PING_PATIENCE);
    room.ping(() => clearTimeout(dead));
  }

  /** Resolves with true when the connection is back, with false when it never will be. */
  #whenOnline(): Promise<boolean> {
    return new Promise((resolve) => {
      const stop = this.#link.subscribe((link) => {
        if (link === 'connecting' || link === 'offline') return;
        resolve(link === 'online');
        queueMicrotask(() => stop());
      });
    });
  }
}
