import type { Apply, Measure, Test } from '../effects/define.ts';
import { lawsNeeded } from '../language/values.ts';
import type { Regime, SeatId } from '../match/state.ts';
import type { ActionSpec, Scenario } from '../scenario/schema.ts';
import type { Interpreter } from './compile.ts';

export interface CompiledAction {
  readonly id: string;
  /** The name of its rule in the ledger. */
  readonly rule: string;
  readonly spec: ActionSpec;
  /** What stands in its spec and is asked for again and again. */
  readonly target: ActionSpec['target'];
  readonly points: number;
  readonly costs: readonly { readonly number: number; readonly by: number }[];
  readonly once: boolean;
  readonly covert: boolean;
  /** The kind of slot that it fills, if any. */
  readonly slot: 'answer' | 'commitment' | null;
  /** Whether it happens in a slot that is left open. */
  readonly fillsSlots: boolean;
  /** The index of the step in which it takes effect. */
  readonly step: number;
  /** The counter of how often it was done. */
  readonly did: number;
  readonly when: Test | null;
  /** The laws without which it is not possible. */
  readonly laws: readonly string[];
  /** The last round in which a court that it goes to can still rule before the match ends, by regime; null if it goes to none. */
  readonly lastRound: Readonly<Record<Regime, number>> | null;
  readonly odds: Measure | null;
  readonly apply: Apply;
}

/** Interprets the actions of a scenario, in its order. */
export function compileActions(scenario: Scenario, { amount, condition, effects, numberings }: Interpreter): readonly CompiledAction[] {
  return Object.entries(scenario.actions).map(([id, spec]): CompiledAction => {
    const slot = spec.answer !== undefined ? 'answer' : spec.commitment ? 'commitment' : null;
    return {
      id,
      rule: `action:${id}`,
      spec,
      target: spec.target,
      points: spec.points,
      costs: spec.costs.map(({ meter, by }) => ({ number: numberings.meters.of(meter), by })),
      once: spec.once,
      covert: spec.covert,
      slot,
      fillsSlots: spec.fallback && slot !== null,
      step: scenario.steps.findIndex((step) => step.id === spec.step),
      did: numberings.counters.of(`did-${id}`),
      when: spec.when === undefined ? null : condition(spec.when),
      laws: lawsNeeded(spec.when),
      lastRound: lastRoundOf(scenario, spec),
      odds: spec.odds === undefined ? null : amount(spec.odds),
      apply: effects(spec.effects, `actions/${id}`),
    };
  });
}

/** All courts that a list of effects goes to, at any depth. */
function courtsIn(effects: unknown): readonly string[] {
  if (effects === null || typeof effects !== 'object') return [];
  const { op, court } = effects as { readonly op?: unknown; readonly court?: unknown };
  const inside = Object.values(effects).flatMap(courtsIn);
  return op === 'court' && typeof court === 'string' ? [court, ...inside] : inside;
}

function lastRoundOf({ courts, rounds }: Scenario, { effects }: ActionSpec): CompiledAction['lastRound'] {
  const delays = courtsIn(effects).flatMap((court) => courts[court]?.delay ?? []);
  if (delays.length === 0) return null;
  const last = (regime: Regime): number => rounds - Math.min(...delays.map((delay) => delay[regime]));
  return { law: last('law'), hybrid: last('hybrid'), captive: last('captive') };
}

/** The actions of one seat in one phase, in the scenario's order. */
export interface Menu {
  readonly actions: readonly CompiledAction[];
  /** Where each action stands in it. */
  readonly places: ReadonlyMap<string, number>;
  /** The places of those that happen in slots that are left open. */
  readonly fillers: readonly number[];
}

/** What each seat may do, by phase. */
export type Menus = ReadonlyMap<string, ReadonlyMap<SeatId, Menu>>;

/** Sorts actions out by phase and seat. */
export function menusOf({ phases, seats }: Scenario, actions: readonly CompiledAction[]): Menus {
  const menuOf = (phase: string, { id, role }: Scenario['seats'][number]): Menu => {
    const its = actions.filter(
      ({ spec }) => spec.phase === phase && spec.roles.includes(role) && (spec.seats === undefined || spec.seats.includes(id)),
    );
    return {
      actions: its,
      places: new Map(its.map((action, place) => [action.id, place])),
      fillers: its.flatMap(({ fillsSlots }, place) => (fillsSlots ? [place] : [])),
    };
  };
  return new Map(phases.map(({ id }) => [id, new Map(seats.map((seat) => [seat.id, menuOf(id, seat)]))]));
}
