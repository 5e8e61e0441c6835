export type Ease = (share: number) => number;

export const linear: Ease = (share) => share;
export const easeOut: Ease = (share) => 1 - (1 - share) ** 3;
export const easeIn: Ease = (share) => share ** 3;
export const easeBoth: Ease = (share) => (share < 0.5 ? 4 * share ** 3 : 1 - (-2 * share + 2) ** 3 / 2);
/** Up and back: 0 → 1 → 0. */
export const hump: Ease = (share) => Math.sin(Math.PI * share);
/** Overshoots a little, like paper that is set down. */
export const settle: Ease = (share) => 1 + 2.2 * (share - 1) ** 3 + 1.2 * (share - 1) ** 2;

export interface Glide {
  /** Milliseconds to wait before it starts. */
  readonly after?: number;
  readonly ms: number;
  readonly ease?: Ease;
  each?(share: number): void;
  done?(): void;
}

interface Running {
  readonly glide: Glide;
  age: number;
}

/** All that moves for a while, on one clock: it can be paused, and finished at once, without losing its end state. */
export class Motion {
  #running: Running[] = [];

  get busy(): boolean {
    return this.#running.length > 0;
  }

  add(glide: Glide): void {
    this.#running.push({ glide, age: -(glide.after ?? 0) });
  }

  /** Passes `ms` milliseconds. */
  advance(ms: number): void {
    const current = this.#running;
    this.#running = [];
    const kept = current.filter((entry) => {
      entry.age += ms;
      if (entry.age < 0) return true;
      const share = entry.glide.ms > 0 ? Math.min(1, entry.age / entry.glide.ms) : 1;
      entry.glide.each?.((entry.glide.ease ?? linear)(share));
      if (share < 1) return true;
      entry.glide.done?.();
      return false;
    });
    this.#running = [...kept, ...this.#running];
  }

  /** Brings everything to its end at once, also what the ends set in motion. */
  finish(): void {
    for (let pass = 0; pass < 20 && this.#running.length > 0; pass++) {
      const current = this.#running;
      this.#running = [];
      for (const { glide } of current) {
        glide.each?.((glide.ease ?? linear)(1));
        glide.done?.();
      }
    }
    this.#running = [];
  }
}
