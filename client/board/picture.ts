import type Phaser from 'phaser';
import type { BoardInput } from './board.ts';
import { Conductor } from './conductor.ts';
import { Kit } from './kit.ts';
import { type BoardSize, layoutBoard } from './layout.ts';
import { modelOf } from './model.ts';
import { Motion } from './motion.ts';
import type { Palette } from './palette.ts';
import { measured } from './paper/text.ts';
import { Stage } from './stage.ts';
import { Standing } from './standing/parts.ts';

export interface PictureOptions {
  readonly scene: Phaser.Scene;
  readonly size: BoardSize;
  readonly palette: Palette;
  readonly still: boolean;
  tell(eventId: number): void;
}

/** The board at one size: all that is drawn, and what moves it. Another size needs another picture. */
export class Picture {
  readonly #kit: Kit;
  readonly #motion = new Motion();
  readonly #standing: Standing;
  readonly #stage: Stage;
  readonly #conductor: Conductor;

  constructor(input: BoardInput, options: PictureOptions) {
    const { scene, size, palette, still } = options;
    const layout = layoutBoard(input.brief, size, measured());
    this.#kit = new Kit({ scene, brief: input.brief, layout, palette, motion: this.#motion, still });
    this.#standing = new Standing(this.#kit);
    this.#stage = new Stage(this.#kit, this.#standing);
    const model = modelOf(input.brief, input.view);
    this.#conductor = new Conductor(this.#kit, this.#stage, this.#standing, model, options.tell);
    this.#conductor.rest(model, 0);
  }

  /** Whether something moves that has an end. */
  get busy(): boolean {
    return this.#motion.busy || this.#conductor.busy;
  }

  /** Shows a view; `news` are told first. */
  show(input: BoardInput, news: BoardInput['events']): void {
    const model = modelOf(input.brief, input.view);
    if (news.length > 0) this.#conductor.reveal(news, input.events, model);
    else this.#conductor.rest(model, this.#kit.still ? 0 : 500);
  }

  /** Passes time; `calm` 1 stops idle motion. */
  advance(ms: number, calm: number): void {
    this.#conductor.advance(ms);
    this.#motion.advance(ms);
    if (!this.#kit.still) this.#standing.tick(ms, calm);
  }

  skip(): void {
    this.#conductor.finish();
    this.#motion.finish();
  }

  destroy(): void {
    this.skip();
    this.#stage.clear();
    this.#kit.destroy();
  }
}
