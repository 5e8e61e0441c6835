import type { BoardLayout, Box } from '../../layout.ts';
import type { Palette } from '../../palette.ts';
import { cut, disc, type Ink, polygon, rounded } from '../../paper/cut.ts';
import { seeded } from '../../random.ts';
import { tree } from './mainland.ts';

const ROOFS = { light: ['#C98B6B', '#B9776A', '#D3A37C', '#A9847C'], dark: ['#8A6B78', '#7C5F76', '#96797A', '#70607E'] } as const;

function house(ink: Ink, x: number, y: number, wide: number, tall: number, roof: string, palette: Palette, unit: number): void {
  cut(ink, rounded(x - wide / 2, y - tall, wide, tall, unit * 0.6), { fill: palette.wall, lift: 1.4 * unit, palette, gleam: false });
  const top = polygon([
    [x - wide * 0.62, y - tall + unit * 0.4],
    [x, y - tall - wide * 0.52],
    [x + wide * 0.62, y - tall + unit * 0.4],
  ]);
  cut(ink, top, { fill: roof, lift: 1 * unit, palette });
  ink.fillStyle = palette.window;
  ink.fill(rounded(x - wide * 0.26, y - tall * 0.72, wide * 0.2, tall * 0.3, 0.4 * unit));
  ink.fill(rounded(x + wide * 0.08, y - tall * 0.72, wide * 0.2, tall * 0.3, 0.4 * unit));
}

/** A row of houses and trees along the shore, leaving the feet of the bridges free. */
export function drawTown(ink: Ink, layout: BoardLayout, palette: Palette): void {
  const { unit, ground, shore, height } = layout;
  const random = seeded('town');
  const base = Math.min(ground.y - 1 * unit, shore + (height - shore) * 0.3);
  const free = (x: number, room: number) => layout.islands.every(({ bridge }) => Math.abs(bridge.foot.x - x) > bridge.width * 0.9 + room);
  const most = Math.min(1, (base - shore) / (26 * unit));
  for (let x = ground.x + 6 * unit; x < ground.x + ground.width - 6 * unit; x += (17 + random() * 13) * unit) {
    const size = (9 + random() * 5) * unit * Math.max(0.7, most);
    const y = base + (random() - 0.5) * 5 * unit;
    if (!free(x, size)) continue;
    if (random() < 0.34) tree(ink, x, y, size * 0.95, palette, random() < 0.5 ? 0 : 1);
    else house(ink, x, y, size * 1.25, size * 0.85, ROOFS[palette.theme][Math.floor(random() * 4)] ?? '#C98B6B', palette, unit);
  }
}

function columns(ink: Ink, box: Box, palette: Palette, unit: number): void {
  const count = 4;
  for (let index = 0; index < count; index++) {
    const x = box.x + box.width * (0.16 + (0.68 * index) / (count - 1));
    ink.fillStyle = palette.wallShade;
    ink.fill(rounded(x - 2.1 * unit, box.y + box.height * 0.42, 4.2 * unit, box.height * 0.44, unit));
  }
}

/** The treasury, where fines go: a small temple with a coin in its gable. */
export function drawTreasury(ink: Ink, layout: BoardLayout, palette: Palette): void {
  if (layout.towers.length === 0) return;
  const { treasury: box, unit } = layout;
  const middle = box.x + box.width / 2;
  cut(ink, rounded(box.x, box.y + box.height * 0.86, box.width, box.height * 0.14, unit), {
    fill: palette.wallShade,
    lift: 1.6 * unit,
    palette,
  });
  cut(ink, rounded(box.x + box.width * 0.1, box.y + box.height * 0.4, box.width * 0.8, box.height * 0.48, unit), {
    fill: palette.wall,
    lift: 1.2 * unit,
    palette,
  });
  columns(ink, box, palette, unit);
  const gable = polygon([
    [box.x, box.y + box.height * 0.4],
    [middle, box.y],
    [box.x + box.width, box.y + box.height * 0.4],
  ]);
  cut(ink, gable, { fill: palette.role.regulator, lift: 1.8 * unit, palette });
  ink.fillStyle = palette.coin;
  ink.fill(disc(middle, box.y + box.height * 0.25, box.height * 0.1));
}
