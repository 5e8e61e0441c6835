import type { MatchDraft, Scope } from '../effects/define.ts';
import type { EventFrame, EventPayloads, EventType, MatchEvent } from '../match/events.ts';
import type { EventId, SeatId } from '../match/state.ts';
import { type Changes, Meters, type Numberings, SeatInPlay } from './figures.ts';

/** Rounded to a tenth: meters and their changes have one decimal. */
export const tenth = (value: number): number => Math.floor(value * 10 + 0.5) / 10;
const NO_PARENTS: readonly EventId[] = [];

/** The causes of an event: each once, none that is 0. */
function parentsOf(first: EventId, others: readonly EventId[]): readonly EventId[] {
  if (others.length === 0) return first > 0 ? [first] : NO_PARENTS;
  return [first, ...others].filter((parent, index, all) => parent > 0 && all.indexOf(parent) === index);
}

/** What happened while a command is applied: every event with its causes, and the changes of meters, which add up until a step ends. */
export class Ledger {
  readonly events: MatchEvent[] = [];
  readonly draft: MatchDraft;
  /** The resolution step (or phase) that is being recorded. */
  step: string;
  private readonly changes: Changes[] = [];
  private readonly numberings: Numberings;
  private readonly ofWorld: Meters;
  private readonly seatsInPlay = new Map<SeatId, SeatInPlay>();
  private last: SeatInPlay | null = null;
  private readonly deeds = new Map<SeatId, EventId>();
  private readonly quiet: boolean;

  /** `quiet`: nobody reads the events, so that they are counted but not kept. */
  constructor(draft: MatchDraft, step: string, quiet: boolean, numberings: Numberings) {
    this.draft = draft;
    this.step = step;
    this.quiet = quiet;
    this.numberings = numberings;
    this.ofWorld = new Meters(numberings.meters, draft.world, null);
  }

  /** A seat with its figures. Throws if there is none of this name. */
  inPlay(id: SeatId): SeatInPlay {
    // Most of what is asked for in a row is about one seat.
    if (this.last !== null && this.last.id === id) return this.last;
    const known = this.seatsInPlay.get(id) ?? this.putIntoPlay(id);
    this.last = known;
    return known;
  }

  private putIntoPlay(id: SeatId): SeatInPlay {
    const state = this.draft.seats[id];
    if (state === undefined) throw new Error(`There is no seat "${id}" in this match.`);
    const made = new SeatInPlay(this.numberings, id, state);
    this.seatsInPlay.set(id, made);
    return made;
  }

  /** The meters of a seat, or of the world (seat null). */
  metersOf(seat: SeatId | null): Meters {
    return seat === null ? this.ofWorld : this.inPlay(seat).meters;
  }

  /** The match with all figures written into it. */
  written(): MatchDraft {
    this.ofWorld.writeTo(this.draft.world);
    for (const seat of this.seatsInPlay.values()) seat.write();
    return this.draft;
  }

  emit<T extends EventType>(
    scope: Pick<Scope, 'rule' | 'because'>,
    type: T,
    payload: EventPayloads[T],
    alsoBecause: readonly EventId[] = NO_PARENTS,
  ): EventId {
    const id = this.draft.nextEvent;
    this.draft.nextEvent = id + 1;
    if (type === 'demandAnswered' || type === 'itemChanged') this.deeds.set((payload as EventPayloads['itemChanged']).seat, id);
    // Apart, so that this is small enough to be compiled into its callers: then a quiet match does not even make the payload.
    if (!this.quiet) this.record(id, scope, type, payload, alsoBecause);
    return id;
  }

  private record(
    id: EventId,
    { rule, because }: Pick<Scope, 'rule' | 'because'>,
    type: EventType,
    payload: object,
    alsoBecause: readonly EventId[],
  ): void {
    const frame: EventFrame = { id, round: this.draft.round, step: this.step, rule, because: parentsOf(because, alsoBecause) };
    this.events.push(Object.assign(frame, payload, { type }) as unknown as MatchEvent);
  }

  /** A new resolution begins: what was done in the one before is no cause any more. */
  forgetDeeds(): void {
    this.deeds.clear();
  }

  /** The event of what a seat last did about a demand in this resolution; 0 if it did nothing. */
  lastDeed(seat: SeatId): EventId {
    return this.deeds.get(seat) ?? 0;
  }

  change(scope: Scope, seat: SeatId | null, meter: number, by: number): void {
    if (by === 0 || !Number.isFinite(by)) return;
    const changes = this.metersOf(seat).changesOf(meter);
    const { deltas, used } = changes;
    if (used === 0) this.changes.push(changes);
    const { rule, because } = scope;
    for (let index = 0; index < used; index += 1) {
      const delta = deltas[index];
      if (delta === undefined || delta.because !== because || delta.rule !== rule) continue;
      delta.by += by;
      return;
    }
    changes.used += 1;
    const spare = deltas[used];
    if (spare === undefined) {
      deltas.push({ rule, because, by });
      return;
    }
    spare.rule = rule;
    spare.because = because;
    spare.by = by;
  }

  /** Ends a step: all changes add up, are bounded to 0–100 and enter the ledger. */
  settle(): void {
    const { changes } = this;
    if (changes.length === 0) return;
    for (const ofMeter of changes) {
      this.settleMeter(ofMeter);
      ofMeter.used = 0;
    }
    changes.length = 0;
  }

  private settleMeter({ seat, meter, number, meters, deltas, used }: Changes): void {
    const before = meters.at(number);
    if (before === undefined) return;
    let sum = before;
    for (let index = 0; index < used; index += 1) {
      const delta = deltas[index];
      if (delta === undefined) continue;
      delta.by = tenth(delta.by);
      sum += delta.by;
    }
    sum = tenth(sum);
    const value = Math.min(100, Math.max(0, sum));
    meters.set(number, value);
    let lines = 0;
    for (let index = 0; index < used; index += 1) {
      const delta = deltas[index];
      if (delta === undefined || delta.by === 0) continue;
      lines += 1;
      // Half of all events are these: a match that nobody reads needs no more of them than their number.
      if (this.quiet) this.draft.nextEvent += 1;
      else this.emit(delta, 'meterChanged', { seat, meter, delta: delta.by, value, bounded: false });
    }
    if (value !== sum && lines > 0)
      this.emit({ rule: 'engine', because: 0 }, 'meterChanged', { seat, meter, delta: tenth(value - sum), value, bounded: true });
  }
}
