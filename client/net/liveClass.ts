import { batch, type ReadonlySignal, signal } from '@preact/signals';
import type { WorkshopSync } from '../../server/sync/workshopSchema.ts';
import type { ConsoleAnswer, ConsoleOrder } from '../../shared/console.ts';
import type { Role } from '../../shared/match/state.ts';
import type { Problem, WorkshopMessage } from '../../shared/messages.ts';
import type { Brief } from '../../shared/view/brief.ts';
import { type AdmittedAs, admit, comingBack, type Opening } from './admit.ts';
import { clockAhead, isProblem } from './api.ts';
import type { Keyring } from './keyring.ts';
import { Parsed } from './read.ts';
import { ClassClocks, readClass, readConsole, tableOf } from './readClass.ts';
import type { WorkshopRoom } from './room.ts';
import type { ClassConsole, ClassInfo, ClassSession, Link } from './session.ts';
import { type Readmitted, Tether } from './tether.ts';

/** A class as its signals show it. */
export class LiveClass implements ClassSession {
  readonly brief: Brief;
  readonly player: string | null;
  readonly isHost: boolean;
  readonly #code: string;
  readonly #server: string;
  readonly #keyring: Keyring;
  readonly #tether: Tether<WorkshopSync, WorkshopMessage>;
  readonly #elsewhere = signal<string | null>(null);
  readonly #info = signal<ClassInfo | null>(null);
  readonly #console = signal<ClassConsole | null>(null);
  readonly #ahead = signal(0);
  readonly #parsed = new Parsed();
  readonly #clocks = new ClassClocks();

  constructor(opening: Opening, brief: Brief, { code, player, host }: AdmittedAs, server: string, keyring: Keyring) {
    this.brief = brief;
    this.player = player;
    this.isHost = host;
    this.#code = code;
    this.#server = server;
    this.#keyring = keyring;
    const comeBack = comingBack(opening, code);
    this.#tether = new Tether<WorkshopSync, WorkshopMessage>({
      server,
      admit: async (giveUp) => this.#readmitted(await admit(comeBack, server, keyring, giveUp)),
      prepare: (room, isCurrent) =>
        void room.onStateChange(() => {
          if (isCurrent()) this.#show(room);
        }),
      catchUp: async (room) => this.#show(room),
    });
  }

  get elsewhere(): ReadonlySignal<string | null> {
    return this.#elsewhere;
  }
  get link(): ReadonlySignal<Link> {
    return this.#tether.link;
  }
  get whyEnded(): ReadonlySignal<Problem | null> {
    return this.#tether.whyEnded;
  }
  get info(): ReadonlySignal<ClassInfo | null> {
    return this.#info;
  }
  get console(): ReadonlySignal<ClassConsole | null> {
    return this.#console;
  }
  get ahead(): ReadonlySignal<number> {
    return this.#ahead;
  }

  /** Connects for the first time. Answers null, or why it did not work. */
  begin(reservation: unknown): Promise<Problem | null> {
    return this.#tether.begin(reservation);
  }

  wish(role: Role | null): Promise<Problem | null> {
    return this.#tether.insist('wish', { role });
  }

  async order(order: ConsoleOrder): Promise<ConsoleAnswer | Problem> {
    return (await this.#tether.ask<ConsoleAnswer | null>('console', order)) ?? {};
  }

  close(): void {
    this.#tether.close();
  }

  #readmitted(answer: AdmittedAs | Problem): Readmitted | Problem {
    if (isProblem(answer) || (answer.room === 'workshop' && answer.code === this.#code)) return answer;
    this.#elsewhere.value = answer.code;
    return 'elsewhere';
  }

  #show(room: WorkshopRoom): void {
    const { state } = room;
    if (!state?.code) return;
    batch(() => {
      this.#ahead.value = clockAhead(this.#server);
      const info = readClass(state, this.#clocks.read(state, Date.now(), this.#ahead.peek()));
      this.#info.value = info;
      if (this.isHost) this.#console.value = readConsole(state, this.#parsed);
      this.#lead(info);
    });
  }

  /** A player who has a table now finds its key kept, and the way to it. */
  #lead(info: ClassInfo): void {
    const table = this.player === null ? null : tableOf(info, this.player);
    if (table === null || this.#elsewhere.peek() !== null) return;
    this.#keyring.set('seat', table, this.#keyring.get('seat', this.#code));
    this.#elsewhere.value = table;
  }
}
