import { later } from './clock.ts';

/** How long what nobody waits for is gathered, in milliseconds. */
const GATHER = 500;

/** When a room shows what has changed: many changes that come at once are shown at once. */
export class Publishing {
  readonly #publish: () => void;
  readonly #tell: (error: unknown) => void;
  #isDue = false;
  #isGathering = false;
  #stop = (): void => {};

  /** `tell` hears of what could not be shown. */
  constructor(publish: () => void, tell: (error: unknown) => void) {
    this.#publish = publish;
    this.#tell = tell;
  }

  /** As soon as all that comes in this moment is done. */
  soon(): void {
    if (this.#isDue) return;
    this.#isDue = true;
    setImmediate(() => this.due());
  }

  /** Nobody waits for this: each patch costs a send to everybody, so that a few come together. */
  later(): void {
    if (this.#isDue || this.#isGathering) return;
    this.#isGathering = true;
    this.#stop = later(GATHER, () => this.soon());
  }

  /** Now, whether anything has changed or not. */
  now(): void {
    this.#isDue = true;
    this.due();
  }

  /** Now, if it was to be shown soon. */
  due(): void {
    if (!this.#isDue) return;
    this.#isDue = false;
    this.#isGathering = false;
    this.#stop();
    try {
      this.#publish();
    } catch (error) {
      this.#tell(error);
    }
  }

  stop(): void {
    this.#stop();
  }
}
