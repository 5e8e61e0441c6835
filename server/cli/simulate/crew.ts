import { serialize } from 'node:v8';
import { Tinypool } from 'tinypool';
import { batchesOf, type Job } from '../../../shared/balance/plan.ts';
import { playJob, type Sample } from '../../../shared/balance/sample.ts';
import type { Scenario } from '../../../shared/scenario/schema.ts';

/** The work was stopped from outside before it was done. */
export class StoppedError extends Error {}

/** Takes each job with its sample, in the order of the plan. */
type Take = (job: Job, sample: Sample) => void;
type Play = (batch: readonly Job[]) => Promise<readonly Sample[]>;

/** A scenario as threads hand it on: its bytes lie in memory that all of them see, so that no batch carries a copy. */
export interface Parcel {
  readonly id: number;
  readonly bytes: SharedArrayBuffer;
}

/** What a thread is asked to play. */
export interface Order {
  readonly scenario: Parcel;
  readonly jobs: readonly Job[];
}

/** A batch that was begun, and its samples once they are there. */
interface Begun {
  readonly jobs: readonly Job[];
  readonly samples: Promise<readonly Sample[]>;
  readonly isElsewhere: boolean;
  isDone: boolean;
}

/** How many batches wait at each other thread: none is idle while this one plays. */
const QUEUE = 3;
/** How many batches of its own a thread may have done before one that stands earlier in the plan: they have to be kept meanwhile. */
const AHEAD = 40;

/**
 * Threads that play matches: the one that asks, and others that are started with the crew. Making one early lets these load their
 * modules while the first still reads what is to be played. End it when all is played.
 */
export class Crew {
  readonly #others: number;
  readonly #pool: Tinypool | null;
  #parcels = 0;

  constructor(threads: number) {
    this.#others = threads - 1;
    const filename = new URL('./worker.ts', import.meta.url).href;
    this.#pool =
      this.#others < 1
        ? null
        : // Several tasks at once: while this thread plays, it can hand out nothing.
          new Tinypool({ filename, minThreads: this.#others, maxThreads: this.#others, concurrentTasksPerWorker: QUEUE });
  }

  /**
   * Plays all jobs and hands their samples on in the order of the plan, whichever is done first: what is counted from them does not
   * depend on the number of threads. Throws a StoppedError if it is stopped, or what a match threw.
   */
  async play(scenario: Scenario, jobs: Iterable<Job>, take: Take, signal?: AbortSignal): Promise<void> {
    const [pool, parcel, stopped] = [this.#pool, this.#parcelOf(scenario), stopOf(signal)];
    const batches = batchesOf(jobs);
    const begun: Begun[] = [];
    const begin = (play: Play, isElsewhere: boolean): boolean => {
      const { done, value: batch } = batches.next();
      if (done === true) return false;
      const one: Begun = { jobs: batch, samples: play(batch), isElsewhere, isDone: false };
      // One that fails is reported when its turn comes.
      one.samples
        .catch(() => {})
        .then(() => {
          one.isDone = true;
        });
      begun.push(one);
      return true;
    };
    const here: Play = async (batch) => batch.map((job) => playJob(scenario, job));
    const elsewhere: Play = (batch) => pool?.run({ scenario: parcel, jobs: batch } satisfies Order) as ReturnType<Play>;
    const isShort = (): boolean => begun.filter((one) => one.isElsewhere && !one.isDone).length < this.#others * QUEUE;
    try {
      for (;;) {
        if (signal?.aborted === true) throw new StoppedError();
        while (isShort() && begin(elsewhere, true));
        const plays = begun.length < this.#others * QUEUE + AHEAD && begin(here, false);
        // Lets signals, other threads and the progress bar through.
        await new Promise((resolve) => setImmediate(resolve));
        const [first] = begun;
        if (first === undefined) return;
        if (!plays) await Promise.race([first.samples, stopped.promise]);
        while (begun[0]?.isDone === true) await handOn(begun.shift(), take);
      }
    } finally {
      stopped.forget();
    }
  }

  async end(): Promise<void> {
    await this.#pool?.destroy();
  }

  #parcelOf(scenario: Scenario): Parcel {
    const written = serialize(scenario);
    const bytes = new SharedArrayBuffer(written.length);
    new Uint8Array(bytes).set(written);
    this.#parcels += 1;
    return { id: this.#parcels, bytes };
  }
}

/** Gives a crew to some work, and ends it afterwards. */
export async function withCrew<T>(threads: number, work: (crew: Crew) => Promise<T>): Promise<T> {
  const crew = new Crew(threads);
  try {
    return await work(crew);
  } finally {
    await crew.end();
  }
}

/** Hands on what a batch came to. Throws what a match of it threw. */
async function handOn(one: Begun | undefined, take: Take): Promise<void> {
  const samples = (await one?.samples) ?? [];
  one?.jobs.forEach((job, index) => {
    const sample = samples[index];
    if (sample !== undefined) take(job, sample);
  });
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
