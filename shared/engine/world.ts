import type { CaseDraft, DemandDraft, MatchDraft, Scope, SeatDraft, StaffDraft, World } from '../effects/define.ts';
import type { Audience, EventFrame, EventPayloads, EventType, MatchEvent } from '../match/events.ts';
import type { Answer, Demand, EventId, Presence, Regime, Restriction, SeatId, StaffStatus } from '../match/state.ts';
import type { Compiled } from './compile.ts';
import { dice } from './random.ts';

interface Delta {
  readonly seat: SeatId | null;
  readonly meter: string;
  readonly rule: string;
  readonly because: EventId;
  by: number;
}

const tenth = (value: number): number => Math.floor(value * 10 + 0.5) / 10;
const NOBODY: readonly SeatId[] = [];

/** The match while a command is applied to it: effects act on it, it keeps the ledger. */
export class MatchWorld implements World {
  readonly events: MatchEvent[] = [];
  readonly facts;
  readonly compiled: Compiled;
  readonly draft: MatchDraft;
  step: string;
  private deltas: Delta[] = [];

  constructor(compiled: Compiled, draft: MatchDraft, step: string) {
    this.compiled = compiled;
    this.draft = draft;
    this.facts = compiled.facts;
    this.step = step;
  }

  emit<T extends EventType>(
    scope: Pick<Scope, 'rule' | 'because'>,
    type: T,
    payload: EventPayloads[T],
    alsoBecause: readonly EventId[] = [],
  ): EventId {
    const id = this.draft.nextEvent;
    this.draft.nextEvent += 1;
    const because = [scope.because, ...alsoBecause].filter((parent, index, all) => parent > 0 && all.indexOf(parent) === index);
    const frame: EventFrame = { id, round: this.draft.round, step: this.step, rule: scope.rule, because };
    this.events.push({ ...payload, ...frame, type } as unknown as MatchEvent);
    return id;
  }

  change(scope: Scope, seat: SeatId | null, meter: string, by: number): void {
    if (by === 0 || Number.isNaN(by)) return;
    const same = this.deltas.find(
      (delta) => delta.seat === seat && delta.meter === meter && delta.rule === scope.rule && delta.because === scope.because,
    );
    if (same !== undefined) same.by += by;
    else this.deltas.push({ seat, meter, rule: scope.rule, because: scope.because, by });
  }

  /** Ends a step: all changes add up, are bounded to 0–100 and enter the ledger. */
  settle(): void {
    const { deltas } = this;
    this.deltas = [];
    const order = deltas.map(({ seat, meter }) => `${seat ?? ''}|${meter}`).filter((key, index, all) => all.indexOf(key) === index);
    for (const key of order) this.settleMeter(deltas.filter(({ seat, meter }) => `${seat ?? ''}|${meter}` === key));
  }

  private settleMeter(deltas: readonly Delta[]): void {
    const [first] = deltas;
    if (first === undefined) return;
    const { seat, meter } = first;
    const meters = seat === null ? this.draft.world : this.draft.seats[seat]?.meters;
    const before = meters?.[meter];
    if (meters === undefined || before === undefined) return;
    const lines = deltas.map((delta) => ({ ...delta, by: tenth(delta.by) })).filter(({ by }) => by !== 0);
    const sum = tenth(lines.reduce((total, { by }) => total + by, before));
    const value = Math.min(100, Math.max(0, sum));
    meters[meter] = value;
    for (const { by, rule, because } of lines)
      this.emit({ rule, because }, 'meterChanged', { seat, meter, delta: by, value, bounded: false });
    if (value !== sum && lines.length > 0)
      this.emit({ rule: 'engine', because: 0 }, 'meterChanged', { seat, meter, delta: tenth(value - sum), value, bounded: true });
  }

  dice(subject: string): number {
    return dice(`${this.draft.seed}|${this.draft.round}|${this.step}|${subject}`);
  }

  seat(id: SeatId): SeatDraft {
    const seat = this.draft.seats[id];
    if (seat === undefined) throw new Error(`There is no seat "${id}" in this match.`);
    return seat;
  }

  seats(ref: string, scope: Scope): readonly SeatId[] {
    const { roles, seatIds } = this.compiled;
    switch (ref) {
      case 'self':
        return scope.self === null ? NOBODY : [scope.self];
      case 'target':
        return scope.target === null ? NOBODY : [scope.target];
      case 'addressee':
        return scope.demand === null ? NOBODY : [scope.demand.to];
      case 'issuer':
        return scope.demand === null ? roles.regulators : [scope.demand.from];
      case 'others':
        return seatIds.filter((id) => id !== scope.self);
      case 'peers': {
        const about = scope.self !== null && roles.platforms.includes(scope.self) ? scope.self : scope.target;
        return roles.platforms.filter((id) => id !== about);
      }
      case 'platforms':
        return roles.platforms;
      case 'regulators':
        return roles.regulators;
      case 'activists':
        return roles.activists;
      case 'everyone':
        return seatIds;
      case 'world':
        return NOBODY;
      default:
        return this.draft.seats[ref] === undefined ? NOBODY : [ref];
    }
  }

  parties(demand: DemandDraft): Audience {
    return demand.public ? 'everyone' : [demand.from, demand.to];
  }

  addMark(seat: SeatId, mark: string, by: number): void {
    const { marks } = this.seat(seat);
    marks[mark] = (marks[mark] ?? 0) + by;
  }

  addTally(seat: SeatId, tally: string, by: number): void {
    const counters = this.seat(seat).tally;
    counters[tally] = (counters[tally] ?? 0) + by;
  }

  restrict(scope: Scope, id: SeatId, { kind, strength, declared }: Pick<Restriction, 'kind' | 'strength' | 'declared'>): void {
    const seat = this.seat(id);
    const earlier = seat.restriction;
    if (earlier !== null && earlier.kind === 'block' && kind === 'throttle') return;
    const event = this.emit(scope, 'restricted', { seat: id, kind, strength, declared });
    seat.restriction = { kind, strength, since: this.draft.round, declared, origin: event };
    this.addTally(id, 'restricted', 1);
    this.addMark(id, kind === 'block' ? 'blocked' : 'throttled', 1);
    this.change({ ...scope, because: event }, id, 'access', (earlier?.strength ?? 0) - strength);
  }

  setStaff(scope: Scope, seat: SeatId, person: StaffDraft, status: StaffStatus): EventId {
    const event = this.emit(scope, 'staffChanged', { seat, staff: person.id, from: person.status, to: status }, [person.origin]);
    person.status = status;
    person.origin = event;
    this.addMark(seat, `staff-${status}`, 1);
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
    const spec = this.compiled.demands.get(template)?.spec;
    if (spec === undefined || !canAddress(this.draft, spec.for, template, to)) return null;
    const from = scope.self ?? this.compiled.roles.regulators[0] ?? to;
    const drawn = (item: string, what: string, [low, high]: readonly [number, number]) =>
      tenth(low + (high - low) * dice(`${this.draft.seed}|item|${template}|${item}|${what}`));
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
    this.addMark(from, 'demands-issued', 1);
    if (informal) this.addMark(from, 'demands-informal', 1);
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
    this.addTally(demand.to, `answered-${answer}`, 1);
    this.addMark(demand.to, `answered-${answer}`, 1);
    return this.emit(
      scope,
      'demandAnswered',
      { demand: demand.id, template: demand.template, seat: demand.to, answer, to: this.parties(demand) },
      [demand.origin],
    );
  }

  close(scope: Scope, demand: DemandDraft, status: Exclude<Demand['status'], 'live' | 'court'>): EventId {
    demand.status = status;
    this.addMark(demand.to, status, 1);
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
      scale: scope.scale,
      origin,
    });
  }
}

/** Whether a demand of this template may be sent to a platform: it is meant for it, and not already there or obeyed. */
export function canAddress(draft: Pick<MatchDraft, 'demands'>, allowed: readonly SeatId[], template: string, to: SeatId): boolean {
  return (
    allowed.includes(to) &&
    !draft.demands.some(
      (demand) =>
        demand.template === template &&
        demand.to === to &&
        demand.status !== 'refused' &&
        demand.status !== 'lapsed' &&
        demand.status !== 'withdrawn',
    )
  );
}
