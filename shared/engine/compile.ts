import type { Apply, Compiler, EffectSpec, Facts, Measure, Scope, Test, Who } from '../effects/define.ts';
import { effectModule } from '../effects/index.ts';
import { type Amount, type Condition, lawsNeeded } from '../language/values.ts';
import type { Regime, SeatId } from '../match/state.ts';
import type { DemandSpec, Scenario } from '../scenario/schema.ts';
import { compileAmount } from './amounts.ts';
import { compileCondition } from './conditions.ts';
import { Numbering, type Numberings } from './figures.ts';
import { type CompiledAction, compileActions, type Menus, menusOf } from './menus.ts';
import { type CompiledPacts, compilePacts } from './pactTerms.ts';
import { type CompiledPhase, compilePhases } from './rules.ts';
import { worldScope } from './scope.ts';
import { compileWho, type Roles, rolesOf } from './who.ts';
import type { Words } from './words.ts';

export interface CompiledCrisis {
  readonly id: string;
  readonly spec: Scenario['crises'][string];
  readonly scope: Scope;
  readonly when: Test;
  /** The laws without which it can't come: then they are its cause. */
  readonly laws: readonly string[];
  readonly chance: Measure;
  readonly apply: Apply;
}

export interface CompiledIntel {
  readonly id: string;
  /** The first round in which it is dealt. */
  readonly round: number;
  readonly seats: readonly SeatId[];
  readonly when: Test | null;
}

export interface CompiledDemand {
  readonly id: string;
  readonly spec: DemandSpec;
  readonly always: boolean;
  /** The platforms that it is meant for. */
  readonly for: readonly SeatId[];
  readonly items: DemandSpec['items'];
  readonly when: Test | null;
}

export interface CompiledLaw {
  readonly when: Test | null;
  readonly onPass: Apply;
  readonly inForce: Apply;
  readonly eachRound: Apply;
}

/** Turns what a scenario says into what the engine does. */
export interface Interpreter {
  readonly numberings: Numberings;
  amount(amount: Amount): Measure;
  condition(condition: Condition): Test;
  effects(list: readonly EffectSpec[], path: string): Apply;
}

/** A scenario with everything interpreted once: what the engine works with. */
export interface Compiled {
  readonly scenario: Scenario;
  readonly seatIds: readonly SeatId[];
  readonly roles: Roles;
  /** The numbers of its meters and counters. */
  readonly numberings: Numberings;
  readonly phases: readonly CompiledPhase[];
  /** What each seat may do, by phase. */
  readonly menus: Menus;
  readonly actions: ReadonlyMap<string, CompiledAction>;
  readonly choicePhases: ReadonlySet<string>;
  readonly laws: ReadonlyMap<string, CompiledLaw>;
  readonly crises: readonly CompiledCrisis[];
  readonly intelligence: readonly CompiledIntel[];
  readonly demands: ReadonlyMap<string, CompiledDemand>;
  readonly demandList: readonly CompiledDemand[];
  readonly courts: ReadonlyMap<string, Readonly<Record<Regime, Measure>>>;
  /** Null in scenarios without pacts. */
  readonly pacts: CompiledPacts | null;
  readonly lists: ReadonlyMap<string, Apply>;
  /** Meters that go back toward a resting value each round. */
  readonly drifts: readonly {
    readonly meter: string;
    readonly number: number;
    readonly scope: Scope;
    readonly ofWorld: boolean;
    readonly toward: number;
    readonly share: number;
  }[];
  readonly facts: Facts;
  who(ref: string): Who;
  /** A condition or an amount that is asked for again and again, compiled once. */
  test(condition: Condition): Test;
  measure(amount: Amount): Measure;
}

export { worldScope };

const cache = new WeakMap<Scenario, Compiled>();

/** The compiled form of a scenario; made once for each scenario object. */
export function compiled(scenario: Scenario): Compiled {
  const known = cache.get(scenario);
  if (known !== undefined) return known;
  const made = compile(scenario);
  cache.set(scenario, made);
  return made;
}

function compile(scenario: Scenario): Compiled {
  const lists = new Map<string, Apply>();
  const oddsCache = new Map<string, Measure>();
  const odds = (id: string): Measure => {
    const known = oddsCache.get(id);
    if (known !== undefined) return known;
    const entry = scenario.odds[id];
    const measure = entry === undefined ? () => 0 : compileAmount(entry.value, words);
    oddsCache.set(id, measure);
    return measure;
  };
  const numberings: Numberings = { meters: new Numbering(Object.keys(scenario.meters)), counters: new Numbering() };
  const who = compileWho(scenario);
  const words: Words = { odds, who, meter: (name) => numberings.meters.of(name), counter: (name) => numberings.counters.of(name) };
  const amount = (value: Amount): Measure => compileAmount(value, words);
  const condition = (value: Condition): Test => compileCondition(value, words);
  const optional = (value: Condition | undefined): Test | null => (value === undefined ? null : condition(value));

  const effects = (specs: readonly EffectSpec[], path: string): Apply => {
    const parts = specs.map((spec, index) => {
      const at = `${path}/${index}`;
      const compiler: Compiler = {
        amount,
        condition,
        who,
        meter: words.meter,
        counter: words.counter,
        effects: (list, below) => effects(list, `${at}/${below}`),
        listName: (below) => `${at}/${below}`,
      };
      return effectModule(spec.op)?.compile(spec as never, compiler) ?? nothing;
    });
    const [only = nothing] = parts;
    const apply: Apply =
      parts.length < 2
        ? only
        : (world, scope) => {
            for (const part of parts) part(world, scope);
          };
    lists.set(path, apply);
    return apply;
  };

  const interpreter: Interpreter = { numberings, amount, condition, effects };
  const actions = compileActions(scenario, interpreter);
  const demandList = Object.entries(scenario.demands).map(
    ([id, spec]): CompiledDemand => ({
      id,
      spec,
      always: spec.always,
      // Copies: going through a frozen list is slow.
      for: [...spec.for],
      items: [...spec.items],
      when: optional(spec.when),
    }),
  );

  return {
    scenario,
    seatIds: scenario.seats.map((seat) => seat.id),
    roles: rolesOf(scenario),
    numberings,
    phases: compilePhases(scenario, interpreter),
    actions: new Map(actions.map((action) => [action.id, action])),
    menus: menusOf(scenario, actions),
    choicePhases: new Set(scenario.phases.filter(({ kind }) => kind === 'choice').map(({ id }) => id)),
    laws: new Map(
      Object.entries(scenario.laws).map(([id, law]) => [
        id,
        {
          when: optional(law.when),
          onPass: effects(law.onPass, `laws/${id}/onPass`),
          inForce: effects(law.inForce, `laws/${id}/inForce`),
          eachRound: effects(law.eachRound, `laws/${id}/eachRound`),
        },
      ]),
    ),
    crises: Object.entries(scenario.crises).map(([id, crisis]) => ({
      id,
      spec: crisis,
      scope: worldScope(`crisis:${id}`),
      when: condition(crisis.when),
      laws: lawsNeeded(crisis.when),
      chance: amount(crisis.chance),
      apply: effects(crisis.effects, `crises/${id}`),
    })),
    intelligence: Object.entries(scenario.intelligence).map(([id, spec]) => ({
      id,
      round: spec.round,
      seats: [...spec.seats],
      when: optional(spec.when),
    })),
    demands: new Map(demandList.map((demand) => [demand.id, demand])),
    demandList,
    courts: new Map(
      Object.entries(scenario.courts).map(([id, court]) => [
        id,
        { law: amount(court.odds.law), hybrid: amount(court.odds.hybrid), captive: amount(court.odds.captive) },
      ]),
    ),
    pacts: compilePacts(scenario, { condition, effects }),
    lists,
    drifts: Object.entries(scenario.meters).flatMap(([meter, { owner, drift }]) =>
      drift === undefined
        ? []
        : [{ meter, number: numberings.meters.of(meter), scope: worldScope(`drift:${meter}`), ofWorld: owner === 'world', ...drift }],
    ),
    facts: factsOf(scenario, effects(scenario.ladder.onSkip, 'ladder/onSkip')),
    who,
    test: remembered(condition),
    measure: remembered(amount),
  };
}

const nothing: Apply = () => {};

/** Compiles each part of a scenario once, whoever asks. */
function remembered<T, C extends object>(compilePart: (part: T) => C): (part: T) => C {
  const known = new Map<T, C>();
  return (part) => {
    const made = known.get(part) ?? compilePart(part);
    known.set(part, made);
    return made;
  };
}

function factsOf(scenario: Scenario, onSkip: Apply): Facts {
  const rungs = new Map(scenario.ladder.rungs.map((rung, index) => [rung.id, index]));
  const rungIndex = (id: string): number => rungs.get(id) ?? 0;
  const classes = new Map(
    Object.entries(scenario.demands).map(([id, demand]) => [id, new Map(demand.items.map((item) => [item.id, item.class]))]),
  );
  const political = new Set(Object.entries(scenario.classes).flatMap(([id, spec]) => (spec.political ? [id] : [])));
  const items = new Map(Object.entries(scenario.demands).map(([id, demand]) => [id, demand.items.map((item) => item.id)]));
  const traits = new Map(scenario.seats.map((seat) => [seat.id, seat.traits]));
  const last = scenario.fines.at(-1) ?? { id: 'none', share: 0, cash: 0 };
  const { law, hybrid, captive } = scenario.ladder.top;
  return {
    electionRound: scenario.electionRound,
    trait: (seat, trait) => traits.get(seat)?.[trait] ?? 0,
    itemIds: (template) => items.get(template) ?? [],
    itemClass: (template, item) => classes.get(template)?.get(item) ?? '',
    isPolitical: (itemClass) => political.has(itemClass),
    fineTier: (id) => scenario.fines.find((tier) => tier.id === id) ?? null,
    nextFineTier: (fines) => scenario.fines[fines] ?? last,
    topRung: { law: rungIndex(law), hybrid: rungIndex(hybrid), captive: rungIndex(captive) },
    rungIndex,
    onSkip,
  };
}
