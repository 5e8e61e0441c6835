import type { Said } from '../../shared/talk.ts';

/** What a room or a class wants to know of a table. */
export interface Listener {
  /** What is not urgent may be shown a little later, with others: who has read, who is here, what somebody drafts. */
  readonly changed: (urgent: boolean) => void;
  /** A player has no place here any more. */
  readonly gone?: (player: string) => void;
  readonly said?: (said: Said) => void;
  /** The table is deleted. */
  readonly ended?: () => void;
  /** Another table is played in its place: whoever is here finds it by asking again. */
  readonly replaced?: () => void;
  /** The same, and this one is found under its code no more. */
  readonly closed?: () => void;
}

/** All who listen to one table. Each of the other functions tells all of them. */
export class Listeners {
  readonly #all = new Set<Listener>();

  /** Answers how to stop. */
  add(listener: Listener): () => void {
    this.#all.add(listener);
    return () => void this.#all.delete(listener);
  }

  changed(urgent = true): void {
    for (const { changed } of this.#all) changed(urgent);
  }

  gone(player: string): void {
    for (const { gone } of this.#all) gone?.(player);
  }

  said(said: Said): void {
    for (const listener of this.#all) listener.said?.(said);
  }

  ended(): void {
    for (const { ended } of this.#all) ended?.();
  }

  replaced(): void {
    for (const { replaced } of this.#all) replaced?.();
  }

  closed(): void {
    for (const { closed } of this.#all) closed?.();
  }
}
