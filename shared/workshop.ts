import type { Said } from './talk.ts';
import type { EffectBrief } from './view/brief.ts';
import type { PactView } from './view/pactsFor.ts';

/** What only the host of a class receives, beside what all see. */

export interface ConsolePlayer {
  readonly id: string;
  /** Always the name, also when it is hidden from the others. */
  readonly nickname: string;
  /** Whether the name may be rude: a hint, not a verdict. */
  readonly rude: boolean;
  /** Seconds they get beside the timer. */
  readonly extra: number;
}

/** A moment of a match that its host has marked for the debrief. */
export interface BookmarkedMoment {
  readonly round: number;
  readonly phase: string;
  /** The latest event when it was marked. */
  readonly event: number;
}

export interface Bookmark extends BookmarkedMoment {
  /** The table's code. */
  readonly table: string;
  /** Its place in the class, from 1. */
  readonly number: number;
  /** Whether it is of what was played first, where a table has been played again from an earlier round. */
  readonly first: boolean;
  readonly note: string;
}

export interface ConsoleSaid extends Said {
  readonly table: string;
  /** Whether it may be rude: a hint. */
  readonly rude: boolean;
  readonly hidden: boolean;
}

/** An offer of one seat to another, and what became of it, whoever else may know of it. */
export interface ConsoleDeal extends Pick<PactView, 'id' | 'from' | 'to' | 'give' | 'get' | 'until' | 'offered' | 'status' | 'public'> {
  readonly table: string;
}

/** A seat whose people are still to choose, and have picked nothing yet. */
export interface UndecidedSeat {
  /** The table's code. */
  readonly table: string;
  readonly seat: string;
}

/** A crisis of the scenario that the host may let happen. */
export interface ConsoleCrisis {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  /** What it does, made from its data. */
  readonly effect: EffectBrief;
}

/** A match in whose place another one plays on: it is kept as it was. */
export interface ConsoleFork {
  readonly number: number;
  /** The code under which it can be watched. */
  readonly code: string;
  /** The round in which the other one began to play on. */
  readonly round: number;
}
