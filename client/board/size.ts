import type Phaser from 'phaser';
import type { BoardScene } from './boardScene.ts';

/** No more canvas pixels than this: beyond it nobody sees the difference, but every device feels it. */
const MOST_PIXELS = 3_600_000;
const LEAST = { width: 160, height: 110 };

export interface SizeWatch {
  /** Fit the canvas to its frame now. */
  apply(): void;
  /** Draw with one canvas pixel for each CSS pixel from now on. */
  coarser(): void;
  stop(): void;
}

/** Keeps the canvas as large as its frame and as sharp as the screen. */
export function watchSize(frame: HTMLElement, game: Phaser.Game, scene: BoardScene, changed: () => void): SizeWatch {
  let sharpest = 2;
  let timer = 0;
  const apply = () => {
    const { clientWidth, clientHeight } = frame;
    if (clientWidth < LEAST.width || clientHeight < LEAST.height) return;
    const pixel = Math.max(1, Math.min(window.devicePixelRatio || 1, sharpest, Math.sqrt(MOST_PIXELS / (clientWidth * clientHeight))));
    const [width, height] = [Math.round(clientWidth * pixel), Math.round(clientHeight * pixel)];
    if (game.canvas.width !== width || game.canvas.height !== height) game.scale.resize(width, height);
    game.canvas.style.cssText = 'display:block;inline-size:100%;block-size:100%;pointer-events:none';
    scene.resize({ width, height, pixel });
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
