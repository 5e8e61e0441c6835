import type { Apply, Scope, Test } from '../effects/define.ts';
import { type Condition, lawsNeeded } from '../language/values.ts';
import type { SeatId } from '../match/state.ts';
import type { RuleSpec, Scenario } from '../scenario/schema.ts';
import type { Interpreter } from './compile.ts';
import type { Numbering } from './figures.ts';
import { seatScope, worldScope } from './scope.ts';

/** One thing a rule is applied to, with all that can be said of it beforehand. */
export interface RuleSubject {
  readonly seat: SeatId | null;
  readonly scope: Scope;
  /** Under which a rule that comes once is remembered. */
  readonly key: string;
}

export interface CompiledRule {
  readonly spec: RuleSpec;
  /** Its name in the ledger. */
  readonly name: string;
  readonly once: boolean;
  readonly each: RuleSpec['each'];
  /** What it is applied to, if that is always the same: the match, or seats. */
  readonly subjects: readonly RuleSubject[];
  /** Counters of the round without any of which it can't hold; null if there are no such. */
  readonly needs: readonly number[] | null;
  /** Whether it looks at what seats answered or removed: then that is its cause. */
  readonly looksAtDeeds: boolean;
  readonly when: Test | null;
  /** The laws without which it can't hold: where nothing was done, they are its cause. */
  readonly laws: readonly string[];
  readonly apply: Apply;
}

export interface CompiledStep {
  readonly id: string;
  readonly index: number;
  /** Names of the built-in parts that run in it. */
  readonly run: readonly string[];
  readonly rules: readonly CompiledRule[];
}

export interface CompiledPhase {
  readonly id: string;
  readonly isChoice: boolean;
  readonly steps: readonly CompiledStep[];
}

/** Interprets the phases of a scenario with their steps and rules. */
export function compilePhases(scenario: Scenario, interpreter: Interpreter): readonly CompiledPhase[] {
  const rules = scenario.rules.map((spec) => compileRule(scenario, spec, interpreter));
  const steps = scenario.steps.map(({ id, phase, run }, index) => ({
    phase,
    step: { id, index, run: [...run], rules: rules.filter(({ spec }) => spec.step === id) },
  }));
  return scenario.phases.map(({ id, kind }) => ({
    id,
    isChoice: kind === 'choice',
    steps: steps.filter(({ phase }) => phase === id).map(({ step }) => step),
  }));
}

function compileRule(scenario: Scenario, spec: RuleSpec, { condition, effects, numberings }: Interpreter): CompiledRule {
  return {
    spec,
    name: `rule:${spec.id}`,
    once: spec.once,
    each: spec.each,
    subjects: subjectsOf(scenario, spec),
    needs: spec.when === undefined ? null : needsOf(spec.when, numberings.counters),
    looksAtDeeds: /"(answered|removed)/.test(JSON.stringify(spec)),
    when: spec.when === undefined ? null : condition(spec.when),
    laws: lawsNeeded(spec.when),
    apply: effects(spec.effects, `rules/${spec.id}`),
  };
}

function subjectsOf(scenario: Scenario, { id, each }: RuleSpec): readonly RuleSubject[] {
  const name = `rule:${id}`;
  if (each === 'match') return [{ seat: null, scope: worldScope(name), key: `${name}|` }];
  return scenario.seats
    .filter(({ role }) => role === each)
    .map((seat) => ({ seat: seat.id, scope: seatScope(name, seat.id), key: `${name}|${seat.id}` }));
}

/**
 * The counters of the round of which somebody must have counted one if a condition is to hold. Null if it may hold without: most rules
 * are about something that happens seldom, and need not be asked while it has not.
 */
export function needsOf(condition: Condition, counters: Numbering): readonly number[] | null {
  if ('all' in condition) {
    const needs = condition.all.flatMap((part) => {
      const own = needsOf(part, counters);
      return own === null ? [] : [own];
    });
    return needs.length === 0 ? null : needs.reduce((least, own) => (own.length < least.length ? own : least));
  }
  if ('any' in condition) {
    const needs = condition.any.map((part) => needsOf(part, counters));
    return needs.some((own) => own === null) ? null : needs.flatMap((own) => own ?? []);
  }
  if ('value' in condition) {
    const { value, atLeast = 0 } = condition;
    const isOfRound = typeof value === 'object' && 'tally' in value && (value.times ?? 1) > 0;
    return isOfRound && atLeast > 0 ? [counters.of(value.tally)] : null;
  }
  if ('answered' in condition && condition.by !== undefined) return condition.answered.map((answer) => counters.of(`answered-${answer}`));
  return null;
}
