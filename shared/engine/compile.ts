import type { Apply, Compiler, EffectSpec, Facts, Measure, Scope, Test, Who } from '../effects/define.ts';
import { effectModule } from '../effects/index.ts';
import type { Amount, Condition } from '../language/values.ts';
import type { Regime, SeatId } from '../match/state.ts';
import type { ActionSpec, DemandSpec, RuleSpec, Scenario } from '../scenario/schema.ts';
import { Numbering, type Numberings } from './figures.ts';
import { compileAmount, compileCondition, type Words } from './measure.ts';
import { type CompiledPacts, compilePacts } from './pactTerms.ts';
import { compileWho, type Roles, rolesOf } from './who.ts';

type Step = Scenario['steps'][number];

export interface CompiledAction {
  readonly id: string;
  /** The name of its rule in the ledger. */
  readonly rule: string;
  /** The counter of how often it was done. */
  readonly did: number;
  readonly costs: readonly { readonly number: number; readonly by: number }[];
  /** Whether it happens in a slot that is left open. */
  readonly fillsSlots: boolean;
  /** The index of the step in which it takes effect. */
  readonly step: number;
  readonly spec: ActionSpec;
  readonly when: Test | null;
  readonly odds: Measure | null;
  readonly apply: Apply;
}

/** The actions of one seat in one phase, in the scenario's order. */
export interface Menu {
  readonly actions: readonly CompiledAction[];
  /** Where each action stands in it. */
  readonly places: ReadonlyMap<string, number>;
  /** The places of those that happen in slots that are left open. */
  readonly fillers: readonly number[];
}

/** One thing a rule is applied to, with all that can be said of it beforehand. */
export interface RuleSubject {
  readonly seat: SeatId | null;
  readonly scope: Scope;
  /** Under which a rule that comes once is remembered. */
  readonly key: string;
}

export interface CompiledRule {
  /** Whether it looks at what seats answered or removed: then that is its cause. */
  readonly looksAtDeeds: boolean;
  /** Its name in the ledger. */
  readonly name: string;
  readonly spec: RuleSpec;
  /** What it is applied to, if that is always the same: the match, or seats. */
  readonly subjects: readonly RuleSubject[];
  readonly when: Test | null;
  readonly apply: Apply;
}

export interface CompiledCrisis {
  readonly id: string;
  readonly spec: Scenario['crises'][string];
  readonly scope: Scope;
  readonly when: Test;
  readonly chance: Measure;
  readonly apply: Apply;
}

export interface CompiledIntel {
  readonly id: string;
  readonly spec: Scenario['intelligence'][string];
  readonly when: Test | null;
}

export interface CompiledDemand {
  readonly id: string;
  readonly spec: DemandSpec;
  readonly when: Test | null;
}

export interface CompiledLaw {
  readonly when: Test | null;
  readonly onPass: Apply;
  readonly inForce: Apply;
  readonly eachRound: Apply;
}

export interface CompiledStep {
  readonly spec: Step;
  readonly index: number;
  readonly rules: readonly CompiledRule[];
}

/** A scenario with everything interpreted once: what the engine works with. */
export interface Compiled {
  readonly scenario: Scenario;
  readonly seatIds: readonly SeatId[];
  readonly roles: Roles;
  /** The numbers of its meters and counters. */
  readonly numberings: Numberings;
  /** What each seat may do, by phase. */
  readonly menus: ReadonlyMap<string, ReadonlyMap<SeatId, Menu>>;
  readonly actions: ReadonlyMap<string, CompiledAction>;
  readonly choicePhases: ReadonlySet<string>;
  readonly steps: ReadonlyMap<string, readonly CompiledStep[]>;
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
    readonly rule: string;
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

  const actions = new Map(
    Object.entries(scenario.actions).map(([id, spec]) => [
      id,
      {
        id,
        rule: `action:${id}`,
        did: numberings.counters.of(`did-${id}`),
        costs: spec.costs.map(({ meter, by }) => ({ number: numberings.meters.of(meter), by })),
        step: scenario.steps.findIndex(({ id: step }) => step === spec.step),
        fillsSlots: spec.fallback && (spec.answer !== undefined || spec.commitment),
        spec,
        when: optional(spec.when),
        odds: spec.odds === undefined ? null : amount(spec.odds),
        apply: effects(spec.effects, `actions/${id}`),
      },
    ]),
  );
  const menus = new Map(
    scenario.phases.map((phase) => [
      phase.id,
      new Map(
        scenario.seats.map(({ id, role }) => {
          const its = [...actions.values()].filter(
            ({ spec }) => spec.phase === phase.id && spec.roles.includes(role) && (spec.seats === undefined || spec.seats.includes(id)),
          );
          const places = new Map(its.map((action, place) => [action.id, place]));
          return [id, { actions: its, places, fillers: its.flatMap(({ fillsSlots }, place) => (fillsSlots ? [place] : [])) }];
        }),
      ),
    ]),
  );
  const rules = scenario.rules.map((spec) => ({
    spec,
    name: `rule:${spec.id}`,
    subjects: subjectsOf(scenario, spec),
    looksAtDeeds: /"(answered|removed)/.test(JSON.stringify(spec)),
    when: optional(spec.when),
    apply: effects(spec.effects, `rules/${spec.id}`),
  }));
  const steps = new Map(
    scenario.phases.map((phase) => [
      phase.id,
      scenario.steps
        .filter((step) => step.phase === phase.id)
        .map((spec) => ({ spec, index: scenario.steps.indexOf(spec), rules: rules.filter((rule) => rule.spec.step === spec.id) })),
    ]),
  );

  const demandList = Object.entries(scenario.demands).map(([id, spec]) => ({ id, spec, when: optional(spec.when) }));

  return {
    scenario,
    seatIds: scenario.seats.map((seat) => seat.id),
    roles: rolesOf(scenario),
    numberings,
    actions,
    menus,
    choicePhases: new Set(scenario.phases.filter(({ kind }) => kind === 'choice').map(({ id }) => id)),
    steps,
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
      chance: amount(crisis.chance),
      apply: effects(crisis.effects, `crises/${id}`),
    })),
    intelligence: Object.entries(scenario.intelligence).map(([id, spec]) => ({ id, spec, when: optional(spec.when) })),
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
        : [{ meter, number: numberings.meters.of(meter), rule: `drift:${meter}`, ofWorld: owner === 'world', ...drift }],
    ),
    facts: factsOf(scenario, effects(scenario.ladder.onSkip, 'ladder/onSkip')),
    who,
    test: remembered(condition),
    measure: remembered(amount),
  };
}

function subjectsOf(scenario: Scenario, { id, each }: RuleSpec): readonly RuleSubject[] {
  const scope = worldScope(`rule:${id}`);
  if (each === 'match') return [{ seat: null, scope, key: `rule:${id}|` }];
  return scenario.seats
    .filter(({ role }) => role === each)
    .map((seat) => ({ seat: seat.id, scope: { ...scope, self: seat.id, target: seat.id }, key: `rule:${id}|${seat.id}` }));
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
    Object.entries(scenario.demands).flatMap(([id, demand]) => demand.items.map((item) => [`${id}/${item.id}`, item.class])),
  );
  const items = new Map(Object.entries(scenario.demands).map(([id, demand]) => [id, demand.items.map((item) => item.id)]));
  const traits = new Map(scenario.seats.map((seat) => [seat.id, seat.traits]));
  const last = scenario.fines.at(-1) ?? { id: 'none', share: 0, cash: 0 };
  const { law, hybrid, captive } = scenario.ladder.top;
  return {
    electionRound: scenario.electionRound,
    trait: (seat, trait) => traits.get(seat)?.[trait] ?? 0,
    itemIds: (template) => items.get(template) ?? [],
    itemClass: (template, item) => classes.get(`${template}/${item}`) ?? '',
    isPolitical: (itemClass) => scenario.classes[itemClass]?.political === true,
    fineTier: (id) => scenario.fines.find((tier) => tier.id === id) ?? null,
    nextFineTier: (fines) => scenario.fines[fines] ?? last,
    topRung: { law: rungIndex(law), hybrid: rungIndex(hybrid), captive: rungIndex(captive) },
    rungIndex,
    onSkip,
  };
}

/** A scope of the world itself: nobody acts. */
export const worldScope = (rule: string, because = 0): Scope => ({
  self: null,
  target: null,
  demand: null,
  item: null,
  subject: null,
  scale: 1,
  rule,
  because,
});
