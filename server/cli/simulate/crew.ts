import { Tinypool } from 'tinypool';
import { batchesOf, type Job } from '../../../shared/balance/plan.ts';
import { playJob, type Sample } from '../../../shared/balance/sample.ts';
import type { Scenario } from '../../../shared/scenario/schema.ts';

/** The work was stopped from outside before it was done. */
export class StoppedError extends Error {}

export interface CrewOptions {
  /** Threads that play at the same time. */
  readonly threads: number;
  readonly signal?: AbortSignal | undefined;
}

/** Takes each job with its sample, in the order of the plan. */
type Take = (job: Job, sample: Sample) => void;
type Play = (jobs: readonly Job[]) => Promise<readonly Sample[]>;

/** How far ahead of the slowest batch others may be, for each thread: what is finished early has to be kept meanwhile. */
const AHEAD = 12;

/**
 * Plays all jobs and hands their samples on in the order of the plan, whichever is done first: what is counted from them does not depend
 * on the number of threads. Throws a StoppedError if it is stopped, or what a match threw.
 */
export async function playAll(scenario: Scenario, jobs: Iterable<Job>, { threads, signal }: CrewOptions, take: Take): Promise<void> {
  const batches = batchesOf(jobs);
  if (threads <= 1) {
    await inOrder(batches, 1, async (batch) => batch.map((job) => playJob(scenario, job)), take, signal);
    return;
  }
  const pool = new Tinypool({
    filename: new URL('./worker.ts', import.meta.url).href,
    minThreads: threads,
    maxThreads: threads,
    workerData: scenario,
  });
  try {
    await inOrder(batches, threads * AHEAD, (batch) => pool.run(batch) as Promise<readonly Sample[]>, take, signal);
  } finally {
    await pool.destroy();
  }
}

/** Has at most `ahead` batches under way or waiting for one before them. */
async function inOrder(
  batches: Iterator<readonly Job[]>,
  ahead: number,
  play: Play,
  take: Take,
  signal: AbortSignal | undefined,
): Promise<void> {
  const running: { readonly batch: readonly Job[]; readonly samples: Promise<readonly Sample[]> }[] = [];
  const stopped = stopOf(signal);
  const start = (): boolean => {
    const { done, value: batch } = batches.next();
    if (done === true) return false;
    const samples = play(batch);
    // One that fails while an earlier one is awaited is reported when its turn comes.
    samples.catch(() => {});
    running.push({ batch, samples });
    return true;
  };
  try {
    for (;;) {
      if (signal?.aborted === true) throw new StoppedError();
      while (running.length < ahead && start());
      const next = running.shift();
      if (next === undefined) return;
      const samples = await Promise.race([next.samples, stopped.promise]);
      next.batch.forEach((job, index) => {
        const sample = samples[index];
        if (sample !== undefined) take(job, sample);
      });
      // Lets signals and the progress bar through when everything happens in this thread.
      await new Promise((resolve) => setImmediate(resolve));
    }
  } finally {
    stopped.forget();
  }
}

/** A promise that fails when the signal comes, and never otherwise. */
function stopOf(signal: AbortSignal | undefined): { readonly promise: Promise<never>; readonly forget: () => void } {
  let stop = (): void => {};
  const promise = new Promise<never>((_, reject) => {
    stop = () => reject(new StoppedError());
    signal?.addEventListener('abort', stop, { once: true });
  });
  promise.catch(() => {});
  return { promise, forget: () => signal?.removeEventListener('abort', stop) };
}
