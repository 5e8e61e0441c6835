import type { SeatBrief } from '../../shared/view/brief.ts';
import type { BoardSize, Box, CampSpot, IslandSpot, Spot, TowerSpot } from './layout.ts';

/** The measures that every place is worked out from. */
export interface Frame {
  readonly width: number;
  readonly height: number;
  readonly unit: number;
  readonly font: number;
  readonly horizon: number;
  readonly shore: number;
  /** Width of the headlands at both sides. */
  readonly head: number;
  readonly pixel: number;
  readonly measure: Measure;
}

const clamp = (value: number, least: number, most: number) => Math.min(most, Math.max(least, value));

/** Height of a name tag of one or two lines. */
export const tagHeight = (font: number, lines: 1 | 2 = 1) => Math.round(font * (lines === 1 ? 1.95 : 2.9));

/** Width of a text at a font size. */
export type Measure = (text: string, font: number) => number;

/** A guess of a text's width, where there is nothing to measure it with; the text is shortened to its box when it is drawn. */
export const guessWidth: Measure = (text, font) => text.length * font * 0.5;

/** The measures of a board of this size. */
export function frameOf(size: BoardSize, measure: Measure): Frame {
  const { width, height, pixel } = size;
  const unit = clamp(Math.min(width / 800, height / 500), 0.42 * pixel, 1.8 * pixel);
  return {
    width,
    height,
    pixel,
    measure,
    unit,
    font: Math.round(clamp(13 * unit, 11 * pixel, 17 * pixel)),
    horizon: Math.round(height * 0.27),
    shore: Math.round(height * 0.745),
    head: clamp(width * 0.155, 56 * pixel, 170 * pixel),
  };
}

/** Whether labels have room for the shape of the role beside the name. */
export const tagHasSign = (size: { readonly unit: number; readonly pixel: number }) => size.unit >= 0.62 * size.pixel;

/** Share of the board's width that a label may take so that its name stays whole. */
const WIDEST_LABEL = 0.34;

/** The least width in which a name fits into two lines. */
function widthInTwo({ measure, font }: Frame, name: string): number {
  const words = name.split(' ');
  const splits = words.map((_, at) => [words.slice(0, at).join(' '), words.slice(at).join(' ')] as const);
  return Math.min(...splits.map(([first, second]) => Math.max(measure(first, font), measure(second, font))));
}

/** The tag of a seat, centred at `x` but kept on the canvas. */
function tagAt(frame: Frame, name: string, x: number, y: number, most: number, lines: 1 | 2 = 1): Box {
  const around = frame.font * (tagHasSign(frame) ? 2.3 : 1.05);
  const wanted = frame.measure(name, frame.font) + around;
  const height = tagHeight(frame.font, wanted > most ? lines : 1);
  const pair = lines === 2 ? widthInTwo(frame, name) + around : 0;
  const width = Math.round(clamp(wanted, frame.font * 5.4, Math.max(most, Math.min(pair, frame.width * WIDEST_LABEL))));
  const margin = 3 * frame.pixel;
  return { x: Math.round(clamp(x - width / 2, margin, frame.width - width - margin)), y: Math.round(y), width, height };
}

/** Heights of the rows of islands: one row for up to three, two rows in a zigzag for more or for narrow boards. */
function rowOf(frame: Frame, index: number, count: number, column: number): number {
  const sea = frame.shore - frame.horizon;
  const zigzag = count > 3 || (count > 1 && column < 10 * frame.font);
  if (!zigzag) return frame.horizon + sea * 0.49;
  return frame.horizon + sea * (index % 2 === 1 ? 0.33 : 0.66);
}

/** The place of a platform: its island, with room for a house, goods and a bridge. */
export function island(frame: Frame, seat: SeatBrief, index: number, count: number, left: number, right: number): IslandSpot {
  const { unit, font, pixel } = frame;
  const column = (right - left) / count;
  const sea = frame.shore - frame.horizon;
  const x = Math.round(left + column * (index + 0.5));
  const y = Math.round(rowOf(frame, index, count, column));
  const rx = Math.min(column * 0.46, 104 * unit);
  const ry = Math.min(rx * 0.46, sea * 0.17);
  const house = { width: Math.min(rx * 1.16, 122 * unit), height: Math.min(34 * unit, ry * 1.15) };
  const houseTop = y - ry * 0.3 - house.height;
  const most = count > 3 ? column * 1.66 - house.width * 0.5 : column - 6 * pixel;
  const tag = tagAt(frame, seat.name, x, y + ry * 0.98 - tagHeight(font) * 0.3, Math.max(most, font * 5));
  const foot = { x: x + (frame.width / 2 - x) * 0.1, y: frame.shore + 14 * unit };
  return {
    seat: seat.id,
    name: seat.name,
    x,
    y,
    rx,
    ry,
    house: { x: x - house.width / 2, y: houseTop, ...house },
    coins: { x: x - rx * 0.72, y: y + ry * 0.2 },
    sheets: { x: x + rx * 0.64, y: y + ry * 0.06 },
    scales: { x: x - rx * 0.86, y: y - ry * 0.62 },
    middle: { x, y: y - ry * 0.2 },
    card: { x, y: Math.max(houseTop - 62 * unit, 34 * unit) },
    cardWidth: Math.min(column * 0.94, Math.max(150 * unit, 72 * pixel)),
    tag,
    body: { x: x - rx, y: houseTop, width: rx * 2, height: y + ry - houseTop },
    bridge: { top: { x, y: tag.y + tag.height * 0.5 }, foot, width: clamp(17 * unit, 9 * pixel, 26 * pixel) },
  };
}

/** The place of a regulator: a lighthouse on a headland. */
export function tower(frame: Frame, seat: SeatBrief, side: 'left' | 'right'): TowerSpot {
  const { unit, head } = frame;
  const x = Math.round(side === 'left' ? head * 0.46 : frame.width - head * 0.46);
  const base = { x, y: Math.round(frame.shore - 2 * unit) };
  const height = Math.min((frame.shore - frame.horizon) * 0.86, 190 * unit);
  const lamp = { x, y: base.y - height * 0.86 };
  const tag = tagAt(frame, seat.name, x, base.y + 12 * unit, head * 1.2, 2);
  return {
    seat: seat.id,
    name: seat.name,
    side,
    base,
    height,
    lamp,
    tag,
    middle: lamp,
    card: { x: clamp(x, head * 0.5 + 2 * frame.pixel, frame.width - head * 0.5 - 2 * frame.pixel), y: lamp.y - height * 0.3 },
    cardWidth: Math.min(head, 150 * unit),
    scales: { x: x + (side === 'left' ? 1 : -1) * head * 0.36, y: base.y - 26 * unit },
    body: { x: x - height * 0.16, y: base.y - height, width: height * 0.32, height },
  };
}

function camp(frame: Frame, seat: SeatBrief, x: number, y: number, side: 'left' | 'right', most: number): CampSpot {
  const { unit } = frame;
  const base = { x: Math.round(x), y: Math.round(y) };
  const toSea = side === 'right' ? -1 : 1;
  return {
    seat: seat.id,
    name: seat.name,
    side,
    base,
    mouth: { x: x + toSea * 22 * unit, y: y - 44 * unit },
    harbour: { x: x + toSea * 50 * unit, y: frame.shore - 8 * unit },
    tag: tagAt(frame, seat.name, x, y + 12 * unit, most, 2),
    middle: { x, y: y - 34 * unit },
    card: { x: clamp(x, frame.head * 0.5 + 2 * frame.pixel, frame.width - frame.head * 0.5 - 2 * frame.pixel), y: y - 100 * unit },
    cardWidth: Math.min(frame.head, 150 * unit),
    scales: { x: x + 36 * unit * (side === 'right' ? 1 : -1) * 0.6, y: y - 82 * unit },
    body: { x: x - 34 * unit, y: y - 64 * unit, width: 68 * unit, height: 64 * unit },
  };
}

/** A place on the shore near `x` where boats do not lie across a bridge. */
function freeShore(x: number, feet: readonly Spot[], unit: number): number {
  const room = (at: number) => Math.min(...feet.map((foot) => Math.abs(foot.x - (at - 10 * unit))), 48 * unit);
  const places = [0, -30, 30, -60, 60, -90, 90].map((step) => x + step * unit);
  return places.reduce((best, at) => (room(at) > room(best) ? at : best), x);
}

/** The places of activists: the free headlands first, then ground among the citizens. */
export function camps(frame: Frame, seats: readonly SeatBrief[], free: readonly ('left' | 'right')[], feet: readonly Spot[]): CampSpot[] {
  return seats.map((seat, index) => {
    const side = free[index];
    if (side)
      return camp(
        frame,
        seat,
        side === 'left' ? frame.head * 0.46 : frame.width - frame.head * 0.46,
        frame.shore - 2 * frame.unit,
        side,
        frame.head * 1.2,
      );
    const inner = index - free.length;
    const x = frame.width * (inner % 2 === 0 ? 0.66 : 0.42);
    const inland = camp(frame, seat, x, frame.height - tagHeight(frame.font, 2) - 16 * frame.unit, 'right', frame.width * 0.21);
    return { ...inland, harbour: { ...inland.harbour, x: freeShore(x, feet, frame.unit) } };
  });
}
