import type Phaser from 'phaser';
import type { BoardScene } from './boardScene.ts';

/** No more canvas pixels than this: beyond it nobody sees the difference, but every device feels it. */
const MOST_PIXELS = 3_600_000;
const LEAST = { width: 160, height: 110 };
/** The smallest labels of a board that is seen from afar: so many of them would fill the window's height. */
const LABELS_HIGH = 30;
/** A label of the smallest size, and the smallest board that has room for such labels, in CSS pixels. */
const LABEL = 11;
const ROOMY = { width: 390, height: 190 };

/** How many times as large as usual a board is drawn that is seen from afar: as the window asks, as far as the board has room for it. */
export function enlarged(board: { readonly width: number; readonly height: number }, windowHeight: number): number {
  const wanted = windowHeight / LABELS_HIGH / LABEL;
  const times = Math.max(1, Math.min(wanted, board.width / ROOMY.width, board.height / ROOMY.height));
  // Labels have whole pixels.
  return Math.floor(times * LABEL) / LABEL;
}

export interface SizeWatch {
  /** Fit the canvas to its frame now. */
  apply(): void;
  /** Draw with one canvas pixel for each CSS pixel from now on. */
  coarser(): void;
  stop(): void;
}

/** Keeps the canvas as large as its frame and as sharp as the screen; `far`: it is seen from the back of a room. */
export function watchSize(frame: HTMLElement, game: Phaser.Game, scene: BoardScene, far: boolean, changed: () => void): SizeWatch {
  let sharpest = 2;
  let timer = 0;
  const apply = () => {
    const { clientWidth, clientHeight } = frame;
    if (clientWidth < LEAST.width || clientHeight < LEAST.height) return;
    const pixel = Math.max(1, Math.min(window.devicePixelRatio || 1, sharpest, Math.sqrt(MOST_PIXELS / (clientWidth * clientHeight))));
    const [width, height] = [Math.round(clientWidth * pixel), Math.round(clientHeight * pixel)];
    if (game.canvas.width !== width || game.canvas.height !== height) game.scale.resize(width, height);
    game.canvas.style.cssText = 'display:block;inline-size:100%;block-size:100%;pointer-events:none';
    const times = far ? enlarged({ width: clientWidth, height: clientHeight }, window.innerHeight) : 1;
    scene.resize({ width, height, pixel: pixel * times });
    changed();
  };
  const later = () => {
    window.clearTimeout(timer);
    timer = window.setTimeout(apply, 120);
  };
  const observer = new ResizeObserver(later);
  observer.observe(frame);
  return {
    apply,
    coarser() {
      if (sharpest === 1) return;
      sharpest = 1;
      later();
    },
    stop() {
      window.clearTimeout(timer);
      observer.disconnect();
    },
  };
}
