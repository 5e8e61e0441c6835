import type { Role, SeatId } from '../../../shared/match/state.ts';
import type { Baked, Kit } from '../kit.ts';
import type { SeatSpot } from '../layout.ts';
import type { BoardModel, SeatModel } from '../model.ts';
import { cut, disc, type Ink, rounded } from '../paper/cut.ts';
import { roleShape } from '../paper/frames/signs.ts';
import { fontOf, wrapped } from '../paper/text.ts';
import { tagHasSign, tagHeight } from '../places.ts';
import type { Part } from './part.ts';

function drawSign(ink: Ink, role: Role, x: number, y: number, size: number): void {
  ink.save();
  ink.translate(x, y);
  ink.scale(size, size);
  ink.fill(roleShape(role));
  ink.restore();
}

/** A paper label: the role's shape, the name, and a pip for each rung of the ladder. */
function drawTag(ink: Ink, kit: Kit, spot: SeatSpot, role: Role, rung: number, rungs: number): void {
  const { palette, layout, unit } = kit;
  const { tag } = spot;
  const { font } = layout;
  cut(ink, rounded(tag.x, tag.y, tag.width, tag.height, 3 * unit), {
    fill: palette.theme === 'dark' ? '#1D2A55' : palette.paper,
    lift: 2 * unit,
    palette,
    gleam: palette.theme === 'light',
  });
  ink.fillStyle = palette.role[role];
  ink.fill(rounded(tag.x, tag.y, 3 * unit, tag.height, 1.5 * unit));
  const pips = role === 'platform' && rungs > 1;
  const sign = tagHasSign(layout);
  const left = tag.x + font * (sign ? 1.6 : 0.65);
  ink.font = fontOf(font, 600);
  const room = tag.x + tag.width - left - font * 0.3;
  const lines = wrapped(ink, spot.name, room, tag.height >= tagHeight(font, 2) ? 2 : 1);
  const first = tag.y + tag.height * (pips ? 0.4 : 0.5) - (lines.length - 1) * font * 0.58;
  if (sign) drawSign(ink, role, tag.x + font * 0.95, first, (font / 13) * 0.72);
  ink.textAlign = 'left';
  ink.textBaseline = 'middle';
  ink.fillStyle = palette.ink;
  for (const [index, line] of lines.entries()) ink.fillText(line, left, first + font * (0.06 + index * 1.16));
  if (pips) drawPips(ink, kit, spot, rung, rungs);
}

function drawPips(ink: Ink, kit: Kit, spot: SeatSpot, rung: number, rungs: number): void {
  const { tag } = spot;
  const { palette, layout } = kit;
  const left = tag.x + layout.font * (tagHasSign(layout) ? 1.7 : 0.8);
  const step = Math.min(layout.font * 0.52, (tag.x + tag.width - layout.font * 0.4 - left) / rungs);
  const radius = Math.min(layout.font * 0.165, step * 0.36);
  for (let index = 0; index < rungs; index++) {
    ink.fillStyle = index < rung ? palette.role.regulator : palette.theme === 'dark' ? '#4A5A92' : '#D8CDB8';
    ink.fill(disc(left + radius * 0.5 + index * step, tag.y + tag.height * 0.82, radius));
  }
}

/** Name tags, and the backs of sealed choices beside them. */
export class Tags implements Part {
  readonly name = 'tags';
  readonly #kit: Kit;
  readonly #tags = new Map<SeatId, Baked>();
  readonly #seals = new Map<SeatId, ReturnType<Kit['image']>>();
  readonly #shown = new Map<SeatId, string>();

  constructor(kit: Kit) {
    this.#kit = kit;
  }

  show(model: BoardModel, ms: number, seat: SeatId | null): void {
    const { islands, towers, camps } = this.#kit.layout;
    for (const spot of [...islands, ...towers, ...camps]) {
      const wanted = model.seats[spot.seat];
      if (!wanted || (seat !== null && seat !== spot.seat)) continue;
      this.#seal(spot, wanted.sealed, ms);
      const mark = `${wanted.rung}`;
      if (this.#shown.get(spot.seat) === mark) continue;
      this.#shown.set(spot.seat, mark);
      this.#write(spot, wanted);
    }
  }

  #write(spot: SeatSpot, seat: SeatModel): void {
    const pad = 8 * this.#kit.unit;
    const { tag } = spot;
    const box = { x: tag.x - pad, y: tag.y - pad, width: tag.width + pad * 2, height: tag.height + pad * 2 };
    const rungs = Math.max(0, this.#kit.brief.rungs.length - 1);
    const draw = (ink: Ink) => drawTag(ink, this.#kit, spot, seat.role, seat.rung, rungs);
    const before = this.#tags.get(spot.seat);
    if (before) before.redraw(draw);
    else this.#tags.set(spot.seat, this.#kit.bake(box, 'tags', draw));
  }

  #seal(spot: SeatSpot, sealed: boolean, ms: number): void {
    const before = this.#seals.get(spot.seat);
    if (sealed === (before !== undefined)) return;
    if (before) {
      this.#seals.delete(spot.seat);
      before.destroy();
      return;
    }
    const { tag } = spot;
    const seal = this.#kit
      .image('seal', tag.x + tag.width - 2 * this.#kit.unit, tag.y - 6 * this.#kit.unit, 'tags')
      .setAngle(8)
      .setScale(0.86);
    this.#seals.set(spot.seat, seal);
    if (ms === 0) return;
    seal.setAlpha(0);
    this.#kit.motion.add({ ms: 240, each: (share) => seal.setAlpha(share) });
  }
}
