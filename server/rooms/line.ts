/** Does things one after the other, in the order they were asked for. */
export class Line {
  #last: Promise<unknown> = Promise.resolve();

  /** Does something after all that was asked for before it. */
  add<T>(task: () => Promise<T>): Promise<T> {
    const result = this.#last.then(task);
    this.#last = result.catch(() => {});
    return result;
  }

  /** Resolves when nothing is left to do. */
  async idle(): Promise<void> {
    await this.#last;
  }
}
