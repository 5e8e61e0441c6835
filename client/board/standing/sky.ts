import type { Baked, Kit } from '../kit.ts';
import { sunSpot } from '../layout.ts';
import { easeBoth } from '../motion.ts';
import { mix } from '../palette.ts';
import { cut, disc, grain, type Ink, layer, polygon, rounded, wavy } from '../paper/cut.ts';
import type { Part } from './part.ts';

function tone(kit: Kit, meter: number, depth: number): string {
  const { skyFree, skyShut } = kit.palette;
  // Most matches lie in the upper half: the sky dims late, so that a dim sky means something.
  const freedom = meter ** 0.65;
  const [from, to] = depth < 0.5 ? ([0, 1] as const) : ([1, 2] as const);
  const share = depth < 0.5 ? depth * 2 : depth * 2 - 1;
  return mix(mix(skyShut[from], skyFree[from], freedom), mix(skyShut[to], skyFree[to], freedom), share);
}

/** The way to the election: a bead for each round and a ballot box at its end. */
function drawCalendar(kit: Kit, ink: Ink): void {
  const { unit } = kit.layout;
  const rounds = Math.max(1, kit.brief.electionRound);
  ink.fillStyle = kit.palette.theme === 'dark' ? 'rgba(255, 240, 214, 0.5)' : 'rgba(70, 52, 30, 0.36)';
  for (let round = 1; round <= rounds; round++) {
    const at = sunSpot(kit.layout, (round - 0.5) / rounds);
    ink.fill(disc(at.x, at.y, 2 * unit));
  }
  const end = sunSpot(kit.layout, 1);
  const box = { x: end.x - 8 * unit, y: end.y - 15 * unit };
  cut(
    ink,
    polygon([
      [end.x - 3.4 * unit, box.y - 6 * unit],
      [end.x + 4 * unit, box.y - 5 * unit],
      [end.x + 4 * unit, box.y + 4 * unit],
      [end.x - 3.4 * unit, box.y + 4 * unit],
    ]),
    { fill: '#FFFDF6', lift: unit, palette: kit.palette },
  );
  cut(ink, rounded(box.x, box.y, 16 * unit, 13 * unit, 1.4 * unit), { fill: kit.palette.inkSoft, lift: 1.4 * unit, palette: kit.palette });
  ink.fillStyle = kit.palette.theme === 'dark' ? '#14213D' : '#2B3145';
  ink.fill(rounded(box.x + 3.4 * unit, box.y + 1.6 * unit, 9.2 * unit, 1.8 * unit, unit));
}

/** The sky: sheets of paper whose colours say how free speech is. */
export class Sky implements Part {
  readonly name = 'sky';
  readonly #kit: Kit;
  #baked: Baked | null = null;
  #freedom = -1;

  constructor(kit: Kit) {
    this.#kit = kit;
  }

  show(model: { readonly freedom: number }, ms: number): void {
    if (Math.abs(model.freedom - this.#freedom) < 0.01) return;
    this.#freedom = model.freedom;
    const before = this.#baked;
    this.#baked = this.#bake(model.freedom);
    if (!before) return;
    const { image } = this.#baked;
    image.setAlpha(0);
    this.#kit.motion.add({ ms: Math.max(ms, 250), ease: easeBoth, each: (share) => image.setAlpha(share), done: () => before.destroy() });
  }

  #bake(freedom: number): Baked {
    const { width, horizon, unit } = this.#kit.layout;
    const height = horizon + 14 * unit;
    return this.#kit.bake({ x: 0, y: 0, width, height }, 'sky', (ink) => {
      ink.fillStyle = tone(this.#kit, freedom, 0);
      ink.fillRect(0, 0, width, height);
      for (const [index, base] of [0.24, 0.46, 0.66, 0.84].entries()) {
        const line = wavy(horizon * base, 6 * unit, 420 * unit, `sky${index}`);
        cut(ink, layer(width, height, line, 8 * unit), {
          fill: tone(this.#kit, freedom, (index + 1) / 4),
          lift: 2.4 * unit,
          palette: this.#kit.palette,
          gleam: false,
        });
      }
      drawCalendar(this.#kit, ink);
      grain(ink, this.#kit.palette, width, height);
    });
  }
}

/** The sun on its way to the election. */
export class Sun implements Part {
  readonly name = 'sun';
  readonly #kit: Kit;
  readonly #disc: Baked;
  #share = -1;

  constructor(kit: Kit) {
    this.#kit = kit;
    const reach = 64 * kit.unit;
    this.#disc = kit.bake({ x: 0, y: 0, width: reach * 2, height: reach * 2 }, 'sun', (ink) => this.#draw(ink, reach));
    this.#disc.image.setOrigin(0.5, 0.5);
  }

  show(model: { readonly sun: number }, ms: number): void {
    const from = this.#share < 0 ? model.sun : this.#share;
    this.#share = model.sun;
    const place = (share: number) => {
      const at = sunSpot(this.#kit.layout, from + (model.sun - from) * share);
      this.#disc.image.setPosition(at.x, at.y);
    };
    if (ms === 0 || from === model.sun) place(1);
    else this.#kit.motion.add({ ms, ease: easeBoth, each: place });
  }

  #draw(ink: Ink, reach: number): void {
    const { palette, unit } = this.#kit;
    const ring = (radius: number, alpha: number) => {
      ink.save();
      ink.globalAlpha = alpha;
      cut(ink, disc(reach, reach, radius), { fill: palette.sunRing, lift: 2 * unit, palette, gleam: false });
      ink.restore();
    };
    ring(50 * unit, 0.22);
    ring(35 * unit, 0.4);
    cut(ink, disc(reach, reach, 21 * unit), { fill: palette.sun, lift: 3 * unit, palette });
  }
}

/** The lighthouses of other coasts: those that have copied the precedent are lit. */
export class Horizon implements Part {
  readonly name = 'horizon';
  readonly #kit: Kit;
  readonly #lamps: ReturnType<Kit['image']>[];
  #lit = 0;

  constructor(kit: Kit) {
    this.#kit = kit;
    this.#lamps = kit.layout.farTowers.map((at) =>
      kit
        .image('glow', at.x, at.y - 16 * kit.unit, 'far')
        .setAlpha(0)
        .setScale(0.9),
    );
  }

  show(model: { readonly precedent: number }, ms: number): void {
    const order = [2, 1, 3, 0, 4];
    const count = Math.round(model.precedent * this.#lamps.length);
    if (count === this.#lit && ms > 0) return;
    this.#lit = count;
    order.forEach((at, rank) => {
      const lamp = this.#lamps[at];
      if (!lamp) return;
      const [from, to] = [lamp.alpha, rank < count ? 1 : 0];
      if (ms === 0) lamp.setAlpha(to);
      else if (from !== to) this.#kit.motion.add({ after: rank * 160, ms, each: (share) => lamp.setAlpha(from + (to - from) * share) });
    });
  }
}
