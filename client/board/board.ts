import type { MatchEvent } from '../../shared/match/events.ts';
import type { Brief } from '../../shared/view/brief.ts';
import type { MatchView } from '../../shared/view/view.ts';

/** What the board draws from: the same view and events as the DOM. It knows no rules. */
export interface BoardInput {
  readonly brief: Brief;
  readonly view: MatchView;
  /** Events this viewer may read, oldest first; the board animates those it has not shown. */
  readonly events: readonly MatchEvent[];
}

export interface BoardOptions {
  readonly reducedMotion: boolean;
  readonly theme: 'light' | 'dark';
  /** Force the Canvas renderer (weak machines, many pages in one test). */
  readonly canvas: boolean;
  /** Large labels, to be read from the back of a room. */
  readonly far: boolean;
}

/** The mounted board. */
export interface Board {
  /** Show this view; animates events it has not seen, except those before the first call. */
  show(input: BoardInput): void;
  /** Finish the running animation at once. */
  skip(): void;
  /** Called with the id of each event as its animation starts, so that the DOM can follow. */
  onEvent(listener: (eventId: number) => void): void;
  /** Called with true when an animation begins, and with false when it is over. */
  onMoving(listener: (moving: boolean) => void): void;
  destroy(): void;
}
