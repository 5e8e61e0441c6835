import type { SeatId } from '../../shared/match/state.ts';
import type { Brief, SeatBrief } from '../../shared/view/brief.ts';

/** Where everything stands. A pure function of the brief and the size, in canvas pixels. */
export interface BoardLayout {
  readonly width: number;
  readonly height: number;
  /** Size of one drawing unit: 1 on a canvas of 800 × 500. */
  readonly unit: number;
  /** Canvas pixels of one CSS pixel. */
  readonly pixel: number;
  /** Font size of labels; never below 11 CSS pixels. */
  readonly font: number;
  readonly horizon: number;
  readonly shore: number;
  readonly islands: readonly IslandSpot[];
  readonly towers: readonly TowerSpot[];
  readonly camps: readonly CampSpot[];
  readonly treasury: Box;
  /** The free ground where citizens stand. */
  readonly ground: Box;
  readonly farTowers: readonly Spot[];
  /** Where a headline card goes. */
  readonly headline: Box;
  readonly sunPath: { readonly from: number; readonly to: number; readonly base: number; readonly height: number };
}

export interface Spot {
  readonly x: number;
  readonly y: number;
}

export interface Box extends Spot {
  readonly width: number;
  readonly height: number;
}

/** What every seat's place has: a middle, a name tag, and a place for a card above it. */
export interface SeatSpot {
  readonly seat: SeatId;
  readonly name: string;
  /** Where things fly to and from. */
  readonly middle: Spot;
  readonly tag: Box;
  /** The middle of a card that stands over the seat. */
  readonly card: Spot;
  readonly cardWidth: number;
  /** Where scales stand while a case of this seat is open. */
  readonly scales: Spot;
  /** What the drawing covers, tag not included. */
  readonly body: Box;
}

export interface IslandSpot extends SeatSpot {
  readonly x: number;
  readonly y: number;
  readonly rx: number;
  readonly ry: number;
  /** Room for the local office; people stand on its upper edge. */
  readonly house: Box;
  readonly coins: Spot;
  readonly sheets: Spot;
  readonly bridge: { readonly top: Spot; readonly foot: Spot; readonly width: number };
}

export interface TowerSpot extends SeatSpot {
  readonly side: 'left' | 'right';
  readonly base: Spot;
  readonly height: number;
  readonly lamp: Spot;
}

export interface CampSpot extends SeatSpot {
  readonly side: 'left' | 'right';
  readonly base: Spot;
  readonly mouth: Spot;
  readonly harbour: Spot;
}

export interface BoardSize {
  readonly width: number;
  readonly height: number;
  /** Canvas pixels of one CSS pixel. */
  readonly pixel: number;
}

interface Frame {
  readonly width: number;
  readonly height: number;
  readonly unit: number;
  readonly font: number;
  readonly horizon: number;
  readonly shore: number;
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

function frameOf(size: BoardSize, measure: Measure): Frame {
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

/** The tag of a seat, centred at `x` but kept on the canvas. */
function tagAt(frame: Frame, name: string, x: number, y: number, most: number, lines: 1 | 2 = 1): Box {
  const wanted = frame.measure(name, frame.font) + frame.font * (tagHasSign(frame) ? 2.3 : 1.05);
  const height = tagHeight(frame.font, wanted > most ? lines : 1);
  const width = Math.round(clamp(wanted, frame.font * 4, most));
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

function island(frame: Frame, seat: SeatBrief, index: number, count: number, left: number, right: number): IslandSpot {
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
    cardWidth: Math.min(column * 0.94, 150 * unit),
    tag,
    body: { x: x - rx, y: houseTop, width: rx * 2, height: y + ry - houseTop },
    bridge: { top: { x, y: tag.y + tag.height * 0.5 }, foot, width: clamp(17 * unit, 9 * pixel, 26 * pixel) },
  };
}

function tower(frame: Frame, seat: SeatBrief, side: 'left' | 'right'): TowerSpot {
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
    card: { x: clamp(x, head * 0.5, frame.width - head * 0.5), y: lamp.y - height * 0.3 },
    cardWidth: Math.min(head * 0.96, 150 * unit),
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
    card: { x: clamp(x, frame.head * 0.5, frame.width - frame.head * 0.5), y: y - 100 * unit },
    cardWidth: Math.min(frame.head * 0.96, 150 * unit),
    scales: { x: x + 36 * unit * (side === 'right' ? 1 : -1) * 0.6, y: y - 82 * unit },
    body: { x: x - 34 * unit, y: y - 64 * unit, width: 68 * unit, height: 64 * unit },
  };
}

/** Activists take the free headlands first, then ground among the citizens. */
function camps(frame: Frame, seats: readonly SeatBrief[], free: readonly ('left' | 'right')[]): CampSpot[] {
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
    return camp(frame, seat, x, frame.height - tagHeight(frame.font, 2) - 16 * frame.unit, 'right', frame.width * 0.21);
  });
}

/** Positions of everything on the board for this scenario and size. */
export function layoutBoard(brief: Brief, size: BoardSize, measure: Measure = guessWidth): BoardLayout {
  const frame = frameOf(size, measure);
  const { width, height, unit, head, horizon, shore } = frame;
  const of = (role: SeatBrief['role']) => brief.seats.filter((seat) => seat.role === role);
  const regulators = of('regulator').slice(0, 2);
  const activists = of('activist');
  const platforms = of('platform');
  const free = (['left', 'right'] as const).slice(regulators.length);
  const rightTaken = regulators.length > 1 || activists.length > 0;
  const left = regulators.length > 0 || activists.length > 0 ? head : width * 0.04;
  const right = rightTaken ? width - head : width * 0.96;
  const towers = regulators.map((seat, index) => tower(frame, seat, index === 0 ? 'left' : 'right'));
  const beside = towers[0] ? towers[0].tag.x + towers[0].tag.width + 8 * unit : head * 0.3;
  const treasury = { x: beside, y: shore + (height - shore) * 0.34, width: 46 * unit, height: 40 * unit };
  const groundLeft = treasury.x + treasury.width + 10 * unit;
  const groundTop = shore + (height - shore) * 0.3;
  return {
    width,
    height,
    unit,
    pixel: frame.pixel,
    font: frame.font,
    horizon,
    shore,
    islands: platforms.map((seat, index) => island(frame, seat, index, platforms.length, left, right)),
    towers,
    camps: camps(frame, activists, regulators.length === 0 ? ['right', 'left'] : free),
    treasury,
    ground: {
      x: groundLeft,
      y: groundTop,
      width: (rightTaken ? width - head * 0.98 : width * 0.97) - groundLeft,
      height: height - groundTop - 9 * unit,
    },
    farTowers: [0.13, 0.31, 0.5, 0.69, 0.87].map((at, index) => ({ x: width * at, y: horizon - (index % 2 === 0 ? 5 : 8) * unit })),
    headline: {
      x: width * 0.5 - Math.min(width * 0.44, 260 * unit),
      y: 8 * unit,
      width: Math.min(width * 0.88, 520 * unit),
      height: horizon * 0.8,
    },
    sunPath: { from: width * 0.07, to: width * 0.93, base: horizon - 8 * unit, height: horizon * 0.72 },
  };
}

/** The place of a seat of any role; null if the board has no room for it. */
export function spotOf(layout: BoardLayout, seat: SeatId): SeatSpot | null {
  return [...layout.islands, ...layout.towers, ...layout.camps].find((spot) => spot.seat === seat) ?? null;
}

/** The sun's place when `share` of the calendar has passed; below the horizon after the election. */
export function sunSpot(layout: BoardLayout, share: number): Spot {
  const { from, to, base, height } = layout.sunPath;
  const at = clamp(share, 0, 1.12);
  return { x: from + (to - from) * at, y: base - Math.sin(Math.PI * at) * height };
}
