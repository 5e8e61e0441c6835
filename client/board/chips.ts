import type { Baked, Kit } from './kit.ts';
import type { Box, Spot } from './layout.ts';
import { easeOut } from './motion.ts';
import { cut, type Ink, polygon, rounded } from './paper/cut.ts';
import { fitted, fontOf, measured } from './paper/text.ts';

export interface ChipText {
  readonly sign: 'up' | 'down' | null;
  readonly text: string;
  /** Colour of the sign. */
  readonly colour: string;
}

/** Small papers with ▲ or ▼ and a few words that rise beside a spot, and make room for each other. */
export class Chips {
  readonly #kit: Kit;
  readonly #measure = measured();
  readonly #papers = new Set<Baked>();
  #taken: { readonly box: Box; readonly until: number }[] = [];
  #clock = 0;

  constructor(kit: Kit) {
    this.#kit = kit;
  }

  /** Passes time: places become free again. */
  pass(ms: number): void {
    this.#clock += ms;
  }

  show(at: Spot, chip: ChipText, ms: number): void {
    const { layout, unit } = this.#kit;
    const { font } = layout;
    const height = font * 1.7;
    const width = Math.min(layout.width * 0.6, this.#measure(chip.text, font) + font * (chip.sign ? 2.3 : 1.2));
    const box = this.#roomFor({ x: at.x - width / 2, y: at.y - height, width, height }, ms);
    const pad = 8 * unit;
    const around = { x: box.x - pad, y: box.y - pad, width: width + pad * 2, height: height + pad * 2 };
    const paper = this.#kit.bake(around, 'cards', (ink) => this.#draw(ink, box, chip));
    this.#papers.add(paper);
    const top = paper.image.y;
    this.#kit.motion.add({
      ms,
      each: (share) => {
        paper.image.setAlpha(Math.min(1, share * 8, (1 - share) * 4));
        if (!this.#kit.still) paper.image.setY(top + (1 - easeOut(Math.min(1, share * 3))) * 10 * unit);
      },
      done: () => {
        if (this.#papers.delete(paper)) paper.destroy();
      },
    });
  }

  clear(): void {
    for (const paper of this.#papers) paper.destroy();
    this.#papers.clear();
    this.#taken = [];
  }

  #draw(ink: Ink, box: Box, chip: ChipText): void {
    const { palette, layout, unit } = this.#kit;
    const { font } = layout;
    const fill = palette.theme === 'dark' ? '#1D2A55' : '#FFFDF8';
    cut(ink, rounded(box.x, box.y, box.width, box.height, 3 * unit), { fill, lift: 2.4 * unit, palette });
    const middle = box.y + box.height / 2;
    if (chip.sign) {
      const tip = chip.sign === 'up' ? -1 : 1;
      const x = box.x + font * 0.95;
      const base = middle - tip * font * 0.34;
      ink.fillStyle = chip.colour;
      ink.fill(
        polygon([
          [x, middle + tip * font * 0.42],
          [x + font * 0.46, base],
          [x - font * 0.46, base],
        ]),
      );
    }
    ink.font = fontOf(font, 600);
    ink.textBaseline = 'middle';
    ink.fillStyle = palette.ink;
    const left = font * (chip.sign ? 1.7 : 0.6);
    ink.fillText(fitted(ink, chip.text, box.width - left - font * 0.3), box.x + left, middle + font * 0.06);
  }

  #roomFor(wanted: Box, ms: number): Box {
    const { layout, unit } = this.#kit;
    const margin = 4 * unit;
    const x = Math.min(Math.max(margin, wanted.x), layout.width - wanted.width - margin);
    this.#taken = this.#taken.filter((chip) => chip.until > this.#clock);
    const across = this.#taken.filter(({ box }) => x < box.x + box.width && box.x < x + wanted.width);
    const meets = (y: number) => across.some(({ box }) => y < box.y + box.height + margin && box.y < y + wanted.height + margin);
    const step = wanted.height + margin * 1.5;
    // First above the place that is wanted, then below it.
    const places = [0, -1, -2, -3, 1, 2, 3, 4].map((steps) => wanted.y + steps * step).filter((y) => y > margin);
    const box = { ...wanted, x, y: places.find((y) => !meets(y)) ?? Math.max(margin, wanted.y) };
    this.#taken.push({ box, until: this.#clock + ms });
    return box;
  }
}
