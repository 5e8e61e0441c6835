import type { ReadonlySignal } from '@preact/signals';
import type { z } from 'zod';
import type { Offered } from '../../shared/match/commands.ts';
import type { MatchEvent } from '../../shared/match/events.ts';
import type { Choice } from '../../shared/match/state.ts';
import type { Problem, RoomMessages } from '../../shared/messages.ts';
import type { Brief } from '../../shared/view/brief.ts';
import type { LegalChoices, MatchView } from '../../shared/view/view.ts';

/** Who sits where, and whether they are there. */
export interface RosterSeat {
  readonly id: string;
  readonly nickname: string;
  readonly holder: 'empty' | 'person' | 'bot';
  /** Which bot, if a bot holds the seat. */
  readonly bot: string;
  readonly connected: boolean;
  /** Has sealed a choice, or is ready to go on in a phase without choices. */
  readonly done: boolean;
}

export interface TableInfo {
  readonly code: string;
  readonly paused: boolean;
  readonly timer: boolean;
  /** Milliseconds left in the phase when this arrived, and when it arrived (client clock); null without a timer. */
  readonly clock: { readonly left: number; readonly at: number } | null;
  readonly hostConnected: boolean;
  /** Whether bots take the seats that are free when play starts. */
  readonly fill: boolean;
  readonly roster: readonly RosterSeat[];
}

export type Link = 'connecting' | 'online' | 'offline' | 'replaced' | 'ended';

export type HostCommand = z.output<typeof RoomMessages.host>;

/** A connection to one table that mends itself. The UI reads signals and calls these functions; it knows no sockets. */
export interface TableSession {
  readonly brief: Brief;
  /** The seat this browser holds, or null for host, projector and observers. */
  readonly seat: string | null;
  readonly isHost: boolean;
  readonly link: ReadonlySignal<Link>;
  readonly table: ReadonlySignal<TableInfo | null>;
  readonly view: ReadonlySignal<MatchView | null>;
  /** What the own seat may do now; null without a seat. */
  readonly legal: ReadonlySignal<LegalChoices | null>;
  /** Every event this viewer may read, oldest first. */
  readonly events: ReadonlySignal<readonly MatchEvent[]>;
  /** Each of these answers null, or why not. */
  choose(choice: Choice): Promise<Problem | null>;
  reopen(): Promise<Problem | null>;
  /** Offers another seat a pact. */
  offer(offer: Offered): Promise<Problem | null>;
  /** Answers an offer, or takes the own one back. */
  answerPact(pact: string, answer: 'accept' | 'decline' | 'withdraw'): Promise<Problem | null>;
  ready(): Promise<Problem | null>;
  host(command: HostCommand): Promise<Problem | null>;
  close(): void;
}
