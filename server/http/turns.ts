/** Lets only so many things of one key go on at the same time; the others wait for their turn, in the order in which they came. */
export class Turns {
  readonly #most: number;
  readonly #going = new Map<string, number>();
  readonly #waiting = new Map<string, (() => void)[]>();

  constructor(most: number) {
    this.#most = most;
  }

  /** Does something when it is its turn. */
  async take<T>(key: string, task: () => Promise<T>): Promise<T> {
    await this.#begin(key);
    try {
      return await task();
    } finally {
      this.#end(key);
    }
  }

  #begin(key: string): Promise<void> {
    const going = this.#going.get(key) ?? 0;
    if (going < this.#most) {
      this.#going.set(key, going + 1);
      return Promise.resolve();
    }
    return new Promise((resolve) => this.#waiting.set(key, [...(this.#waiting.get(key) ?? []), resolve]));
  }

  /** Whoever waits longest takes over the place. */
  #end(key: string): void {
    const [next, ...others] = this.#waiting.get(key) ?? [];
    if (others.length > 0) this.#waiting.set(key, others);
    else this.#waiting.delete(key);
    if (next !== undefined) {
      next();
      return;
    }
    const left = (this.#going.get(key) ?? 1) - 1;
    if (left > 0) this.#going.set(key, left);
    else this.#going.delete(key);
  }
}
