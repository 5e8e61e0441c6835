import { z } from 'zod';
import { STAND_INS } from './state.ts';

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

/** What one party of a pact gives: a promise of the scenario, points of its own money, or both. */
export const SideSchema = z.strictObject({
  term: z.string().min(1).max(40).exactOptional(),
  pay: z.int().min(1).max(100).exactOptional(),
});

/** An offer: what I give, what I get, until the end of which round, and whether everybody may know. */
export const OfferSchema = z.strictObject({ to: seatId, give: SideSchema, get: SideSchema, until: z.int(), public: z.boolean() });
export type Offered = z.output<typeof OfferSchema>;

const pactId = z.string().min(1).max(20);

/** The longest headline that a host may write, in letters. */
export const LONGEST_HEADLINE = 120;

export const CommandSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('start') }),
  /**
   * Seal a seat's choice for the phase that is open now; `round` and `phase` guard against a stale tab. `standIn`: a bot chooses in the
   * place of the seat's people.
   */
  z.strictObject({
    type: z.literal('choose'),
    seat: seatId,
    round: z.int(),
    phase: z.string(),
    choice: ChoiceSchema,
    standIn: z.enum(STAND_INS).exactOptional(),
  }),
  /** Take a sealed choice back while the phase is still open. */
  z.strictObject({ type: z.literal('reopen'), seat: seatId, round: z.int(), phase: z.string() }),
  /** Close the phase: seats without a choice get the default one. */
  z.strictObject({ type: z.literal('advance'), round: z.int(), phase: z.string() }),
  /** Offer a pact to another seat, in any phase. */
  z.strictObject({ type: z.literal('offer'), seat: seatId, ...OfferSchema.shape }),
  z.strictObject({ type: z.literal('accept'), seat: seatId, pact: pactId }),
  z.strictObject({ type: z.literal('decline'), seat: seatId, pact: pactId }),
  /** Take back an offer that was not answered yet. */
  z.strictObject({ type: z.literal('withdraw'), seat: seatId, pact: pactId }),
  /** The host lets a crisis of the scenario happen now, out of its time. */
  z.strictObject({ type: z.literal('inject'), crisis: z.string().min(1).max(60) }),
  /** The host tells a headline of its own. It has no effects but on those who read it. */
  z.strictObject({ type: z.literal('headline'), title: z.string().trim().min(1).max(LONGEST_HEADLINE) }),
  /** The host ends the match here, before its last round: it is judged as it stands. */
  z.strictObject({ type: z.literal('finish') }),
]);
export type Command = z.output<typeof CommandSchema>;
/** What a host lets happen beside the scenario. */
export type InjectCommand = Extract<Command, { readonly type: 'inject' | 'headline' }>;
/** What seats say to each other about pacts. */
export type PactCommand = Extract<Command, { readonly type: 'offer' | 'accept' | 'decline' | 'withdraw' }>;

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
  'no-pacts',
  'no-such-partner',
  'no-such-term',
  'empty-offer',
  'can-not-pay',
  'bad-deadline',
  'already-offered',
  'too-many-offers',
  'no-such-pact',
  'not-yours',
  'not-open',
  'no-such-crisis',
  'already-happened',
  'malformed',
] as const;
export type RejectionCode = (typeof REJECTION_CODES)[number];

/** Why a command was refused: a code for programs, a sentence for the person. The state is unchanged. */
export interface Rejection {
  readonly code: RejectionCode;
  readonly message: string;
}
