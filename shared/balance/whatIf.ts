import { quantileSorted } from 'simple-statistics';
import { playOn } from '../bots/playOn.ts';
import { checkChoice, lackingFor, optionOf } from '../engine/choices.ts';
import { compiled } from '../engine/compile.ts';
import { copyMatch } from '../engine/draft.ts';
import { legalChoices } from '../engine/legal.ts';
import { setup } from '../engine/setup.ts';
import { step } from '../engine/step.ts';
import { MatchWorld } from '../engine/world.ts';
import type { Command } from '../match/commands.ts';
import type { Choice, MatchState, Outcome, Pick, SeatId, SeatState } from '../match/state.ts';
import type { Scenario } from '../scenario/schema.ts';
import type { LegalChoices } from '../view/view.ts';
import type { Course, Decision, Spread, WhatIfAnswer, WhatIfAsked } from '../whatIf.ts';
import { drawn } from './plan.ts';
import { botOf } from './policies.ts';
import { rounded } from './round.ts';

/** A match as it was played: what it can be played again from. */
export interface Played {
  readonly scenario: Scenario;
  readonly seed: string;
  readonly commands: readonly Command[];
}

/** Matches that are played on from each side of a decision. */
export const WHAT_IF_RUNS = 100;

const NOTHING: Choice = { picks: [] };
const same = (one: Pick | null, other: Pick | null): boolean => one?.action === other?.action && one?.on === other?.on;

/** The states of a match in which phases were about to close, with what was sealed in them. Throws if the rules refuse a command now. */
function* closings({ scenario, seed, commands }: Played): Generator<MatchState> {
  let state = setup(scenario, { seed });
  for (const command of commands) {
    if (command.type === 'advance') yield state;
    const result = step(scenario, state, command);
    if (!result.ok) throw new Error(`a command of this match is refused now: ${result.rejection.code}`);
    state = result.state;
  }
}

/** Everything that a seat chose in a match, in order, each with what it might have chosen in its place; nothing for a seat that is not there. */
export function decisionsOf(played: Played, seat: SeatId): readonly Decision[] {
  return [...closings(played)].flatMap((state) => decisionsIn(played.scenario, state, seat));
}

function decisionsIn(scenario: Scenario, state: MatchState, seat: SeatId): readonly Decision[] {
  const own = Object.hasOwn(state.seats, seat) ? state.seats[seat] : undefined;
  if (own === undefined) return [];
  const legal = legalChoices(scenario, state, seat);
  const { picks } = own.sealed ?? NOTHING;
  const filled = new Set(picks.map((pick) => optionOf(legal, pick)?.slot ?? null));
  const open = [...new Set(legal.options.map(({ slot }) => slot))].filter((slot) => slot !== null && !filled.has(slot));
  // Where something is asked and nothing was chosen, that is a decision too; what was not added for free is none.
  const chosen = [
    ...picks.map((pick) => ({ pick, slot: optionOf(legal, pick)?.slot ?? null })),
    ...open.map((slot) => ({ pick: null, slot })),
  ];
  const { round, phase } = state;
  return chosen
    .map(({ pick, slot }): Decision => {
      const others = legal.options
        // What happens anyway where nothing is chosen would be no change.
        .filter((option) => option.slot === slot && !(pick === null && option.fallback))
        .map(({ action, on }): Pick => ({ action, ...(on === undefined ? {} : { on }) }));
      const instead = [...(slot === null ? [null] : []), ...others].filter(
        (other) => !same(other, pick) && isPossible(legal, own, withInstead(own.sealed ?? NOTHING, pick, other)),
      );
      return { round, phase, pick, instead };
    })
    .filter(({ instead }) => instead.length > 0);
}

const isPossible = (legal: LegalChoices, { meters }: SeatState, choice: Choice): boolean =>
  checkChoice(legal, choice) === null && lackingFor(legal, choice, (meter) => meters[meter] ?? 0) === null;

/** A choice with one pick replaced, added or left out. */
function withInstead(choice: Choice, pick: Pick | null, instead: Pick | null): Choice {
  const kept = pick === null ? choice.picks : choice.picks.filter((one) => !same(one, pick));
  return { ...choice, picks: instead === null ? kept : [...kept, instead] };
}

/** One decision of a match tried out, run by run, so that whoever asks may do other things in between. */
export class WhatIf {
  readonly #scenario: Scenario;
  readonly #seed: string;
  readonly #sides: readonly { readonly state: MatchState; readonly outcomes: Outcome[] }[];
  #runs = 0;

  private constructor({ scenario, seed }: Played, states: readonly MatchState[]) {
    this.#scenario = scenario;
    this.#seed = seed;
    this.#sides = states.map((state) => ({ state, outcomes: [] }));
  }

  /** Begins to try a decision. Null if the seat could not decide so in that phase, or did not. */
  static of(played: Played, { seat, round, phase, pick, instead }: WhatIfAsked): WhatIf | null {
    for (const state of closings(played)) {
      if (state.round !== round || state.phase !== phase) continue;
      const decisions = decisionsIn(played.scenario, state, seat).filter((one) => same(one.pick, pick));
      if (!decisions.some((decision) => decision.instead.some((one) => same(one, instead)))) return null;
      const choice = withInstead(state.seats[seat]?.sealed ?? NOTHING, pick, instead);
      return new WhatIf(played, [sealedBy(state, {}), sealedBy(state, { [seat]: choice })]);
    }
    return null;
  }

  /** Whether all runs are played. */
  get isDone(): boolean {
    return this.#runs >= WHAT_IF_RUNS;
  }

  /** Plays both sides on to the end once: with the same bots, drawn anew for each run, and the same dice. */
  run(): void {
    const name = `${this.#seed}|what-if|${this.#runs}`;
    const { seats } = this.#scenario;
    const bots = Object.fromEntries(seats.map(({ id }) => [id, botOf(drawn(`${name}|policy|${id}`))]));
    for (const { state, outcomes } of this.#sides) {
      const world = new MatchWorld(compiled(this.#scenario), copyMatch(state), state.phase, true, name);
      playOn(world, bots);
      if (world.draft.outcome !== null) outcomes.push(world.draft.outcome);
    }
    this.#runs += 1;
  }

  /** What came of the runs so far. */
  get answer(): WhatIfAnswer {
    const [played = [], changed = []] = this.#sides.map(({ outcomes }) => outcomes);
    return { runs: this.#runs, played: courseOf(played), changed: courseOf(changed) };
  }
}

/** A state in which every seat has sealed: what is given here, or else what it had; nothing where it had nothing. */
function sealedBy(state: MatchState, given: Readonly<Record<SeatId, Choice>>): MatchState {
  const seats = Object.entries(state.seats).map(([id, own]) => [id, { ...own, sealed: given[id] ?? own.sealed ?? NOTHING }]);
  return { ...state, seats: Object.fromEntries(seats) };
}

function courseOf(outcomes: readonly Outcome[]): Course {
  const [first] = outcomes;
  const spreads = (names: readonly string[], of: (outcome: Outcome, name: string) => number): Record<string, Spread> =>
    Object.fromEntries(names.map((name) => [name, spreadOf(outcomes.map((outcome) => of(outcome, name)))]));
  const endings: Record<string, number> = {};
  for (const { endings: reached } of outcomes) for (const id of reached) endings[id] = (endings[id] ?? 0) + 1;
  return {
    scores: spreads(Object.keys(first?.seats ?? {}), ({ seats }, seat) => seats[seat]?.score ?? 0),
    ledger: spreads(Object.keys(first?.ledger ?? {}), ({ ledger }, meter) => ledger[meter] ?? 0),
    endings,
  };
}

function spreadOf(values: readonly number[]): Spread {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (share: number): number => rounded(quantileSorted(sorted, share), 1);
  return { low: at(0.1), middle: at(0.5), high: at(0.9) };
}
