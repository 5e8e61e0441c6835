import type { Kit } from '../kit.ts';
import type { IslandSpot, Spot } from '../layout.ts';
import type { BoardModel } from '../model.ts';
import type { Part } from './part.ts';

/** The `share`-th point of the hidden way around a bridge. */
export function tunnelSpot(spot: IslandSpot, share: number, unit: number): Spot {
  const { foot, top } = spot.bridge;
  const side = spot.bridge.foot.x <= spot.x ? 1 : -1;
  const bow = Math.sin(Math.PI * share) * (spot.rx * 0.3 + 16 * unit) * side;
  const start = { x: top.x + side * spot.rx * 0.45, y: spot.y + spot.ry * 0.95 };
  return { x: start.x + (foot.x + side * 22 * unit - start.x) * share + bow, y: start.y + (foot.y - 6 * unit - start.y) * share };
}

const DASHES = 7;

/** Ways around: dashed lines beside the bridges, as many as there is circumvention. */
export class Tunnels implements Part {
  readonly name = 'tunnels';
  readonly #kit: Kit;
  readonly #dashes: readonly { readonly image: ReturnType<Kit['image']>; readonly rank: number }[];

  constructor(kit: Kit) {
    this.#kit = kit;
    const { islands } = kit.layout;
    this.#dashes = islands.flatMap((spot, island) =>
      Array.from({ length: DASHES }, (_, index) => {
        const share = (index + 0.5) / DASHES;
        const at = tunnelSpot(spot, share, kit.unit);
        const next = tunnelSpot(spot, share + 0.04, kit.unit);
        const image = kit
          .image('tunnel', at.x, at.y, 'tunnels')
          .setRotation(Math.atan2(next.y - at.y, next.x - at.x))
          .setAlpha(0);
        return { image, rank: (index + island / islands.length) / DASHES };
      }),
    );
  }

  show(model: BoardModel, ms: number): void {
    const count = model.circumvention;
    for (const { image, rank } of this.#dashes) {
      const [from, to] = [image.alpha, rank < count ? 0.95 : 0];
      if (ms === 0) image.setAlpha(to);
      else if (from !== to)
        this.#kit.motion.add({ after: rank * ms * 0.5, ms: ms * 0.5, each: (share) => image.setAlpha(from + (to - from) * share) });
    }
  }
}
