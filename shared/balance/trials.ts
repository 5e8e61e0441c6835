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
 * Says of each promise how often it is kept and broken by bots that do not know of it. Bots make no offers, so that matches alone would say
 * nothing. Plays some matches of its own; the same scenario and seed give the same numbers.
 */
export function promiseReports(scenario: Scenario, seed: string, fixed: Readonly<Record<SeatId, string>> = {}): readonly PromiseReport[] {
  const terms = Object.entries(scenario.pacts?.terms ?? {});
  const found = new Map(terms.map(([id]): [string, Fates] => [id, { given: 0, kept: 0, broken: 0, keptAtOnce: 0 }]));
  const promises = allPromises(scenario);
  const trial = withoutEffects(scenario);
  for (let match = 0; match < (promises.length === 0 ? 0 : TRIALS); match += 1)
    playTrial(trial, `${seed}|promises|${match}`, fixed, promises, found);
  return terms.map(([id, { title }]) => {
    const { given, kept, broken, keptAtOnce } = found.get(id) ?? { given: 0, kept: 0, broken: 0, keptAtOnce: 0 };
    const part = (count: number): number => (given === 0 ? 0 : rounded(count / given, 4));
    return { id, title, given, kept: part(kept), broken: part(broken), keptAtOnce: part(keptAtOnce) };
  });
}

/** Plays a match in which all promises were given, and counts what became of them. */
function playTrial(
  trial: Scenario,
  seed: string,
  fixed: Readonly<Record<SeatId, string>>,
  promises: readonly Pact[],
  found: ReadonlyMap<string, Fates>,
): void {
  const bots = Object.fromEntries(trial.seats.map(({ id }) => [id, botOf(fixed[id] ?? drawn(`${seed}|policy|${id}`))]));
  const each = (pacts: readonly Pact[], count: (fates: Fates, fate: Pact['give']['fate']) => void): void => {
    for (const { give } of pacts) {
      const fates = found.get(give.term ?? '');
      if (fates !== undefined) count(fates, give.fate);
    }
  };
  let readIn = 0;
  const { draft } = playWorld(trial, seed, bots, {
    onChoices: ({ draft: now }) => {
      if (readIn === 0) now.pacts.push(...promises);
      else if (readIn < now.round && readIn === 1) each(now.pacts, (fates, fate) => (fates.keptAtOnce += fate === 'kept' ? 1 : 0));
      readIn = now.round;
    },
  });
  each(draft.pacts, (fates, fate) => {
    fates.given += 1;
    if (fate === 'kept' || fate === 'broken') fates[fate] += 1;
  });
}
