import type { Pact, SeatId } from '../match/state.ts';
import { deepFreeze } from '../scenario/freeze.ts';
import { mayPromise } from '../scenario/pacts.ts';
import type { Scenario } from '../scenario/schema.ts';
import { drawn } from './plan.ts';
import { playWorld } from './play.ts';
import { botOf } from './policies.ts';
import { rounded } from './round.ts';

/** What became of a promise, when seats gave it before their first choice and then played as they would have anyway. */
export interface PromiseReport {
  readonly id: string;
  readonly title: string;
  /** How often it was given: once in each match for each pair of seats that may. */
  readonly given: number;
  /** The parts of these that were kept, and broken. */
  readonly kept: number;
  readonly broken: number;
  /** The part that was kept at the end of the first round: true anyway, or done by one choice. */
  readonly keptAtOnce: number;
}

/** How often a rule did something of which the ledger tells; mere counting is not told. */
export interface RuleReport {
  readonly id: string;
  readonly title: string;
  /** Matches in which it did, out of so many. */
  readonly matches: number;
  readonly of: number;
  /** Rounds of a match in which it did, on average over all matches. */
  readonly rounds: number;
}

/** What the matches showed that a simulation plays beside its plan. */
export interface Trials {
  readonly promises: readonly PromiseReport[];
  readonly rules: readonly RuleReport[];
}

/** So many matches, since each gives every promise several times. */
const TRIALS = 16;
const NOTHING = { term: null, pay: 0, held: 0, fate: 'kept' } as const;

/** Every promise that some seat may make to another, agreed in the first round and binding until the last. */
function allPromises({ pacts, seats, rounds }: Scenario): readonly Pact[] {
  const given = Object.entries(pacts?.terms ?? {}).flatMap(([term, spec]) =>
    seats.flatMap((self) => seats.filter((partner) => mayPromise(spec, self, partner)).map((partner) => ({ term, self, partner }))),
  );
  return given.map(({ term, self, partner }, index) => ({
    id: `p${index + 1}`,
    from: self.id,
    to: partner.id,
    give: { term, pay: 0, held: 0, fate: 'open' },
    get: NOTHING,
    until: rounds,
    offered: 1,
    agreed: 1,
    status: 'agreed',
    public: true,
    since: {},
    origin: 0,
  }));
}

/** The same scenario, in which it changes nothing whether a promise is kept. */
const withoutEffects = (scenario: Scenario): Scenario =>
  scenario.pacts === undefined ? scenario : deepFreeze({ ...scenario, pacts: { ...scenario.pacts, onKept: [], onBroken: [] } });

/** Counts of one promise. */
interface Fates {
  given: number;
  kept: number;
  broken: number;
  keptAtOnce: number;
}

/**
 * Says of each promise how often it is kept and broken by bots that do not know of it, and of each rule how often it acts. Bots make no
 * offers, and the plan's matches write no ledger, so that they say nothing of either. Plays some matches of its own; the same scenario and
 * seed give the same numbers.
 */
export function trialsOf(scenario: Scenario, seed: string, fixed: Readonly<Record<SeatId, string>> = {}): Trials {
  const terms = Object.entries(scenario.pacts?.terms ?? {});
  const fates = new Map(terms.map(([id]): [string, Fates] => [id, { given: 0, kept: 0, broken: 0, keptAtOnce: 0 }]));
  const acted = new Map<string, Acted>();
  const promises = allPromises(scenario);
  const trial = withoutEffects(scenario);
  for (let match = 0; match < TRIALS; match += 1) playTrial(trial, `${seed}|trial|${match}`, fixed, promises, fates, acted);
  return {
    promises: terms.map(([id, { title }]) => {
      const { given, kept, broken, keptAtOnce } = fates.get(id) ?? { given: 0, kept: 0, broken: 0, keptAtOnce: 0 };
      const part = (count: number): number => (given === 0 ? 0 : rounded(count / given, 4));
      return { id, title, given, kept: part(kept), broken: part(broken), keptAtOnce: part(keptAtOnce) };
    }),
    rules: scenario.rules.map(({ id, title }) => {
      const { matches = 0, rounds = 0 } = acted.get(`rule:${id}`) ?? {};
      return { id, title, matches, of: TRIALS, rounds: rounded(rounds / TRIALS, 2) };
    }),
  };
}

/** Counts of one rule. */
interface Acted {
  matches: number;
  rounds: number;
}

/** Plays a match in which all promises were given, and counts what became of them and what rules did. */
function playTrial(
  trial: Scenario,
  seed: string,
  fixed: Readonly<Record<SeatId, string>>,
  promises: readonly Pact[],
  found: ReadonlyMap<string, Fates>,
  acted: Map<string, Acted>,
): void {
  const bots = Object.fromEntries(trial.seats.map(({ id }) => [id, botOf(fixed[id] ?? drawn(`${seed}|policy|${id}`))]));
  const each = (pacts: readonly Pact[], count: (fates: Fates, fate: Pact['give']['fate']) => void): void => {
    for (const { give } of pacts) {
      const fates = found.get(give.term ?? '');
      if (fates !== undefined) count(fates, give.fate);
    }
  };
  const roundsOf = new Map<string, Set<number>>();
  let readIn = 0;
  const { draft } = playWorld(trial, seed, bots, {
    onChoices: ({ draft: now }) => {
      if (readIn === 0) now.pacts.push(...promises);
      else if (readIn < now.round && readIn === 1) each(now.pacts, (fates, fate) => (fates.keptAtOnce += fate === 'kept' ? 1 : 0));
      readIn = now.round;
    },
    onEvents: (events) => {
      for (const { rule, round } of events) if (rule.startsWith('rule:')) roundsOf.set(rule, (roundsOf.get(rule) ?? new Set()).add(round));
    },
  });
  each(draft.pacts, (fates, fate) => {
    fates.given += 1;
    if (fate === 'kept' || fate === 'broken') fates[fate] += 1;
  });
  for (const [rule, rounds] of roundsOf) {
    const { matches = 0, rounds: before = 0 } = acted.get(rule) ?? {};
    acted.set(rule, { matches: matches + 1, rounds: before + rounds.size });
  }
}
