import { z } from 'zod';
import { ChoiceSchema, OfferSchema, type RejectionCode } from './match/commands.ts';
import type { MatchEvent } from './match/events.ts';

/** Everything that travels between client and server, beside the synced state. See README, "Write your own client". */

/** Letters and digits without 0 O 1 I L. */
export const CODE_ALPHABET = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789';
export const CODE_LENGTH = 5;
export const TableCode = z
  .string()
  .trim()
  .toUpperCase()
  .regex(new RegExp(`^[${CODE_ALPHABET}]{${CODE_LENGTH}}$`), 'A table code has five letters or digits.');
export const Nickname = z
  .string()
  .trim()
  .min(1, 'Choose a nickname.')
  .max(24, 'A nickname has at most 24 letters.')
  .regex(/^[\p{L}\p{N}][\p{L}\p{N} .'_-]*$/u, 'A nickname has letters, digits and spaces only.');
export const Secret = z.string().regex(/^[A-Za-z0-9_-]{20,64}$/);
export const BOT_NAMES = ['random', 'cautious', 'defiant', 'three-part', 'look-ahead-easy', 'look-ahead', 'look-ahead-hard'] as const;
export const BotName = z.enum(BOT_NAMES);
export type BotName = z.output<typeof BotName>;

/** `POST /api/tables` */
export const CreateTable = z.strictObject({
  scenario: z.string().min(1).max(60),
  /** One of the scenario's languages; the one it is written in if absent. */
  language: z.string().min(2).max(10).optional(),
  seed: z.string().min(1).max(60).optional(),
  /** Seats to fill with bots at once: all that nobody took when play starts ("fill"), or a bot for each named seat. */
  bots: z.union([z.literal('fill'), z.record(z.string().max(40), BotName)]).optional(),
});
export type TableCreated = { readonly code: string; readonly hostSecret: string };

/** `POST /api/join`: a player takes a seat, or takes it back with its secret. */
export const JoinTable = z.strictObject({
  code: TableCode,
  nickname: Nickname,
  seat: z.string().min(1).max(40).optional(),
  seatSecret: Secret.optional(),
});
/** `reservation` is what the Colyseus SDK's `consumeSeatReservation` takes. */
export type Joined = { readonly reservation: unknown; readonly seat: string; readonly seatSecret: string };

/** `POST /api/watch`: a projector, an observer, or (with the host's secret) the host. They see what is public. */
export const WatchTable = z.strictObject({ code: TableCode, hostSecret: Secret.optional() });
export type Watching = { readonly reservation: unknown; readonly host: boolean };

/** Messages of the table room. All of them are requests: each is answered, or rejected with `{ code, message }`. */
export const RoomMessages = {
  /** Seal this seat's choice. `key` makes a resend harmless: the same key is applied once and answered alike. */
  choose: z.strictObject({ round: z.int(), phase: z.string().max(40), choice: ChoiceSchema, key: z.string().min(8).max(64).optional() }),
  /** Take it back while the phase is open. */
  reopen: z.strictObject({ round: z.int(), phase: z.string().max(40) }),
  /** Offer another seat a pact. `key` as above. */
  offer: z.strictObject({ ...OfferSchema.shape, key: z.string().min(8).max(64).optional() }),
  /** Answer an offer, or take one's own back. `key` as above. */
  pact: z.strictObject({
    do: z.enum(['accept', 'decline', 'withdraw']),
    pact: z.string().min(1).max(20),
    key: z.string().min(8).max(64).optional(),
  }),
  /** I have read this; go on when everybody has. For phases without choices. */
  ready: z.strictObject({ round: z.int(), phase: z.string().max(40) }),
  /** The events that this viewer may read, from the one after `since` on. */
  log: z.strictObject({ since: z.int().min(0) }),
  host: z.discriminatedUnion('do', [
    z.strictObject({ do: z.literal('start') }),
    z.strictObject({ do: z.literal('pause') }),
    z.strictObject({ do: z.literal('resume') }),
    /** Close the phase now; whoever has not chosen gets the default choice. */
    z.strictObject({ do: z.literal('next') }),
    /** Let bots choose for the seats that still have not, this once, then go on. */
    z.strictObject({ do: z.literal('stop-waiting') }),
    /** Give every empty seat to a labelled bot. */
    z.strictObject({ do: z.literal('fill-bots'), bot: BotName.optional() }),
    z.strictObject({ do: z.literal('timer'), on: z.boolean() }),
  ]),
} as const;
export type RoomMessage = keyof typeof RoomMessages;

export type LogAnswer = { readonly events: readonly MatchEvent[] };

/** Server → client: the events a viewer may read, as soon as they have happened. */
export interface ServerMessages {
  events: LogAnswer;
}

export const EDGE_CODES = [
  'wrong-code',
  'table-full',
  'name-taken',
  'seat-taken',
  'wrong-secret',
  'unknown-scenario',
  'unknown-language',
  'malformed',
  'too-many-tries',
  'too-large',
  'not-host',
  'not-a-seat',
  'paused',
  'not-found',
  'forbidden-origin',
  'server-error',
  'not-enough-seats',
  'no-such-seat',
] as const;
export type ErrorCode = (typeof EDGE_CODES)[number] | RejectionCode;
/** The shape of every error: a code for programs, a sentence for a person. */
export interface Problem {
  readonly code: ErrorCode;
  readonly message: string;
}
