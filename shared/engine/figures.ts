import type { SeatDraft } from '../effects/define.ts';
import type { EventId, SeatId } from '../match/state.ts';

/** Gives names numbers, in the order in which they come up: what is asked for again and again is then found without its name. */
export class Numbering {
  readonly names: string[] = [];
  readonly #numbers = new Map<string, number>();

  constructor(names: readonly string[] = []) {
    for (const name of names) this.of(name);
  }

  /** The number of a name; the next one if it had none. */
  of(name: string): number {
    const known = this.#numbers.get(name);
    if (known !== undefined) return known;
    this.#numbers.set(name, this.names.length);
    return this.names.push(name) - 1;
  }
}

/** Named figures, taken out of a record of the state by number. They are written back when the state is looked at. */
export class Figures {
  private readonly numbering: Numbering;
  private readonly values: (number | undefined)[];
  /** Whether some were set since they were last written. */
  private isChanged = false;

  constructor(numbering: Numbering, record: Readonly<Record<string, number>>) {
    this.numbering = numbering;
    this.values = new Array<number | undefined>(numbering.names.length);
    for (const name in record) this.values[numbering.of(name)] = record[name];
  }

  /** A figure; undefined if there is none. */
  at(number: number): number | undefined {
    return this.values[number];
  }

  /** A figure; 0 if there is none. */
  get(number: number): number {
    return this.values[number] ?? 0;
  }

  /** A figure by its name; 0 if there is none. */
  named(name: string): number {
    return this.values[this.numbering.of(name)] ?? 0;
  }

  set(number: number, value: number): void {
    this.values[number] = value;
    this.isChanged = true;
  }

  add(number: number, by: number): void {
    this.set(number, (this.values[number] ?? 0) + by);
  }

  /** Counts on from nothing. The record is the caller's to empty. */
  clear(): void {
    // A loop: "fill" is slow in V8.
    for (let number = 0; number < this.values.length; number += 1) this.values[number] = undefined;
    this.isChanged = false;
  }

  /** Takes earlier figures off, until the function that it answers with is called. */
  without(earlier: Readonly<Record<string, number>>): () => void {
    const before = this.values.slice();
    for (const name in earlier) this.values[this.numbering.of(name)] = this.named(name) - (earlier[name] ?? 0);
    return () => {
      for (const name in earlier) this.values[this.numbering.of(name)] = before[this.numbering.of(name)];
    };
  }

  writeTo(record: Record<string, number>): void {
    if (!this.isChanged) return;
    this.isChanged = false;
    const { values } = this;
    for (let number = 0; number < values.length; number += 1) {
      const value = values[number];
      if (value !== undefined) record[this.nameOf(number)] = value;
    }
  }

  protected nameOf(number: number): string {
    return this.numbering.names[number] ?? '';
  }
}

/** One cause's change of one meter within a step. Used again in later steps, since most of a match is made of these. */
export interface Delta {
  rule: string;
  because: EventId;
  by: number;
}

/** All changes of one meter within a step. */
export interface Changes {
  readonly seat: SeatId | null;
  readonly meter: string;
  readonly number: number;
  readonly meters: Meters;
  readonly deltas: Delta[];
  /** How many of the deltas belong to this step. */
  used: number;
}

/** The meters of a seat or of the world (seat null), with what the current step does to them. */
export class Meters extends Figures {
  private readonly seat: SeatId | null;
  private readonly changes: (Changes | undefined)[] = [];

  constructor(numbering: Numbering, record: Readonly<Record<string, number>>, seat: SeatId | null) {
    super(numbering, record);
    this.seat = seat;
  }

  /** The changes of a meter. */
  changesOf(number: number): Changes {
    const known = this.changes[number];
    if (known !== undefined) return known;
    const made: Changes = { seat: this.seat, meter: this.nameOf(number), number, meters: this, deltas: [], used: 0 };
    this.changes[number] = made;
    return made;
  }
}

/** What is counted by number: the meters of a scenario, and its counters. */
export interface Numberings {
  readonly meters: Numbering;
  readonly counters: Numbering;
}

/** A seat while commands are applied to the match: its state, and the figures that rules ask for taken out of it. */
export class SeatInPlay {
  readonly id: SeatId;
  readonly state: SeatDraft;
  readonly meters: Meters;
  readonly marks: Figures;
  readonly tally: Figures;

  constructor({ meters, counters }: Numberings, id: SeatId, state: SeatDraft) {
    this.id = id;
    this.state = state;
    this.meters = new Meters(meters, state.meters, id);
    this.marks = new Figures(counters, state.marks);
    this.tally = new Figures(counters, state.tally);
  }

  /** A new round: its counters are fresh. */
  forgetRound(): void {
    this.state.tally = {};
    this.tally.clear();
  }

  /** Writes what has changed into the state. */
  write(): void {
    this.meters.writeTo(this.state.meters);
    this.marks.writeTo(this.state.marks);
    this.tally.writeTo(this.state.tally);
  }
}
