import type { SeatId } from '../../shared/match/state.ts';
import type { Brief, SeatBrief } from '../../shared/view/brief.ts';
import { camps, frameOf, guessWidth, island, type Measure, tower } from './places.ts';

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
  const islands = platforms.map((seat, index) => island(frame, seat, index, platforms.length, left, right));
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
    islands,
    towers,
    camps: camps(
      frame,
      activists,
      regulators.length === 0 ? ['right', 'left'] : free,
      islands.map(({ bridge }) => bridge.foot),
    ),
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
  const at = Math.min(1.12, Math.max(0, share));
  return { x: from + (to - from) * at, y: base - Math.sin(Math.PI * at) * height };
}
