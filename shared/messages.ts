import { z } from 'zod';
import { BOT_NAMES, BotName } from './botNames.ts';
import { ConsoleOrder, TableOrder } from './console.ts';
import { ChoiceSchema, OfferSchema, type RejectionCode } from './match/commands.ts';
import { ROLES } from './match/state.ts';
import { type Said, Saying } from './talk.ts';
import { DecisionsAsked, WhatIfAsked } from './whatIf.ts';

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
export { BOT_NAMES, BotName };

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

/** `POST /api/workshops`: a class, one code for many tables. */
export const CreateWorkshop = z.strictObject({
  scenario: z.string().min(1).max(60),
  language: z.string().min(2).max(10).optional(),
  /** The seed of all tables, or what theirs are made from. */
  seed: z.string().min(1).max(60).optional(),
  /** How many students the host expects; shown, and never a limit. */
  expected: z.int().min(1).max(200).optional(),
});
export type WorkshopCreated = { readonly code: string; readonly hostSecret: string };

/**
 * `POST /api/join`: a player takes a seat at a table, or a place in a class, or takes it back with its secret. `code` is a table's or a
 * class's. A class seats its players itself: they may wish for a role.
 */
export const JoinTable = z.strictObject({
  code: TableCode,
  nickname: Nickname,
  seat: z.string().min(1).max(40).optional(),
  wish: z.enum(ROLES).optional(),
  seatSecret: Secret.optional(),
});
/**
 * Where a player is now: at a table (`seat` says where), or in the room of the class until there is one (`seat` is null). `code` is of the
 * table or the class that the reservation leads to, which may be another than the one asked for. `seatSecret` is good for both.
 * `reservation` is what the Colyseus SDK's `consumeSeatReservation` takes.
 */
export type Joined = {
  readonly reservation: unknown;
  readonly room: 'table' | 'workshop';
  readonly code: string;
  readonly workshop: string | null;
  readonly player: string;
  readonly seat: string | null;
  readonly seatSecret: string;
};

/** `POST /api/reclaim`: another device takes over a player with the three words that the host has shown. Answers `Joined`. */
export const Reclaim = z.strictObject({
  code: TableCode,
  words: z.string().trim().min(5).max(60),
});

/** `POST /api/watch`: a projector, an observer, or (with the host's secret) the host, of a table or a class. They see what is public. */
export const WatchTable = z.strictObject({ code: TableCode, hostSecret: Secret.optional() });
export type Watching = {
  readonly reservation: unknown;
  readonly room: 'table' | 'workshop';
  readonly host: boolean;
  /** The code of the table of the class that is played in the place of this one; null: none is. */
  readonly playedAt: string | null;
};

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
  /** My plan for this phase, as my team sees it; `proposed` puts it to the vote. A null choice takes it away. */
  plan: z.strictObject({ round: z.int(), phase: z.string().max(40), choice: ChoiceSchema.nullable(), proposed: z.boolean() }),
  /** Back the plan that a teammate has proposed; null takes the vote back. */
  vote: z.strictObject({ round: z.int(), phase: z.string().max(40), for: z.string().max(40).nullable() }),
  /** Say something to another seat, or to all. `key` as above. */
  say: z.strictObject({ ...Saying.shape, key: z.string().min(8).max(64).optional() }),
  /** What was said and may be read here, with ids above `since`. */
  talk: z.strictObject({ since: z.int().min(0) }),
  /** Once the match is over: what a seat decided, and might have decided instead (`DecisionsAnswer`). */
  decisions: DecisionsAsked,
  /** Once the match is over: how it goes on from one decision, and from another in its place, when bots play on (`WhatIfAnswer`). */
  whatIf: WhatIfAsked,
  host: TableOrder,
} as const;
export type RoomMessage = keyof typeof RoomMessages;

/** Messages of the room of a class. Requests, too. */
export const WorkshopMessages = {
  /** The role I would like, before tables are made. */
  wish: z.strictObject({ role: z.enum(ROLES).nullable() }),
  console: ConsoleOrder,
} as const;
export type WorkshopMessage = keyof typeof WorkshopMessages;

/** The events asked for, and the texts of all that this viewer knows of (`Texts`); both packed (`shared/wire`). */
export type LogAnswer = { readonly events: string; readonly texts: string };
export type TalkAnswer = { readonly said: readonly Said[] };

/** Server → client. */
export interface ServerMessages {
  /** The events a viewer may read, as soon as they have happened; packed. */
  events: { readonly events: string };
  /** Texts of what a viewer has just come to know of, packed. They come before the state that speaks of it. */
  texts: { readonly texts: string };
  /** What was said just now, to those who may read it. */
  said: TalkAnswer;
}

export const EDGE_CODES = [
  'wrong-code',
  'table-full',
  'name-taken',
  'seat-taken',
  'wrong-secret',
  'claimed',
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
  'not-stored',
  'closing',
  'not-enough-seats',
  'no-such-seat',
  'locked',
  'banned',
  'not-let-in',
  'pending',
  'no-such-player',
  'no-such-table',
  'no-such-round',
  'no-such-crisis',
  'not-captain',
  'team-disagrees',
  'just-joined',
  'no-such-plan',
  'played-by-bot',
  'no-free-text',
  'muted',
  'wrong-words',
  'nothing-to-undo',
  'kept',
  'too-many-tables',
  'outdated',
] as const;
export type ErrorCode = (typeof EDGE_CODES)[number] | RejectionCode;
/** The shape of every error: a code for programs, a sentence for a person. */
export interface Problem {
  readonly code: ErrorCode;
  readonly message: string;
}
