import { schema, t } from '@colyseus/schema';

/**
 * The synced state of a table. Everything is public but `SeatSync.own`, which only a client whose view holds that seat receives.
 * Fields named `…Json` hold JSON, those named `…Packed` the same in short (shared/wire); the empty text stands for null. Meters
 * are whole numbers (shared/wire/meters.ts).
 */

export const LawSync = schema(
  {
    id: t.string().default(''),
    passed: t.number().default(0),
    from: t.number().default(0),
    inForce: t.boolean().default(false),
    origin: t.number().default(0),
  },
  'LawSync',
);

export const CaseSync = schema(
  {
    id: t.string().default(''),
    court: t.string().default(''),
    by: t.string().default(''),
    demand: t.string().default(''),
    opened: t.number().default(0),
    due: t.number().default(0),
    odds: t.number().default(0),
    status: t.string().default(''),
    origin: t.number().default(0),
  },
  'CaseSync',
);

export const CrisisSync = schema({ id: t.string().default(''), round: t.number().default(0) }, 'CrisisSync');

export const StaffSync = schema({ id: t.string().default(''), status: t.string().default(''), origin: t.number().default(0) }, 'StaffSync');

/** What only the holder of a seat receives: all that its view has beyond the public one. */
export const OwnSync = schema(
  {
    points: t.number().default(0),
    card: t.string().default(''),
    intelPacked: t.string().default(''),
    deskPacked: t.string().default(''),
    knowsPacked: t.string().default(''),
    /** The counters that the scenario has a name for. */
    marksPacked: t.string().default(''),
    /** The sealed choice. */
    choicePacked: t.string().default(''),
    /** What the seat may do now: `LegalChoices`. */
    legalPacked: t.string().default(''),
    /** Seats of which this one sees more: seat → the fields that differ. */
    seatsPacked: t.string().default(''),
    /** Demands that only this seat knows, or knows better: a list of packed `DemandView`s. */
    demandsPacked: t.string().default(''),
    /** All offers and pacts that this seat knows of, if there are more than the public ones. */
    pactsJson: t.string().default(''),
    /** What the team on this seat knows beyond its `members`: `TeamView` of shared/team.ts. */
    teamPacked: t.string().default(''),
  },
  'OwnSync',
);

/** One of the people on a seat. */
export const MemberSync = schema(
  { id: t.string().default(''), nickname: t.string().default(''), connected: t.boolean().default(false) },
  'MemberSync',
);

export const SeatSync = schema(
  {
    id: t.string().default(''),
    /** The names of all on this seat, in one line. */
    nickname: t.string().default(''),
    members: t.map(MemberSync),
    /** The member who locks for the team; empty without people. */
    captain: t.string().default(''),
    /** Who plays it: `empty` (nobody yet), `person`, or `bot`, also while a bot stands in for people. */
    holder: t.string<'empty' | 'person' | 'bot'>().default('empty'),
    bot: t.string().default(''),
    /** Whether any of its people is there. */
    connected: t.boolean().default(false),
    /** Whether it may say nothing more. */
    muted: t.boolean().default(false),
    done: t.boolean().default(false),
    sealed: t.boolean().default(false),
    rung: t.number().default(0),
    presence: t.string().default('none'),
    restrictionJson: t.string().default(''),
    meters: t.map('int16'),
    staff: t.map(StaffSync),
    own: t.ref(OwnSync).view(),
  },
  'SeatSync',
);

export const TableSync = schema(
  {
    code: t.string().default(''),
    /** The class it belongs to; empty for a table of its own. */
    workshop: t.string().default(''),
    /** Its number in that class, from 1; 0 for a table of its own. */
    number: t.number().default(0),
    scenario: t.string().default(''),
    status: t.string().default('waiting'),
    round: t.number().default(0),
    phase: t.string().default(''),
    regime: t.string().default(''),
    paused: t.boolean().default(false),
    /** Whether it has paused by itself, because the host had gone. */
    pausedAway: t.boolean().default(false),
    timer: t.boolean().default(false),
    /** Milliseconds that were left in the phase at `leftAt` (server clock); −1 without a running timer. */
    left: t.number().default(-1),
    leftAt: t.number().default(0),
    hostConnected: t.boolean().default(false),
    /** Whether bots take the seats that are empty when play starts. */
    fill: t.boolean().default(false),
    /** What the host tells everybody; empty without. */
    notice: t.string().default(''),
    /** Whether players may write free text to each other. */
    freeText: t.boolean().default(false),
    /** The day (ISO 8601) on which this table is deleted; empty: when the class is over. */
    deletedOn: t.string().default(''),
    seats: t.map(SeatSync),
    world: t.map('int16'),
    /** Demands that everybody knows of, by id: each a packed `DemandView`. */
    demands: t.map('string'),
    laws: t.map(LawSync),
    cases: t.map(CaseSync),
    crises: t.array(CrisisSync),
    /** Public offers and pacts: `PactView[]`. */
    pactsJson: t.string().default(''),
    outcomeJson: t.string().default(''),
    /** Once the match is over, the moments that its host has marked, without what they noted: `BookmarkedMoment[]`. */
    bookmarksJson: t.string().default(''),
  },
  'TableSync',
);

export type LawSync = InstanceType<typeof LawSync>;
export type CaseSync = InstanceType<typeof CaseSync>;
export type CrisisSync = InstanceType<typeof CrisisSync>;
export type StaffSync = InstanceType<typeof StaffSync>;
export type OwnSync = InstanceType<typeof OwnSync>;
export type MemberSync = InstanceType<typeof MemberSync>;
export type SeatSync = InstanceType<typeof SeatSync>;
export type TableSync = InstanceType<typeof TableSync>;
