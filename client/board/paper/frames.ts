import type { Palette } from '../palette.ts';
import { ARC_FRAMES } from './frames/arcs.ts';
import { COURT_FRAMES } from './frames/court.ts';
import type { Drawing } from './frames/drawing.ts';
import { PEOPLE_FRAMES } from './frames/people.ts';
import { SIGN_FRAMES } from './frames/signs.ts';
import { THING_FRAMES } from './frames/things.ts';

/** Every small picture of the board. They share one texture, so that they are drawn together. */
export const FRAMES = { ...PEOPLE_FRAMES, ...THING_FRAMES, ...SIGN_FRAMES, ...ARC_FRAMES, ...COURT_FRAMES } satisfies Record<
  string,
  Drawing
>;

export type FrameName = keyof typeof FRAMES;

export interface PlacedFrame {
  readonly name: FrameName;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Rows of frames on a square sheet of at most `side` pixels. */
export function packFrames(unit: number, side: number): { readonly frames: readonly PlacedFrame[]; readonly height: number } {
  const frames: PlacedFrame[] = [];
  let [x, y, row] = [2, 2, 0];
  for (const name of Object.keys(FRAMES) as FrameName[]) {
    const drawing: Drawing = FRAMES[name];
    const width = Math.ceil(drawing.width * unit) + 4;
    const height = Math.ceil(drawing.height * unit) + 4;
    if (x + width > side) [x, y, row] = [2, y + row + 2, 0];
    frames.push({ name, x, y, width, height });
    x += width + 2;
    row = Math.max(row, height);
  }
  return { frames, height: y + row + 2 };
}

/** Draws one frame, its middle at the ink's origin, one unit being one unit of the board. */
export function drawFrame(ink: CanvasRenderingContext2D, name: FrameName, palette: Palette): void {
  const drawing: Drawing = FRAMES[name];
  drawing.draw(ink, palette);
}
