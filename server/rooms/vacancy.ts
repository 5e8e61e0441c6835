import { later } from './clock.ts';

/** Closes a room that stays empty for a while. */
export class Vacancy {
  readonly #patience: number;
  readonly #isEmpty: () => boolean;
  readonly #close: () => void;
  #stop = (): void => {};

  /** `patience`: how long it may be empty, in milliseconds. */
  constructor(patience: number, isEmpty: () => boolean, close: () => void) {
    this.#patience = patience;
    this.#isEmpty = isEmpty;
    this.#close = close;
  }

  /** Keeps the room open for somebody who is about to come. */
  expectSomebody(): void {
    this.#stop();
    this.#stop = later(this.#patience, () => {
      if (this.#isEmpty()) this.#close();
    });
  }

  /** The room is closed already. */
  stop(): void {
    this.#stop();
  }
}
