import type { Apply, Compiler, EffectSpec, Facts, Measure, Scope, Test } from '../effects/define.ts';
import { effectModule } from '../effects/index.ts';
import type { Amount, Condition } from '../language/values.ts';
import type { Regime, SeatId } from '../match/state.ts';
import type { ActionSpec, DemandSpec, RuleSpec, Scenario } from '../scenario/schema.ts';
import { compileAmount, compileCondition } from './measure.ts';
import { type CompiledPacts, compilePacts } from './pactTerms.ts';

type Step = Scenario['steps'][number];

export interface CompiledAction {
  readonly id: string;
  /** The name of its rule in the ledger. */
  readonly rule: string;
  /** The name of the counter of how often it was done. */
  readonly did: string;
  /** Whether it happens in a slot that is left open. */
  readonly fillsSlots: boolean;
  readonly spec: ActionSpec;
  readonly when: Test | null;
  readonly odds: Measure | null;
  readonly apply: Apply;
}

/** The actions of one seat in one phase, in the scenario's order. */
export interface Menu {
  readonly actions: readonly CompiledAction[];
  /** Those that happen in slots that are left open. */
  readonly fillers: readonly CompiledAction[];
}

export interface CompiledRule {
  /** Whether it looks at what seats answered or removed: then that is its cause. */
  readonly looksAtDeeds: boolean;
  /** Its name in the ledger. */
  readonly name: string;
  readonly spec: RuleSpec;
  /** The seats it is applied to, if it is applied to seats. */
  readonly seats: readonly SeatId[];
  readonly when: Test | null;
  readonly apply: Apply;
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
  readonly rules: readonly CompiledRule[];
}

/** A scenario with everything interpreted once: what the engine works with. */
export interface Compiled {
  readonly scenario: Scenario;
  readonly seatIds: readonly SeatId[];
  readonly roles: Readonly<Record<'regulators' | 'platforms' | 'activists', readonly SeatId[]>>;
  /** What each seat may do, by phase. */
  readonly menus: ReadonlyMap<string, ReadonlyMap<SeatId, Menu>>;
  readonly actions: ReadonlyMap<string, CompiledAction>;
  readonly choicePhases: ReadonlySet<string>;
  readonly steps: ReadonlyMap<string, readonly CompiledStep[]>;
  readonly laws: ReadonlyMap<string, CompiledLaw>;
  readonly crises: readonly { readonly id: string; readonly when: Test; readonly chance: Measure; readonly apply: Apply }[];
  readonly intelligence: readonly { readonly id: string; readonly when: Test | null }[];
  readonly demands: ReadonlyMap<string, CompiledDemand>;
  readonly demandList: readonly CompiledDemand[];
  readonly courts: ReadonlyMap<string, Readonly<Record<Regime, Measure>>>;
  /** Null in scenarios without pacts. */
  readonly pacts: CompiledPacts | null;
  readonly lists: ReadonlyMap<string, Apply>;
  /** Meters that go back toward a resting value each round. */
  readonly drifts: readonly {
    readonly meter: string;
    readonly rule: string;
    readonly ofWorld: boolean;
    readonly toward: number;
    readonly share: number;
  }[];
  readonly facts: Facts;
  /** A condition that is asked for again and again, compiled once. */
  test(condition: Condition): Test;
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
    const measure = entry === undefined ? () => 0 : compileAmount(entry.value, odds);
    oddsCache.set(id, measure);
    return measure;
  };
  const amount = (value: Amount): Measure => compileAmount(value, odds);
  const condition = (value: Condition): Test => compileCondition(value, odds);
  const tests = new WeakMap<Condition, Test>();
  const optional = (value: Condition | undefined): Test | null => (value === undefined ? null : condition(value));

  const effects = (specs: readonly EffectSpec[], path: string): Apply => {
    const parts = specs.map((spec, index) => {
      const at = `${path}/${index}`;
      const compiler: Compiler = {
        amount,
        condition,
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

  const roleSeats = (role: string) => scenario.seats.filter((seat) => seat.role === role).map((seat) => seat.id);
  const actions = new Map(
    Object.entries(scenario.actions).map(([id, spec]) => [
      id,
      {
        id,
        rule: `action:${id}`,
        did: `did-${id}`,
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
          return [id, { actions: its, fillers: its.filter(({ fillsSlots }) => fillsSlots) }];
        }),
      ),
    ]),
  );
  const rules = scenario.rules.map((spec) => ({
    spec,
    name: `rule:${spec.id}`,
    seats: roleSeats(spec.each),
    looksAtDeeds: /"(answered|removed)/.test(JSON.stringify(spec)),
    when: optional(spec.when),
    apply: effects(spec.effects, `rules/${spec.id}`),
  }));
  const steps = new Map(
    scenario.phases.map((phase) => [
      phase.id,
      scenario.steps
        .filter((step) => step.phase === phase.id)
        .map((spec) => ({ spec, rules: rules.filter((rule) => rule.spec.step === spec.id) })),
    ]),
  );

  const demandList = Object.entries(scenario.demands).map(([id, spec]) => ({ id, spec, when: optional(spec.when) }));

  return {
    scenario,
    seatIds: scenario.seats.map((seat) => seat.id),
    roles: { regulators: roleSeats('regulator'), platforms: roleSeats('platform'), activists: roleSeats('activist') },
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
      when: condition(crisis.when),
      chance: amount(crisis.chance),
      apply: effects(crisis.effects, `crises/${id}`),
    })),
    intelligence: Object.entries(scenario.intelligence).map(([id, piece]) => ({ id, when: optional(piece.when) })),
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
      drift === undefined ? [] : [{ meter, rule: `drift:${meter}`, ofWorld: owner === 'world', ...drift }],
    ),
    facts: factsOf(scenario, effects(scenario.ladder.onSkip, 'ladder/onSkip')),
    test: (value) => {
      const known = tests.get(value) ?? condition(value);
      tests.set(value, known);
      return known;
    },
  };
}

const nothing: Apply = () => {};

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
