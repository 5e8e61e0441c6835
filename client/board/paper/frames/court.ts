import { disc, polygon, rounded } from '../cut.ts';
import { type Drawing, line, piece } from './drawing.ts';

const wood = (theme: string) => (theme === 'dark' ? '#D9CBB0' : '#6B5138');

export const COURT_FRAMES = {
  'scales-post': {
    width: 26,
    height: 44,
    draw(ink, palette) {
      const colour = wood(palette.theme);
      piece(ink, palette, rounded(-1.2, -16, 2.4, 34, 1.2), colour);
      piece(
        ink,
        palette,
        polygon([
          [-8, 20],
          [8, 20],
          [5, 16.4],
          [-5, 16.4],
        ]),
        colour,
      );
      piece(ink, palette, disc(0, -17, 2.8), palette.coin);
    },
  },
  'scales-beam': {
    width: 44,
    height: 8,
    draw(ink, palette) {
      piece(ink, palette, new Path2D('M -19 -1 Q 0 -3.4 19 -1 L 19 1 Q 0 -0.4 -19 1 Z'), wood(palette.theme));
    },
  },
  'scales-for': {
    width: 18,
    height: 20,
    draw(ink, palette) {
      line(ink, wood(palette.theme), 0.9, [
        [-6.4, 4],
        [0, -8],
        [6.4, 4],
      ]);
      piece(ink, palette, new Path2D('M -7.4 4 L 7.4 4 Q 5 9 0 9 Q -5 9 -7.4 4 Z'), palette.good);
    },
  },
  'scales-against': {
    width: 18,
    height: 20,
    draw(ink, palette) {
      line(ink, wood(palette.theme), 0.9, [
        [-6.4, 4],
        [0, -8],
        [6.4, 4],
      ]);
      piece(ink, palette, new Path2D('M -7.4 4 L 7.4 4 Q 5 9 0 9 Q -5 9 -7.4 4 Z'), palette.bad);
    },
  },
} satisfies Record<string, Drawing>;
