import type { Store } from '../store/store.ts';
import type { Play } from './play.ts';

export interface TimingParts {
  readonly tableId: string;
  readonly store: Pick<Store, 'saveSettings'>;
  readonly play: Pick<Play, 'clock' | 'restartClock'>;
  readonly onChange: () => void;
}

/** What a host says about the time of one table: that it stands still, whether it is counted, and that there is more of it. */
export class Timing {
  readonly #parts: TimingParts;
  #pausedAway = false;

  constructor(parts: TimingParts) {
    this.#parts = parts;
  }

  /** Whether the table has paused by itself, because its host had gone; a server that starts again does not know it. */
  get pausedAway(): boolean {
    return this.#parts.play.clock.paused && this.#pausedAway;
  }

  /** `away`: it pauses by itself, because its host has gone. */
  async setPaused(paused: boolean, away: boolean): Promise<void> {
    const { tableId, store, play, onChange } = this.#parts;
    await store.saveSettings(tableId, { paused, timer: play.clock.timer });
    this.#pausedAway = paused && away;
    if (paused) play.clock.pause();
    else play.clock.resume();
    onChange();
  }

  async setTimer(timer: boolean): Promise<void> {
    const { tableId, store, play, onChange } = this.#parts;
    await store.saveSettings(tableId, { paused: play.clock.paused, timer });
    play.clock.timer = timer;
    play.restartClock();
    onChange();
  }

  /** Adds seconds to the phase; without a running timer it begins to be counted. */
  async more(seconds: number): Promise<void> {
    this.#parts.play.clock.more(seconds);
    this.#parts.onChange();
  }
}
