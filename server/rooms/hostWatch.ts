import { later } from './clock.ts';

export interface HostWatchParts {
  /** How long a class goes on without its host, in milliseconds. */
  readonly grace: number;
  /** Whether the server is about to stop: then everybody goes, and that is no reason to pause. */
  readonly isClosing: () => boolean;
  /** What to do when the host is not back in time; tried again if it fails. */
  readonly onAbsence: () => Promise<void>;
}

/** Whether the host of a class is there, on any device. */
export class HostWatch {
  readonly #parts: HostWatchParts;
  #isHere = false;
  #stop = (): void => {};

  constructor(parts: HostWatchParts) {
    this.#parts = parts;
  }

  get isHere(): boolean {
    return this.#isHere;
  }

  /** Notes that one of the host's devices is there, or that the last one has gone. Answers whether that is news. */
  set(here: boolean): boolean {
    if (this.#isHere === here) return false;
    this.#isHere = here;
    this.stop();
    if (!here) this.expect();
    return true;
  }

  /** Waits for the host from now on; a server that starts again does not know where the host is. */
  expect(): void {
    this.stop();
    if (this.#parts.isClosing()) return;
    this.#stop = later(this.#parts.grace, () => {
      if (!this.#isHere) void this.#parts.onAbsence().catch(() => this.expect());
    });
  }

  stop(): void {
    this.#stop();
  }
}
