import type { BoardLayout, Box, Spot } from '../../layout.ts';
import type { Palette } from '../../palette.ts';
import { cut, type Ink, layer, polygon, rounded, smooth, wavy } from '../../paper/cut.ts';

function cloudShape(x: number, y: number, size: number): Path2D {
  const shape = new Path2D();
  for (const [dx, dy, r] of [
    [-30, 2, 12],
    [-12, -7, 17],
    [10, -3, 14],
    [28, 3, 10],
  ] as const) {
    shape.moveTo(x + (dx + r) * size, y + dy * size);
    shape.arc(x + dx * size, y + dy * size, r * size, 0, Math.PI * 2);
  }
  shape.roundRect(x - 42 * size, y + 0.5 * size, 80 * size, 12.5 * size, 6 * size);
  return shape;
}

export interface Cloud extends Spot {
  readonly size: number;
  readonly box: Box;
}

/** Where the clouds hang, in front of the sun's path. */
export function cloudSpots(layout: BoardLayout): Cloud[] {
  const { width, horizon, unit } = layout;
  return (
    [
      [0.24, 0.4, 0.72],
      [0.58, 0.62, 0.56],
      [0.8, 0.36, 0.8],
    ] as const
  ).map(([across, down, scale]) => {
    const [x, y, size] = [width * across, horizon * down, scale * unit];
    return { x, y, size, box: { x: x - 52 * size, y: y - 34 * size, width: 104 * size, height: 62 * size } };
  });
}

/** One paper cloud. */
export function drawCloud(ink: Ink, cloud: Cloud, layout: BoardLayout, palette: Palette): void {
  const { unit } = layout;
  ink.shadowColor = palette.shadow;
  ink.shadowBlur = 5 * unit;
  ink.shadowOffsetY = 2 * unit;
  ink.fillStyle = palette.cloud;
  ink.fill(cloudShape(cloud.x, cloud.y, cloud.size));
}

function farTower(ink: Ink, at: Spot, unit: number, palette: Palette): void {
  const [wide, tall] = [3.6 * unit, 15 * unit];
  ink.fillStyle = palette.theme === 'dark' ? '#45568A' : '#F4F0E6';
  ink.fill(
    polygon([
      [at.x - wide * 0.5, at.y - tall],
      [at.x + wide * 0.5, at.y - tall],
      [at.x + wide * 0.8, at.y + 2 * unit],
      [at.x - wide * 0.8, at.y + 2 * unit],
    ]),
  );
  ink.fillStyle = palette.inkSoft;
  ink.fill(rounded(at.x - wide * 0.62, at.y - tall - 3.4 * unit, wide * 1.24, 3.6 * unit, unit));
}

/** The coasts of other countries on the horizon, each with a lighthouse of its own. */
export function drawFarCoast(ink: Ink, layout: BoardLayout, palette: Palette): void {
  const { unit, horizon, farTowers } = layout;
  farTowers.forEach((at, index) => {
    const wide = (58 + (index % 3) * 16) * unit;
    const tall = horizon - at.y + 7 * unit;
    const hill = smooth([
      { x: at.x - wide, y: horizon + 10 * unit },
      { x: at.x - wide * 0.7, y: horizon - tall * 0.15 },
      { x: at.x - wide * 0.2, y: horizon - tall * 0.72 },
      { x: at.x + wide * 0.2, y: horizon - tall * 0.62 },
      { x: at.x + wide * 0.62, y: horizon - tall * 0.3 },
      { x: at.x + wide, y: horizon + 10 * unit },
    ]);
    cut(ink, hill, { fill: palette.farCoast[index % 2 === 0 ? 0 : 1], lift: 1.5 * unit, palette, gleam: false });
    farTower(ink, at, unit, palette);
  });
}

/** The sea: bands of paper, each cut in waves, from the horizon to the near shore. */
export function drawSea(ink: Ink, layout: BoardLayout, palette: Palette): void {
  const { width, height, horizon, shore, unit } = layout;
  palette.sea.forEach((colour, index) => {
    const depth = index / palette.sea.length;
    const base = horizon + (shore - horizon) * depth ** 1.15;
    const line = index === 0 ? () => base : wavy(base, (2 + 2.4 * depth) * unit, (150 + 90 * depth) * unit, `sea${index}`);
    cut(ink, layer(width, height, line, 6 * unit), { fill: colour, lift: (1 + depth * 2) * unit, palette, gleam: true });
  });
}
