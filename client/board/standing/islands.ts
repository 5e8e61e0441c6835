import type { Presence, SeatId } from '../../../shared/match/state.ts';
import type { Baked, Kit } from '../kit.ts';
import type { IslandSpot } from '../layout.ts';
import type { BoardModel } from '../model.ts';
import { blob, cut, disc, grain, type Ink, polygon, rounded } from '../paper/cut.ts';
import { roleShape } from '../paper/frames/signs.ts';
import type { Part } from './part.ts';
import { tree } from './scenery/mainland.ts';

/** An island: foam, cliff, ground and an upper terrace, each cut from paper. */
function drawIsland(ink: Ink, kit: Kit, spot: IslandSpot): void {
  const { palette, unit } = kit;
  const { x, y, rx, ry, seat } = spot;
  ink.globalAlpha = 0.75;
  cut(ink, blob(x, y + ry * 0.2, rx * 1.1, ry * 1.16, `${seat}foam`, 0.05), { fill: palette.foam, lift: unit, palette, gleam: false });
  ink.globalAlpha = 1;
  cut(ink, blob(x, y + ry * 0.06, rx, ry, `${seat}land`, 0.05), {
    fill: palette.sand,
    edge: palette.landSide,
    thick: Math.max(3, ry * 0.2),
    lift: 4 * unit,
    palette,
  });
  cut(ink, blob(x, y - ry * 0.02, rx * 0.88, ry * 0.82, `${seat}top`, 0.05), { fill: palette.landTop, lift: 1.6 * unit, palette });
  cut(ink, blob(x, y - ry * 0.3, rx * 0.68, ry * 0.46, `${seat}hill`, 0.06), {
    fill: palette.hills[0],
    edge: palette.hills[1],
    thick: 2 * unit,
    lift: 2 * unit,
    palette,
  });
  tree(ink, x + rx * 0.74, y - ry * 0.3, Math.min(17 * unit, ry * 0.52), palette, 0);
  tree(ink, x - rx * 0.74, y - ry * 0.24, Math.min(13 * unit, ry * 0.4), palette, 1);
}

function windows(ink: Ink, kit: Kit, left: number, top: number, width: number, height: number): void {
  const { palette, unit } = kit;
  const columns = Math.max(2, Math.floor(width / (13 * unit)));
  const rows = height > 17 * unit ? 2 : 1;
  ink.fillStyle = palette.window;
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const middle = Math.abs(column - (columns - 1) / 2) < 1;
      if (middle) continue;
      const x = left + ((column + 0.5) / columns) * width - 2.6 * unit;
      ink.fill(
        rounded(x, top + height * (rows === 2 ? 0.2 + row * 0.4 : 0.3), 5.2 * unit, height * (rows === 2 ? 0.22 : 0.36), 0.6 * unit),
      );
    }
  }
}

function drawOffice(ink: Ink, kit: Kit, house: IslandSpot['house'], share: number): void {
  const { palette, unit } = kit;
  const width = house.width * share;
  const left = house.x + (house.width - width) / 2;
  const { y, height } = house;
  cut(ink, rounded(left + 2 * unit, y, width - 4 * unit, height, unit), {
    fill: palette.wall,
    edge: palette.wallShade,
    thick: 2 * unit,
    lift: 3 * unit,
    palette,
    gleam: false,
  });
  windows(ink, kit, left + 3 * unit, y + 2 * unit, width - 6 * unit, height - 2 * unit);
  const middle = left + width / 2;
  ink.fillStyle = palette.inkSoft;
  ink.fill(rounded(middle - 3.6 * unit, y + height * 0.66, 7.2 * unit, height * 0.34 + 1.6 * unit, unit));
  cut(ink, rounded(left - 1.5 * unit, y - 1.5 * unit, width + 3 * unit, 4.6 * unit, 1.2 * unit), {
    fill: palette.role.platform,
    lift: 2 * unit,
    palette,
  });
  ink.save();
  ink.translate(middle, y + height * 0.36);
  const size = Math.min(unit * 0.9, height / 26);
  ink.scale(size, size);
  cut(ink, roleShape('platform'), { fill: palette.role.platform, lift: 1.6, palette });
  ink.restore();
}

/** No office in the country: a mast that reaches people from afar. */
function drawMast(ink: Ink, kit: Kit, house: IslandSpot['house']): void {
  const { palette, unit } = kit;
  const x = house.x + house.width / 2;
  const foot = house.y + house.height;
  cut(
    ink,
    polygon([
      [x - 6 * unit, foot],
      [x - 0.9 * unit, house.y - 4 * unit],
      [x + 0.9 * unit, house.y - 4 * unit],
      [x + 6 * unit, foot],
    ]),
    { fill: palette.wallShade, lift: 2 * unit, palette },
  );
  ink.strokeStyle = palette.role.platform;
  ink.lineWidth = 1.8 * unit;
  ink.lineCap = 'round';
  for (const radius of [7, 12.5]) {
    for (const side of [0, Math.PI]) {
      ink.beginPath();
      ink.arc(x, house.y - 4 * unit, radius * unit, side - 0.7, side + 0.7);
      ink.stroke();
    }
  }
  cut(ink, disc(x, house.y - 4 * unit, 3.2 * unit), { fill: palette.role.platform, lift: unit, palette });
}

/** Islands, and on them the local office, a representative's kiosk, or a mast. */
export class Islands implements Part {
  readonly name = 'houses';
  readonly #kit: Kit;
  readonly #houses = new Map<SeatId, { presence: Presence; baked: Baked }>();

  constructor(kit: Kit) {
    this.#kit = kit;
    const pad = 14 * kit.unit;
    for (const spot of kit.layout.islands) {
      const box = {
        x: spot.x - spot.rx * 1.16 - pad,
        y: spot.y - spot.ry * 1.3 - pad,
        width: spot.rx * 2.32 + pad * 2,
        height: spot.ry * 2.9 + pad * 2,
      };
      kit.bake(box, 'islands', (ink) => {
        drawIsland(ink, kit, spot);
        grain(ink, kit.palette, box.width, box.height);
      });
    }
  }

  show(model: BoardModel, ms: number, seat: SeatId | null): void {
    for (const spot of this.#kit.layout.islands) {
      const wanted = model.seats[spot.seat]?.presence;
      const before = this.#houses.get(spot.seat);
      if (!wanted || before?.presence === wanted || (seat !== null && seat !== spot.seat)) continue;
      const baked = this.#house(spot, wanted);
      this.#houses.set(spot.seat, { presence: wanted, baked });
      if (!before) continue;
      baked.image.setAlpha(0);
      this.#kit.motion.add({
        ms: Math.max(ms, 250),
        each: (share) => {
          baked.image.setAlpha(share);
          before.baked.image.setAlpha(1 - share);
        },
        done: () => before.baked.destroy(),
      });
    }
  }

  #house(spot: IslandSpot, presence: Presence): Baked {
    const { house } = spot;
    const pad = 20 * this.#kit.unit;
    const box = { x: house.x - pad, y: house.y - pad, width: house.width + pad * 2, height: house.height + pad * 2 };
    return this.#kit.bake(box, 'houses', (ink) => {
      if (presence === 'none') drawMast(ink, this.#kit, house);
      else drawOffice(ink, this.#kit, house, presence === 'office' ? 1 : 0.5);
      grain(ink, this.#kit.palette, box.width, box.height);
    });
  }
}
