import type { MatchEvent } from '../../shared/match/events.ts';

/**
 * Every event this viewer has read: oldest first, each once. Events that are pushed before the history since the last known one has
 * arrived wait for it, so that there are no gaps.
 */
export class EventLog {
  #known: readonly MatchEvent[] = [];
  #waiting: MatchEvent[] = [];
  #complete = false;

  get events(): readonly MatchEvent[] {
    return this.#known;
  }

  /** The id of the last known event, 0 if none: from here on the history must be asked for. */
  get last(): number {
    return this.#known.at(-1)?.id ?? 0;
  }

  /** The connection is new: what is pushed from now on may come after a gap. */
  expectHistory(): void {
    this.#complete = false;
  }

  /** Takes events that were pushed. Answers whether `events` has changed. */
  push(events: readonly MatchEvent[]): boolean {
    if (!this.#complete) {
      this.#waiting.push(...events);
      return false;
    }
    return this.#append(events);
  }

  /** Takes the history since `last`, which closes the gap. */
  fill(history: readonly MatchEvent[]): boolean {
    const waiting = this.#waiting;
    this.#waiting = [];
    this.#complete = true;
    return this.#append([...history, ...waiting]);
  }

  /** Takes the whole history in the place of all that is known: at the end, everybody may read everything. */
  replace(history: readonly MatchEvent[]): void {
    this.#known = [];
    this.fill(history);
  }

  #append(events: readonly MatchEvent[]): boolean {
    const fresh = new Map<number, MatchEvent>();
    for (const event of events) if (event.id > this.last) fresh.set(event.id, event);
    if (fresh.size === 0) return false;
    this.#known = [...this.#known, ...[...fresh.values()].sort((one, other) => one.id - other.id)];
    return true;
  }
}
