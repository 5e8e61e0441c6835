import { z } from 'zod';
import { EVERYBODY, LONGEST_TEXT, PHRASES, type Phrase } from './phrases.ts';

/** What players say to each other between reveals: preset phrases, and free text where the host allows it. */

export { EVERYBODY, LONGEST_TEXT, PHRASES, type Phrase };

/** To one other seat, or a public statement to all. Either a preset phrase, or free text. */
export const Saying = z.strictObject({
  to: z.string().min(1).max(40),
  phrase: z.enum(PHRASES).optional(),
  text: z.string().trim().min(1).max(LONGEST_TEXT).optional(),
});
export type Saying = z.output<typeof Saying>;

/** One thing that was said, as those read it who may. */
export interface Said {
  readonly id: number;
  readonly round: number;
  readonly phase: string;
  readonly from: string;
  /** A seat, or `EVERYBODY`. */
  readonly to: string;
  readonly phrase: Phrase | null;
  readonly text: string | null;
}
