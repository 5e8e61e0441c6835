import { type Bot, pickOf, type Way } from '../bots/look.ts';
import type { MatchWorld } from '../engine/world.ts';
import type { Choice, Demand, Pick, SeatId } from '../match/state.ts';
import { deepFreeze } from '../scenario/freeze.ts';
import type { Scenario } from '../scenario/schema.ts';
import { type Frame, frameOf } from './frame.ts';
import { valuesOf } from './histories.ts';
import type { Job } from './plan.ts';
import { playMatch, playWorld } from './play.ts';
import { botOf, historyBots } from './policies.ts';

/** What most of the demands to a platform were: more harmful than protected, or the reverse. */
export const DEALS = ['none', 'harmful', 'political'] as const;
export type Deal = (typeof DEALS)[number];

/** What is kept of a match: numbers in the order of the scenario's frame. */
export interface MatchSample {
  readonly scores: readonly number[];
  readonly crises: readonly number[];
  readonly endings: readonly number[];
  /** The laws that were passed, each followed by the round in which it was, and 1 if it came to bind. */
  readonly laws: readonly number[];
  /** For each seat that was watched: the actions it chose, each followed by how often. */
  readonly used: readonly (readonly number[])[];
  /** For each seat: what was asked of it. */
  readonly deals: readonly Deal[];
}

/** What a job came to. Each kind of job has its own. */
export type Sample =
  | {
      readonly kind: 'field';
      readonly match: MatchSample;
      /** Series by series, a value for each reading. */
      readonly meters: readonly number[];
      /** Scores of all seats, once for each replay under other dice. */
      readonly replays: readonly (readonly number[])[];
    }
  | { readonly kind: 'cell'; readonly matches: readonly MatchSample[] }
  | { readonly kind: 'captive'; readonly scores: readonly number[] }
  | { readonly kind: 'history'; readonly values: readonly number[] };

const scoresOf = ({ seats }: Frame, { draft }: MatchWorld): number[] => seats.map((seat) => draft.outcome?.seats[seat]?.score ?? 0);
const seatBots = ({ seats }: Frame, policies: readonly string[]): Record<SeatId, Bot> =>
  Object.fromEntries(seats.map((seat, index) => [seat, botOf(policies[index] ?? '')]));

/** Judges a platform's demands by what is true of their items, whatever was known of it. */
function dealOf(demands: readonly Demand[], seat: SeatId): Deal {
  let [harm, rights] = [0, 0];
  for (const demand of demands) {
    if (demand.to !== seat) continue;
    for (const item of demand.items) {
      harm += item.harm;
      rights += item.rights;
    }
  }
  if (harm === 0 && rights === 0) return 'none';
  return harm > rights ? 'harmful' : 'political';
}

/** Watches a match for what a sample needs; `only` limits whose actions are counted to one seat. */
class Observer {
  readonly meters: number[];
  private readonly frame: Frame;
  private readonly only: number | null;
  private readonly used: readonly Map<number, number>[];
  private readonly actions: ReadonlyMap<string, number>;
  private round = 0;

  constructor(frame: Frame, only: number | null, withMeters: boolean) {
    this.frame = frame;
    this.only = only;
    this.used = frame.seats.map(() => new Map());
    this.actions = indexOf(frame.actions);
    this.meters = withMeters ? new Array<number>(frame.series.length * frame.readings).fill(0) : [];
  }

  onChoices(world: MatchWorld): void {
    const { round } = world.draft;
    if (round > this.round) {
      // A round without choices repeats what stood before it.
      for (let before = this.round; before < round; before += 1) this.read(world, before);
      this.round = round;
    }
    this.frame.seats.forEach((seat, index) => {
      if (this.only === null || this.only === index) this.countPicks(index, world.seat(seat).sealed?.picks ?? []);
    });
  }

  finish(world: MatchWorld): MatchSample {
    const { frame } = this;
    const { crises, outcome, demands, laws } = world.draft;
    this.read(world, frame.readings - 1);
    return {
      scores: scoresOf(frame, world),
      crises: placesOf(
        frame.crises,
        crises.map(({ id }) => id),
      ),
      endings: placesOf(frame.endings, outcome?.endings ?? []),
      laws: laws.flatMap(({ id, passed, inForce }) => [frame.laws.indexOf(id), passed, inForce ? 1 : 0]),
      used: this.used.map((counts) => [...counts].flat()),
      deals: frame.seats.map((seat) => dealOf(demands, seat)),
    };
  }

  private countPicks(seat: number, picks: readonly Pick[]): void {
    const used = this.used[seat];
    for (const { action } of picks) {
      const at = this.actions.get(action);
      if (at !== undefined) used?.set(at, (used.get(at) ?? 0) + 1);
    }
  }

  private read(world: MatchWorld, reading: number): void {
    if (this.meters.length === 0) return;
    this.frame.series.forEach(({ seat, meter }, index) => {
      this.meters[index * this.frame.readings + reading] = world.metersOf(seat).named(meter);
    });
  }
}

/** Where those that happened stand among all names, in the order of the names. */
const placesOf = (names: readonly string[], happened: readonly string[]): number[] =>
  names.flatMap((name, index) => (happened.includes(name) ? [index] : []));

const indexes = new WeakMap<readonly string[], ReadonlyMap<string, number>>();

function indexOf(names: readonly string[]): ReadonlyMap<string, number> {
  const known = indexes.get(names) ?? new Map(names.map((name, index) => [name, index]));
  indexes.set(names, known);
  return known;
}

function watched(frame: Frame, seed: string, policies: readonly string[], only: number): MatchSample {
  const observer = new Observer(frame, only, false);
  return observer.finish(playWorld(frame.scenario, seed, seatBots(frame, policies), { onChoices: (now) => observer.onChoices(now) }));
}

type Recorded = ReadonlyMap<string, Choice>;
const keyOf = (seat: SeatId, round: number, phase: string): string => `${seat}|${round}|${phase}`;

/**
 * Chooses again what was chosen in an earlier match. What is no longer possible is left out, and the fallback takes its place: other dice
 * lead to other demands.
 */
const repeating =
  (recorded: Recorded, seat: SeatId): Bot =>
  (look) => {
    const means = new Map<string, number>();
    const filled = new Set<string>();
    const again: Way[] = [];
    let { points } = look;
    for (const { action, on } of recorded.get(keyOf(seat, look.round, look.phase))?.picks ?? []) {
      const way = look.ways(action).find((one) => one.on === on);
      const key = way?.slot ?? `${action}|${on ?? ''}`;
      if (way === undefined || way.points > points || filled.has(key)) continue;
      const costs = look.actions.find(({ id }) => id === action)?.spec.costs ?? [];
      if (costs.some(({ meter, by }) => (means.get(meter) ?? look.meter(meter)) + by < 0)) continue;
      for (const { meter, by } of costs) means.set(meter, (means.get(meter) ?? look.meter(meter)) + by);
      filled.add(key);
      points -= way.points;
      again.push(way);
    }
    return { picks: again.map(pickOf) };
  };

function playField(frame: Frame, { seed, policies, replays }: Extract<Job, { kind: 'field' }>): Sample {
  const observer = new Observer(frame, null, true);
  const recorded = new Map<string, Choice>();
  const world = playWorld(frame.scenario, seed, seatBots(frame, policies), {
    onChoices: (now) => {
      observer.onChoices(now);
      if (replays === 0) return;
      const { round, phase } = now.draft;
      for (const seat of frame.seats) {
        const choice = now.seat(seat).sealed;
        if (choice !== null) recorded.set(keyOf(seat, round, phase), { picks: [...choice.picks] });
      }
    },
  });
  const match = observer.finish(world);
  const bots = Object.fromEntries(frame.seats.map((seat) => [seat, repeating(recorded, seat)]));
  const again = (replay: number): number[] => scoresOf(frame, playWorld(frame.scenario, seed, bots, { luck: `${seed}|luck|${replay}` }));
  return { kind: 'field', match, meters: observer.meters, replays: Array.from({ length: replays }, (_, replay) => again(replay)) };
}

const captives = new WeakMap<Scenario, Scenario>();

/** The same scenario with captive courts from the first round on. */
function underCaptiveCourts(scenario: Scenario): Scenario {
  const known = captives.get(scenario) ?? deepFreeze({ ...scenario, regime: 'captive' as const });
  captives.set(scenario, known);
  return known;
}

const withOne = (policies: readonly string[], seat: number, policy: string): readonly string[] => policies.with(seat, policy);

/** Plays one job. Pure: the same scenario and job give the same sample, wherever it is played. */
export function playJob(scenario: Scenario, job: Job): Sample {
  const frame = frameOf(scenario);
  switch (job.kind) {
    case 'field':
      return playField(frame, job);
    case 'cell': {
      const others = frame.seats.map(() => job.opponents);
      return {
        kind: 'cell',
        matches: job.policies.map((policy) => watched(frame, job.seed, withOne(others, job.seat, policy), job.seat)),
      };
    }
    case 'captive': {
      const captive = frameOf(underCaptiveCourts(scenario));
      const score = (policy: string) =>
        scoresOf(captive, playWorld(captive.scenario, job.seed, seatBots(captive, withOne(job.field, job.seat, policy))))[job.seat] ?? 0;
      return { kind: 'captive', scores: job.policies.map(score) };
    }
    case 'history': {
      const state = playMatch(scenario, job.seed, historyBots(scenario, job.history));
      return { kind: 'history', values: valuesOf(scenario, job.history, state) };
    }
  }
}
