/** So many known entries are asked for again after a drop, to see whether they are still what happened. */
const OVERLAP = 8;

/**
 * What this viewer has read of something that only grows, such as events: oldest first, each once. What is pushed before the history
 * since the last known entry has arrived waits for it, so that there are no gaps. A table that was rewound has another history: then
 * the known end does not fit, and all must be read again.
 */
export class EventLog<Entry extends { readonly id: number }> {
  #known: readonly Entry[] = [];
  #waiting: Entry[] = [];
  #complete = false;

  get events(): readonly Entry[] {
    return this.#known;
  }

  /** The id after which the history must be asked for: some known entries come again, to compare. */
  get since(): number {
    const first = this.#known.at(-OVERLAP) ?? this.#known[0];
    return first === undefined ? 0 : first.id - 1;
  }

  /** The connection is new: what is pushed from now on may come after a gap. */
  expectHistory(): void {
    this.#complete = false;
  }

  /** Takes entries that were pushed. Answers whether `events` has changed. */
  push(entries: readonly Entry[]): boolean {
    if (!this.#complete) {
      this.#waiting.push(...entries);
      return false;
    }
    const corrected = this.#correct(entries);
    return this.#append(entries) || corrected;
  }

  /** Whether a history since `since` goes on from what is known. */
  continues(history: readonly Entry[]): boolean {
    const end = this.#known.slice(-OVERLAP);
    return JSON.stringify(history.slice(0, end.length)) === JSON.stringify(end);
  }

  /** Takes the history since `since`, which closes the gap. Answers whether `events` has changed. */
  fill(history: readonly Entry[]): boolean {
    const waiting = this.#waiting;
    this.#waiting = [];
    this.#complete = true;
    return this.#append([...history, ...waiting]);
  }

  /** Takes the whole history in the place of all that is known: at the end everybody may read everything, and a rewound table has another. */
  replace(history: readonly Entry[]): void {
    this.#known = [];
    this.fill(history);
  }

  /** What is known already and comes again is another now: such as words that the host has hidden. */
  #correct(entries: readonly Entry[]): boolean {
    const last = this.#known.at(-1)?.id ?? 0;
    const again = new Map(entries.filter(({ id }) => id <= last).map((entry) => [entry.id, entry]));
    if (again.size > 0) this.#known = this.#known.map((entry) => again.get(entry.id) ?? entry);
    return again.size > 0;
  }

  #append(entries: readonly Entry[]): boolean {
    const last = this.#known.at(-1)?.id ?? 0;
    const fresh = new Map<number, Entry>();
    for (const entry of entries) if (entry.id > last) fresh.set(entry.id, entry);
    if (fresh.size === 0) return false;
    this.#known = [...this.#known, ...[...fresh.values()].sort((one, other) => one.id - other.id)];
    return true;
  }
}
