import type { Kit } from '../kit.ts';
import type { BoardModel } from '../model.ts';
import type { Part } from './part.ts';

interface Puff {
  readonly image: ReturnType<Kit['image']>;
  readonly plume: number;
  age: number;
}

const PLUMES = [0.16, 0.52, 0.84];
const PUFFS = 4;

/** Harm that nobody dealt with stands as smoke over the town. */
export class Smoke implements Part {
  readonly name = 'smoke';
  readonly #kit: Kit;
  readonly #puffs: readonly Puff[];
  #harm = 0;

  constructor(kit: Kit) {
    this.#kit = kit;
    this.#puffs = PLUMES.flatMap((_, plume) =>
      Array.from({ length: PUFFS }, (_, index) => ({
        image: kit.image('puff', 0, 0, 'smoke').setAlpha(0),
        plume,
        age: index / PUFFS + plume * 0.08,
      })),
    );
  }

  show(model: BoardModel, ms: number): void {
    const [from, to] = [this.#harm, model.harm];
    const change = (share: number) => {
      this.#harm = from + (to - from) * share;
      this.#place();
    };
    if (ms === 0 || from === to) change(1);
    else this.#kit.motion.add({ ms, each: change });
  }

  tick(ms: number, calm: number): void {
    if (this.#harm < 0.05) return;
    for (const puff of this.#puffs) puff.age = (puff.age + (ms / 16000) * (1 - calm)) % 1;
    this.#place();
  }

  #place(): void {
    const { ground, unit } = this.#kit.layout;
    for (const { image, plume, age } of this.#puffs) {
      // One plume at little harm, all three when it is high.
      const strength = Math.min(1, Math.max(0, this.#harm * PLUMES.length * 1.15 - plume));
      const rise = age * (40 + 56 * this.#harm) * unit;
      const x = ground.x + ground.width * (PLUMES[plume] ?? 0.5) + Math.sin(age * 4 + plume) * 6 * unit + age * 10 * unit;
      image
        .setPosition(x, ground.y - 12 * unit - rise)
        .setScale(0.26 + age * 0.7)
        .setAlpha(strength * 0.72 * Math.min(1, age * 6, (1 - age) * 2.4));
    }
  }
}
