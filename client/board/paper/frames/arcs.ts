import type { Role } from '../../../../shared/match/state.ts';
import { disc, rounded } from '../cut.ts';
import { type Drawing, piece } from './drawing.ts';

const stitch = (role: Role): Drawing => ({
  width: 12,
  height: 6,
  draw(ink, palette) {
    piece(ink, palette, rounded(-4, -1.5, 8, 3, 1.5), palette.role[role], 0.5);
  },
});

const bead = (role: Role): Drawing => ({
  width: 16,
  height: 16,
  draw(ink, palette) {
    piece(ink, palette, disc(0, 0, 5.6), palette.theme === 'dark' ? '#FFF6E0' : '#FFFDF8');
    ink.fillStyle = palette.role[role];
    ink.fill(disc(0, 0, 4));
  },
});

const ring = (role: Role): Drawing => ({
  width: 60,
  height: 60,
  draw(ink, palette) {
    ink.strokeStyle = palette.role[role];
    ink.lineWidth = 2.6;
    ink.stroke(disc(0, 0, 27));
  },
});

export const ARC_FRAMES = {
  'stitch-regulator': stitch('regulator'),
  'stitch-platform': stitch('platform'),
  'stitch-activist': stitch('activist'),
  'bead-regulator': bead('regulator'),
  'bead-platform': bead('platform'),
  'bead-activist': bead('activist'),
  'ring-regulator': ring('regulator'),
  'ring-platform': ring('platform'),
  'ring-activist': ring('activist'),
  tunnel: {
    width: 12,
    height: 6,
    draw(ink, palette) {
      ink.fillStyle = palette.role.activist;
      ink.globalAlpha = 0.85;
      ink.fill(rounded(-3.6, -1.1, 7.2, 2.2, 1.1));
      ink.globalAlpha = 1;
    },
  },
} satisfies Record<string, Drawing>;
