import type { SeatId } from '../../../shared/match/state.ts';
import type { Kit } from '../kit.ts';
import type { IslandSpot, Spot } from '../layout.ts';
import type { BoardModel, SeatModel } from '../model.ts';
import type { FrameName } from '../paper/frames.ts';
import type { Part } from './part.ts';

type Image = ReturnType<Kit['image']>;

const MOST_COINS = 7;
const MOST_LETTERS = 3;

/** Where the `index`-th coin of an island's stack lies. */
export function coinSpot(spot: IslandSpot, index: number, unit: number): Spot {
  return { x: spot.coins.x + (index % 2) * 0.8 * unit, y: spot.coins.y - index * 3.1 * unit };
}

/** Where the `index`-th sheet hangs. */
export function sheetSpot(spot: IslandSpot, index: number, unit: number): Spot {
  const step = Math.min(11 * unit, spot.rx * 0.26);
  const row = Math.floor(index / 3);
  return { x: spot.sheets.x + (index % 3) * step - step * 0.6 - row * step * 0.3, y: spot.sheets.y + row * 9 * unit };
}

/** Where the `index`-th unanswered letter waits. */
export function letterSpot(spot: IslandSpot, index: number, unit: number): Spot {
  return { x: spot.x - spot.rx * 0.36 + index * 7 * unit, y: spot.y + spot.ry * 0.36 - index * 2.4 * unit };
}

/** What lies on the islands: coins (cash), sheets (the content that demands are about) and letters (live demands). */
export class Goods implements Part {
  readonly name = 'goods';
  readonly #kit: Kit;
  readonly #images = new Map<SeatId, Image[]>();
  readonly #shown = new Map<SeatId, string>();

  constructor(kit: Kit) {
    this.#kit = kit;
  }

  show(model: BoardModel, ms: number, seat: SeatId | null): void {
    for (const spot of this.#kit.layout.islands) {
      const wanted = model.seats[spot.seat];
      if (!wanted || (seat !== null && seat !== spot.seat)) continue;
      const coins = Math.max(wanted.cash > 0 ? 1 : 0, Math.round(wanted.cash * MOST_COINS));
      const mark = `${coins} ${wanted.letters} ${wanted.sheets.join()}`;
      if (this.#shown.get(spot.seat) === mark) continue;
      this.#shown.set(spot.seat, mark);
      this.#lay(spot, wanted, coins, ms);
    }
  }

  /** The sheet an outcome may peel off or put back. */
  sheetOf(spot: IslandSpot, index: number): Spot {
    return sheetSpot(spot, index, this.#kit.unit);
  }

  #lay(spot: IslandSpot, seat: SeatModel, coins: number, ms: number): void {
    const { unit } = this.#kit;
    const before = this.#images.get(spot.seat) ?? [];
    const images: Image[] = [];
    const put = (frame: FrameName, at: Spot, size = 1) => images.push(this.#kit.image(frame, at.x, at.y, 'goods').setScale(size));
    for (let index = 0; index < coins; index++) put('coin', coinSpot(spot, index, unit));
    seat.sheets.forEach((status, index) => {
      put(status === 'up' ? 'sheet' : status === 'restored' ? 'sheet-restored' : 'sheet-gone', sheetSpot(spot, index, unit), 1.15);
    });
    for (let index = 0; index < Math.min(MOST_LETTERS, seat.letters); index++) put('letter', letterSpot(spot, index, unit));
    this.#images.set(spot.seat, images);
    if (ms === 0) for (const image of before) image.destroy();
    else this.#fade(before, images, ms);
  }

  #fade(before: readonly Image[], after: readonly Image[], ms: number): void {
    for (const image of after) image.setAlpha(0);
    this.#kit.motion.add({
      ms: Math.min(ms, 300),
      each: (share) => {
        for (const image of after) image.setAlpha(share);
        for (const image of before) image.setAlpha(1 - share);
      },
      done: () => {
        for (const image of before) image.destroy();
      },
    });
  }
}
