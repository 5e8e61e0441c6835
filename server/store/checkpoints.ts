import { Worker } from 'node:worker_threads';

/** So many statements that write, from one checkpoint to the next. */
const EVERY = 250;

/**
 * Carries what SQLite's log holds over into its file, in a thread of its own, so that nobody waits for the disk meanwhile. The thread
 * starts when there is first something to carry. Should it fail, SQLite does the work itself when its log has grown.
 */
export class Checkpoints {
  readonly #file: string;
  #writes = 0;
  #thread: Worker | null = null;
  #isAtWork = false;

  constructor(file: string) {
    this.#file = file;
  }

  /** Counts a statement that writes. */
  noteWrite(): void {
    this.#writes += 1;
    if (this.#writes < EVERY || this.#isAtWork) return;
    this.#writes = 0;
    this.#isAtWork = true;
    this.#thread ??= this.#started();
    this.#thread.postMessage(null);
  }

  stop(): void {
    void this.#thread?.terminate();
  }

  #started(): Worker {
    const thread = new Worker(new URL('./checkpointThread.ts', import.meta.url), { workerData: this.#file });
    thread.unref();
    thread.on('message', () => {
      this.#isAtWork = false;
    });
    // It stays at work for ever then, and is asked for nothing more.
    thread.on('error', () => {});
    return thread;
  }
}
