import type { EffectSpec } from '../../../shared/effects/define.ts';
import type { SeatId } from '../../../shared/match/state.ts';
import type { About, MatchInPlay } from '../../builders.ts';
import type { Facts } from '../../facts.ts';
import type { ScenarioData } from '../../fixtures/quiet.ts';

/** Brings a match into the position that a row begins from. */
export type Position = (match: MatchInPlay) => MatchInPlay;
/** Changes the scenario that a row is played in. */
export type Adjust = (data: ScenarioData) => void;

/**
 * One row of an effect's table. The match is a quiet one (nothing happens by itself) in the Answer phase of round 2. `then` are
 * all the facts that change, and no other may; `events` are all that is recorded, in order.
 */
export interface EffectCase {
  readonly when: string;
  /** Changes of the scenario, then of the position. */
  readonly scenario?: Adjust;
  readonly given?: Position;
  readonly does: readonly EffectSpec[];
  /** Who does it; the regulator if absent, the world if null. */
  readonly by?: SeatId | null;
  /** On whom; the platform Alpha if absent. */
  readonly about?: About;
  readonly then: Facts;
  readonly events: string;
  /** What changes in the resolution of round 3, of round 4 … */
  readonly rounds?: readonly Facts[];
}

export type EffectTable = readonly EffectCase[];

/** Nobody is aimed at. */
export const NOBODY: About = {};

/** Facts of a demand that has just been sent in round 2. */
export const sent = (id: string, items: readonly string[], formality: string, due = 3): Facts => ({
  [`${id} status`]: 'live',
  [`${id} answer`]: null,
  [`${id} formality`]: formality,
  [`${id} due`]: due,
  [`${id} stalls`]: 0,
  [`${id} public`]: formality === 'notice' || formality === 'court',
  ...Object.fromEntries(items.map((item) => [`${id}.${item}`, 'up'])),
});
