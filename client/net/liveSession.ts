import { batch, type ReadonlySignal, signal } from '@preact/signals';
import type { TableSync } from '../../server/sync/schema.ts';
import type { Offered } from '../../shared/match/commands.ts';
import type { MatchEvent } from '../../shared/match/events.ts';
import type { Choice } from '../../shared/match/state.ts';
import type { LogAnswer, Problem, RoomMessage, ServerMessages, TalkAnswer } from '../../shared/messages.ts';
import type { Said, Saying } from '../../shared/talk.ts';
import type { TeamView } from '../../shared/team.ts';
import type { Brief } from '../../shared/view/brief.ts';
import type { LegalChoices, MatchView, Texts } from '../../shared/view/view.ts';
import type { Decision, DecisionsAnswer, WhatIfAnswer, WhatIfAsked } from '../../shared/whatIf.ts';
import { unpackEvents } from '../../shared/wire/events.ts';
import { packerOf } from '../../shared/wire/words.ts';
import { type AdmittedAs, admit, comingBack, type Opening } from './admit.ts';
import { isProblem } from './api.ts';
import { EventLog } from './eventLog.ts';
import { type Keyring, randomName } from './keyring.ts';
import { Parsed, readLegal, readTable, readTeam, readView } from './read.ts';
import type { TableRoom } from './room.ts';
import type { HostCommand, Link, TableInfo, TableSession } from './session.ts';
import { type Readmitted, Tether } from './tether.ts';

const PATIENCE = 7000;

/** A table as its signals show it: the synced state read into a view, and every event, without gaps. */
export class LiveSession implements TableSession {
  readonly brief: Brief;
  readonly seat: string | null;
  readonly player: string | null;
  readonly isHost: boolean;
  readonly isKept: boolean;
  readonly #code: string;
  readonly #tether: Tether<TableSync, RoomMessage>;
  readonly #elsewhere = signal<string | null>(null);
  readonly #table = signal<TableInfo | null>(null);
  readonly #view = signal<MatchView | null>(null);
  readonly #legal = signal<LegalChoices | null>(null);
  readonly #team = signal<TeamView | null>(null);
  readonly #events = signal<readonly MatchEvent[]>([]);
  readonly #said = signal<readonly Said[]>([]);
  readonly #log = new EventLog<MatchEvent>();
  readonly #talk = new EventLog<Said>();
  readonly #parsed = new Parsed();
  /** The texts of all that this viewer has come to know of. */
  #texts: Texts = { demands: {}, intel: {}, cards: {} };
  #clock = { left: -1, leftAt: 0, at: 0 };
  #hasWholeLog = false;

  constructor(opening: Opening, brief: Brief, { code, player, seat, host, playedAt }: AdmittedAs, server: string, keyring: Keyring) {
    this.brief = brief;
    this.seat = seat;
    this.player = player;
    this.isHost = host;
    this.#code = code;
    this.isKept = playedAt !== null;
    const comeBack = comingBack(opening, code);
    this.#tether = new Tether<TableSync, RoomMessage>({
      server,
      admit: async (giveUp) => this.#readmitted(await admit(comeBack, server, keyring, giveUp), keyring),
      prepare: (room, isCurrent) => this.#listen(room, isCurrent),
      catchUp: (room) => this.#catchUp(room),
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
  get table(): ReadonlySignal<TableInfo | null> {
    return this.#table;
  }
  get view(): ReadonlySignal<MatchView | null> {
    return this.#view;
  }
  get legal(): ReadonlySignal<LegalChoices | null> {
    return this.#legal;
  }
  get team(): ReadonlySignal<TeamView | null> {
    return this.#team;
  }
  get events(): ReadonlySignal<readonly MatchEvent[]> {
    return this.#events;
  }
  get said(): ReadonlySignal<readonly Said[]> {
    return this.#said;
  }

  /** Connects for the first time. Answers null, or why it did not work. */
  begin(reservation: unknown): Promise<Problem | null> {
    return this.#tether.begin(reservation);
  }

  /** Resent until it is answered: the key makes sure that it is applied once. */
  choose(choice: Choice): Promise<Problem | null> {
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

  /** A draft is asked once, since a newer one or the same follows; a proposal until it is answered. */
  plan(choice: Choice | null, proposed: boolean): Promise<Problem | null> {
    const planned = { ...this.#here(), choice, proposed };
    return proposed ? this.#tether.insist('plan', planned) : this.#tether.request('plan', planned);
  }

  vote(member: string | null): Promise<Problem | null> {
    return this.#tether.request('vote', { ...this.#here(), for: member });
  }

  say(saying: Saying): Promise<Problem | null> {
    return this.#tether.insist('say', { ...saying, key: randomName() });
  }

  ready(): Promise<Problem | null> {
    return this.#tether.insist('ready', this.#here());
  }

  async decisions(seat: string): Promise<readonly Decision[] | Problem> {
    const answer = await this.#tether.ask<DecisionsAnswer>('decisions', { seat });
    return isProblem(answer) ? answer : (packerOf(this.brief).unpack(answer.decisions) as readonly Decision[]);
  }

  whatIf(asked: WhatIfAsked): Promise<WhatIfAnswer | Problem> {
    return this.#tether.ask<WhatIfAnswer>('whatIf', asked);
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

  #readmitted(answer: AdmittedAs | Problem, keyring: Keyring): Readmitted | Problem {
    if (isProblem(answer)) {
      const workshop = this.#table.peek()?.workshop ?? null;
      if (answer.code === 'wrong-secret' && workshop !== null) keyring.set('seat', workshop, null);
      return answer;
    }
    const now = (this.isKept ? null : answer.playedAt) ?? answer.code;
    if (now === this.#code && answer.seat === this.seat) return answer;
    this.#elsewhere.value = now;
    return 'elsewhere';
  }

  #listen(room: TableRoom, isCurrent: () => boolean): void {
    this.#log.expectHistory();
    this.#talk.expectHistory();
    room.onMessage('events', ({ events }: ServerMessages['events']) => {
      if (isCurrent() && this.#log.push(this.#unpack(events))) this.#events.value = this.#log.events;
    });
    // The state that speaks of them comes next.
    room.onMessage('texts', ({ texts }: ServerMessages['texts']) => {
      if (isCurrent()) this.#learn(texts);
    });
    room.onMessage('said', ({ said }: TalkAnswer) => {
      if (isCurrent() && this.#talk.push(said)) this.#said.value = this.#talk.events;
    });
    room.onStateChange(() => {
      if (isCurrent()) this.#show(room);
    });
  }

  /** Asks for what happened and was said while there was no connection; the state comes before the answer. */
  async #catchUp(room: TableRoom): Promise<void> {
    const [events, said] = await Promise.all([
      missed(this.#log, (since) => this.#askLog(room, since)),
      missed(this.#talk, (since) => this.#askTalk(room, since)),
    ]);
    batch(() => {
      this.#show(room);
      events();
      said();
      this.#events.value = this.#log.events;
      this.#said.value = this.#talk.events;
    });
  }

  async #askLog(room: TableRoom, since: number): Promise<readonly MatchEvent[]> {
    const { events, texts } = await room.request<unknown, LogAnswer>('log', { since }, { timeout: PATIENCE });
    this.#learn(texts);
    return this.#unpack(events);
  }

  #unpack(events: string): readonly MatchEvent[] {
    return unpackEvents(packerOf(this.brief), events);
  }

  #learn(packed: string): void {
    const { demands, intel, cards } = packerOf(this.brief).unpack(packed) as Partial<Texts>;
    const known = this.#texts;
    this.#texts = { demands: { ...known.demands, ...demands }, intel: { ...known.intel, ...intel }, cards: { ...known.cards, ...cards } };
  }

  async #askTalk(room: TableRoom, since: number): Promise<readonly Said[]> {
    return (await room.request<unknown, TalkAnswer>('talk', { since }, { timeout: PATIENCE })).said;
  }

  #show(room: TableRoom): void {
    const { state } = room;
    if (!state?.code) return;
    const { left, leftAt } = state;
    if (left !== this.#clock.left || leftAt !== this.#clock.leftAt) this.#clock = { left, leftAt, at: Date.now() };
    batch(() => {
      this.#view.value = readView(state, this.brief, this.seat, this.#parsed, this.#texts);
      this.#legal.value = readLegal(state, this.brief, this.seat, this.#parsed);
      this.#team.value = readTeam(state, this.brief, this.seat, this.#parsed);
      this.#table.value = readTable(state, this.#clock.at, this.#parsed);
    });
    if (state.status !== 'finished') this.#hasWholeLog = false;
    else if (!this.#hasWholeLog) void this.#readWholeLog(room);
  }

  /** At the end everybody may read everything, also what was secret when it happened. */
  async #readWholeLog(room: TableRoom): Promise<void> {
    this.#hasWholeLog = true;
    try {
      this.#log.replace(await this.#askLog(room, 0));
      batch(() => {
        this.#show(room);
        this.#events.value = this.#log.events;
      });
    } catch {
      this.#hasWholeLog = false;
    }
  }
}

/** Asks for what a log misses, or for all of it if it no longer fits. Answers how to take it. */
async function missed<Entry extends { readonly id: number }>(
  log: EventLog<Entry>,
  ask: (since: number) => Promise<readonly Entry[]>,
): Promise<() => void> {
  const history = await ask(log.since);
  if (log.continues(history)) return () => log.fill(history);
  const whole = await ask(0);
  return () => log.replace(whole);
}
