import type { Command, PactCommand } from '../../shared/match/commands.ts';
import type { Choice } from '../../shared/match/state.ts';
import type { Problem } from '../../shared/messages.ts';
import type { Said, Saying } from '../../shared/talk.ts';
import { PROBLEMS } from '../problems.ts';
import type { StoredMatch } from './match.ts';
import type { People } from './people.ts';
import { type Play, plain } from './play.ts';
import type { Roster } from './roster.ts';
import type { TableSetting } from './setting.ts';
import type { Settling } from './settling.ts';
import type { Talk } from './talk.ts';
import type { Moment } from './team.ts';

/** What players act upon. */
export interface ActsParts {
  readonly match: StoredMatch;
  readonly roster: Roster;
  readonly people: People;
  readonly play: Play;
  readonly talk: Talk;
  readonly settling: Settling;
  readonly setting: () => Pick<TableSetting, 'freeText'>;
}

/** A player, and the seat for which they act. */
export interface By {
  readonly seat: string;
  readonly player: string;
}

/** What the players of a table may do: for their seat, and with their team. */
export class Acts {
  readonly #parts: ActsParts;

  constructor(parts: ActsParts) {
    this.#parts = parts;
  }

  /** Seals a seat's choice. Answers null, or why not; the same key is applied once. */
  choose({ seat, player }: By, at: Moment, choice: Choice, key: string | undefined): Promise<Problem | null> {
    const command = { type: 'choose', seat, ...at, choice: plain(choice) } as const;
    return this.#command(command, key, () => this.#parts.people.whyNotLock(player, choice));
  }

  /** Takes a sealed choice back. */
  reopen({ seat, player }: By, at: Moment): Promise<Problem | null> {
    return this.#command({ type: 'reopen', seat, ...at }, undefined, () => this.#parts.people.whyNotReopen(player));
  }

  /** Offers a pact, answers an offer or takes one back. Answers null, or why not; the same key is applied once. */
  negotiate(command: PactCommand, key: string | undefined): Promise<Problem | null> {
    const isPlayedByBot = (): boolean => this.#parts.roster.place(command.seat).bot !== null;
    return this.#command(command, key, () => (isPlayedByBot() ? PROBLEMS.playedByBot : null));
  }

  /** Notes that a player is ready to go on in a phase without choices. */
  ready(player: string, at: Moment): Promise<Problem | null> {
    const { people, settling } = this.#parts;
    return settling.ask(async () => (this.#isPaused ? PROBLEMS.paused : people.ready(player, at)));
  }

  /** Keeps what a player plans, for the team to see. */
  plan(player: string, at: Moment, choice: Choice | null, proposed: boolean): Promise<void> {
    const { people, settling } = this.#parts;
    return settling.askInOrder(() => people.plan(player, at, choice === null ? null : plain(choice), proposed));
  }

  /** Notes whose plan a player backs. */
  vote(player: string, at: Moment, member: string | null): Promise<void> {
    const { people, settling } = this.#parts;
    return settling.askInOrder(() => people.vote(player, at, member));
  }

  /** Says something as a seat; the same key is said once. Refuses what may not be said. Nobody who speaks waits for what others do. */
  async say(seat: string, saying: Saying, key: string | undefined): Promise<Said> {
    const { match, roster, talk, settling, setting } = this.#parts;
    settling.refuseIfKept();
    const { round, phase, status } = match.state;
    const { muted } = roster.place(seat);
    const now = { round, phase, finished: status === 'finished', paused: this.#isPaused, freeText: setting().freeText, muted };
    return talk.say(seat, saying, key ?? null, now);
  }

  get #isPaused(): boolean {
    return this.#parts.play.clock.paused;
  }

  /** `key`: as the client has named what it wants, of which each seat has its own. */
  #command(command: PactCommand | SealCommand, key: string | undefined, whyNot: () => Problem | null): Promise<Problem | null> {
    const { match, play, settling } = this.#parts;
    const keyed = key === undefined ? null : `${command.seat}:${key}`;
    return settling.ask(async () => {
      if (keyed !== null && match.hasApplied(keyed)) return null;
      return this.#isPaused ? PROBLEMS.paused : (whyNot() ?? play.apply(command, keyed));
    });
  }
}

type SealCommand = Extract<Command, { readonly type: 'choose' | 'reopen' }>;
