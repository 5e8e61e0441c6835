import type { Role } from '../../../../shared/match/state.ts';
import type { Palette } from '../../palette.ts';
import { disc, type Ink, polygon, rounded } from '../cut.ts';
import { type Drawing, line, piece } from './drawing.ts';

/** The shape of a role (shield, hexagon, megaphone) as an outline around the origin, about 14 units wide. */
export function roleShape(role: Role): Path2D {
  if (role === 'regulator') return new Path2D('M 0 -7.4 L 6.4 -5 L 6.4 0.4 Q 6 5.4 0 8 Q -6 5.4 -6.4 0.4 L -6.4 -5 Z');
  if (role === 'platform')
    return polygon([
      [0, -7.4],
      [6.5, -3.7],
      [6.5, 3.7],
      [0, 7.4],
      [-6.5, 3.7],
      [-6.5, -3.7],
    ]);
  return new Path2D(
    'M -7 -2.2 L -3 -2.4 L 4.4 -6.4 L 4.4 6.4 L -0.6 3.6 L 0.6 7.6 L -2.6 7.6 L -3.8 2.4 L -7 2.2 Z M 5.4 -7 L 7.4 -7 L 7.4 7 L 5.4 7 Z',
  );
}

function triangle(ink: Ink, palette: Palette, up: boolean): void {
  const tip = up ? -7 : 7;
  piece(ink, palette, disc(0, 0, 10), palette.theme === 'dark' ? '#1B2850' : '#FFFDF8');
  ink.fillStyle = up ? palette.good : palette.bad;
  ink.fill(
    polygon([
      [0, tip],
      [6.6, -tip * 0.62],
      [-6.6, -tip * 0.62],
    ]),
  );
}

const roleSign = (role: Role): Drawing => ({
  width: 20,
  height: 22,
  draw(ink, palette) {
    piece(ink, palette, roleShape(role), palette.role[role]);
  },
});

export const SIGN_FRAMES = {
  'sign-regulator': roleSign('regulator'),
  'sign-platform': roleSign('platform'),
  'sign-activist': roleSign('activist'),
  up: { width: 24, height: 24, draw: (ink, palette) => triangle(ink, palette, true) },
  down: { width: 24, height: 24, draw: (ink, palette) => triangle(ink, palette, false) },
  /** The back of a sealed choice. */
  seal: {
    width: 22,
    height: 28,
    draw(ink, palette) {
      piece(ink, palette, rounded(-9, -12, 18, 24, 2.4), palette.paper, 1.6);
      ink.strokeStyle = palette.inkSoft;
      ink.lineWidth = 0.9;
      ink.stroke(rounded(-7, -10, 14, 20, 1.6));
      line(ink, palette.inkSoft, 0.9, [
        [-3.6, 0],
        [0, -5.6],
        [3.6, 0],
        [0, 5.6],
        [-3.6, 0],
      ]);
    },
  },
  gate: {
    width: 30,
    height: 26,
    draw(ink, palette) {
      const arch = new Path2D('M -12 11 L -12 -4 Q 0 -15 12 -4 L 12 11 L 7 11 L 7 -1 Q 0 -7.6 -7 -1 L -7 11 Z');
      piece(ink, palette, arch, palette.role.regulator);
    },
  },
  clamp: {
    width: 34,
    height: 22,
    draw(ink, palette) {
      for (const sign of [-1, 1]) {
        line(ink, palette.inkSoft, 3, [
          [sign * 7, 0],
          [sign * 14, 0],
        ]);
        piece(ink, palette, rounded(sign * 5 - 2.6, -8.4, 5.2, 16.8, 1.6), palette.role.regulator);
        piece(ink, palette, rounded(sign * 14 - 1.8, -4.4, 3.6, 8.8, 1.6), palette.role.regulator);
      }
    },
  },
  barrier: {
    width: 34,
    height: 12,
    draw(ink, palette) {
      piece(ink, palette, rounded(-15, -3.4, 30, 6.8, 1.6), '#FFFDF8');
      ink.save();
      ink.clip(rounded(-15, -3.4, 30, 6.8, 1.6));
      for (const x of [-14, -4, 6, 16])
        line(ink, palette.bad, 4, [
          [x - 4, 6],
          [x + 4, -6],
        ]);
      ink.restore();
    },
  },
} satisfies Record<string, Drawing>;
