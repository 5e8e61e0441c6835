import type { BoardLayout, IslandSpot, Spot } from '../layout.ts';
import type { Gates } from '../model.ts';
import type { Palette } from '../palette.ts';
import { cut, type Ink, polygon, rounded } from '../paper/cut.ts';

/** How a bridge stands: pinched (0–1), lifted (0–1), and with which gates across it. */
export interface BridgeState {
  readonly pinch: number;
  readonly lift: number;
  /** Gates built, the last one perhaps only in part. */
  readonly built: number;
  readonly planned: number;
}

/** Where the pinch and the gap of a bridge lie, as a share of its length. */
export const NECK = 0.48;
/** Half the width of the gap when a bridge is lifted, as a share of its length. */
export const GAP = 0.2;

/** The point at `share` of a bridge's length, from the island to the mainland. */
export function alongBridge(bridge: IslandSpot['bridge'], share: number): Spot {
  const { top, foot } = bridge;
  const bend = (foot.x - top.x) * 0.5;
  return { x: top.x + (foot.x - top.x) * share - Math.sin(Math.PI * share) * bend * 0.4, y: top.y + (foot.y - top.y) * share };
}

/** Where the bridge of a seat's island narrows, is lifted and mended; null for a seat without an island. */
export function neckOf(
  layout: Pick<BoardLayout, 'islands'>,
  seat: string | null,
): { readonly bridge: IslandSpot['bridge']; readonly at: Spot } | null {
  const island = layout.islands.find((spot) => spot.seat === seat);
  return island === undefined ? null : { bridge: island.bridge, at: alongBridge(island.bridge, NECK) };
}

/** Half the width of the deck at `share` of its length. */
export function halfWidth(bridge: IslandSpot['bridge'], pinch: number, share: number): number {
  const flare = 1 + 0.25 * Math.abs(share - 0.5) ** 2 * 4;
  const neck = Math.exp(-(((share - NECK) / 0.2) ** 2));
  return bridge.width * 0.5 * flare * (1 - 0.2 * pinch) * (1 - 0.74 * pinch * neck);
}

function deck(bridge: IslandSpot['bridge'], pinch: number, from: number, to: number): Path2D {
  const steps = 16;
  const shares = Array.from({ length: steps + 1 }, (_, index) => from + ((to - from) * index) / steps);
  const side = (sign: number) =>
    shares.map((share) => {
      const at = alongBridge(bridge, share);
      return [at.x + sign * halfWidth(bridge, pinch, share), at.y] as const;
    });
  return polygon([...side(-1), ...side(1).reverse()]);
}

function planks(ink: Ink, bridge: IslandSpot['bridge'], pinch: number, from: number, to: number, palette: Palette, unit: number): void {
  ink.strokeStyle = palette.theme === 'dark' ? 'rgba(20, 24, 60, 0.3)' : 'rgba(120, 96, 60, 0.24)';
  ink.lineWidth = 0.9 * unit;
  const step = (5 * unit) / Math.max(1, bridge.foot.y - bridge.top.y);
  ink.beginPath();
  for (let share = from + step / 2; share < to; share += step) {
    const at = alongBridge(bridge, share);
    const half = halfWidth(bridge, pinch, share) * 0.86;
    ink.moveTo(at.x - half, at.y);
    ink.lineTo(at.x + half, at.y);
  }
  ink.stroke();
}

function piers(ink: Ink, bridge: IslandSpot['bridge'], palette: Palette, unit: number): void {
  for (const share of [0.3, 0.62]) {
    const at = alongBridge(bridge, share);
    for (const sign of [-1, 1]) {
      const x = at.x + sign * bridge.width * 0.36;
      cut(ink, rounded(x - 1.8 * unit, at.y, 3.6 * unit, 9 * unit, unit), { fill: palette.landSide, lift: unit, palette, gleam: false });
    }
  }
}

/** A raised leaf of the drawbridge, seen from the front, with warning stripes. */
function leaf(ink: Ink, bridge: IslandSpot['bridge'], share: number, lift: number, palette: Palette, unit: number): void {
  const at = alongBridge(bridge, share);
  const half = halfWidth(bridge, 0, share);
  const rise = 17 * unit * lift;
  const shape = polygon([
    [at.x - half, at.y],
    [at.x + half, at.y],
    [at.x + half * 1.16, at.y - rise],
    [at.x - half * 1.16, at.y - rise],
  ]);
  cut(ink, shape, {
    fill: palette.theme === 'dark' ? '#8A86A4' : '#FFF9EA',
    edge: palette.landSide,
    thick: 1.6 * unit,
    lift: 2.6 * unit,
    palette,
  });
  ink.save();
  ink.clip(shape);
  ink.strokeStyle = palette.bad;
  ink.lineWidth = 2.6 * unit;
  ink.globalAlpha = lift;
  ink.beginPath();
  for (let x = -half * 2; x < half * 2; x += 6.4 * unit) {
    ink.moveTo(at.x + x, at.y - rise * 0.36);
    ink.lineTo(at.x + x + 4 * unit, at.y - rise * 0.72);
  }
  ink.stroke();
  ink.restore();
}

/** A vice of the regulator's paper: two jaws on rods that press the deck together. */
function vice(ink: Ink, bridge: IslandSpot['bridge'], pinch: number, palette: Palette, unit: number): void {
  const at = alongBridge(bridge, NECK);
  const jaw = halfWidth(bridge, pinch, NECK) + 0.8 * unit;
  const reach = bridge.width * 0.5 + 11 * unit;
  const tall = 8.5 * unit;
  ink.save();
  ink.globalAlpha = Math.min(1, pinch * 2);
  for (const sign of [-1, 1]) {
    const box = (from: number, to: number, half: number, radius: number) =>
      rounded(at.x + (sign === 1 ? from : -to), at.y - half, to - from, half * 2, radius);
    cut(ink, box(jaw + 3 * unit, reach, 1.6 * unit, unit), { fill: palette.inkSoft, lift: 1.2 * unit, palette, gleam: false });
    cut(ink, box(jaw, jaw + 5 * unit, tall, 1.6 * unit), { fill: palette.role.regulator, lift: 2 * unit, palette });
    cut(ink, box(reach - 1 * unit, reach + 2.6 * unit, 4.6 * unit, 1.8 * unit), {
      fill: palette.role.regulator,
      lift: 1.6 * unit,
      palette,
    });
  }
  ink.restore();
}

function gate(ink: Ink, bridge: IslandSpot['bridge'], share: number, rise: number, planned: boolean, palette: Palette, unit: number): void {
  const at = alongBridge(bridge, share);
  const half = bridge.width * 0.5 + 3.4 * unit;
  const tall = Math.min(15 * unit, (bridge.foot.y - bridge.top.y) * 0.22) * rise;
  const arch = new Path2D();
  arch.moveTo(at.x - half - 2.4 * unit, at.y + 2 * unit);
  arch.lineTo(at.x - half - 2.4 * unit, at.y - tall * 0.7);
  arch.quadraticCurveTo(at.x, at.y - tall * 1.5, at.x + half + 2.4 * unit, at.y - tall * 0.7);
  arch.lineTo(at.x + half + 2.4 * unit, at.y + 2 * unit);
  arch.lineTo(at.x + half - 1 * unit, at.y + 2 * unit);
  arch.lineTo(at.x + half - 1 * unit, at.y - tall * 0.5);
  arch.quadraticCurveTo(at.x, at.y - tall * 1.1, at.x - half + 1 * unit, at.y - tall * 0.5);
  arch.lineTo(at.x - half + 1 * unit, at.y + 2 * unit);
  arch.closePath();
  if (!planned) {
    cut(ink, arch, { fill: palette.role.regulator, lift: 1.8 * unit, palette });
    return;
  }
  ink.save();
  ink.strokeStyle = palette.role.regulator;
  ink.lineWidth = 1.2 * unit;
  ink.setLineDash([2.4 * unit, 2 * unit]);
  ink.stroke(arch);
  ink.restore();
}

function gates(ink: Ink, bridge: IslandSpot['bridge'], state: BridgeState, palette: Palette, unit: number): void {
  const places = [0.93, 0.79, 0.65, 0.2];
  const count = Math.min(places.length, Math.ceil(state.built) + state.planned);
  const standing = places
    .slice(0, count)
    .map((share, index) => ({ share, rise: Math.min(1, state.built - index), planned: index >= state.built }));
  for (const { share, rise, planned } of standing.sort((one, other) => one.share - other.share))
    gate(ink, bridge, share, planned ? 1 : rise, planned, palette, unit);
}

/** How many gates fit on the bridges, as state for `drawBridge`. */
export function gateState(law: Gates): Pick<BridgeState, 'built' | 'planned'> {
  return { built: Math.min(4, law.built), planned: Math.min(1, law.planned) };
}

/** Draws a bridge as it stands. */
export function drawBridge(ink: Ink, spot: IslandSpot, state: BridgeState, palette: Palette, unit: number): void {
  const { bridge } = spot;
  const gap = GAP * state.lift;
  piers(ink, bridge, palette, unit);
  const parts =
    state.lift > 0.02
      ? ([
          [0, NECK - gap],
          [NECK + gap, 1],
        ] as const)
      : ([[0, 1]] as const);
  for (const [from, to] of parts) {
    const colour = palette.theme === 'dark' ? '#7B7896' : '#FFF8E6';
    cut(ink, deck(bridge, state.pinch, from, to), { fill: colour, edge: palette.landSide, thick: 2 * unit, lift: 3 * unit, palette });
    planks(ink, bridge, state.pinch, from, to, palette, unit);
  }
  if (state.lift > 0.02)
    for (const [, share] of [
      [0, NECK - gap],
      [1, NECK + gap],
    ] as const)
      leaf(ink, bridge, share, state.lift, palette, unit);
  if (state.pinch > 0.02) vice(ink, bridge, state.pinch, palette, unit);
  gates(ink, bridge, state, palette, unit);
}
