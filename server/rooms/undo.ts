import { PROBLEMS, refuse } from '../problems.ts';

/** How many things can be taken back, the latest first. */
const DEPTH = 10;

interface Done {
  /** What was done, in a few words for the host. */
  readonly label: string;
  readonly takeBack: () => Promise<void>;
  /** Whether it still can be taken back: not what others have built upon. */
  readonly isFresh: () => boolean;
}

/** What a host has done to a class and may take back. It lasts as long as the class is open; an early end of play is noted again after that. */
export class Undo {
  #done: readonly Done[] = [];

  /** What would be taken back next; empty for nothing. */
  get label(): string {
    return this.#fresh.at(-1)?.label ?? '';
  }

  add(label: string, takeBack: () => Promise<void>, isFresh = (): boolean => true): void {
    this.#done = [...this.#fresh, { label, takeBack, isFresh }].slice(-DEPTH);
  }

  /** Takes the latest back; refuses when there is nothing. What fails stays to be tried again. */
  async take(): Promise<void> {
    const last = this.#fresh.at(-1);
    if (last === undefined) return refuse(PROBLEMS.nothingToUndo);
    await last.takeBack();
    this.#done = this.#done.filter((done) => done !== last);
  }

  get #fresh(): readonly Done[] {
    return this.#done.filter(({ isFresh }) => isFresh());
  }
}
