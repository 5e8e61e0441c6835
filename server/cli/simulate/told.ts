import type { Trials } from '../../../shared/balance/trials.ts';
import type { Simulation } from './simulation.ts';

/** All that the command tells: what the plan of matches showed, and what became of promises and rules in matches of their own. */
export interface Told extends Simulation, Trials {}
