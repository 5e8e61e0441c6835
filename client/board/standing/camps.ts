import type { SeatId } from '../../../shared/match/state.ts';
import type { Kit } from '../kit.ts';
import type { CampSpot, Spot } from '../layout.ts';
import type { BoardModel } from '../model.ts';
import { cut, disc, grain, type Ink, polygon, rounded } from '../paper/cut.ts';
import { roleShape } from '../paper/frames/signs.ts';
import type { Part } from './part.ts';

const MOST_BOATS = 4;

function drawHut(ink: Ink, kit: Kit, x: number, y: number): void {
  const { palette, unit } = kit;
  cut(ink, rounded(x - 17 * unit, y - 20 * unit, 34 * unit, 20 * unit, unit), {
    fill: palette.wall,
    edge: palette.wallShade,
    thick: 1.6 * unit,
    lift: 2.6 * unit,
    palette,
    gleam: false,
  });
  ink.fillStyle = palette.window;
  ink.fill(rounded(x - 12 * unit, y - 14 * unit, 8 * unit, 6.6 * unit, unit * 0.6));
  ink.fillStyle = palette.inkSoft;
  ink.fill(rounded(x + 3 * unit, y - 14 * unit, 8 * unit, 14.6 * unit, unit * 0.8));
  cut(
    ink,
    polygon([
      [x - 22 * unit, y - 18 * unit],
      [x, y - 34 * unit],
      [x + 22 * unit, y - 18 * unit],
    ]),
    { fill: palette.role.activist, lift: 2.4 * unit, palette },
  );
}

function drawMegaphone(ink: Ink, kit: Kit, spot: CampSpot): void {
  const { palette, unit } = kit;
  const { mouth, base } = spot;
  const foot = base.x + (mouth.x - base.x) * 0.78;
  cut(ink, rounded(foot - 1.5 * unit, mouth.y, 3 * unit, base.y - mouth.y, unit), { fill: palette.wallShade, lift: unit, palette });
  ink.save();
  ink.translate(foot, mouth.y);
  ink.scale(spot.side === 'right' ? -unit * 1.7 : unit * 1.7, unit * 1.7);
  ink.rotate(-0.22);
  cut(ink, roleShape('activist'), { fill: palette.role.activist, lift: 2.4 * unit, palette, gleam: false });
  ink.restore();
}

function drawCamp(ink: Ink, kit: Kit, spot: CampSpot): void {
  const { palette, unit } = kit;
  const inland = spot.side === 'right' ? 1 : -1;
  const hut = spot.base.x + inland * 12 * unit;
  cut(ink, rounded(hut + inland * 13 * unit, spot.base.y - 58 * unit, 1.8 * unit, 44 * unit, unit), {
    fill: palette.wallShade,
    lift: unit,
    palette,
    gleam: false,
  });
  const flag = hut + inland * 13 * unit;
  cut(
    ink,
    polygon([
      [flag, spot.base.y - 58 * unit],
      [flag + 17 * unit, spot.base.y - 52.5 * unit],
      [flag, spot.base.y - 47 * unit],
    ]),
    { fill: palette.role.activist, lift: 1.6 * unit, palette },
  );
  drawHut(ink, kit, hut, spot.base.y);
  drawMegaphone(ink, kit, spot);
  cut(ink, disc(spot.base.x - inland * 12 * unit, spot.base.y + 2 * unit, 4 * unit, 2 * unit), {
    fill: palette.landMid,
    lift: unit,
    palette,
    gleam: false,
  });
}

/** Where the `index`-th mirror boat lies. */
export function boatSpot(spot: CampSpot, index: number, unit: number): Spot {
  const out = spot.side === 'right' ? -1 : 1;
  return { x: spot.harbour.x + out * (index % 2) * 21 * unit, y: spot.harbour.y - Math.floor(index / 2) * 15 * unit };
}

/** The activists' camps, and the mirror boats that lie before them. */
export class Camps implements Part {
  readonly name = 'camps';
  readonly #kit: Kit;
  readonly #boats = new Map<SeatId, ReturnType<Kit['image']>[]>();
  #time = 0;

  constructor(kit: Kit) {
    this.#kit = kit;
    const { unit } = kit;
    for (const spot of kit.layout.camps) {
      const box = { x: spot.base.x - 62 * unit, y: spot.base.y - 80 * unit, width: 124 * unit, height: 94 * unit };
      kit.bake(box, 'towers', (ink) => {
        drawCamp(ink, kit, spot);
        grain(ink, kit.palette, box.width, box.height);
      });
      this.#boats.set(
        spot.seat,
        Array.from({ length: MOST_BOATS }, (_, index) => {
          const at = boatSpot(spot, index, unit);
          return kit.image('boat', at.x, at.y, 'goods').setScale(0.66).setAlpha(0);
        }),
      );
    }
  }

  show(model: BoardModel, ms: number, seat: SeatId | null): void {
    for (const spot of this.#kit.layout.camps) {
      const wanted = model.seats[spot.seat];
      if (!wanted || (seat !== null && seat !== spot.seat)) continue;
      this.#boats.get(spot.seat)?.forEach((boat, index) => {
        const [from, to] = [boat.alpha, index < wanted.boats ? 1 : 0];
        if (ms === 0) boat.setAlpha(to);
        else if (from !== to) this.#kit.motion.add({ ms, each: (share) => boat.setAlpha(from + (to - from) * share) });
      });
    }
  }

  tick(ms: number, calm: number): void {
    this.#time += (ms / 1000) * (1 - calm);
    for (const spot of this.#kit.layout.camps) {
      this.#boats.get(spot.seat)?.forEach((boat, index) => {
        const at = boatSpot(spot, index, this.#kit.unit);
        boat
          .setPosition(at.x, at.y + Math.sin(this.#time * 1.1 + index * 1.7) * 1.1 * this.#kit.unit)
          .setAngle(Math.sin(this.#time * 0.9 + index) * 2.4);
      });
    }
  }
}
