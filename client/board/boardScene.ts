import Phaser from 'phaser';
import type { BoardInput } from './board.ts';
import type { BoardSize } from './layout.ts';
import type { Palette } from './palette.ts';
import { Picture } from './picture.ts';

/** Idle motion fades out this long after the last change, so that a board left alone costs nothing. */
const CALM_AFTER = 25_000;
const CALM_FADE = 4_000;
/** A frame never counts for more than this: time does not pass while the page sleeps. */
const LONGEST_FRAME = 250;

export interface SceneOptions {
  readonly palette: Palette;
  readonly still: boolean;
  readonly tell: (eventId: number) => void;
  /** Called when something begins to move, and when it has come to rest. */
  readonly moves: (busy: boolean) => void;
  readonly ready: () => void;
}

/** The one scene of the board: keeps what was shown, and passes time to the picture. */
export class BoardScene extends Phaser.Scene {
  readonly #options: SceneOptions;
  #size: BoardSize = { width: 0, height: 0, pixel: 1 };
  #shown: BoardInput | null = null;
  #picture: Picture | null = null;
  #lastFrame = 0;
  #idle = 0;
  #moving = false;

  constructor(options: SceneOptions) {
    super('board');
    this.#options = options;
  }

  create(): void {
    this.#lastFrame = performance.now();
    this.#options.ready();
  }

  /** Whether a reveal or a change is still moving. */
  get busy(): boolean {
    return this.#picture?.busy ?? false;
  }

  /** Whether nothing moves any more, idle motion included. */
  get resting(): boolean {
    return !this.busy && (this.#options.still || this.#idle > CALM_AFTER + CALM_FADE);
  }

  show(input: BoardInput): void {
    const before = this.#shown;
    this.#shown = input;
    this.#idle = 0;
    const last = before?.events.at(-1)?.id ?? 0;
    const rewound = before !== null && (before.brief.id !== input.brief.id || (input.events.at(-1)?.id ?? 0) < last);
    const news = before && !rewound ? input.events.filter((event) => event.id > last) : [];
    if (!this.#picture || !before || rewound) {
      this.#rebuild();
      for (const event of news) this.#options.tell(event.id);
      return;
    }
    this.#picture.show(input, news);
    if (document.hidden) this.#picture.skip();
  }

  skip(): void {
    this.#picture?.skip();
  }

  /** Draws everything anew at another size; a running reveal is finished first. */
  resize(size: BoardSize): void {
    if (size.width === this.#size.width && size.height === this.#size.height && size.pixel === this.#size.pixel) return;
    this.#picture?.skip();
    this.#size = size;
    this.#rebuild();
  }

  override update(): void {
    const now = performance.now();
    const ms = Math.min(LONGEST_FRAME, Math.max(0, now - this.#lastFrame));
    this.#lastFrame = now;
    this.#idle = this.busy ? 0 : this.#idle + ms;
    const calm = Math.min(1, Math.max(0, (this.#idle - CALM_AFTER) / CALM_FADE));
    this.#picture?.advance(ms, calm);
    if (this.busy === this.#moving) return;
    this.#moving = this.busy;
    this.#options.moves(this.#moving);
  }

  /** Time that passed while the loop was asleep does not count. */
  wakeUp(): void {
    this.#lastFrame = performance.now();
  }

  #rebuild(): void {
    this.#picture?.destroy();
    this.#picture = null;
    if (!this.#shown || this.#size.width === 0 || this.#size.height === 0) return;
    this.#picture = new Picture(this.#shown, {
      scene: this,
      size: this.#size,
      palette: this.#options.palette,
      still: this.#options.still,
      tell: this.#options.tell,
    });
  }
}
