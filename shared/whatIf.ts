import { z } from 'zod';
import { PickSchema } from './match/commands.ts';
import type { MeterId, Pick, SeatId } from './match/state.ts';

/** "What if" in the debrief: one decision of a match that is over, changed, and the rest played on by bots. */

const seat = z.string().min(1).max(40);

/** What is asked: one thing that a seat chose in a phase, and what it might have chosen in its place. Null: nothing. */
export const WhatIfAsked = z.strictObject({
  seat,
  round: z.int(),
  phase: z.string().max(40),
  pick: PickSchema.nullable(),
  instead: PickSchema.nullable(),
});
export type WhatIfAsked = z.output<typeof WhatIfAsked>;

export const DecisionsAsked = z.strictObject({ seat });

/** Something that a seat chose in a phase (null: nothing, where something was asked of it), and what it might have chosen instead. */
export interface Decision {
  readonly round: number;
  readonly phase: string;
  readonly pick: Pick | null;
  readonly instead: readonly (Pick | null)[];
}
/** The decisions (`readonly Decision[]`), packed (`shared/wire`). */
export type DecisionsAnswer = { readonly decisions: string };

/** Where the middle of many values lies, and between which two lie eight of ten. */
export interface Spread {
  readonly low: number;
  readonly middle: number;
  readonly high: number;
}

/** How many matches went, from the same moment on. */
export interface Course {
  readonly scores: Readonly<Record<SeatId, Spread>>;
  /** What the matches left to everybody. */
  readonly ledger: Readonly<Record<MeterId, Spread>>;
  /** In how many of the matches each ending came true. */
  readonly endings: Readonly<Record<string, number>>;
}

/** The same moment played on by the same bots with the same dice: after what was chosen, and after what might have been. */
export interface WhatIfAnswer {
  /** Matches of each. */
  readonly runs: number;
  readonly played: Course;
  readonly changed: Course;
}
