import { z } from 'zod';

/** Everything that can change a match. A timeout, a host's "next" and a bot's pick are commands too. */

const seatId = z.string().min(1).max(40);
const actionId = z.string().min(1).max(60);

export const PickSchema = z.strictObject({
  action: actionId,
  on: z.string().min(1).max(120).exactOptional(),
});

export const ChoiceSchema = z.strictObject({
  picks: z.array(PickSchema).max(40),
  prediction: z.strictObject({ seat: seatId, action: actionId }).exactOptional(),
});

export const CommandSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('start') }),
  /** Seal a seat's choice for the phase that is open now; `round` and `phase` guard against a stale tab. */
  z.strictObject({ type: z.literal('choose'), seat: seatId, round: z.int(), phase: z.string(), choice: ChoiceSchema }),
  /** Take a sealed choice back while the phase is still open. */
  z.strictObject({ type: z.literal('reopen'), seat: seatId, round: z.int(), phase: z.string() }),
  /** Close the phase: seats without a choice get the default one. */
  z.strictObject({ type: z.literal('advance'), round: z.int(), phase: z.string() }),
]);
export type Command = z.output<typeof CommandSchema>;

export const REJECTION_CODES = [
  'not-started',
  'already-started',
  'finished',
  'no-such-seat',
  'not-your-phase',
  'stale',
  'already-sealed',
  'not-sealed',
  'not-legal',
  'picked-twice',
  'too-many-points',
  'not-affordable',
  'no-such-prediction',
  'malformed',
] as const;
export type RejectionCode = (typeof REJECTION_CODES)[number];

/** Why a command was refused: a code for programs, a sentence for the person. The state is unchanged. */
export interface Rejection {
  readonly code: RejectionCode;
  readonly message: string;
}
