import type { SeatId } from '../../../shared/match/state.ts';
import type { Kit } from '../kit.ts';
import { type SeatSpot, spotOf } from '../layout.ts';
import type { BoardModel, CaseModel } from '../model.ts';
import { easeBoth } from '../motion.ts';
import type { Part } from './part.ts';

interface Balance {
  readonly post: ReturnType<Kit['image']>;
  readonly beam: ReturnType<Kit['image']>;
  readonly pro: ReturnType<Kit['image']>;
  readonly con: ReturnType<Kit['image']>;
  readonly size: number;
  tilt: number;
}

/** How far the scales lean while a case is open: level at first, towards the odds as the ruling comes near. */
export function leanOf(court: CaseModel): number {
  return (court.odds - 0.5) * 2 * (0.25 + 0.5 * court.progress);
}

/** Scales beside each seat that has a case before a court. */
export class Scales implements Part {
  readonly name = 'scales';
  readonly #kit: Kit;
  readonly #balances = new Map<SeatId, Balance>();

  constructor(kit: Kit) {
    this.#kit = kit;
  }

  show(model: BoardModel, ms: number, only: SeatId | null): void {
    for (const [id, seat] of Object.entries(model.seats)) {
      const spot = spotOf(this.#kit.layout, id);
      if (!spot || (only !== null && only !== id)) continue;
      if (seat.court) this.#lean(id, spot, leanOf(seat.court), ms);
      else this.#remove(id, ms);
    }
  }

  /** Tips a seat's scales all the way: towards `won` or against it. */
  rule(seat: SeatId, won: boolean, ms: number): void {
    const spot = spotOf(this.#kit.layout, seat);
    if (spot) this.#lean(seat, spot, won ? 1 : -1, ms);
  }

  #lean(id: SeatId, spot: SeatSpot, tilt: number, ms: number): void {
    const known = this.#balances.get(id);
    const balance = known ?? this.#build(id, spot, ms);
    const from = balance.tilt;
    if (ms === 0) this.#pose(balance, tilt);
    else if (from !== tilt)
      this.#kit.motion.add({ ms, ease: easeBoth, each: (share) => this.#pose(balance, from + (tilt - from) * share) });
  }

  #build(id: SeatId, spot: SeatSpot, ms: number): Balance {
    const size = 1.3;
    const { x, y } = spot.scales;
    const make = (frame: 'scales-post' | 'scales-beam' | 'scales-for' | 'scales-against') =>
      this.#kit.image(frame, x, y, 'goods').setScale(size);
    const balance: Balance = {
      post: make('scales-post'),
      beam: make('scales-beam'),
      pro: make('scales-for'),
      con: make('scales-against'),
      size,
      tilt: 0,
    };
    this.#balances.set(id, balance);
    this.#pose(balance, 0);
    if (ms > 0) this.#fade(balance, 0, 1, Math.min(ms, 300));
    return balance;
  }

  /** The heavier pan sinks: blue when the seat would win. */
  #pose(balance: Balance, tilt: number): void {
    const { unit } = this.#kit;
    balance.tilt = tilt;
    const angle = tilt * 0.34;
    const [x, y] = [balance.post.x, balance.post.y - 17 * unit * balance.size];
    const arm = 18 * unit * balance.size;
    balance.beam.setPosition(x, y).setRotation(-angle);
    balance.pro.setPosition(x - Math.cos(angle) * arm, y + Math.sin(angle) * arm + 9 * unit * balance.size);
    balance.con.setPosition(x + Math.cos(angle) * arm, y - Math.sin(angle) * arm + 9 * unit * balance.size);
  }

  #remove(id: SeatId, ms: number): void {
    const balance = this.#balances.get(id);
    if (!balance) return;
    this.#balances.delete(id);
    if (ms === 0) this.#destroy(balance);
    else this.#fade(balance, 1, 0, ms, () => this.#destroy(balance));
  }

  #fade(balance: Balance, from: number, to: number, ms: number, done?: () => void): void {
    const images = [balance.post, balance.beam, balance.pro, balance.con];
    const each = (share: number) => {
      for (const image of images) image.setAlpha(from + (to - from) * share);
    };
    each(0);
    this.#kit.motion.add({ ms, each, ...(done ? { done } : {}) });
  }

  #destroy(balance: Balance): void {
    for (const image of [balance.post, balance.beam, balance.pro, balance.con]) image.destroy();
  }
}
