import type Phaser from 'phaser';
import type { Brief } from '../../shared/view/brief.ts';
import type { BoardLayout, Box } from './layout.ts';
import type { Motion } from './motion.ts';
import type { Palette } from './palette.ts';
import { drawFrame, type FrameName, packFrames } from './paper/frames.ts';

/** From the back to the front. */
export const LAYERS = [
  'sky',
  'sun',
  'backdrop',
  'far',
  'beam',
  'tunnels',
  'bridges',
  'islands',
  'houses',
  'goods',
  'traffic',
  'towers',
  'smoke',
  'tags',
  'effects',
  'cards',
] as const;
export type LayerName = (typeof LAYERS)[number];

/** A picture drawn into a texture of its own, which can be drawn anew. */
export interface Baked {
  readonly image: Phaser.GameObjects.Image;
  redraw(draw: (ink: CanvasRenderingContext2D) => void): void;
  destroy(): void;
}

export interface KitOptions {
  readonly scene: Phaser.Scene;
  readonly brief: Brief;
  readonly layout: BoardLayout;
  readonly palette: Palette;
  readonly motion: Motion;
  /** No motion but short fades. */
  readonly still: boolean;
}

const ATLAS = 'board-atlas';
let bakedCount = 0;

/** Paper, scissors and glue: makes pictures from canvas drawings and puts them on the board's layers. */
export class Kit {
  readonly scene: Phaser.Scene;
  readonly brief: Brief;
  readonly layout: BoardLayout;
  readonly palette: Palette;
  readonly motion: Motion;
  readonly still: boolean;
  readonly #layers: Readonly<Record<LayerName, Phaser.GameObjects.Layer>>;
  readonly #keys = new Set<string>();

  constructor(options: KitOptions) {
    this.scene = options.scene;
    this.brief = options.brief;
    this.layout = options.layout;
    this.palette = options.palette;
    this.motion = options.motion;
    this.still = options.still;
    this.#layers = Object.fromEntries(LAYERS.map((name) => [name, this.scene.add.layer()])) as Record<LayerName, Phaser.GameObjects.Layer>;
    this.#bakeAtlas();
  }

  get unit(): number {
    return this.layout.unit;
  }

  /** A small picture of the shared texture, its middle at x, y. */
  image(frame: FrameName, x: number, y: number, layer: LayerName): Phaser.GameObjects.Image {
    const image = this.scene.add.image(x, y, ATLAS, frame);
    this.#layers[layer].add(image);
    return image;
  }

  /** A picture with a texture of its own; `draw` works in board coordinates. */
  bake(box: Box, layer: LayerName, draw: (ink: CanvasRenderingContext2D) => void): Baked {
    const [x, y] = [Math.floor(box.x), Math.floor(box.y)];
    const [width, height] = [Math.max(1, Math.ceil(box.width)), Math.max(1, Math.ceil(box.height))];
    const key = `board-${bakedCount++}`;
    const texture = this.scene.textures.createCanvas(key, width, height);
    if (!texture) throw new Error('The board could not make a texture.');
    this.#keys.add(key);
    const image = this.scene.add.image(x, y, key).setOrigin(0, 0);
    this.#layers[layer].add(image);
    const redraw = (drawing: (ink: CanvasRenderingContext2D) => void) => {
      texture.clear();
      texture.context.save();
      texture.context.translate(-x, -y);
      drawing(texture.context);
      texture.context.restore();
      texture.refresh();
    };
    redraw(draw);
    const destroy = () => {
      image.destroy();
      if (this.#keys.delete(key)) this.scene.textures.remove(key);
    };
    return { image, redraw, destroy };
  }

  /** Takes everything off the board and frees its textures. */
  destroy(): void {
    for (const layer of Object.values(this.#layers)) layer.destroy();
    for (const key of this.#keys) this.scene.textures.remove(key);
    this.#keys.clear();
    this.scene.textures.remove(ATLAS);
  }

  #bakeAtlas(): void {
    const side = 1024;
    const { frames, height } = packFrames(this.unit, side);
    const texture = this.scene.textures.createCanvas(ATLAS, side, height);
    if (!texture) throw new Error('The board could not make its texture.');
    for (const { name, x, y, width, height: tall } of frames) {
      texture.context.save();
      texture.context.translate(x + width / 2, y + tall / 2);
      texture.context.scale(this.unit, this.unit);
      drawFrame(texture.context, name, this.palette);
      texture.context.restore();
      texture.add(name, 0, x, y, width, tall);
    }
    texture.refresh();
  }
}
