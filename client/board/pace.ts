import type Phaser from 'phaser';
import type { BoardScene } from './boardScene.ts';

/** Frames a second for idle motion and for weak devices; a strong one reveals at the screen's own rate. */
const SLOW = 30;
const LEAST_AWAKE = 400;
const SAMPLE = 40;

/** Decides how often the board draws: not at all when nothing moves, 30 times a second when idle or weak. */
export class Pace {
  readonly #game: Phaser.Game;
  readonly #scene: BoardScene;
  readonly #coarser: () => void;
  #weak = (navigator.hardwareConcurrency || 4) <= 2;
  #limit = 0;
  #awakeUntil = 0;
  #lastStep = 0;
  #samples: number[] = [];

  /** `coarser` is called once if the device is too slow even for 30 frames a second. */
  constructor(game: Phaser.Game, scene: BoardScene, coarser: () => void) {
    this.#game = game;
    this.#scene = scene;
    this.#coarser = coarser;
    game.events.on('poststep', this.#afterStep, this);
  }

  /** Something changed: draw, at least for a moment. */
  wake(): void {
    this.#awakeUntil = performance.now() + LEAST_AWAKE;
    if (this.#game.loop.running) return;
    this.#scene.wakeUp();
    this.#lastStep = 0;
    this.#game.loop.wake();
  }

  #afterStep(): void {
    const now = performance.now();
    this.#measure(now);
    const wanted = this.#weak || !this.#scene.busy ? SLOW : 0;
    if (wanted !== this.#limit) {
      this.#limit = wanted;
      this.#game.loop.setFPSLimit(wanted);
    }
    if (this.#scene.resting && now > this.#awakeUntil) this.#game.loop.sleep();
  }

  #measure(now: number): void {
    const ms = now - this.#lastStep;
    const counts = this.#lastStep > 0 && this.#scene.busy && !document.hidden && ms < 500;
    this.#lastStep = now;
    if (!counts) return;
    this.#samples.push(ms);
    if (this.#samples.length < SAMPLE) return;
    const mean = this.#samples.reduce((sum, sample) => sum + sample, 0) / SAMPLE;
    this.#samples = [];
    if (!this.#weak && mean > 24) this.#weak = true;
    else if (this.#weak && mean > 52) this.#coarser();
  }
}
