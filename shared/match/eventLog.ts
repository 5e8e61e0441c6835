import type { MatchEvent } from './events.ts';
import type { EventId } from './state.ts';

/** So many of the latest events stay objects at least: about those of a phase, which everybody at the table is just about to read. */
const LATEST = 64;

/**
 * What happened in a match, in the order of the ids, which count from 1 without gaps. Only the latest events are kept as objects, earlier
 * ones as text: an event is five objects for the garbage collector, and a school full of tables holds hundreds of thousands of events.
 */
export class EventLog {
  /** The events from id 1 on that were written down. */
  readonly #earlier: string[] = [];
  #latest: MatchEvent[] = [];

  constructor(events: readonly MatchEvent[] = []) {
    this.add(events);
  }

  /** The id of the last event; 0 before the first. */
  get last(): EventId {
    return this.#earlier.length + this.#latest.length;
  }

  /** Takes the events that follow on the last one. */
  add(events: readonly MatchEvent[]): void {
    for (const event of events) this.#latest.push(event);
    if (this.#latest.length < LATEST * 2) return;
    for (const event of this.#latest.slice(0, -LATEST)) this.#earlier.push(JSON.stringify(event));
    this.#latest = this.#latest.slice(-LATEST);
  }

  /** One event; undefined if there is none with this id. */
  at(id: EventId): MatchEvent | undefined {
    const place = id - 1 - this.#earlier.length;
    if (place >= 0) return this.#latest[place];
    const text = this.#earlier[id - 1];
    return text === undefined ? undefined : read(text);
  }

  /** The events after one of them, in their order; all of them after 0. */
  since(id: EventId): readonly MatchEvent[] {
    return [...this.#earlier.slice(id).map(read), ...this.#latest.slice(Math.max(0, id - this.#earlier.length))];
  }
}

const read = (text: string): MatchEvent => JSON.parse(text) as MatchEvent;
