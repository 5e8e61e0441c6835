import { batch, type ReadonlySignal, signal } from '@preact/signals';
import { CLOSE_CODES } from '../../shared/closing.ts';
import type { MatchEvent } from '../../shared/match/events.ts';
import type { Choice } from '../../shared/match/state.ts';
import type { ErrorCode, LogAnswer, Problem, RoomMessage } from '../../shared/messages.ts';
import type { Brief } from '../../shared/view/brief.ts';
import type { LegalChoices, MatchView } from '../../shared/view/view.ts';
import { type Opening, admit } from './admit.ts';
import { OFFLINE, isProblem } from './api.ts';
import { EventLog } from './eventLog.ts';
import { type Keyring, randomName } from './keyring.ts';
import { Parsed, readLegal, readTable, readView } from './read.ts';
import type { TableRoom } from './room.ts';
import type { HostCommand, Link, TableInfo, TableSession } from './session.ts';
import { backoff, onWaking } from './waking.ts';

/** How long an answer may take before the connection counts as dead. */
const PATIENCE = 7000;
const PING_PATIENCE = 2500;
/** Problems that another try can't mend. */
const FINAL: readonly ErrorCode[] = ['wrong-code', 'wrong-secret', 'no-such-seat', 'seat-taken', 'name-taken', 'not-host', 'forbidden-origin'];

/** A connection to one table that mends itself: after any drop it comes back with the seat's secret, and asks for what it missed. */
export class LiveSession implements TableSession {
  readonly brief: Brief;
  readonly seat: string | null;
  readonly isHost: boolean;
  readonly #opening: Opening;
  readonly #server: string;
  readonly #keyring: Keyring;
  readonly #link = signal<Link>('connecting');
  readonly #table = signal<TableInfo | null>(null);
  readonly #view = signal<MatchView | null>(null);
  readonly #legal = signal<LegalChoices | null>(null);
  readonly #events = signal<readonly MatchEvent[]>([]);
  readonly #log = new EventLog();
  readonly #parsed = new Parsed();
  readonly #stopWaking: () => void;
  #room: TableRoom | null = null;
  #clock = { left: -1, leftAt: 0, at: 0 };
  #attempt = 0;
  #retry: ReturnType<typeof setTimeout> | undefined;
  #connecting = false;
  #wholeLog = false;
  #closed = false;

  constructor(opening: Opening, brief: Brief, seat: string | null, isHost: boolean, server: string, keyring: Keyring) {
    this.#opening = opening;
    this.brief = brief;
    this.seat = seat;
    this.isHost = isHost;
    this.#server = server;
    this.#keyring = keyring;
    this.#stopWaking = onWaking(() => this.#wake());
  }

  get link(): ReadonlySignal<Link> { return this.#link; }
  get table(): ReadonlySignal<TableInfo | null> { return this.#table; }
  get view(): ReadonlySignal<MatchView | null> { return this.#view; }
  get legal(): ReadonlySignal<LegalChoices | null> { return this.#legal; }
  get events(): ReadonlySignal<readonly MatchEvent[]> { return this.#events; }

  /** Connects for the first time. Answers null, or why it did not work. */
  async begin(reservation: unknown): Promise<Problem | null> {
    try {
      await this.#connect(reservation);
      return null;
    } catch {
      return OFFLINE;
    }
  }

  /** Resent until it is answered: the key makes sure that it is applied once. */
  async choose(choice: Choice): Promise<Problem | null> {
    const view = this.#view.value;
    if (view === null) return OFFLINE;
    return this.#insist('choose', { round: view.round, phase: view.phase, choice, key: randomName() });
  }

  reopen(): Promise<Problem | null> {
    return this.#request('reopen', this.#here());
  }

  ready(): Promise<Problem | null> {
    return this.#insist('ready', this.#here());
  }

  host(command: HostCommand): Promise<Problem | null> {
    return this.#request('host', command);
  }

  close(): void {
    this.#closed = true;
    clearTimeout(this.#retry);
    this.#stopWaking();
    const room = this.#room;
    this.#room = null;
    if (room?.connection.isOpen) void room.leave();
    if (this.#link.value !== 'replaced') this.#link.value = 'ended';
  }

  #here(): { round: number; phase: string } {
    return { round: this.#view.value?.round ?? 0, phase: this.#view.value?.phase ?? '' };
  }

  async #connect(reservation: unknown): Promise<void> {
    const { openRoom } = await import('./room.ts');
    this.#log.expectHistory();
    let early: number | null = null;
    const room = await openRoom(reservation, this.#server, (opening) => {
      opening.onMessage('events', ({ events }: LogAnswer) => {
        if (opening === this.#room && this.#log.push(events)) this.#events.value = this.#log.events;
      });
      opening.onStateChange(() => {
        if (opening === this.#room) this.#show();
      });
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
    this.#show();
    await this.#catchUp(room);
    this.#attempt = 0;
    if (this.#room === room) this.#link.value = 'online';
  }

  /** Shows what was synced. The first state may come after the connection. */
  #show(): void {
    const state = this.#room?.state;
    if (state === undefined || state.code === '' || state.code === undefined) return;
    if (state.left !== this.#clock.left || state.leftAt !== this.#clock.leftAt) this.#clock = { left: state.left, leftAt: state.leftAt, at: Date.now() };
    batch(() => {
      this.#view.value = readView(state, this.seat, this.#parsed);
      this.#legal.value = readLegal(state, this.seat, this.#parsed);
      this.#table.value = readTable(state, this.#clock.at);
    });
    if (state.status === 'finished' && !this.#wholeLog) void this.#readWholeLog();
  }

  /** Asks for the events that came while there was no connection. */
  async #catchUp(room: TableRoom): Promise<void> {
    const { events } = await room.request<unknown, LogAnswer>('log', { since: this.#log.last }, { timeout: PATIENCE });
    if (this.#log.fill(events)) this.#events.value = this.#log.events;
  }

  /** At the end everybody may read everything, also what was secret when it happened. */
  async #readWholeLog(): Promise<void> {
    this.#wholeLog = true;
    try {
      const answer = await this.#room?.request<unknown, LogAnswer>('log', { since: 0 }, { timeout: PATIENCE });
      if (answer === undefined) throw new Error('no room');
      this.#log.replace(answer.events);
      this.#events.value = this.#log.events;
    } catch {
      this.#wholeLog = false;
    }
  }

  /** Asks again after each drop until there is an answer: for messages that do the same when they come twice. */
  async #insist(type: RoomMessage, message: unknown): Promise<Problem | null> {
    while (!this.#closed) {
      const answer = await this.#request(type, message);
      if (answer !== OFFLINE) return answer;
      if (!(await this.#whenOnline())) break;
    }
    return OFFLINE;
  }

  async #request(type: RoomMessage, message: unknown): Promise<Problem | null> {
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

  #dropped(code: number): void {
    this.#room = null;
    if (this.#closed) return;
    if (code === CLOSE_CODES.replaced || code === CLOSE_CODES.ended) {
      this.#end(code === CLOSE_CODES.replaced ? 'replaced' : 'ended');
      return;
    }
    this.#link.value = 'offline';
    this.#retrySoon();
  }

  #end(link: 'replaced' | 'ended'): void {
    this.#link.value = link;
    this.#closed = true;
    clearTimeout(this.#retry);
    this.#stopWaking();
  }

  #retrySoon(): void {
    clearTimeout(this.#retry);
    this.#retry = setTimeout(() => void this.#rejoin(), backoff(this.#attempt));
    this.#attempt += 1;
  }

  async #rejoin(): Promise<void> {
    if (this.#closed || this.#connecting || this.#room !== null) return;
    this.#connecting = true;
    try {
      const admitted = await admit(this.#comeBack(), this.#server, this.#keyring);
      if (!isProblem(admitted)) await this.#connect(admitted.reservation);
      else if (FINAL.includes(admitted.code)) this.#end('ended');
    } catch {
      this.#abandon();
    } finally {
      this.#connecting = false;
    }
    if (this.#room === null && !this.#closed) {
      this.#link.value = 'offline';
      this.#retrySoon();
    }
  }

  /** The seat is ours by its secret; without it, nobody else's is taken instead. */
  #comeBack(): Opening {
    return this.#opening.kind === 'seat' ? { kind: 'seat', code: this.#opening.code, nickname: '' } : this.#opening;
  }

  #abandon(): void {
    const room = this.#room;
    this.#room = null;
    room?.connection.close();
    if (this.#closed) return;
    this.#link.value = 'offline';
    if (!this.#connecting) this.#retrySoon();
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
