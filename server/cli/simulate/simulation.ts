import { frameOf } from '../../../shared/balance/frame.ts';
import { type Job, jobsOf, matchesIn, matchesOf, type PlanOptions, planOf } from '../../../shared/balance/plan.ts';
import { type Report, reportOf } from '../../../shared/balance/report.ts';
import { rounded } from '../../../shared/balance/round.ts';
import type { Sample } from '../../../shared/balance/sample.ts';
import { Tally } from '../../../shared/balance/tally.ts';
import type { Slack } from '../../../shared/balance/targets.ts';
import type { Scenario } from '../../../shared/scenario/schema.ts';
import { InputError } from '../command.ts';
import type { Progress } from '../progress.ts';
import { type Crew, StoppedError } from './crew.ts';

/** What `simulate --json` prints: what was asked for and how long it took, then what was found. */
export interface Simulation extends Report {
  readonly scenario: string;
  readonly matches: number;
  readonly seed: string;
  readonly seconds: number;
  readonly matchesPerSecond: number;
  /** The policies of seats that were set with --bots; null if all were drawn. */
  readonly bots: Readonly<Record<string, string>> | null;
}

export interface SimulationOptions extends PlanOptions {
  readonly crew: Crew;
  readonly signal?: AbortSignal | undefined;
  readonly slack?: Slack;
  /** Called once with the number of matches; its answer is told how far it is. */
  readonly progress?: ((total: number) => Progress) | undefined;
}

/**
 * Plays the whole plan of a scenario and sums it up. The same options give the same numbers, whatever the number of threads (but not
 * the same seconds). Throws an InputError if a match breaks off, a StoppedError if it is stopped.
 */
export async function simulation(scenario: Scenario, options: SimulationOptions): Promise<Simulation> {
  const plan = planOf(scenario, options);
  const tally = new Tally(frameOf(scenario));
  const progress = options.progress?.(matchesOf(plan));
  const began = performance.now();
  try {
    const take = (job: Job, sample: Sample): void => {
      tally.add(job, sample);
      progress?.add(matchesIn(job));
    };
    await options.crew.play(scenario, jobsOf(plan), take, options.signal);
  } catch (error) {
    if (error instanceof StoppedError) throw error;
    throw new InputError(
      `${scenario.id}: A match of this scenario breaks off (${error instanceof Error ? error.message : String(error)}). Undo the last change.`,
    );
  } finally {
    progress?.end();
  }
  const report = reportOf(tally, { whole: options.fixed === undefined, ...(options.slack === undefined ? {} : { slack: options.slack }) });
  const seconds = (performance.now() - began) / 1000;
  return {
    scenario: scenario.id,
    matches: options.matches,
    seed: options.seed,
    seconds: rounded(seconds, 3),
    matchesPerSecond: rounded(tally.played / seconds, 1),
    ...report,
    bots: options.fixed ?? null,
  };
}
