import type { CaseDraft, DemandDraft, MatchDraft, Scope, SeatDraft, StaffDraft, World } from '../effects/define.ts';
import type { Audience } from '../match/events.ts';
import type { Answer, Demand, EventId, Presence, Regime, Restriction, SeatId, StaffStatus } from '../match/state.ts';
import { canAddress } from './addressing.ts';
import type { Compiled } from './compile.ts';
import type { SeatInPlay } from './figures.ts';
import { Ledger, tenth } from './ledger.ts';
import { type DiceStart, dice, diceOf, readOn } from './random.ts';

const NO_EVENTS: readonly EventId[] = [];

/** The match while a command is applied to it: effects act on it, the ledger keeps what they did. */
export class MatchWorld extends Ledger implements World {
  readonly facts;
  readonly compiled: Compiled;
  /** Names the dice of the resolution: the match's seed, or another name to see what other luck would have done. */
  readonly luck: string;
  /** What has fired, as a set: asked for more often than it grows. */
  #fired: Set<string> | undefined;
  /** What the names of all dice of a step begin with, and of which step and round it is. */
  #start: DiceStart | null = null;
  #startOf = '';
  #startIn = 0;
  #everyone: readonly SeatInPlay[] | undefined;
  /** By number: whether anybody has counted with this counter in this round. */
  #counted: boolean[] | undefined;

  constructor(compiled: Compiled, draft: MatchDraft, step: string, quiet = false, luck = draft.seed) {
    super(draft, step, quiet, compiled.numberings);
    this.compiled = compiled;
    this.facts = compiled.facts;
    this.luck = luck;
  }

  dice(...subject: readonly string[]): number {
    const { round } = this.draft;
    if (this.#start === null || this.#startOf !== this.step || this.#startIn !== round) {
      this.#start = readOn(`${this.luck}|${round}|${this.step}|`);
      this.#startOf = this.step;
      this.#startIn = round;
    }
    return diceOf(subject, this.#start);
  }

  /** All seats, in the scenario's order. */
  everyone(): readonly SeatInPlay[] {
    this.#everyone ??= this.compiled.seatIds.map((id) => this.inPlay(id));
    return this.#everyone;
  }

  /** Whether anybody has counted with one of these counters in this round. */
  hasCounted(counters: readonly number[]): boolean {
    this.#counted ??= this.compiled.numberings.counters.names.map((_name, number) =>
      this.everyone().some(({ tally }) => tally.at(number) !== undefined),
    );
    for (const counter of counters) if (this.#counted[counter] === true) return true;
    return false;
  }

  /** A new round: its counters are fresh. */
  forgetRound(): void {
    for (const seat of this.everyone()) seat.forgetRound();
    this.#counted = [];
  }

  seat(id: SeatId): Omit<SeatDraft, 'meters' | 'marks' | 'tally'> {
    return this.inPlay(id).state;
  }

  meter(seat: SeatId | null, meter: number): number {
    return this.metersOf(seat).get(meter);
  }

  mark(seat: SeatId, counter: number): number {
    return this.inPlay(seat).marks.get(counter);
  }

  tally(seat: SeatId, counter: number): number {
    return this.inPlay(seat).tally.get(counter);
  }

  /** Whether something that comes once a match comes now for the first time; then it is remembered. */
  isFirst(key: string): boolean {
    if (this.hasFired(key)) return false;
    this.remember(key);
    return true;
  }

  hasFired(key: string): boolean {
    this.#fired ??= new Set(this.draft.fired);
    return this.#fired.has(key);
  }

  remember(key: string): void {
    this.draft.fired.push(key);
    this.#fired?.add(key);
  }

  parties(demand: DemandDraft): Audience {
    return demand.public ? 'everyone' : [demand.from, demand.to];
  }

  addMark(seat: SeatId, counter: number, by: number): void {
    this.inPlay(seat).marks.add(counter, by);
  }

  addTally(seat: SeatId, counter: number, by: number): void {
    this.inPlay(seat).tally.add(counter, by);
    if (this.#counted !== undefined) this.#counted[counter] = true;
  }

  /** Counts one more of what the engine itself counts over a match. */
  noteMark(seat: SeatId, name: string): void {
    this.addMark(seat, this.compiled.numberings.counters.of(name), 1);
  }

  /** Counts one more of what the engine itself counts over a round. */
  noteTally(seat: SeatId, name: string): void {
    this.addTally(seat, this.compiled.numberings.counters.of(name), 1);
  }

  restrict(scope: Scope, id: SeatId, { kind, strength: wanted, declared }: Pick<Restriction, 'kind' | 'strength' | 'declared'>): void {
    const { state: seat, meters } = this.inPlay(id);
    const access = this.compiled.numberings.meters.of('access');
    const earlier = seat.restriction;
    if (earlier !== null && earlier.kind === 'block' && kind === 'throttle') return;
    // No more than is there: lifting gives the strength back, and nobody may gain from having been blocked.
    const strength = Math.min(wanted, meters.get(access) + (earlier?.strength ?? 0));
    const event = this.emit(scope, 'restricted', { seat: id, kind, strength, declared });
    seat.restriction = { kind, strength, since: this.draft.round, declared, origin: event };
    this.noteTally(id, 'restricted');
    this.noteMark(id, kind === 'block' ? 'blocked' : 'throttled');
    this.change({ ...scope, because: event }, id, access, (earlier?.strength ?? 0) - strength);
  }

  setStaff(scope: Scope, seat: SeatId, person: StaffDraft, status: StaffStatus): EventId {
    const event = this.emit(scope, 'staffChanged', { seat, staff: person.id, from: person.status, to: status }, [person.origin]);
    person.status = status;
    person.origin = event;
    this.noteMark(seat, `staff-${status}`);
    return event;
  }

  setPresence(scope: Scope, id: SeatId, presence: Presence): EventId | null {
    const seat = this.seat(id);
    if (seat.presence === presence) return null;
    const event = this.emit(scope, 'presenceChanged', { seat: id, from: seat.presence, to: presence });
    seat.presence = presence;
    seat.presenceOrigin = event;
    return event;
  }

  setRegime(scope: Scope, regime: Regime): EventId | null {
    if (this.draft.regime === regime) return null;
    const event = this.emit(scope, 'regimeChanged', { from: this.draft.regime, to: regime });
    this.draft.regime = regime;
    return event;
  }

  issue(scope: Scope, template: string, to: SeatId, formality: Demand['formality'], rounds: number): DemandDraft | null {
    const spec = this.compiled.demands.get(template);
    if (spec === undefined || !canAddress(this.draft, spec.for, template, to)) return null;
    const from = scope.self ?? this.compiled.roles.regulators[0] ?? to;
    const drawn = (item: string, what: string, range: readonly [number, number]) =>
      tenth(range[0] + (range[1] - range[0]) * dice(`${this.draft.seed}|item|${template}|${item}|${what}`));
    const informal = formality === 'call' || formality === 'visit';
    const demand: DemandDraft = {
      id: `d${this.draft.demands.length + 1}`,
      template,
      from,
      to,
      issued: this.draft.round,
      due: this.draft.round + rounds,
      formality,
      status: 'live',
      answer: null,
      stalls: 0,
      public: !informal,
      items: spec.items.map((item) => ({
        id: item.id,
        status: 'up',
        harm: drawn(item.id, 'harm', item.harm),
        rights: drawn(item.id, 'rights', item.rights),
      })),
      origin: 0,
    };
    this.draft.demands.push(demand);
    this.noteMark(from, 'demands-issued');
    this.noteMark(to, 'demands-received');
    if (informal) this.noteMark(from, 'demands-informal');
    demand.origin = this.emit(scope, 'demandIssued', {
      demand: demand.id,
      template,
      from,
      seat: to,
      formality,
      due: demand.due,
      to: this.parties(demand),
    });
    return demand;
  }

  answer(scope: Scope, demand: DemandDraft, answer: Answer): EventId {
    demand.answer = answer;
    if (answer === 'stall') demand.stalls += 1;
    this.noteTally(demand.to, `answered-${answer}`);
    this.noteMark(demand.to, `answered-${answer}`);
    return this.emit(
      scope,
      'demandAnswered',
      { demand: demand.id, template: demand.template, seat: demand.to, answer, to: this.parties(demand) },
      [demand.origin],
    );
  }

  close(scope: Scope, demand: DemandDraft, status: Exclude<Demand['status'], 'live' | 'court'>): EventId {
    demand.status = status;
    this.noteMark(demand.to, status);
    return this.emit(
      scope,
      'demandClosed',
      { demand: demand.id, template: demand.template, seat: demand.to, status, to: this.parties(demand) },
      [demand.origin],
    );
  }

  disclose(scope: Scope, demand: DemandDraft, by: SeatId | null): EventId | null {
    if (demand.public) return null;
    demand.public = true;
    return this.emit(scope, 'disclosed', { demand: demand.id, template: demand.template, seat: demand.to, by }, [demand.origin]);
  }

  /** The events by which laws came, of those that did. */
  originsOf(laws: readonly string[]): readonly EventId[] {
    if (laws.length === 0) return NO_EVENTS;
    return this.draft.laws.filter(({ id }) => laws.includes(id)).map(({ origin }) => origin);
  }

  pass(scope: Scope, law: string): EventId | null {
    const spec = this.compiled.scenario.laws[law];
    const parts = this.compiled.laws.get(law);
    if (spec === undefined || parts === undefined || this.draft.laws.some(({ id }) => id === law)) return null;
    const event = this.emit({ ...scope, rule: `law:${law}` }, 'lawPassed', { law, from: this.draft.round + spec.delay });
    this.draft.laws.push({ id: law, passed: this.draft.round, from: this.draft.round + spec.delay, inForce: false, origin: event });
    parts.onPass(this, { ...scope, rule: `law:${law}`, because: event });
    return event;
  }

  openCase(scope: Scope, court: string, onWin: string, onLoss: string): CaseDraft | null {
    const spec = this.compiled.scenario.courts[court];
    const odds = this.compiled.courts.get(court)?.[this.draft.regime];
    if (spec === undefined || odds === undefined || scope.self === null) return null;
    const chance = Math.min(1, Math.max(0, odds(this, scope)));
    const opened: CaseDraft = {
      id: `c${this.draft.cases.length + 1}`,
      court,
      by: scope.self,
      demand: scope.demand?.id ?? null,
      opened: this.draft.round,
      due: this.draft.round + spec.delay[this.draft.regime],
      odds: chance,
      status: 'open',
      onWin,
      onLoss,
      origin: 0,
    };
    if (scope.demand !== null) this.disclose(scope, scope.demand, scope.self);
    opened.origin = this.emit({ ...scope, rule: `court:${court}`, because: scope.because }, 'courtOpened', {
      case: opened.id,
      court,
      seat: scope.self,
      demand: opened.demand,
      due: opened.due,
      odds: chance,
    });
    this.draft.cases.push(opened);
    return opened;
  }

  schedule(scope: Scope, list: string, rounds: number, label: string | null): void {
    const due = this.draft.round + rounds;
    const seat = scope.target ?? scope.self;
    const origin =
      label === null
        ? scope.because
        : this.emit(scope, 'scheduled', { due, seat, label, to: [scope.self, scope.target].filter((id): id is string => id !== null) });
    this.draft.pending.push({
      list,
      due,
      rule: scope.rule,
      self: scope.self,
      target: scope.target,
      demand: scope.demand?.id ?? null,
      item: scope.item?.id ?? null,
      subject: scope.subject,
      scale: scope.scale,
      origin,
    });
  }
}
