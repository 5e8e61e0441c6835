import type { ReadonlySignal } from '@preact/signals';
import type { ConsoleAnswer, ConsoleOrder, TableOrder, WorkshopSettings } from '../../shared/console.ts';
import type { Offered } from '../../shared/match/commands.ts';
import type { MatchEvent } from '../../shared/match/events.ts';
import type { Choice, Role } from '../../shared/match/state.ts';
import type { Problem } from '../../shared/messages.ts';
import type { Said, Saying } from '../../shared/talk.ts';
import type { TeamView } from '../../shared/team.ts';
import type { Brief } from '../../shared/view/brief.ts';
import type { LegalChoices, MatchView } from '../../shared/view/view.ts';
import type { Decision, WhatIfAnswer, WhatIfAsked } from '../../shared/whatIf.ts';
import type {
  Bookmark,
  BookmarkedMoment,
  ConsoleCrisis,
  ConsoleDeal,
  ConsoleFork,
  ConsolePlayer,
  ConsoleSaid,
  UndecidedSeat,
} from '../../shared/workshop.ts';

/** Who sits where, and whether they are there. */
export interface RosterMember {
  readonly id: string;
  readonly nickname: string;
  readonly connected: boolean;
}

export interface RosterSeat {
  readonly id: string;
  /** The names of all its people, in one line. */
  readonly nickname: string;
  readonly members: readonly RosterMember[];
  /** The member who locks; empty without people. */
  readonly captain: string;
  readonly muted: boolean;
  readonly holder: 'empty' | 'person' | 'bot';
  /** Which bot, if a bot holds the seat. */
  readonly bot: string;
  readonly connected: boolean;
  /** Has sealed a choice, or is ready to go on in a phase without choices. */
  readonly done: boolean;
}

export interface TableInfo {
  readonly code: string;
  /** The class this table belongs to; null for a table of its own. */
  readonly workshop: string | null;
  /** Its number in that class, from 1; 0 for a table of its own. */
  readonly number: number;
  readonly paused: boolean;
  /** Whether it has paused by itself, because the host had gone. */
  readonly pausedAway: boolean;
  readonly timer: boolean;
  /** Milliseconds left in the phase when this arrived, and when it arrived (client clock); null without a timer. */
  readonly clock: { readonly left: number; readonly at: number } | null;
  readonly hostConnected: boolean;
  /** Whether bots take the seats that are free when play starts. */
  readonly fill: boolean;
  /** What the host tells everybody; empty without. */
  readonly notice: string;
  readonly freeText: boolean;
  /** The day on which all is deleted, ISO 8601; empty: when the class is over. */
  readonly deletedOn: string;
  /** Once the match is over: the moments that the host has marked. */
  readonly bookmarks: readonly BookmarkedMoment[];
  readonly roster: readonly RosterSeat[];
}

/** `replaced`: the same seat was opened in another tab; `claimed`: the host's words have brought it to another device. */
export type Link = 'connecting' | 'online' | 'offline' | 'replaced' | 'claimed' | 'ended';

export type HostCommand = TableOrder;

/** A connection to one table that mends itself. The UI reads signals and calls these functions; it knows no sockets. */
export interface TableSession {
  readonly brief: Brief;
  /** The seat this browser holds, or null for host, projector and observers. */
  readonly seat: string | null;
  /** This browser's player; null for host, projector and observers. */
  readonly player: string | null;
  readonly isHost: boolean;
  /** Whether another table is played in the place of this one, and it is looked at for what was played first. */
  readonly isKept: boolean;
  /**
   * Where this player is now, when it is no longer here: the code of another table, or of the class. For whoever only watches: the table that
   * is played in the place of this one.
   */
  readonly elsewhere: ReadonlySignal<string | null>;
  readonly link: ReadonlySignal<Link>;
  /** Why the link has ended, if the server gave a reason: removed, banned, the table is gone. */
  readonly whyEnded: ReadonlySignal<Problem | null>;
  readonly table: ReadonlySignal<TableInfo | null>;
  readonly view: ReadonlySignal<MatchView | null>;
  /** What the own seat may do now; null without a seat. */
  readonly legal: ReadonlySignal<LegalChoices | null>;
  /** Every event this viewer may read, oldest first. */
  readonly events: ReadonlySignal<readonly MatchEvent[]>;
  /** The team on the own seat; null without a seat. */
  readonly team: ReadonlySignal<TeamView | null>;
  /** What was said and this viewer may read, oldest first. */
  readonly said: ReadonlySignal<readonly Said[]>;
  /** Each of these answers null, or why not. */
  choose(choice: Choice): Promise<Problem | null>;
  reopen(): Promise<Problem | null>;
  /** Offers another seat a pact. */
  offer(offer: Offered): Promise<Problem | null>;
  /** Answers an offer, or takes the own one back. */
  answerPact(pact: string, answer: 'accept' | 'decline' | 'withdraw'): Promise<Problem | null>;
  /** Shows the team what I plan; `proposed` puts it to the vote. Null takes it away. */
  plan(choice: Choice | null, proposed: boolean): Promise<Problem | null>;
  /** Backs a teammate's proposal; null takes the vote back. */
  vote(member: string | null): Promise<Problem | null>;
  say(saying: Saying): Promise<Problem | null>;
  ready(): Promise<Problem | null>;
  /** Once the match is over: what a seat decided, and what it might have decided instead; or why that is not told. */
  decisions(seat: string): Promise<readonly Decision[] | Problem>;
  /** Once the match is over: how bots play it on from a decision, and from another in its place; or why that is not told. */
  whatIf(asked: WhatIfAsked): Promise<WhatIfAnswer | Problem>;
  host(command: HostCommand): Promise<Problem | null>;
  close(): void;
}

/** One player of a class, as everybody there sees them. */
export interface ClassPlayer {
  readonly id: string;
  readonly nickname: string;
  readonly status: 'pending' | 'here';
  /** The code of their table; before there are tables, the number of the planned one; empty: nowhere yet. */
  readonly table: string;
  readonly seat: string;
  readonly connected: boolean;
  readonly wish: Role | null;
}

export interface ClassSeat {
  readonly id: string;
  readonly holder: 'empty' | 'person' | 'bot';
  readonly bot: string;
  readonly captain: string;
  readonly players: readonly string[];
  readonly connected: boolean;
  readonly done: boolean;
  readonly muted: boolean;
}

export interface ClassTable {
  readonly code: string;
  readonly number: number;
  readonly status: string;
  readonly round: number;
  readonly phase: string;
  readonly paused: boolean;
  /** Whether it has paused by itself, because the host had gone. */
  readonly pausedAway: boolean;
  readonly timer: boolean;
  readonly clock: { readonly left: number; readonly at: number } | null;
  /** When its phase began (server clock, milliseconds). */
  readonly since: number;
  readonly done: number;
  readonly of: number;
  /** The country's headline numbers, in whole points, and what they were when its round began. */
  readonly world: Readonly<Record<string, number>>;
  readonly before: Readonly<Record<string, number>>;
  /** In a reveal: the gravest thing that came of the answers, in one sentence; else empty. */
  readonly outcome: string;
  readonly seats: readonly ClassSeat[];
}

export interface ClassInfo {
  readonly code: string;
  readonly scenario: string;
  readonly status: 'lobby' | 'seated' | 'playing' | 'finished';
  readonly settings: WorkshopSettings;
  readonly deletedOn: string;
  readonly hostConnected: boolean;
  readonly notice: string;
  readonly players: readonly ClassPlayer[];
  /** By number. Before there are tables, the planned ones (their code is their number). */
  readonly tables: readonly ClassTable[];
}

/** What only the host's devices receive. */
export interface ClassConsole {
  readonly players: readonly ConsolePlayer[];
  readonly undo: string;
  readonly bookmarks: readonly Bookmark[];
  readonly said: readonly ConsoleSaid[];
  readonly undecided: readonly UndecidedSeat[];
  readonly deals: readonly ConsoleDeal[];
  readonly crises: readonly ConsoleCrisis[];
  readonly forks: readonly ConsoleFork[];
}

/** A connection to a class that mends itself: of its host, a player who waits for a table, or a projector. */
export interface ClassSession {
  readonly brief: Brief;
  readonly player: string | null;
  readonly isHost: boolean;
  /** Where this player sits now, once it is no longer here: the code of a table. The key for it is kept already. */
  readonly elsewhere: ReadonlySignal<string | null>;
  readonly link: ReadonlySignal<Link>;
  /** Why the link has ended, if the server gave a reason: removed, banned, the class is gone. */
  readonly whyEnded: ReadonlySignal<Problem | null>;
  readonly info: ReadonlySignal<ClassInfo | null>;
  /** Null but for the host. */
  readonly console: ReadonlySignal<ClassConsole | null>;
  /** Server clock minus this device's, in milliseconds, as far as it is known. */
  readonly ahead: ReadonlySignal<number>;
  wish(role: Role | null): Promise<Problem | null>;
  /** Answers what the order is answered with, or why not. */
  order(order: ConsoleOrder): Promise<ConsoleAnswer | Problem>;
  close(): void;
}
