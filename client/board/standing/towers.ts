import type { SeatId } from '../../../shared/match/state.ts';
import type { Baked, Kit } from '../kit.ts';
import type { Spot, TowerSpot } from '../layout.ts';
import type { BoardModel } from '../model.ts';
import { easeBoth } from '../motion.ts';
import { cut, disc, grain, type Ink, polygon, rounded } from '../paper/cut.ts';
import { roleShape } from '../paper/frames/signs.ts';
import type { Part } from './part.ts';

function drawTower(ink: Ink, kit: Kit, spot: TowerSpot): void {
  const { palette, unit } = kit;
  const { base, lamp, height } = spot;
  const wide = height * 0.15;
  const top = lamp.y + height * 0.055;
  const at = (share: number) => wide * (0.62 + 0.38 * share);
  const between = (from: number, to: number) => {
    const [y0, y1] = [top + (base.y - top) * from, top + (base.y - top) * to];
    return polygon([
      [base.x - at(from), y0],
      [base.x + at(from), y0],
      [base.x + at(to), y1],
      [base.x - at(to), y1],
    ]);
  };
  const white = palette.theme === 'dark' ? '#E9E2D2' : palette.paper;
  cut(ink, between(0, 1), { fill: white, edge: palette.wallShade, thick: unit, lift: 3.4 * unit, palette, gleam: false });
  ink.fillStyle = palette.role.regulator;
  for (const from of [0.08, 0.76]) ink.fill(between(from, from + 0.13));
  ink.save();
  ink.translate(base.x, top + (base.y - top) * 0.46);
  const size = Math.min(unit * 1.35, wide / 7);
  ink.scale(size, size);
  cut(ink, roleShape('regulator'), { fill: palette.role.regulator, lift: 1.6, palette });
  ink.restore();
  cut(ink, rounded(base.x - wide * 0.95, top - 3 * unit, wide * 1.9, 4.6 * unit, unit), {
    fill: palette.role.regulator,
    lift: 2 * unit,
    palette,
  });
  cut(ink, rounded(lamp.x - wide * 0.46, lamp.y - height * 0.05, wide * 0.92, height * 0.09, unit), {
    fill: palette.lamp,
    lift: unit,
    palette,
    gleam: false,
  });
  ink.fillStyle = palette.role.regulator;
  ink.fill(rounded(lamp.x - wide * 0.06, lamp.y - height * 0.05, wide * 0.12, height * 0.09, 0));
  cut(
    ink,
    polygon([
      [lamp.x - wide * 0.72, lamp.y - height * 0.05],
      [lamp.x, lamp.y - height * 0.135],
      [lamp.x + wide * 0.72, lamp.y - height * 0.05],
    ]),
    { fill: palette.role.regulator, lift: 2 * unit, palette },
  );
  cut(ink, disc(lamp.x, lamp.y - height * 0.138, 2 * unit), { fill: palette.coin, lift: unit, palette });
}

function drawBeam(ink: Ink, kit: Kit, length: number, half: number): void {
  const dark = kit.palette.theme === 'dark';
  const light = ink.createLinearGradient(0, 0, length, 0);
  const colour = dark ? '255, 233, 168' : '255, 236, 170';
  light.addColorStop(0, `rgba(${colour}, ${dark ? 0.62 : 0.9})`);
  light.addColorStop(0.55, `rgba(${colour}, ${dark ? 0.3 : 0.5})`);
  light.addColorStop(1, `rgba(${colour}, 0)`);
  ink.fillStyle = light;
  ink.fill(
    polygon([
      [0, half - 2],
      [length, 0],
      [length, half * 2],
      [0, half + 2],
    ]),
  );
}

interface Lighthouse {
  readonly spot: TowerSpot;
  readonly beam: Baked;
  angle: number;
  aim: number;
  /** How far it swings to either side when idle: wide while nobody is pressed. */
  sweep: number;
  held: boolean;
}

/** The regulators' lighthouses; each beam rests on the platform that is furthest up the ladder. */
export class Towers implements Part {
  readonly name = 'towers';
  readonly #kit: Kit;
  readonly #lights: readonly Lighthouse[];
  #time = 0;

  constructor(kit: Kit) {
    this.#kit = kit;
    this.#lights = kit.layout.towers.map((spot) => this.#raise(spot));
  }

  show(model: BoardModel, ms: number): void {
    for (const light of this.#lights) {
      const pressed = this.#kit.layout.islands.reduce<{ rung: number; at: Spot } | null>((most, island) => {
        const rung = model.seats[island.seat]?.rung ?? 0;
        return most && most.rung >= rung ? most : { rung, at: island.middle };
      }, null);
      light.sweep = pressed && pressed.rung > 0 ? 0.06 : 0.2;
      light.aim = pressed && pressed.rung > 0 ? this.#angleTo(light, pressed.at) : light.spot.side === 'left' ? 0.12 : Math.PI - 0.12;
      if (ms === 0) this.#turn(light, light.aim);
      else if (!light.held) this.#swing(light, light.aim, ms);
    }
  }

  tick(ms: number, calm: number): void {
    this.#time += (ms / 1000) * (1 - calm);
    for (const light of this.#lights) if (!light.held) this.#turn(light, light.aim + Math.sin(this.#time * 0.35) * light.sweep);
  }

  /** Turns a regulator's beam (or the first one) onto a spot for a while. */
  point(seat: SeatId | null, at: Spot, ms: number): void {
    const light = this.#lights.find((one) => one.spot.seat === seat) ?? this.#lights[0];
    if (!light) return;
    light.held = true;
    this.#swing(light, this.#angleTo(light, at), ms * 0.3);
    this.#kit.motion.add({
      after: ms,
      ms: 0,
      done: () => {
        light.held = false;
        this.#time = 0;
        this.#swing(light, light.aim, 500);
      },
    });
  }

  #raise(spot: TowerSpot): Lighthouse {
    const { unit, layout } = this.#kit;
    const length = Math.min(layout.width * 0.72, 620 * unit);
    const half = 40 * unit;
    const beam = this.#kit.bake({ x: 0, y: 0, width: length, height: half * 2 }, 'beam', (ink) => drawBeam(ink, this.#kit, length, half));
    beam.image.setOrigin(0, 0.5).setPosition(spot.lamp.x, spot.lamp.y);
    const pad = 14 * unit;
    const box = {
      x: spot.base.x - spot.height * 0.2 - pad,
      y: spot.base.y - spot.height * 1.06 - pad,
      width: spot.height * 0.4 + pad * 2,
      height: spot.height * 1.1 + pad * 2,
    };
    this.#kit.bake(box, 'towers', (ink) => {
      drawTower(ink, this.#kit, spot);
      grain(ink, this.#kit.palette, box.width, box.height);
    });
    return { spot, beam, angle: 0, aim: 0, sweep: 0.2, held: false };
  }

  #angleTo(light: Lighthouse, at: Spot): number {
    return Math.atan2(at.y - light.spot.lamp.y, at.x - light.spot.lamp.x);
  }

  #turn(light: Lighthouse, angle: number): void {
    light.angle = angle;
    // The light ends at the shore: citizens are not what it looks for.
    const down = Math.sin(angle);
    const reach = down > 0.05 ? (this.#kit.layout.shore - light.spot.lamp.y) / down / light.beam.image.width : 1;
    light.beam.image.setRotation(angle).setScale(Math.min(1, reach), 1);
  }

  #swing(light: Lighthouse, to: number, ms: number): void {
    const from = light.angle;
    const way = Math.atan2(Math.sin(to - from), Math.cos(to - from));
    const wasHeld = light.held;
    light.held = true;
    this.#kit.motion.add({
      ms,
      ease: easeBoth,
      each: (share) => this.#turn(light, from + way * share),
      done: () => {
        if (!wasHeld) {
          light.held = false;
          this.#time = 0;
        }
      },
    });
  }
}
