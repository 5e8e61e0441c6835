import type { Kit } from '../kit.ts';
import { grain } from '../paper/cut.ts';
import { drawHeadlands, drawMainland } from './scenery/mainland.ts';
import { cloudSpots, drawCloud, drawFarCoast, drawSea } from './scenery/sea.ts';
import { drawTown, drawTreasury } from './scenery/town.ts';

/** Everything that never changes, on one sheet: far coast, sea, mainland, town, treasury; and a few clouds. */
export function layBackdrop(kit: Kit): void {
  const { width, height, horizon, unit } = kit.layout;
  // It starts just above the horizon: painting empty paper over the sky would cost weak devices a quarter of each frame.
  const top = Math.floor(horizon - 30 * unit);
  kit.bake({ x: 0, y: top, width, height: height - top }, 'backdrop', (ink) => {
    drawFarCoast(ink, kit.layout, kit.palette);
    drawSea(ink, kit.layout, kit.palette);
    drawMainland(ink, kit.layout, kit.palette);
    drawHeadlands(ink, kit.layout, kit.palette);
    drawTown(ink, kit.layout, kit.palette);
    drawTreasury(ink, kit.layout, kit.palette);
    grain(ink, kit.palette, width, height);
  });
  for (const cloud of cloudSpots(kit.layout)) kit.bake(cloud.box, 'backdrop', (ink) => drawCloud(ink, cloud, kit.layout, kit.palette));
}
