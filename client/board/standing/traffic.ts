import type { IslandSpot } from '../layout.ts';
import { GAP, NECK } from './bridge.ts';

/** Packets on one bridge, each at a share of its length; they keep their distance and queue where it is narrow. */
export class Traffic {
  readonly places: number[];
  readonly #gap: number;
  readonly #length: number;

  constructor(bridge: IslandSpot['bridge'], unit: number, most: number) {
    this.#length = Math.max(1, bridge.foot.y - bridge.top.y);
    this.#gap = (6.6 * unit) / this.#length;
    const count = Math.max(3, Math.min(most, Math.floor(0.78 / this.#gap)));
    this.places = Array.from({ length: count }, (_, index) => 1 - index / count);
  }

  /** How many packets are under way when this share of the service reaches people. */
  static shown(count: number, access: number): number {
    return Math.max(1, Math.round(count * (0.25 + 0.75 * access)));
  }

  /** Moves the packets for `ms` milliseconds; `pinch` slows the neck, `lift` stops them before the gap. */
  advance(ms: number, unit: number, access: number, pinch: number, lift: number): void {
    const free = ((16 + 26 * access) * unit * ms) / 1000 / this.#length;
    const order = this.places.map((_, index) => index).sort((one, other) => (this.places[other] ?? 0) - (this.places[one] ?? 0));
    let ahead = Number.POSITIVE_INFINITY;
    for (const index of order) {
      const place = this.places[index] ?? 0;
      const near = Math.exp(-(((place - NECK) / 0.13) ** 2));
      let next = place + free * (1 - 0.55 * pinch) * (1 - 0.93 * pinch * near);
      if (lift > 0.3 && place <= NECK - GAP) next = Math.min(next, NECK - GAP);
      next = Math.min(next, Math.max(place, ahead - this.#gap));
      this.places[index] = next;
      ahead = next;
    }
    const last = Math.min(...this.places);
    for (const [index, place] of this.places.entries()) {
      if (place > 1 && last > this.#gap) {
        this.places[index] = 0;
        break;
      }
    }
  }
}
