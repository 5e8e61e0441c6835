import { OFFLINE } from '../../client/net/api.ts';
import type { Problem } from '../../shared/messages.ts';

/** What became of a thing that was asked: done, refused (then nothing changed), or nobody knows. */
export type Fate = 'done' | 'refused' | 'unknown';

/** One thing that was asked of something: to become a value. */
export interface Asked {
  readonly value: string;
  fate: Fate;
}

/**
 * What clients have asked and been answered, thing by thing. Each thing is asked one after the other. After a kill it must be what was
 * acknowledged last, or something that was asked after that and never answered.
 */
export class Acknowledged {
  /** How many answers have come so far, or will never come, for a test that waits for the next one. */
  answers = 0;
  readonly #asked = new Map<string, Asked[]>();
  readonly #possible = new Map<string, readonly string[]>();

  /** Notes what something is before anything is asked of it. */
  is(thing: string, value: string): void {
    this.#possible.set(thing, [value]);
  }

  /** Something may have become a value by itself. */
  mayBe(thing: string, value: string): void {
    this.#possible.set(thing, [...this.possible(thing), value]);
  }

  /** Asks for something to become a value. Never rejects. */
  async ask(thing: string, value: string, answer: Promise<Problem | object | null | undefined>): Promise<Fate> {
    const asked: Asked = { value, fate: 'unknown' };
    this.#asked.set(thing, [...(this.#asked.get(thing) ?? []), asked]);
    const before = this.possible(thing);
    this.#possible.set(thing, [...before, value]);
    const got = await answer.catch(() => OFFLINE);
    asked.fate =
      got === OFFLINE ? 'unknown' : typeof got === 'object' && got !== null && 'code' in got && 'message' in got ? 'refused' : 'done';
    if (asked.fate !== 'unknown') this.#possible.set(thing, asked.fate === 'done' ? [value] : before);
    this.answers += 1;
    return asked.fate;
  }

  /** The values that something may have now. */
  possible(thing: string): readonly string[] {
    return this.#possible.get(thing) ?? [];
  }

  /** How many things that were asked had this fate. */
  count(fate: Fate): number {
    return [...this.#asked.values()].flat().filter((asked) => asked.fate === fate).length;
  }

  /** Everything that is known, with the values it may have. */
  get things(): ReadonlyMap<string, readonly string[]> {
    return this.#possible;
  }

  /** All that was asked of something, in its order. */
  askedOf(thing: string): readonly Asked[] {
    return this.#asked.get(thing) ?? [];
  }

  /** Things are forgotten that begin with one of these words: what is asked of them from now on has nothing to do with before. */
  forget(...words: readonly string[]): void {
    for (const thing of this.#possible.keys()) if (words.some((word) => thing.startsWith(word))) this.#possible.delete(thing);
  }
}

/** Whether what is kept is all that was done, in its order, each once, with nothing that was refused: what is unknown may be there or not. */
export function isFaithful(kept: readonly string[], asked: readonly Asked[]): boolean {
  const [first, ...others] = asked;
  if (first === undefined) return kept.length === 0;
  const isThere = kept[0] === first.value && isFaithful(kept.slice(1), others);
  if (first.fate === 'done') return isThere;
  return first.fate === 'refused' ? isFaithful(kept, others) : isThere || isFaithful(kept, others);
}
