import { batch, type ReadonlySignal, signal } from '@preact/signals';
import type { Offered } from '../../shared/match/commands.ts';
import type { MatchEvent } from '../../shared/match/events.ts';
import type { Choice } from '../../shared/match/state.ts';
import type { LogAnswer, Problem } from '../../shared/messages.ts';
import type { Brief } from '../../shared/view/brief.ts';
import type { LegalChoices, MatchView } from '../../shared/view/view.ts';
import { type AdmittedAs, admit, type Opening } from './admit.ts';
import { OFFLINE } from './api.ts';
import { EventLog } from './eventLog.ts';
import { type Keyring, randomName } from './keyring.ts';
import { Parsed, readLegal, readTable, readView } from './read.ts';
import type { TableRoom } from './room.ts';
import type { HostCommand, Link, TableInfo, TableSession } from './session.ts';
import { Tether } from './tether.ts';

const PATIENCE = 7000;

/** A table as its signals show it: the synced state read into a view, and every event, without gaps. */
export class LiveSession implements TableSession {
  readonly brief: Brief;
  readonly seat: string | null;
  readonly isHost: boolean;
  readonly #tether: Tether;
  readonly #table = signal<TableInfo | null>(null);
  readonly #view = signal<MatchView | null>(null);
  readonly #legal = signal<LegalChoices | null>(null);
  readonly #events = signal<readonly MatchEvent[]>([]);
  readonly #log = new EventLog();
  readonly #parsed = new Parsed();
  #clock = { left: -1, leftAt: 0, at: 0 };
  #hasWholeLog = false;

  constructor(opening: Opening, brief: Brief, { seat, host }: AdmittedAs, server: string, keyring: Keyring) {
    this.brief = brief;
    this.seat = seat;
    this.isHost = host;
    // The seat is ours by its secret; without it, nobody else's is taken instead.
    const comeBack: Opening = opening.kind === 'seat' ? { kind: 'seat', code: opening.code, nickname: '' } : opening;
    this.#tether = new Tether({
      server,
      admit: () => admit(comeBack, server, keyring),
      prepare: (room, isCurrent) => this.#listen(room, isCurrent),
      catchUp: (room) => this.#catchUp(room),
    });
  }

  get link(): ReadonlySignal<Link> {
    return this.#tether.link;
  }
  get table(): ReadonlySignal<TableInfo | null> {
    return this.#table;
  }
  get view(): ReadonlySignal<MatchView | null> {
    return this.#view;
  }
  get legal(): ReadonlySignal<LegalChoices | null> {
    return this.#legal;
  }
  get events(): ReadonlySignal<readonly MatchEvent[]> {
    return this.#events;
  }

  /** Connects for the first time. Answers null, or why it did not work. */
  async begin(reservation: unknown): Promise<Problem | null> {
    try {
      await this.#tether.begin(reservation);
      return null;
    } catch {
      return OFFLINE;
    }
  }

  /** Resent until it is answered: the key makes sure that it is applied once. */
  async choose(choice: Choice): Promise<Problem | null> {
    return this.#tether.insist('choose', { ...this.#here(), choice, key: randomName() });
  }

  reopen(): Promise<Problem | null> {
    return this.#tether.request('reopen', this.#here());
  }

  offer(offer: Offered): Promise<Problem | null> {
    return this.#tether.insist('offer', { ...offer, key: randomName() });
  }

  answerPact(pact: string, answer: 'accept' | 'decline' | 'withdraw'): Promise<Problem | null> {
    return this.#tether.insist('pact', { do: answer, pact, key: randomName() });
  }

  ready(): Promise<Problem | null> {
    return this.#tether.insist('ready', this.#here());
  }

  host(command: HostCommand): Promise<Problem | null> {
    return this.#tether.request('host', command);
  }

  close(): void {
    this.#tether.close();
  }

  #here(): { round: number; phase: string } {
    return { round: this.#view.value?.round ?? 0, phase: this.#view.value?.phase ?? '' };
  }

  #listen(room: TableRoom, isCurrent: () => boolean): void {
    this.#log.expectHistory();
    room.onMessage('events', ({ events }: LogAnswer) => {
      if (isCurrent() && this.#log.push(events)) this.#events.value = this.#log.events;
    });
    room.onStateChange(() => {
      if (isCurrent()) this.#show(room);
    });
  }

  /** Asks for the events that came while there was no connection; the state comes before the answer. */
  async #catchUp(room: TableRoom): Promise<void> {
    const { events } = await room.request<unknown, LogAnswer>('log', { since: this.#log.last }, { timeout: PATIENCE });
    batch(() => {
      this.#show(room);
      if (this.#log.fill(events)) this.#events.value = this.#log.events;
    });
  }

  #show(room: TableRoom): void {
    const { state } = room;
    if (!state?.code) return;
    const { left, leftAt } = state;
    if (left !== this.#clock.left || leftAt !== this.#clock.leftAt) this.#clock = { left, leftAt, at: Date.now() };
    batch(() => {
      this.#view.value = readView(state, this.seat, this.#parsed);
      this.#legal.value = readLegal(state, this.seat, this.#parsed);
      this.#table.value = readTable(state, this.#clock.at);
    });
    if (state.status === 'finished' && !this.#hasWholeLog) void this.#readWholeLog(room);
  }

  /** At the end everybody may read everything, also what was secret when it happened. */
  async #readWholeLog(room: TableRoom): Promise<void> {
    this.#hasWholeLog = true;
    try {
      const { events } = await room.request<unknown, LogAnswer>('log', { since: 0 }, { timeout: PATIENCE });
      this.#log.replace(events);
      this.#events.value = this.#log.events;
    } catch {
      this.#hasWholeLog = false;
    }
  }
}
