import type { Palette } from '../../palette.ts';
import { disc, type Ink, polygon, rounded } from '../cut.ts';
import { type Drawing, line, piece } from './drawing.ts';

/** A person as a paper pawn standing on the origin's height + 9. */
function pawn(ink: Ink, palette: Palette, body: string, head: string): void {
  const coat = new Path2D('M -4.6 9 L -3.4 0.2 Q 0 -2.6 3.4 0.2 L 4.6 9 Z');
  piece(ink, palette, coat, body);
  piece(ink, palette, disc(0, -4.4, 3.3), head, 0.8);
}

const skin = (palette: Palette) => (palette.theme === 'dark' ? '#F3E4C6' : '#5A4A52');

const person = (body: (palette: Palette) => string, more?: (ink: Ink, palette: Palette) => void): Drawing => ({
  width: 18,
  height: 24,
  draw(ink, palette) {
    pawn(ink, palette, body(palette), skin(palette));
    more?.(ink, palette);
  },
});

const grey = (palette: Palette) => (palette.theme === 'dark' ? '#6F7390' : '#B5AFAA');

function exclamation(ink: Ink, palette: Palette): void {
  piece(
    ink,
    palette,
    polygon([
      [5.6, -10.8],
      [9, -4.8],
      [2.2, -4.8],
    ]),
    palette.bad,
    0.6,
  );
}

export const PEOPLE_FRAMES = {
  dot: {
    width: 9,
    height: 9,
    draw(ink, palette) {
      piece(ink, palette, disc(0, 0, 3.1), palette.dotRim, 0.8);
      ink.fillStyle = palette.dot;
      ink.fill(disc(0, 0, 2.5));
    },
  },
  'dot-aware': {
    width: 9,
    height: 9,
    draw(ink, palette) {
      piece(ink, palette, disc(0, 0, 3.3), palette.dot, 0.8);
      ink.fillStyle = palette.aware;
      ink.fill(disc(0, 0, 2.4));
    },
  },
  'person-safe': person((palette) => palette.role.platform),
  'person-warned': person((palette) => palette.role.platform, exclamation),
  'person-visited': person(
    (palette) => palette.role.platform,
    (ink, palette) => {
      exclamation(ink, palette);
      line(ink, palette.role.regulator, 1.2, [
        [-7.5, 9.6],
        [7.5, 9.6],
      ]);
    },
  ),
  'person-detained': {
    width: 22,
    height: 26,
    draw(ink, palette) {
      ink.globalAlpha = 0.75;
      pawn(ink, palette, grey(palette), grey(palette));
      ink.globalAlpha = 1;
      ink.strokeStyle = palette.inkSoft;
      ink.lineWidth = 1.3;
      ink.stroke(rounded(-8.4, -10.4, 16.8, 21, 1.5));
    },
  },
  'person-released': person(
    (palette) => palette.role.platform,
    (ink, palette) => {
      piece(
        ink,
        palette,
        polygon([
          [6, -11],
          [9, -6],
          [3, -6],
        ]),
        palette.good,
        0.6,
      );
    },
  ),
  'person-gone': {
    width: 18,
    height: 24,
    draw(ink, palette) {
      ink.strokeStyle = palette.inkSoft;
      ink.globalAlpha = 0.7;
      ink.lineWidth = 1;
      ink.setLineDash([2, 2]);
      ink.stroke(new Path2D('M -4.6 9 L -3.4 0.2 Q 0 -2.6 3.4 0.2 L 4.6 9 Z'));
      ink.stroke(disc(0, -4.4, 3.1));
      ink.setLineDash([]);
    },
  },
  visitor: {
    width: 22,
    height: 28,
    draw(ink, palette) {
      const coat = palette.theme === 'dark' ? '#3E5A94' : '#243B66';
      piece(ink, palette, new Path2D('M -5.6 11 L -4 -0.4 Q 0 -3.6 4 -0.4 L 5.6 11 Z'), coat);
      piece(ink, palette, disc(0, -4.8, 3.3), skin(palette), 0.8);
      piece(
        ink,
        palette,
        polygon([
          [-5.2, -6.6],
          [5.2, -6.6],
          [3.2, -9.4],
          [-3.2, -9.4],
        ]),
        palette.role.regulator,
        0.5,
      );
    },
  },
} satisfies Record<string, Drawing>;
