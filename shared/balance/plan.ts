import { dice } from '../engine/random.ts';
import type { SeatId } from '../match/state.ts';
import type { Scenario } from '../scenario/schema.ts';
import { canBeCaptive, frameOf } from './frame.ts';
import { QUICK_POLICIES, SLOW_POLICIES } from './policies.ts';

/** One piece of work, as plain data: what to play, with which seed. Who plays it, and when, makes no difference. */
export type Job =
  /** A match of the mixed field, and how often its choices are played again under other dice. */
  | { readonly kind: 'field'; readonly seed: string; readonly policies: readonly string[]; readonly replays: number }
  /** One deal of a cell: the seat plays each policy in turn, everyone else plays `opponents`. The quick policies come first. */
  | {
      readonly kind: 'cell';
      readonly seed: string;
      readonly seat: number;
      readonly opponents: string;
      readonly policies: readonly string[];
    }
  /** One deal under captive courts: the seat plays each policy in turn, the others what `field` says. */
  | {
      readonly kind: 'captive';
      readonly seed: string;
      readonly seat: number;
      readonly field: readonly string[];
      readonly policies: readonly string[];
    }
  /** A match in which everyone does what the real parties did. */
  | { readonly kind: 'history'; readonly seed: string; readonly history: string };

export interface PlanOptions {
  /** Matches of the mixed field; the other parts grow with it. */
  readonly matches: number;
  readonly seed: string;
  /** Seats that play one policy in every match. Then only the field is played: the other parts compare policies. */
  readonly fixed?: Readonly<Record<SeatId, string>> | undefined;
}

/** Jobs of one kind and size. They are made when they are needed: a plan takes no more memory for a million matches. */
export interface PlanPart {
  readonly jobs: number;
  /** Whole matches in each of them. */
  readonly matches: number;
  readonly job: (index: number) => Job;
}

/** For each field match, about how many matches go to cells and to captive courts, how many fields are replayed, how often each history runs. */
const SHARES = { cells: 3.6, captive: 0.5, replayed: 0.06, histories: 0.05 } as const;
const REPLAYS = 4;
/** A slow policy plays one deal of every third cell until this many matches are asked for, then of every cell. */
const SLOW_EVERYWHERE = 3000;

/** One of the quick policies, by a name. */
export const drawn = (name: string): string => QUICK_POLICIES[Math.floor(dice(name) * QUICK_POLICIES.length)] ?? 'random';

/** Everything that will be played for these options, in the order in which it is counted. */
export function planOf(scenario: Scenario, options: PlanOptions): readonly PlanPart[] {
  const field = fieldParts(scenario, options);
  if (options.fixed !== undefined) return field;
  return [...field, ...cellParts(scenario, options), ...captiveParts(scenario, options), ...historyParts(scenario, options)];
}

function fieldParts(scenario: Scenario, { matches, seed, fixed = {} }: PlanOptions): readonly PlanPart[] {
  const { seats } = frameOf(scenario);
  const replayed = Math.min(matches, Math.max(4, Math.floor(matches * SHARES.replayed)));
  const part = (from: number, to: number, replays: number): PlanPart => ({
    jobs: to - from,
    matches: 1 + replays,
    job: (index) => {
      const name = `${seed}|field|${from + index}`;
      const policies = seats.map((seat) => (Object.hasOwn(fixed, seat) ? fixed[seat] : undefined) ?? drawn(`${name}|policy|${seat}`));
      return { kind: 'field', seed: name, policies, replays };
    },
  });
  return [part(0, replayed, REPLAYS), part(replayed, matches, 0)];
}

function cellParts(scenario: Scenario, { matches, seed }: PlanOptions): readonly PlanPart[] {
  const { seats } = frameOf(scenario);
  const round = seats.length * QUICK_POLICIES.length * QUICK_POLICIES.length;
  const deals = Math.max(2, Math.floor((matches * SHARES.cells) / round));
  const slowDeals = SLOW_POLICIES.length === 0 ? 0 : Math.max(1, Math.floor(matches / (SLOW_EVERYWHERE * 2)));
  const slowStep = matches >= SLOW_EVERYWHERE ? 1 : 3;
  return seats.flatMap((_id, seat) =>
    QUICK_POLICIES.flatMap((opponents, column) => {
      const part = (from: number, to: number, policies: readonly string[]): PlanPart => ({
        jobs: to - from,
        matches: policies.length,
        job: (index) => ({ kind: 'cell', seed: `${seed}|cell|${seat}|${opponents}|${from + index}`, seat, opponents, policies }),
      });
      const slow = (column + seat) % slowStep === 0 ? Math.min(deals, slowDeals) : 0;
      return [part(0, slow, [...QUICK_POLICIES, ...SLOW_POLICIES]), part(slow, deals, QUICK_POLICIES)];
    }),
  );
}

function captiveParts(scenario: Scenario, { matches, seed }: PlanOptions): readonly PlanPart[] {
  if (!canBeCaptive(scenario)) return [];
  const { seats, roles } = frameOf(scenario);
  const platforms = roles.flatMap((role, seat) => (role === 'platform' ? [seat] : []));
  const deals = Math.max(3, Math.floor((matches * SHARES.captive) / Math.max(1, platforms.length * QUICK_POLICIES.length)));
  return platforms.map((seat) => ({
    jobs: deals,
    matches: QUICK_POLICIES.length,
    job: (index) => {
      const name = `${seed}|captive|${seat}|${index}`;
      const field = seats.map((id) => drawn(`${name}|policy|${id}`));
      return { kind: 'captive', seed: name, seat, field, policies: QUICK_POLICIES };
    },
  }));
}

function historyParts(scenario: Scenario, { matches, seed }: PlanOptions): readonly PlanPart[] {
  const runs = Math.max(10, Math.floor(matches * SHARES.histories));
  return Object.keys(scenario.histories).map((history) => ({
    jobs: runs,
    matches: 1,
    job: (run) => ({ kind: 'history', seed: `${seed}|history|${history}|${run}`, history }),
  }));
}

/** All jobs of a plan, in its order. */
export function* jobsOf(plan: readonly PlanPart[]): Generator<Job> {
  for (const { jobs, job } of plan) for (let index = 0; index < jobs; index += 1) yield job(index);
}

/** How many whole matches a plan takes. */
export const matchesOf = (plan: readonly PlanPart[]): number => plan.reduce((sum, { jobs, matches }) => sum + jobs * matches, 0);

/** How many whole matches a job takes. */
export function matchesIn(job: Job): number {
  if (job.kind === 'field') return 1 + job.replays;
  return job.kind === 'history' ? 1 : job.policies.length;
}

/** About how long a job takes, in quick matches. */
function weightOf(job: Job): number {
  const slow = job.kind === 'cell' || job.kind === 'field' ? job.policies.filter((policy) => SLOW_POLICIES.includes(policy)).length : 0;
  return matchesIn(job) + slow * 60;
}

const BATCH = 24;

/** Jobs in pieces of about equal work, so that they can be handed out. The cuts depend on the plan alone. */
export function* batchesOf(jobs: Iterable<Job>): Generator<readonly Job[]> {
  let batch: Job[] = [];
  let weight = 0;
  for (const job of jobs) {
    batch.push(job);
    weight += weightOf(job);
    if (weight < BATCH) continue;
    yield batch;
    [batch, weight] = [[], 0];
  }
  if (batch.length > 0) yield batch;
}
