import { z } from 'zod';

/** What players say to each other between reveals: preset phrases, and free text where the host allows it. */

/** Short things to say; their texts are `phrase.…` of the interface. */
export const PHRASES = [
  'stand-together',
  'what-will-you-do',
  'i-will-refuse',
  'i-will-comply',
  'ask-in-writing',
  'share-what-you-know',
  'i-know-something',
  'keep-your-word',
  'need-time',
  'thanks',
  'no-deal',
  'think-of-the-people',
] as const;
export type Phrase = (typeof PHRASES)[number];

/** The longest free text, in letters. */
export const LONGEST_TEXT = 160;

/** To one other seat, or a public statement to all. Either a preset phrase, or free text. */
export const Saying = z.strictObject({
  to: z.string().min(1).max(40),
  phrase: z.enum(PHRASES).optional(),
  text: z.string().trim().min(1).max(LONGEST_TEXT).optional(),
});
export type Saying = z.output<typeof Saying>;
/** `to` of a public statement. */
export const EVERYBODY = '*';

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
