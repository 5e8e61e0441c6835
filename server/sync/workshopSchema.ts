import { schema, t } from '@colyseus/schema';

/**
 * The synced state of a class. All of it may be seen by everybody in the class but `console`, which only its host's connections receive.
 */

export const WorkshopPlayerSync = schema(
  {
    id: t.string().default(''),
    /** Empty when names are hidden. */
    nickname: t.string().default(''),
    /** `pending`: waits for the host; `here`. */
    status: t.string<'pending' | 'here'>().default('here'),
    /** Where they sit: the code of a table, or, before there are tables, the number of a planned one. Empty: nowhere yet. */
    table: t.string().default(''),
    seat: t.string().default(''),
    connected: t.boolean().default(false),
    /** The role they would like; empty if any. */
    wish: t.string().default(''),
  },
  'WorkshopPlayerSync',
);

export const WorkshopSeatSync = schema(
  {
    id: t.string().default(''),
    holder: t.string<'empty' | 'person' | 'bot'>().default('empty'),
    bot: t.string().default(''),
    captain: t.string().default(''),
    /** Players on it, in the order in which they came: ids with a space between. */
    players: t.string().default(''),
    /** Whether any of its people is there. */
    connected: t.boolean().default(false),
    done: t.boolean().default(false),
    muted: t.boolean().default(false),
  },
  'WorkshopSeatSync',
);

export const WorkshopTableSync = schema(
  {
    code: t.string().default(''),
    /** From 1. */
    number: t.number().default(0),
    status: t.string().default('waiting'),
    round: t.number().default(0),
    phase: t.string().default(''),
    paused: t.boolean().default(false),
    /** Whether it has paused by itself, because the host had gone. */
    pausedAway: t.boolean().default(false),
    timer: t.boolean().default(false),
    /** Milliseconds that were left in the phase at `leftAt` (server clock); −1 without a running timer. */
    left: t.number().default(-1),
    leftAt: t.number().default(0),
    /** When the phase began (server clock), to see who is stuck. */
    since: t.number().default(0),
    /** How many of the seats that the phase waits for are done, and how many there are. */
    done: t.number().default(0),
    of: t.number().default(0),
    /** The country's headline numbers as anybody may read them, in whole points, and what they were when its round began. */
    world: t.map('int16'),
    before: t.map('int16'),
    /** In a reveal: the gravest thing that came of the answers, as anybody may read it; else empty. */
    outcome: t.string().default(''),
    seats: t.map(WorkshopSeatSync),
  },
  'WorkshopTableSync',
);

/** What only the host's connections receive. JSON fields; the empty text stands for an empty list. */
export const ConsoleSync = schema(
  {
    /** `ConsolePlayer[]` of shared/workshop.ts. */
    playersJson: t.string().default(''),
    /** What would be undone next, in a few words; empty for nothing. */
    undo: t.string().default(''),
    /** `Bookmark[]`. */
    bookmarksJson: t.string().default(''),
    /** `ConsoleSaid[]`: what was said lately at all tables, newest last. */
    saidJson: t.string().default(''),
    /** `ConsoleDeal[]`: the latest offers and deals of all tables, newest last. */
    dealsJson: t.string().default(''),
    /** `UndecidedSeat[]`: seats whose people are still to choose, and have picked nothing yet. */
    undecidedJson: t.string().default(''),
    /** `ConsoleCrisis[]`: the deck of the scenario. */
    crisesJson: t.string().default(''),
    /** `ConsoleFork[]`: matches that were rewound and are kept. */
    forksJson: t.string().default(''),
  },
  'ConsoleSync',
);

export const WorkshopSync = schema(
  {
    code: t.string().default(''),
    scenario: t.string().default(''),
    /** `lobby`: no tables yet; `seated`: they read their cards; `playing`; `finished`: all tables are over. */
    status: t.string<'lobby' | 'seated' | 'playing' | 'finished'>().default('lobby'),
    locked: t.boolean().default(false),
    approval: t.boolean().default(false),
    typedNames: t.boolean().default(true),
    hideNames: t.boolean().default(false),
    freeText: t.boolean().default(false),
    pauseWithoutHost: t.boolean().default(true),
    /** As set; 0: as many as fit. */
    tablesWanted: t.number().default(0),
    seeds: t.string<'same' | 'different'>().default('different'),
    /** Seconds of each phase that has a time; 0: as the scenario proposes. */
    phaseSeconds: t.number().default(0),
    keptDays: t.number().default(14),
    expected: t.number().default(0),
    /** When the lesson ends, as the host's device counts; 0: not said. */
    lessonEnds: t.number().default(0),
    /** The table that the projector shows in large, by its number; 0: all. */
    projected: t.number().default(0),
    /** The day (ISO 8601) on which all is deleted; empty: when the class is over. */
    deletedOn: t.string().default(''),
    hostConnected: t.boolean().default(false),
    notice: t.string().default(''),
    players: t.map(WorkshopPlayerSync),
    /** By code; before there are tables, the planned ones by number. */
    tables: t.map(WorkshopTableSync),
    console: t.ref(ConsoleSync).view(),
  },
  'WorkshopSync',
);

export type WorkshopPlayerSync = InstanceType<typeof WorkshopPlayerSync>;
export type WorkshopSeatSync = InstanceType<typeof WorkshopSeatSync>;
export type WorkshopTableSync = InstanceType<typeof WorkshopTableSync>;
export type ConsoleSync = InstanceType<typeof ConsoleSync>;
export type WorkshopSync = InstanceType<typeof WorkshopSync>;
