import { z } from 'zod';
import { BotName } from './botNames.ts';
import { LONGEST_HEADLINE } from './match/commands.ts';

/** What a host may ask of one table, and the facilitator of a class. */

const seat = z.string().min(1).max(40);
const player = z.string().min(1).max(40);
const tableCode = z.string().min(1).max(10);

/** What a host may ask of a table. Each is answered when it is done, or rejected with a problem. */
export const TableOrder = z.discriminatedUnion('do', [
  z.strictObject({ do: z.literal('start') }),
  z.strictObject({ do: z.literal('pause') }),
  z.strictObject({ do: z.literal('resume') }),
  /** Close the phase now; plans of those who have not locked count, and whoever has planned nothing gets the default choice. */
  z.strictObject({ do: z.literal('next') }),
  /** The same, but a bot chooses once for whoever has planned nothing. */
  z.strictObject({ do: z.literal('stop-waiting') }),
  /** End the match here, before its last round, and go on to the debrief. */
  z.strictObject({ do: z.literal('finish') }),
  /** Give every empty seat to a labelled bot. */
  z.strictObject({ do: z.literal('fill-bots'), bot: BotName.optional() }),
  z.strictObject({ do: z.literal('timer'), on: z.boolean() }),
  /** Add seconds to the phase that is counted now. */
  z.strictObject({ do: z.literal('more-time'), seconds: z.int().min(10).max(600) }),
  /** A labelled bot plays this seat; its people stay and watch. */
  z.strictObject({ do: z.literal('replace'), seat, bot: BotName }),
  /** Its people play this seat again. */
  z.strictObject({ do: z.literal('hand-back'), seat }),
  /** A crisis of the scenario happens now, or a headline that the host has written. */
  z.strictObject({ do: z.literal('inject'), crisis: z.string().min(1).max(60) }),
  z.strictObject({ do: z.literal('headline'), title: z.string().trim().min(1).max(LONGEST_HEADLINE) }),
  /** Remember this moment for the debrief. */
  z.strictObject({ do: z.literal('bookmark'), note: z.string().trim().max(120) }),
  /** Hide something that was said from all but those who run the class; nobody can say more as this seat if `mute`. */
  z.strictObject({ do: z.literal('hide-said'), said: z.int().min(1) }),
  z.strictObject({ do: z.literal('mute'), seat, on: z.boolean() }),
]);
export type TableOrder = z.output<typeof TableOrder>;

/** What a facilitator may set for the whole class. */
export const WorkshopSettings = z.strictObject({
  /** Nobody else gets in. */
  locked: z.boolean(),
  /** Whoever comes waits until the host lets them in. */
  approval: z.boolean(),
  /** Players may type a nickname of their own. */
  typedNames: z.boolean(),
  /** Nobody but the host sees nicknames. */
  hideNames: z.boolean(),
  /** Players may write free text to each other. */
  freeText: z.boolean(),
  /** Tables pause when the host's last device has been gone for ten seconds. */
  pauseWithoutHost: z.boolean(),
  /** How many tables there are to be; 0: as many as fit. */
  tables: z.int().min(0).max(40),
  /** Whether all tables have the same dice and papers ("parallel worlds"). */
  seeds: z.enum(['same', 'different']),
  /** How long each phase takes that has a time, in seconds, where the timer is on; 0: as the scenario proposes. */
  phaseSeconds: z.int().min(0).max(3600),
  /** For how many days everything is kept; 0: until the class is over. */
  keptDays: z.union([z.literal(0), z.literal(14), z.literal(30)]),
  /** How many students the host waits for; 0: not said. */
  expected: z.int().min(0).max(200),
  /** When the lesson ends, in milliseconds since 1970; 0: not said. */
  lessonEnds: z.int().min(0),
  /** The table that the projector of the class shows in large, by its number; 0: all of them. */
  projected: z.int().min(0).max(40),
});
export type WorkshopSettings = z.output<typeof WorkshopSettings>;

export const USUAL_SETTINGS: WorkshopSettings = {
  locked: false,
  approval: false,
  typedNames: true,
  hideNames: false,
  freeText: false,
  pauseWithoutHost: true,
  tables: 0,
  seeds: 'different',
  phaseSeconds: 0,
  keptDays: 14,
  expected: 0,
  lessonEnds: 0,
  projected: 0,
};

/** What a facilitator may ask of a class. */
export const ConsoleOrder = z.discriminatedUnion('do', [
  /** An order to one table, or to all (null) that it makes sense for. */
  z.strictObject({ do: z.literal('table'), table: tableCode.nullable(), order: TableOrder }),
  z.strictObject({ do: z.literal('set'), settings: WorkshopSettings.partial() }),
  /** Makes the tables and seats everybody; after that they read their cards. */
  z.strictObject({ do: z.literal('seat') }),
  /** Puts a player into a seat: of the plan before tables are made (their number from 1), of a table after that (its code). Null: into no seat. */
  z.strictObject({ do: z.literal('put'), player, table: z.union([tableCode, z.int().min(1).max(40)]).nullable(), seat: seat.nullable() }),
  /** Two players change places. */
  z.strictObject({ do: z.literal('swap'), one: player, other: player }),
  /** Lets somebody in who waits at the door, or (null) all who do. */
  z.strictObject({ do: z.literal('approve'), player: player.nullable() }),
  /** Lets nobody in who waits at the door; they may ask again. */
  z.strictObject({ do: z.literal('deny'), player }),
  z.strictObject({ do: z.literal('rename'), player, nickname: z.string().trim().min(1).max(24) }),
  /** Takes a player out; they may join again. */
  z.strictObject({ do: z.literal('remove'), player }),
  /** Takes a player out, and keeps their device out. */
  z.strictObject({ do: z.literal('ban'), player }),
  /** A one-use code of three words with which another device takes over this player. Answered with `{ words }`. */
  z.strictObject({ do: z.literal('reissue'), player }),
  /** Seconds this player alone gets in each phase with a timer. */
  z.strictObject({ do: z.literal('extra-time'), player, seconds: z.int().min(0).max(600) }),
  /** Shows a sentence on every device; the empty text takes it away. */
  z.strictObject({ do: z.literal('broadcast'), text: z.string().trim().max(200) }),
  /** Plays a table on from the start of an earlier round; what was played stays as it was. */
  z.strictObject({ do: z.literal('rewind'), table: tableCode, round: z.int().min(1).max(40) }),
  /** Takes back the latest thing that can be taken back. */
  z.strictObject({ do: z.literal('undo') }),
  /** Deletes the class with all its tables, at once and for good. */
  z.strictObject({ do: z.literal('delete') }),
]);
export type ConsoleOrder = z.output<typeof ConsoleOrder>;

/** What a console order is answered with: nothing, or the words of a reissued seat. */
export interface ConsoleAnswer {
  readonly words?: string;
}
