/** The rooms that show a table or a class. There may be two for a moment, as one closes late and another has opened. */
export class Watchers {
  readonly #onChange: (isWatched: boolean) => void;
  #rooms = 0;

  /** `onChange` is told when the first room has come, or the last one has gone. */
  constructor(onChange: (isWatched: boolean) => void = () => {}) {
    this.#onChange = onChange;
  }

  /** Whether any room is there. */
  get any(): boolean {
    return this.#rooms > 0;
  }

  /** Another room shows it; answers how to say that it does no longer, as often as one likes. */
  add(): () => void {
    let isThere = true;
    this.#count(1);
    return () => {
      if (isThere) this.#count(-1);
      isThere = false;
    };
  }

  #count(by: number): void {
    const before = this.any;
    this.#rooms += by;
    if (before !== this.any) this.#onChange(this.any);
  }
}
