import type { PromiseReport } from '../../../shared/balance/promises.ts';
import type { Simulation } from './simulation.ts';

/** All that the command tells: what the plan of matches showed, and what became of promises in matches of their own. */
export interface Told extends Simulation {
  readonly promises: readonly PromiseReport[];
}
