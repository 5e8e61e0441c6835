import type { MatchDraft, Scope } from '../effects/define.ts';
import type { EventFrame, EventPayloads, EventType, MatchEvent } from '../match/events.ts';
import type { EventId, SeatId } from '../match/state.ts';

/** One cause's change of one meter within a step. Used again in later steps, since most of a match is made of these. */
interface Delta {
  rule: string;
  because: EventId;
  by: number;
}

/** All changes of one meter within a step. */
interface Changes {
  readonly seat: SeatId | null;
  readonly meter: string;
  readonly deltas: Delta[];
  /** How many of the deltas belong to this step. */
  used: number;
}

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
  private readonly changesOf = new Map<SeatId | null, Map<string, Changes>>();
  private readonly deeds = new Map<SeatId, EventId>();
  private readonly quiet: boolean;

  /** `quiet`: nobody reads the events, so that they are counted but not kept. */
  constructor(draft: MatchDraft, step: string, quiet: boolean) {
    this.draft = draft;
    this.step = step;
    this.quiet = quiet;
  }

  emit<T extends EventType>(
    scope: Pick<Scope, 'rule' | 'because'>,
    type: T,
    payload: EventPayloads[T],
    alsoBecause: readonly EventId[] = [],
  ): EventId {
    const id = this.draft.nextEvent;
    this.draft.nextEvent += 1;
    if (type === 'demandAnswered' || type === 'itemChanged') this.deeds.set((payload as EventPayloads['itemChanged']).seat, id);
    if (this.quiet) return id;
    const frame: EventFrame = {
      id,
      round: this.draft.round,
      step: this.step,
      rule: scope.rule,
      because: parentsOf(scope.because, alsoBecause),
    };
    this.events.push(Object.assign(frame, payload, { type }) as unknown as MatchEvent);
    return id;
  }

  /** A new resolution begins: what was done in the one before is no cause any more. */
  forgetDeeds(): void {
    this.deeds.clear();
  }

  /** The event of what a seat last did about a demand in this resolution; 0 if it did nothing. */
  lastDeed(seat: SeatId): EventId {
    return this.deeds.get(seat) ?? 0;
  }

  change(scope: Scope, seat: SeatId | null, meter: string, by: number): void {
    if (by === 0 || !Number.isFinite(by)) return;
    const changes = this.changesIn(seat, meter);
    const { deltas, used } = changes;
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

  private changesIn(seat: SeatId | null, meter: string): Changes {
    let ofSeat = this.changesOf.get(seat);
    if (ofSeat === undefined) {
      ofSeat = new Map();
      this.changesOf.set(seat, ofSeat);
    }
    let changes = ofSeat.get(meter);
    if (changes === undefined) {
      changes = { seat, meter, deltas: [], used: 0 };
      ofSeat.set(meter, changes);
    }
    if (changes.used === 0) this.changes.push(changes);
    return changes;
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

  private settleMeter({ seat, meter, deltas, used }: Changes): void {
    const meters = seat === null ? this.draft.world : this.draft.seats[seat]?.meters;
    const before = meters?.[meter];
    if (meters === undefined || before === undefined) return;
    let sum = before;
    for (let index = 0; index < used; index += 1) {
      const delta = deltas[index];
      if (delta === undefined) continue;
      delta.by = tenth(delta.by);
      sum += delta.by;
    }
    sum = tenth(sum);
    const value = Math.min(100, Math.max(0, sum));
    meters[meter] = value;
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
