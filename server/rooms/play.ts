import { botAnswers, botChoice, QUICK_BOTS } from '../../shared/bots/index.ts';
import type { Command } from '../../shared/match/commands.ts';
import type { Choice, Role, StandIn } from '../../shared/match/state.ts';
import type { BotName, Problem } from '../../shared/messages.ts';
import type { Log } from '../log.ts';
import { PROBLEMS } from '../problems.ts';
import type { ShelvedScenario } from '../scenarios.ts';
import type { Store, StoredTable } from '../store/store.ts';
import type { StoredMatch } from './match.ts';
import { isAsked, isDone, mayClose } from './pacing.ts';
import { PhaseClock } from './phaseClock.ts';
import { isHere, isReady, type Place, type Roster, storedSeat, usualBot } from './roster.ts';
import { likelyChoice } from './team.ts';
import { roomToThink } from './thinking.ts';

/** More phases than any scenario has in a row without people: stops a runaway match. */
const MOST_PHASES_AT_ONCE = 60;

/** What playing needs to know and to tell. */
export interface PlayParts {
  readonly stored: StoredTable;
  readonly shelved: ShelvedScenario;
  readonly match: StoredMatch;
  readonly roster: Roster;
  readonly store: Store;
  readonly log: Log;
  readonly roleOf: (seat: string) => Role;
  /** How long each phase with a time takes, in seconds; 0: as the scenario proposes. */
  readonly phaseSeconds: () => number;
  readonly onChange: () => void;
  readonly onTimeOver: () => void;
  /** Called when a command could not be stored: what the match itself wants to do must be tried again. */
  readonly onNotStored: () => void;
}

/** How a match goes on: bots choose, phases close, the clock runs. Its callers see to it that one thing happens at a time. */
export class Play {
  readonly clock: PhaseClock;
  readonly #parts: PlayParts;

  constructor(parts: PlayParts) {
    this.#parts = parts;
    this.clock = new PhaseClock(parts.stored, parts.onTimeOver);
  }

  /** Applies a command and follows the match into the phase it leads to. Answers null, or why not. */
  async apply(command: Command, key: string | null): Promise<Problem | null> {
    const { match, roster, onChange } = this.#parts;
    const before = match.state;
    const problem = await match.apply(command, key);
    const after = match.state;
    if (problem?.code === 'not-stored') this.#parts.onNotStored();
    if (after === before) return problem;
    if (after.round !== before.round || after.phase !== before.phase) {
      roster.clearReady();
      this.clock.begin(this.#seconds());
    }
    onChange();
    return problem;
  }

  /** Closes the phase that is open now. */
  advance(): Promise<Problem | null> {
    const { round, phase } = this.#parts.match.state;
    return this.apply({ type: 'advance', round, phase }, null);
  }

  /** The same when the time is over, or the host says so: what people have planned counts, and whoever planned nothing chooses nothing. */
  closeWithPlans(): Promise<Problem | null> {
    return this.#advanceAfter(this.#parts.roster.persons, (place) => this.#sealPlan(place));
  }

  /** The same, and where people have planned nothing a bot chooses this once. */
  stopWaiting(): Promise<Problem | null> {
    return this.#advanceAfter(this.#parts.roster.places, (place) => this.#chooseOnce(place));
  }

  /** Starts the match; empty seats first go to bots if the table was made so. */
  async start(): Promise<Problem | null> {
    const { match, roster, stored } = this.#parts;
    if (match.state.status !== 'waiting') return match.state.status === 'playing' ? PROBLEMS.alreadyStarted : PROBLEMS.finished;
    if (stored.bots === 'fill') await this.fill(undefined);
    if (roster.empty.length === roster.places.length) return PROBLEMS.nobodyThere;
    return this.apply({ type: 'start' }, null);
  }

  /** Gives every empty seat to a bot: the one named, or the usual one of its role. */
  async fill(bot: BotName | undefined): Promise<void> {
    const { roster, store, stored, onChange } = this.#parts;
    for (const place of roster.empty) {
      const name = bot ?? usualBot(this.#parts.roleOf(place.seat));
      await store.saveSeat(stored.id, { ...storedSeat(place), bot: name });
      place.bot = name;
    }
    onChange();
  }

  /** Lets bots choose and closes phases that wait for nobody. */
  async settle(): Promise<void> {
    const { match, roster } = this.#parts;
    for (let phases = 0; phases < MOST_PHASES_AT_ONCE && !this.clock.paused; phases++) {
      if (match.state.status === 'waiting') {
        if (!this.#mayStartItself() || (await this.start()) !== null) return;
      }
      for (const place of roster.bots) {
        if (place.bot === null) continue;
        await this.#botAnswers(place.seat, place.bot);
        await this.#botChooses(place, place.bot, standInOf(place));
      }
      if (!mayClose(match, roster)) return;
      if ((await this.advance()) !== null) return;
    }
  }

  /** Closes the phase when something is done for each place; if it could not be stored, what somebody picked would be lost. */
  async #advanceAfter(places: readonly Place[], act: (place: Place) => Promise<Problem | null>): Promise<Problem | null> {
    for (const place of places) {
      const problem = await act(place);
      if (problem?.code === 'not-stored') return problem;
    }
    return this.advance();
  }

  /** Seals for a seat that has not, this once: what its people planned if they did, else what a bot chooses. */
  async #chooseOnce(place: Place): Promise<Problem | null> {
    if (place.bot !== null) return this.#botChooses(place, place.bot, standInOf(place));
    const problem = await this.#sealPlan(place);
    if (problem?.code === 'not-stored') return problem;
    return this.#botChooses(place, usualBot(this.#parts.roleOf(place.seat)), isHere(place) ? 'undecided' : 'away');
  }

  /** A plan that is no longer possible is left alone. */
  async #sealPlan(place: Place): Promise<Problem | null> {
    const { match } = this.#parts;
    const { round, phase } = match.state;
    const choice = isAsked(match, place.seat) && !isDone(match, place) ? likelyChoice(place, { round, phase }) : null;
    return choice === null ? null : this.apply({ type: 'choose', seat: place.seat, round, phase, choice: plain(choice) }, null);
  }

  /** Counts the time of the phase from its beginning, if the timer is on. */
  restartClock(): void {
    this.clock.restart(this.#seconds());
  }

  /** How long the phase is that is open; 0 for one without an end. */
  #seconds(): number {
    const { match, shelved, phaseSeconds } = this.#parts;
    const { status, phase } = match.state;
    const proposed = status === 'playing' ? (shelved.brief.phases.find((known) => known.id === phase)?.seconds ?? 0) : 0;
    return proposed === 0 ? 0 : phaseSeconds() || proposed;
  }

  /** A table that bots fill needs no host: it starts when all who are there are ready. */
  #mayStartItself(): boolean {
    const { roster, stored } = this.#parts;
    const here = roster.persons.filter(isHere);
    return stored.workshopId === null && stored.bots === 'fill' && here.length > 0 && here.every(isReady);
  }

  /** `standIn`: why a bot chooses in the place of people; undefined where it is nobody's. */
  async #botChooses(place: Place, bot: BotName, standIn: StandIn | undefined): Promise<Problem | null> {
    const { match, log } = this.#parts;
    const waits = () => isAsked(match, place.seat) && !isDone(match, place);
    if (!waits()) return null;
    if (!QUICK_BOTS.includes(bot)) {
      const holder = place.bot;
      await roomToThink();
      // Meanwhile a person may have taken the seat.
      if (place.bot !== holder || !waits()) return null;
    }
    const { round, phase } = match.state;
    const choice = plain(botChoice(match.scenario, match.state, place.seat, bot));
    const command = { type: 'choose', seat: place.seat, round, phase, choice } as const;
    const problem = await this.apply(standIn === undefined ? command : { ...command, standIn }, null);
    if (problem !== null && problem.code !== 'not-stored')
      log.error({ bot, seat: place.seat, phase, code: problem.code }, 'a bot chose what is not legal');
    return problem;
  }

  /** Offers to a bot are answered at once. */
  async #botAnswers(seat: string, bot: BotName): Promise<void> {
    const { match } = this.#parts;
    for (const command of botAnswers(match.scenario, match.state, seat, bot)) await this.apply(command, null);
  }
}

/** For whom the bot of a seat plays: for people who have it, or (undefined) for nobody. */
const standInOf = ({ members }: Place): StandIn | undefined => (members.length > 0 ? 'replaced' : undefined);

/** A choice as a command carries it: a copy that nobody else holds. */
export function plain({ picks, prediction }: Choice): Extract<Command, { type: 'choose' }>['choice'] {
  return { picks: picks.map((pick) => ({ ...pick })), ...(prediction === undefined ? {} : { prediction: { ...prediction } }) };
}
