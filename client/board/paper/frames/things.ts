import { mix, type Palette } from '../../palette.ts';
import { disc, type Ink, polygon, rounded } from '../cut.ts';
import { type Drawing, line, piece } from './drawing.ts';

const sheetInk = (palette: Palette) => (palette.theme === 'dark' ? '#F1E9D8' : '#FFFEFA');
const sheetLine = (palette: Palette) => (palette.theme === 'dark' ? '#8A86A0' : '#A79E90');

function sheet(ink: Ink, palette: Palette, lines: boolean): void {
  piece(
    ink,
    palette,
    polygon([
      [-4.6, -6],
      [3, -6],
      [4.8, -4.2],
      [4.8, 6],
      [-4.6, 6],
    ]),
    sheetInk(palette),
  );
  ink.fillStyle = sheetLine(palette);
  ink.fill(
    polygon([
      [3, -6],
      [4.8, -4.2],
      [3, -4.2],
    ]),
  );
  if (!lines) return;
  for (const [y, end] of [
    [-2.6, 3],
    [0, 2.4],
    [2.6, 3],
  ] as const)
    line(ink, sheetLine(palette), 0.9, [
      [-2.8, y],
      [end, y],
    ]);
}

function envelope(ink: Ink, palette: Palette): void {
  piece(ink, palette, rounded(-8, -5.5, 16, 11, 1), sheetInk(palette));
  line(ink, palette.role.regulator, 1.1, [
    [-7.4, -4.8],
    [0, 1],
    [7.4, -4.8],
  ]);
  ink.strokeStyle = palette.role.regulator;
  ink.lineWidth = 1;
  ink.stroke(rounded(-8, -5.5, 16, 11, 1));
}

function puff(ink: Ink, palette: Palette): void {
  const shape = new Path2D();
  for (const [x, y, r] of [
    [-7, 2, 6],
    [0, -3, 8],
    [8, 1, 6.5],
    [2, 4, 7],
  ] as const) {
    shape.moveTo(x + r, y);
    shape.arc(x, y, r, 0, Math.PI * 2);
  }
  piece(ink, palette, shape, palette.smoke, 1.4);
}

export const THING_FRAMES = {
  packet: {
    width: 8,
    height: 8,
    draw(ink, palette) {
      piece(ink, palette, rounded(-3, -2.3, 6, 4.6, 0.8), palette.role.platform, 0.7);
      line(ink, sheetInk(palette), 0.8, [
        [-2.3, -1.7],
        [0, 0.3],
        [2.3, -1.7],
      ]);
    },
  },
  coin: {
    width: 14,
    height: 10,
    draw(ink, palette) {
      piece(ink, palette, disc(0, 1.3, 5.4, 2.7), mix(palette.coin, '#000000', 0.32));
      ink.fillStyle = palette.coin;
      ink.fill(disc(0, -0.3, 5.4, 2.7));
      ink.strokeStyle = 'rgba(255, 255, 255, 0.65)';
      ink.lineWidth = 0.8;
      ink.stroke(disc(0, -0.3, 3.4, 1.5));
    },
  },
  sheet: { width: 14, height: 17, draw: (ink, palette) => sheet(ink, palette, true) },
  'sheet-restored': {
    width: 14,
    height: 17,
    draw(ink, palette) {
      sheet(ink, palette, true);
      piece(
        ink,
        palette,
        polygon([
          [3.6, 1],
          [6.4, 6],
          [0.8, 6],
        ]),
        palette.good,
        0.4,
      );
    },
  },
  'sheet-gone': {
    width: 14,
    height: 17,
    draw(ink, palette) {
      ink.strokeStyle = palette.inkSoft;
      ink.lineWidth = 1;
      ink.setLineDash([2, 1.8]);
      ink.stroke(rounded(-4.6, -6, 9.4, 12, 0.6));
      ink.setLineDash([]);
    },
  },
  letter: { width: 20, height: 15, draw: envelope },
  'letter-open': {
    width: 22,
    height: 26,
    draw(ink, palette) {
      piece(
        ink,
        palette,
        polygon([
          [-8, -2],
          [0, -9],
          [8, -2],
          [8, 9],
          [-8, 9],
        ]),
        mix('#FFFFFF', '#E5DCC8', 0.6),
      );
      piece(ink, palette, rounded(-6, -11, 12, 15, 0.8), sheetInk(palette));
      for (const y of [-7.6, -4.8, -2])
        line(ink, sheetLine(palette), 1, [
          [-3.6, y],
          [3.6, y],
        ]);
      piece(
        ink,
        palette,
        polygon([
          [-8, -2],
          [0, 4],
          [8, -2],
          [8, 9],
          [-8, 9],
        ]),
        sheetInk(palette),
        0.6,
      );
    },
  },
  boat: {
    width: 30,
    height: 30,
    draw(ink, palette) {
      piece(
        ink,
        palette,
        polygon([
          [-1, -12],
          [-1, 4],
          [-10, 4],
        ]),
        palette.role.activist,
      );
      piece(
        ink,
        palette,
        polygon([
          [1, -9],
          [1, 4],
          [8.6, 4],
        ]),
        palette.roleSoft.activist,
      );
      piece(
        ink,
        palette,
        polygon([
          [-12, 5.4],
          [12, 5.4],
          [7.6, 11],
          [-7.6, 11],
        ]),
        sheetInk(palette),
      );
    },
  },
  ferry: {
    width: 32,
    height: 24,
    draw(ink, palette) {
      piece(ink, palette, rounded(-5, -6, 11, 8, 1), palette.roleSoft.platform);
      piece(
        ink,
        palette,
        polygon([
          [-13, 2],
          [13, 2],
          [9, 9],
          [-9, 9],
        ]),
        palette.role.platform,
      );
      line(ink, sheetInk(palette), 1.1, [
        [-9.5, 5],
        [9.8, 5],
      ]);
    },
  },
  puff: { width: 36, height: 28, draw: puff },
  flare: {
    width: 26,
    height: 26,
    draw(ink, palette) {
      const rays = Array.from({ length: 16 }, (_, index) => {
        const angle = (index / 16) * Math.PI * 2;
        const reach = index % 2 === 0 ? 11 : 4.6;
        return [Math.cos(angle) * reach, Math.sin(angle) * reach] as const;
      });
      piece(ink, palette, polygon(rays), palette.role.activist);
      ink.fillStyle = palette.theme === 'dark' ? '#FFF6D8' : '#FFE69A';
      ink.fill(disc(0, 0, 4.2));
    },
  },
  spark: {
    width: 8,
    height: 8,
    draw(ink, palette) {
      ink.fillStyle = palette.theme === 'dark' ? '#FFE9A8' : '#F2A51E';
      ink.fill(
        polygon([
          [0, -3.4],
          [0.9, -0.9],
          [3.4, 0],
          [0.9, 0.9],
          [0, 3.4],
          [-0.9, 0.9],
          [-3.4, 0],
          [-0.9, -0.9],
        ]),
      );
    },
  },
  glow: {
    width: 56,
    height: 56,
    draw(ink, palette) {
      const light = ink.createRadialGradient(0, 0, 0, 0, 0, 26);
      const colour = palette.theme === 'dark' ? '255, 221, 140' : '255, 214, 102';
      light.addColorStop(0, `rgba(${colour}, 0.95)`);
      light.addColorStop(0.35, `rgba(${colour}, 0.5)`);
      light.addColorStop(1, `rgba(${colour}, 0)`);
      ink.fillStyle = light;
      ink.fillRect(-28, -28, 56, 56);
    },
  },
} satisfies Record<string, Drawing>;
