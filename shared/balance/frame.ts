import type { MeterId, Role, SeatId } from '../match/state.ts';
import type { Scenario } from '../scenario/schema.ts';

/** One line of the fans: a meter of a seat, or of the world (seat null). */
export interface Series {
  readonly seat: SeatId | null;
  readonly meter: MeterId;
}

/** What is counted of a scenario, each kind in a fixed order: samples then hold numbers instead of names. */
export interface Frame {
  readonly scenario: Scenario;
  readonly seats: readonly SeatId[];
  readonly roles: readonly Role[];
  readonly actions: readonly string[];
  readonly laws: readonly string[];
  readonly crises: readonly string[];
  readonly endings: readonly string[];
  readonly series: readonly Series[];
  /** Moments at which meters are read: as each round's choices begin, and at the end. */
  readonly readings: number;
}

const frames = new WeakMap<Scenario, Frame>();

/** The frame of a scenario; made once for each scenario object. */
export function frameOf(scenario: Scenario): Frame {
  const known = frames.get(scenario);
  if (known !== undefined) return known;
  const meters = Object.entries(scenario.meters);
  const frame: Frame = {
    scenario,
    seats: scenario.seats.map(({ id }) => id),
    roles: scenario.seats.map(({ role }) => role),
    actions: Object.keys(scenario.actions),
    laws: Object.keys(scenario.laws),
    crises: Object.keys(scenario.crises),
    endings: Object.keys(scenario.endings),
    series: [
      ...meters.filter(([, { owner }]) => owner === 'world').map(([meter]) => ({ seat: null, meter })),
      ...scenario.seats.flatMap(({ id, role }) => meters.filter(([, { owner }]) => owner === role).map(([meter]) => ({ seat: id, meter }))),
    ],
    readings: scenario.rounds + 1,
  };
  frames.set(scenario, frame);
  return frame;
}

/** Whether the courts of a scenario are captive, or can become so. */
export const canBeCaptive = (scenario: Scenario): boolean => scenario.regime === 'captive' || makesCaptive(scenario);

function makesCaptive(part: unknown): boolean {
  if (part === null || typeof part !== 'object') return false;
  if ('op' in part && part.op === 'regime' && 'to' in part && part.to === 'captive') return true;
  return Object.values(part).some(makesCaptive);
}
