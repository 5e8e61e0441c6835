import type { Baked, Kit } from './kit.ts';
import { easeOut } from './motion.ts';
import { cut, type Ink, rounded } from './paper/cut.ts';
import { fontOf, wrapped } from './paper/text.ts';

/** One paper note at the top of the board; a new text replaces the old one. */
export class NoteCard {
  readonly #kit: Kit;
  #baked: Baked | null = null;
  #showing = 0;

  constructor(kit: Kit) {
    this.#kit = kit;
  }

  show(title: string, text: string, ms: number): void {
    const { headline, unit } = this.#kit.layout;
    const pad = 12 * unit;
    const box = { x: headline.x - pad, y: headline.y - pad, width: headline.width + pad * 2, height: headline.height + pad * 3 };
    const draw = (ink: Ink) => this.#draw(ink, title, text);
    if (this.#baked) this.#baked.redraw(draw);
    else this.#baked = this.#kit.bake(box, 'cards', draw);
    const { image } = this.#baked;
    const top = Math.floor(box.y);
    const mine = ++this.#showing;
    this.#kit.motion.add({
      ms,
      each: (share) => {
        if (mine !== this.#showing) return;
        image.setVisible(true).setAlpha(Math.min(1, share * 9, (1 - share) * 7));
        image.setY(this.#kit.still ? top : top - (1 - easeOut(Math.min(1, share * 5))) * 16 * unit);
      },
      done: () => {
        if (mine === this.#showing) this.hide();
      },
    });
  }

  hide(): void {
    this.#baked?.image.setVisible(false);
  }

  #draw(ink: Ink, title: string, text: string): void {
    const { headline, font, unit, pixel } = this.#kit.layout;
    const { palette } = this.#kit;
    const inner = headline.width - 26 * unit;
    const [big, small] = [font * 1.16, Math.max(font * 0.94, 11 * pixel)];
    ink.font = fontOf(big, 600);
    const titles = wrapped(ink, title, inner, 2);
    const room = headline.height - 18 * unit - titles.length * big * 1.2;
    ink.font = fontOf(small, 400);
    const most = Math.max(0, Math.min(3, Math.floor(room / (small * 1.3))));
    const lines = text !== '' && most > 0 ? wrapped(ink, text, inner, most) : [];
    const height = 17 * unit + titles.length * big * 1.2 + lines.length * small * 1.3;
    cut(ink, rounded(headline.x, headline.y, headline.width, height, 3 * unit), {
      fill: palette.theme === 'dark' ? '#1D2A55' : '#FFFDF6',
      edge: palette.paperEdge,
      thick: 2 * unit,
      lift: 5 * unit,
      palette,
    });
    ink.fillStyle = palette.ink;
    ink.textBaseline = 'top';
    ink.textAlign = 'left';
    ink.font = fontOf(big, 600);
    for (const [index, line] of titles.entries()) ink.fillText(line, headline.x + 13 * unit, headline.y + 10 * unit + index * big * 1.2);
    ink.font = fontOf(small, 400);
    ink.fillStyle = palette.inkSoft;
    const start = headline.y + 10 * unit + titles.length * big * 1.2;
    for (const [index, line] of lines.entries()) ink.fillText(line, headline.x + 13 * unit, start + index * small * 1.3);
  }
}
