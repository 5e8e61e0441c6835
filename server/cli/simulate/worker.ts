import { Tinypool } from 'tinypool';
import type { Job } from '../../../shared/balance/plan.ts';
import { playJob, type Sample } from '../../../shared/balance/sample.ts';
import { deepFreeze } from '../../../shared/scenario/load.ts';
import type { Scenario } from '../../../shared/scenario/schema.ts';

// It was checked before it was sent: here it is only frozen again, since a copy between threads is not.
const scenario = deepFreeze(Tinypool.workerData as Scenario);

/** Plays the jobs of one batch, in a thread of its own. */
export default function play(jobs: readonly Job[]): readonly Sample[] {
  return jobs.map((job) => playJob(scenario, job));
}
