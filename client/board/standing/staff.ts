import type { SeatId, StaffStatus } from '../../../shared/match/state.ts';
import type { Baked, Kit } from '../kit.ts';
import type { IslandSpot, Spot } from '../layout.ts';
import type { BoardModel, SeatModel } from '../model.ts';
import type { Ink } from '../paper/cut.ts';
import type { FrameName } from '../paper/frames.ts';
import { fitted, fontOf } from '../paper/text.ts';
import { tagHasSign } from '../places.ts';
import type { Part } from './part.ts';

const FRAME_OF: Readonly<Record<StaffStatus, FrameName>> = {
  safe: 'person-safe',
  warned: 'person-warned',
  visited: 'person-visited',
  detained: 'person-detained',
  released: 'person-released',
  relocated: 'person-gone',
  resigned: 'person-gone',
};

const firstName = (name: string) => name.split(' ')[0] ?? name;
/** Who is in danger (above 0), and how much. */
const RISK: Readonly<Record<StaffStatus, number>> = { safe: 0, released: 0, relocated: 0, resigned: 0, warned: 1, visited: 2, detained: 3 };

/** Who is named on the roof, by their places: those who are in danger, in most danger first. Names of people who are not would only hide them. */
export function namedOnRoof(staff: readonly { readonly status: StaffStatus }[]): readonly number[] {
  const risk = (index: number): number => RISK[staff[index]?.status ?? 'safe'];
  return [...staff.keys()].filter((index) => risk(index) > 0).sort((one, other) => risk(other) - risk(one) || one - other);
}

/** Where the `index`-th of `count` people stands on the roof. */
export function roofSpot(spot: IslandSpot, index: number, count: number, unit: number): Spot {
  const room = Math.min(spot.rx * 1.8, Math.max(spot.house.width * 0.98, count * 13 * unit));
  const step = count > 1 ? Math.min(room / count, 40 * unit) : 0;
  return { x: spot.x + (index - (count - 1) / 2) * step, y: spot.house.y - 10 * unit };
}

/** The people of each local office, standing on its roof; those in danger by name. */
export class StaffRoof implements Part {
  readonly name = 'staff';
  readonly #kit: Kit;
  readonly #people = new Map<string, ReturnType<Kit['image']>>();
  readonly #visitors = new Map<SeatId, ReturnType<Kit['image']>>();
  readonly #names = new Map<SeatId, Baked>();
  readonly #shown = new Map<SeatId, string>();

  constructor(kit: Kit) {
    this.#kit = kit;
  }

  show(model: BoardModel, ms: number, seat: SeatId | null): void {
    for (const spot of this.#kit.layout.islands) {
      const wanted = model.seats[spot.seat];
      if (!wanted || (seat !== null && seat !== spot.seat)) continue;
      const mark = wanted.staff.map((person) => person.status).join();
      if (this.#shown.get(spot.seat) === mark) continue;
      this.#shown.set(spot.seat, mark);
      this.#placePeople(spot, wanted, ms);
      this.#placeVisitor(spot, wanted, ms);
      this.#writeNames(spot, wanted);
    }
  }

  /** The figure of one person and where it stands; null if the board does not show them. */
  figure(seat: SeatId, staff: string): ReturnType<Kit['image']> | null {
    return this.#people.get(`${seat}/${staff}`) ?? null;
  }

  #placePeople(spot: IslandSpot, seat: SeatModel, ms: number): void {
    seat.staff.forEach((person, index) => {
      const at = roofSpot(spot, index, seat.staff.length, this.#kit.unit);
      const key = `${spot.seat}/${person.id}`;
      const frame = FRAME_OF[person.status];
      const before = this.#people.get(key);
      if (before?.frame.name === frame) return;
      const figure = this.#kit.image(frame, at.x, at.y, 'goods');
      this.#people.set(key, figure);
      if (!before) return;
      figure.setAlpha(0);
      this.#kit.motion.add({ ms: Math.max(ms * 0.6, 250), each: (share) => figure.setAlpha(share), done: () => before.destroy() });
    });
  }

  #placeVisitor(spot: IslandSpot, seat: SeatModel, ms: number): void {
    const wanted = seat.staff.some((person) => person.status === 'visited');
    const before = this.#visitors.get(spot.seat);
    if (wanted === (before !== undefined)) return;
    if (before) {
      this.#visitors.delete(spot.seat);
      before.destroy();
      return;
    }
    const visitor = this.#kit.image(
      'visitor',
      spot.house.x + spot.house.width + 4 * this.#kit.unit,
      spot.house.y + spot.house.height - 4 * this.#kit.unit,
      'goods',
    );
    this.#visitors.set(spot.seat, visitor);
    if (ms === 0) return;
    visitor.setAlpha(0);
    this.#kit.motion.add({ ms: ms * 0.5, each: (share) => visitor.setAlpha(share) });
  }

  #writeNames(spot: IslandSpot, seat: SeatModel): void {
    const { unit, layout } = this.#kit;
    const size = Math.max(layout.font * 0.86, 11 * layout.pixel);
    const box = { x: spot.x - spot.rx * 1.35, y: spot.house.y - 22 * unit - size * 3.7, width: spot.rx * 2.7, height: size * 4 };
    const draw = (ink: Ink) => this.#drawNames(ink, spot, seat, size);
    const before = this.#names.get(spot.seat);
    if (before) before.redraw(draw);
    else if (seat.staff.length > 0) this.#names.set(spot.seat, this.#kit.bake(box, 'tags', draw));
  }

  #drawNames(ink: Ink, spot: IslandSpot, seat: SeatModel, size: number): void {
    const { unit } = this.#kit;
    ink.font = fontOf(size, 600);
    ink.textAlign = 'center';
    ink.textBaseline = 'alphabetic';
    const count = seat.staff.length;
    const spots = seat.staff.map((_, index) => roofSpot(spot, index, count, unit));
    const rows = tagHasSign(this.#kit.layout) ? [0, 1, 2] : [0, 1];
    const taken: { row: number; left: number; right: number }[] = [];
    for (const index of namedOnRoof(seat.staff)) {
      const [person, at] = [seat.staff[index], spots[index]];
      if (!person || !at || person.name === '') continue;
      const text = fitted(ink, firstName(person.name), spot.rx * 1.2);
      const half = ink.measureText(text).width / 2 + 1.5 * unit;
      const row = rows.find((one) => taken.every((name) => name.row !== one || at.x + half < name.left || at.x - half > name.right));
      if (row === undefined) continue;
      taken.push({ row, left: at.x - half, right: at.x + half });
      this.#writeName(ink, text, { x: at.x, y: at.y - 13 * unit - row * size * 1.06 });
    }
  }

  #writeName(ink: Ink, text: string, at: Spot): void {
    const { palette, unit } = this.#kit;
    ink.lineWidth = 3.2 * unit;
    ink.lineJoin = 'round';
    ink.strokeStyle = palette.theme === 'dark' ? 'rgba(20, 33, 61, 0.85)' : 'rgba(251, 247, 239, 0.85)';
    ink.strokeText(text, at.x, at.y);
    ink.fillStyle = palette.bad;
    ink.fillText(text, at.x, at.y);
  }
}
