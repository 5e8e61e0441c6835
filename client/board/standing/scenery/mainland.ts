import type { BoardLayout, Spot } from '../../layout.ts';
import type { Palette } from '../../palette.ts';
import { blob, cut, disc, type Ink, layer, smooth, wavy } from '../../paper/cut.ts';

/** The near shore: sand, ground, and a darker strip at the front edge. */
export function drawMainland(ink: Ink, layout: BoardLayout, palette: Palette): void {
  const { width, height, shore, unit } = layout;
  const strip = (base: number, wave: number, seed: string) =>
    layer(width, height + 10, wavy(base, wave * unit, 320 * unit, seed), 6 * unit);
  cut(ink, strip(shore, 3.5, 'foam'), { fill: palette.foam, lift: 1 * unit, palette, gleam: false });
  cut(ink, strip(shore + 6 * unit, 3.5, 'foam'), { fill: palette.sand, lift: 3 * unit, palette });
  cut(ink, strip(shore + 15 * unit, 3.2, 'land'), {
    fill: palette.landTop,
    edge: palette.landMid,
    thick: 1.5 * unit,
    lift: 2.5 * unit,
    palette,
  });
  for (const [x, y, rx, tone] of [
    [0.3, 0.62, 0.16, 0],
    [0.56, 0.8, 0.2, 1],
    [0.8, 0.58, 0.14, 0],
  ] as const) {
    ink.globalAlpha = 0.34;
    ink.fillStyle = palette.hills[tone];
    ink.fill(blob(width * x, shore + (height - shore) * y, width * rx, (height - shore) * 0.2, `field${x}`, 0.1));
    ink.globalAlpha = 1;
  }
  const front = height - Math.min(10 * unit, (height - shore) * 0.1);
  cut(ink, strip(front, 2.4, 'front'), { fill: palette.landMid, lift: 2 * unit, palette });
  for (const { bridge } of layout.islands) {
    ink.fillStyle = palette.sand;
    ink.fill(disc(bridge.foot.x, bridge.foot.y + 5 * unit, bridge.width * 1.15, 7 * unit));
  }
}

/** A headland: three sheets of hill, rising towards the edge of the map. */
function headland(ink: Ink, at: Spot, reach: number, layout: BoardLayout, palette: Palette, seed: string): void {
  const { unit } = layout;
  const sheets = [
    { rx: reach * 1.0, ry: 30 * unit, dy: 12 * unit, fill: palette.sand, edge: palette.landSide },
    { rx: reach * 0.86, ry: 25 * unit, dy: 8 * unit, fill: palette.hills[0], edge: palette.landSide },
    { rx: reach * 0.62, ry: 17 * unit, dy: 3 * unit, fill: palette.hills[1], edge: palette.tree[1] },
  ];
  sheets.forEach(({ rx, ry, dy, fill, edge }, index) => {
    cut(ink, blob(at.x, at.y + dy, rx, ry, `${seed}${index}`, 0.06), { fill, edge, thick: 3.5 * unit, lift: 3 * unit, palette });
  });
}

/** A paper tree: a leaf shape on a stick. */
export function tree(ink: Ink, x: number, y: number, size: number, palette: Palette, tone: 0 | 1): void {
  ink.strokeStyle = palette.tree[1];
  ink.lineWidth = size * 0.1;
  ink.beginPath();
  ink.moveTo(x, y);
  ink.lineTo(x, y - size * 0.7);
  ink.stroke();
  const crown = smooth([
    { x, y: y - size * 1.5 },
    { x: x + size * 0.42, y: y - size * 0.8 },
    { x: x + size * 0.34, y: y - size * 0.25 },
    { x: x - size * 0.34, y: y - size * 0.25 },
    { x: x - size * 0.42, y: y - size * 0.8 },
  ]);
  cut(ink, crown, { fill: palette.tree[tone], lift: size * 0.08, palette });
}

/** The headlands on which lighthouses and camps stand. */
export function drawHeadlands(ink: Ink, layout: BoardLayout, palette: Palette): void {
  const { unit, width } = layout;
  const spots = [...layout.towers, ...layout.camps].filter(({ base }) => base.x < width * 0.25 || base.x > width * 0.75);
  for (const { base, seat } of spots) {
    const outward = base.x < width / 2 ? -1 : 1;
    const reach = Math.max(base.x < width / 2 ? base.x : width - base.x, 40 * unit) * 1.2;
    headland(ink, { x: base.x + outward * reach * 0.1, y: base.y }, reach, layout, palette, seat);
    tree(ink, base.x + outward * 34 * unit, base.y + 4 * unit, 15 * unit, palette, 0);
    tree(ink, base.x - outward * 38 * unit, base.y + 12 * unit, 11 * unit, palette, 1);
  }
}
