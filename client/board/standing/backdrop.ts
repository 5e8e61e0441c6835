import type { Kit } from '../kit.ts';
import { grain } from '../paper/cut.ts';
import { drawClouds, drawFarCoast, drawSea } from './scenery/sea.ts';
import { drawHeadlands, drawMainland } from './scenery/mainland.ts';
import { drawTown, drawTreasury } from './scenery/town.ts';

/** Everything that never changes, on one sheet: clouds, far coast, sea, mainland, town, treasury. */
export function layBackdrop(kit: Kit): void {
  const { width, height } = kit.layout;
  kit.bake({ x: 0, y: 0, width, height }, 'backdrop', (ink) => {
    drawClouds(ink, kit.layout, kit.palette);
    drawFarCoast(ink, kit.layout, kit.palette);
    drawSea(ink, kit.layout, kit.palette);
    drawMainland(ink, kit.layout, kit.palette);
    drawHeadlands(ink, kit.layout, kit.palette);
    drawTown(ink, kit.layout, kit.palette);
    drawTreasury(ink, kit.layout, kit.palette);
    grain(ink, kit.palette, width, height);
  });
}
