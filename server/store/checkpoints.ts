import { statSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import type { Database as Sqlite } from 'better-sqlite3';

/** So many statements that write, from one checkpoint to the next. */
const EVERY = 250;
/** Milliseconds until the log is tried to be emptied again. */
const AGAIN = 100;
/** The shortest silence, in milliseconds, after which the whole file is written anew. */
const QUIET = 5000;
/** So many milliseconds longer for each byte of the file: a second for each megabyte, of which writing takes 10 to 20 ms. */
const QUIET_PER_BYTE = 0.001;

/**
 * For how many milliseconds nothing must have been written before a file of so many bytes is written anew: whoever chooses meanwhile waits
 * until it is done, so that a large file is left alone while a class thinks.
 */
export function quietBefore(bytes: number): number {
  return Math.max(QUIET, bytes * QUIET_PER_BYTE);
}

/**
 * Carries what SQLite's log holds over into its file, in a thread of its own, so that nobody waits for the disk meanwhile. The thread
 * starts when there is first something to carry. Should it fail, SQLite does the work itself when its log has grown.
 */
export class Checkpoints {
  readonly #file: Sqlite;
  readonly #patience: number;
  #writes = 0;
  #thread: Worker | null = null;
  #isAtWork = false;
  #isToForget = false;
  #isToTidy = false;
  #again: NodeJS.Timeout | undefined;
  #quiet: NodeJS.Timeout | undefined;

  /** `patience`: for how many milliseconds the file's connection waits for others, as it was set. */
  constructor(file: Sqlite, patience: number) {
    this.#file = file;
    this.#patience = patience;
  }

  /** Counts a statement that writes. */
  noteWrite(): void {
    this.#writes += 1;
    if (this.#isToTidy) this.#tidyWhenQuiet();
    if (this.#writes >= EVERY) this.#carry();
  }

  /**
   * Empties the log as soon as nobody needs it: until then it holds what was deleted from the file. Pages of the file may hold it too,
   * where rows were moved from one to another: that goes when the file is written anew, as soon as nobody plays.
   */
  forget(): void {
    if (statSync(`${this.#file.name}-wal`, { throwIfNoEntry: false })?.size === 0) return;
    this.#isToForget = true;
    this.#isToTidy = true;
    this.#tidyWhenQuiet();
    // What the thread has carried over, nobody has to wait for.
    this.#carry();
  }

  stop(): void {
    clearTimeout(this.#again);
    clearTimeout(this.#quiet);
    void this.#thread?.terminate();
    if (this.#isToTidy) this.#tidied();
    if (this.#isToForget) this.#emptied();
  }

  #carry(): void {
    if (this.#isAtWork) return;
    this.#writes = 0;
    this.#isAtWork = true;
    this.#thread ??= this.#started();
    this.#thread.postMessage(null);
  }

  #started(): Worker {
    const thread = new Worker(new URL('./checkpointThread.ts', import.meta.url), { workerData: this.#file.name });
    thread.unref();
    thread.on('message', () => {
      this.#isAtWork = false;
      this.#empty();
    });
    // It stays at work for ever then, and is asked for nothing more.
    thread.on('error', () => this.#empty());
    return thread;
  }

  #empty(): void {
    clearTimeout(this.#again);
    if (!this.#isToForget) return;
    this.#isToForget = !this.#emptied();
    if (this.#isToForget) this.#again = setTimeout(() => this.#empty(), AGAIN).unref();
  }

  #tidyWhenQuiet(): void {
    clearTimeout(this.#quiet);
    const bytes = statSync(this.#file.name, { throwIfNoEntry: false })?.size ?? 0;
    this.#quiet = setTimeout(() => {
      if (this.#tidied()) this.#empty();
      else this.#tidyWhenQuiet();
    }, quietBefore(bytes)).unref();
  }

  /** Whether the file is written anew now, without what was deleted. */
  #tidied(): boolean {
    const done = this.#atOnce(() => this.#file.exec('vacuum'));
    if (done) {
      this.#isToTidy = false;
      this.#isToForget = true;
    }
    return done;
  }

  /** Whether the log is empty now. */
  #emptied(): boolean {
    return this.#atOnce(() => this.#file.pragma('wal_checkpoint(TRUNCATE)', { simple: true }) === 0);
  }

  /** Whether something is done that waits for nobody: neither for a transaction under way nor for other programs that read. */
  #atOnce(act: () => unknown): boolean {
    if (!this.#file.open || this.#file.inTransaction) return false;
    try {
      this.#file.pragma('busy_timeout = 0');
      return act() !== false;
    } catch {
      // The disk may be full.
      return false;
    } finally {
      this.#file.pragma(`busy_timeout = ${this.#patience}`);
    }
  }
}
