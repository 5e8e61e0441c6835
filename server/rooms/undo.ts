import type { Problem } from '../../shared/messages.ts';
import { PROBLEMS, refuse } from '../problems.ts';

/** How many things can be taken back, the latest first. */
const DEPTH = 10;

interface Done {
  /** What was done, in a few words for the host. */
  readonly label: string;
  readonly takeBack: () => Promise<void>;
  /** Whether it still can be taken back: not what others have built upon. */
  readonly isFresh: () => boolean;
  /** Why it can't be taken back although the host will look for it; null if it can. */
  readonly whyNot: () => Problem | null;
}

interface Kind {
  readonly isFresh?: () => boolean;
  readonly whyNot?: () => Problem | null;
  /** Whether it can be taken back in later rounds, too. Else it is offered until the next round: by then it is no slip. */
  readonly lasts?: boolean;
}

/** What a host has done to a class and may take back. It lasts as long as the class is open; an early end of play is noted again after that. */
export class Undo {
  readonly #round: () => number;
  #done: readonly Done[] = [];

  /** `round`: how far the class has come. */
  constructor(round: () => number) {
    this.#round = round;
  }

  /** What would be taken back next; empty for nothing. */
  get label(): string {
    return this.#fresh.at(-1)?.label ?? '';
  }

  add(label: string, takeBack: () => Promise<void>, { isFresh = () => true, whyNot = () => null, lasts = false }: Kind = {}): void {
    const round = this.#round();
    const isOfNow = (): boolean => (lasts || this.#round() === round) && isFresh();
    this.#done = [...this.#fresh, { label, takeBack, isFresh: isOfNow, whyNot }].slice(-DEPTH);
  }

  /** Takes the latest back; refuses when there is nothing, or what can't be taken back any more. What fails stays to be tried again. */
  async take(): Promise<void> {
    const last = this.#fresh.at(-1);
    if (last === undefined) return refuse(PROBLEMS.nothingToUndo);
    const problem = last.whyNot();
    if (problem === null) await last.takeBack();
    this.#done = this.#done.filter((done) => done !== last);
    if (problem !== null) refuse(problem);
  }

  get #fresh(): readonly Done[] {
    return this.#done.filter(({ isFresh }) => isFresh());
  }
}
