import type { Spot } from '../layout.ts';
import type { Palette } from '../palette.ts';
import { seeded } from '../random.ts';

export type Ink = CanvasRenderingContext2D;

export interface CutStyle {
  readonly fill: string;
  /** How high the paper lies above what is below it, in pixels: sets its shadow. */
  readonly lift: number;
  /** Colour and thickness of the cut edge seen below the paper. */
  readonly edge?: string;
  readonly thick?: number;
  /** Colours of shadow and gleam. */
  readonly palette: Palette;
  /** A thin light along the upper edge. */
  readonly gleam?: boolean;
}

/** Lays one cut sheet of paper: soft shadow, darker cut edge below, the sheet, and a gleam on its upper rim. */
export function cut(ink: Ink, shape: Path2D, style: CutStyle): void {
  ink.save();
  ink.shadowColor = style.palette.shadow;
  ink.shadowBlur = style.lift * 2.4;
  ink.shadowOffsetY = style.lift;
  ink.fillStyle = style.edge ?? style.fill;
  const thick = style.thick ?? 0;
  ink.translate(0, thick);
  ink.fill(shape);
  ink.restore();
  ink.fillStyle = style.fill;
  ink.fill(shape);
  if (style.gleam === false) return;
  ink.save();
  ink.clip(shape);
  ink.strokeStyle = style.palette.gleam;
  ink.lineWidth = Math.max(1, style.lift * 0.5);
  ink.translate(0, ink.lineWidth * 0.5);
  ink.stroke(shape);
  ink.restore();
}

/** A closed smooth outline through points, as scissors would follow them. */
export function smooth(points: readonly Spot[]): Path2D {
  const shape = new Path2D();
  const at = (index: number) => points[(index + points.length) % points.length] ?? { x: 0, y: 0 };
  const middle = (index: number) => ({ x: (at(index).x + at(index + 1).x) / 2, y: (at(index).y + at(index + 1).y) / 2 });
  const start = middle(-1);
  shape.moveTo(start.x, start.y);
  for (let index = 0; index < points.length; index++) {
    const end = middle(index);
    shape.quadraticCurveTo(at(index).x, at(index).y, end.x, end.y);
  }
  shape.closePath();
  return shape;
}

/** An island-like outline around a middle, a little irregular in the way its seed says. */
export function blob(x: number, y: number, rx: number, ry: number, seed: string, wobble = 0.09): Path2D {
  const random = seeded(seed);
  const count = 14;
  const points = Array.from({ length: count }, (_, index) => {
    const angle = (index / count) * Math.PI * 2;
    const reach = 1.03 + (random() - 0.5) * 2 * wobble;
    return { x: x + Math.cos(angle) * rx * reach, y: y + Math.sin(angle) * ry * reach };
  });
  return smooth(points);
}

/** Everything below a wavy line from side to side: a layer of hills, of sea, of cloud. */
export function layer(width: number, bottom: number, lineAt: (x: number) => number, step: number): Path2D {
  const shape = new Path2D();
  shape.moveTo(-step, bottom);
  shape.lineTo(-step, lineAt(-step));
  for (let x = 0; x <= width + step; x += step) shape.lineTo(x, lineAt(x));
  shape.lineTo(width + step, bottom);
  shape.closePath();
  return shape;
}

/** A wavy line made of two sines that its seed shifts. */
export function wavy(base: number, height: number, length: number, seed: string): (x: number) => number {
  const random = seeded(seed);
  const [first, second] = [random() * 6.28, random() * 6.28];
  return (x) => base + Math.sin((x / length) * 6.28 + first) * height + Math.sin((x / length) * 6.28 * 2.3 + second) * height * 0.4;
}

export function polygon(points: readonly (readonly [number, number])[]): Path2D {
  const shape = new Path2D();
  for (const [x, y] of points) shape.lineTo(x, y);
  shape.closePath();
  return shape;
}

export function rounded(x: number, y: number, width: number, height: number, radius: number): Path2D {
  const shape = new Path2D();
  shape.roundRect(x, y, width, height, Math.min(radius, width / 2, height / 2));
  return shape;
}

export function disc(x: number, y: number, rx: number, ry = rx): Path2D {
  const shape = new Path2D();
  shape.ellipse(x, y, rx, ry, 0, 0, Math.PI * 2);
  return shape;
}

let fibres: { readonly theme: string; readonly tile: HTMLCanvasElement } | null = null;

function fibreTile(palette: Palette): HTMLCanvasElement {
  if (fibres?.theme === palette.theme) return fibres.tile;
  const tile = document.createElement('canvas');
  tile.width = 160;
  tile.height = 160;
  const ink = tile.getContext('2d');
  if (!ink) return tile;
  const random = seeded('fibres');
  for (let index = 0; index < 2600; index++) {
    ink.fillStyle = random() < 0.5 ? `rgba(70, 50, 20, ${palette.grain})` : `rgba(255, 255, 255, ${palette.grain * 1.3})`;
    const long = random() < 0.12;
    ink.fillRect(random() * 160, random() * 160, long ? 3 + random() * 4 : 1.2, 1.1);
  }
  fibres = { theme: palette.theme, tile };
  return tile;
}

/** Gives all that is painted so far the grain of paper. */
export function grain(ink: Ink, palette: Palette, width: number, height: number): void {
  const pattern = ink.createPattern(fibreTile(palette), 'repeat');
  if (!pattern) return;
  ink.save();
  ink.setTransform(1, 0, 0, 1, 0, 0);
  ink.globalCompositeOperation = 'source-atop';
  ink.fillStyle = pattern;
  ink.fillRect(0, 0, width, height);
  ink.restore();
}
