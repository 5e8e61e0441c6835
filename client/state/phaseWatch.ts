import { timeLeft } from './time.ts';

/** A phase that ends with less left than this (milliseconds) ends since the time is up: the news of it takes a moment. */
const NO_TIME = 1500;
/** What is sealed for so short a time (milliseconds) before a phase ends was sealed because it ends. */
const AT_THE_END = 3000;

/** What a screen shows of a phase that is open. */
interface Glance {
  readonly clock: { readonly left: number; readonly at: number } | null;
  readonly sealed: boolean;
}

/** Watches a phase, to know afterwards how it has ended. */
export class PhaseWatch {
  #clock: Glance['clock'] = null;
  #ranOut = false;
  #sealedAt: number | null = null;

  /** Notes what is shown now. */
  see({ clock, sealed }: Glance, now: number): void {
    // A clock that has run out is there no longer.
    if (clock !== null) this.#ranOut = false;
    else if (this.#clock !== null) this.#ranOut = timeLeft(this.#clock, now) < NO_TIME;
    this.#clock = clock;
    this.#sealedAt = sealed ? (this.#sealedAt ?? now) : null;
  }

  /** Whether the time was over, and whether the choice was sealed before, if the phase ends now. */
  end(now: number): { readonly timeUp: boolean; readonly sealed: boolean } {
    return {
      timeUp: this.#ranOut || (this.#clock !== null && timeLeft(this.#clock, now) < NO_TIME),
      sealed: this.#sealedAt !== null && now - this.#sealedAt >= AT_THE_END,
    };
  }
}
