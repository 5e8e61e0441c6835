import type { Palette } from '../../palette.ts';
import type { Ink } from '../cut.ts';

/** A small picture around the origin, in board units. */
export interface Drawing {
  readonly width: number;
  readonly height: number;
  draw(ink: Ink, palette: Palette): void;
}

/** Fills a shape with a short soft shadow, as a small piece of paper. */
export function piece(ink: Ink, palette: Palette, shape: Path2D, fill: string, lift = 1.2): void {
  const scale = ink.getTransform().a;
  ink.save();
  ink.shadowColor = palette.shadow;
  ink.shadowBlur = lift * 1.8 * scale;
  ink.shadowOffsetY = lift * 0.9 * scale;
  ink.fillStyle = fill;
  ink.fill(shape);
  ink.restore();
}

/** A line in round strokes. */
export function line(ink: Ink, colour: string, width: number, points: readonly (readonly [number, number])[]): void {
  ink.strokeStyle = colour;
  ink.lineWidth = width;
  ink.lineCap = 'round';
  ink.lineJoin = 'round';
  ink.beginPath();
  for (const [x, y] of points) ink.lineTo(x, y);
  ink.stroke();
}
