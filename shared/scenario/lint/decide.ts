import type { Amount, Condition } from '../../language/values.ts';
import type { Scenario } from '../schema.ts';
import { type Bounds, boundsOf } from './bounds.ts';
import type { Uses } from './uses.ts';

/** Whether a condition can hold, as far as data alone can tell: it always does, it never does, or it depends. */
export type Verdict = 'always' | 'never' | 'open';

/** What the scenario's data alone decide. */
export interface Decisions {
  verdict(condition: Condition | undefined): Verdict;
  bounds(amount: Amount): Bounds;
  /** Whether a law can ever be passed. */
  canPass(law: string): boolean;
}

/** The verdict on the opposite. */
export const not: Readonly<Record<Verdict, Verdict>> = { always: 'never', never: 'always', open: 'open' };
const reachable = (some: boolean): Verdict => (some ? 'open' : 'never');

/** Decides conditions of one scenario. Answers are never wrong, but often "open". */
export function decisionsOf(scenario: Scenario, uses: Uses): Decisions {
  const params = (op: string, name: string): readonly unknown[] =>
    uses.effects.filter(({ value }) => value.op === op).map(({ value }) => value[name]);
  const regimes = new Set<unknown>([scenario.regime, ...params('regime', 'to')]);
  const presences = new Set<unknown>([...scenario.seats.map(({ presence }) => presence), ...params('presence', 'to')]);
  const restrictions = new Set(params('restrict', 'kind'));
  const answers = new Set(params('answer', 'with'));
  const formalities = new Set<unknown>([...params('issue', 'formality'), ...(params('formalise', 'op').length > 0 ? ['notice'] : [])]);
  const takesDown = params('takedown', 'op').length > 0;
  const bounds = (amount: Amount): Bounds => boundsOf(amount, scenario, uses);
  const passing = new Set<string>();

  const canPass = (law: string): boolean => {
    if (uses.passedLaws.has(law)) return true;
    const spec = scenario.laws[law];
    const choosable = Object.values(scenario.actions).some(({ target }) => target === 'law');
    // A law that waits for itself is asked about only once.
    if (spec === undefined || !choosable || passing.has(law)) return false;
    passing.add(law);
    const possible = verdict(spec.when) !== 'never';
    passing.delete(law);
    return possible;
  };

  const all = (parts: readonly Condition[]): Verdict => {
    const verdicts = parts.map(verdict);
    if (verdicts.includes('never') || contradicts(parts, scenario.rounds)) return 'never';
    return verdicts.every((part) => part === 'always') ? 'always' : 'open';
  };

  function verdict(condition: Condition | undefined): Verdict {
    if (condition === undefined) return 'always';
    if ('all' in condition) return all(condition.all);
    if ('any' in condition) {
      const verdicts = condition.any.map(verdict);
      return verdicts.includes('always') ? 'always' : verdicts.every((part) => part === 'never') ? 'never' : 'open';
    }
    if ('not' in condition) return not[verdict(condition.not)];
    if ('value' in condition) return between(bounds(condition.value), condition.atLeast, condition.below);
    if ('law' in condition) return reachable(canPass(condition.law));
    if ('regime' in condition) {
      const hits = [...regimes].filter((regime) => condition.regime.some((wanted) => wanted === regime)).length;
      return hits === 0 ? 'never' : hits === regimes.size ? 'always' : 'open';
    }
    if ('presence' in condition) return reachable(condition.presence.some((presence) => presences.has(presence)));
    if ('round' in condition) return inRounds(condition.round.from ?? 0, condition.round.until ?? Infinity, scenario.rounds);
    if ('answered' in condition) return reachable(condition.answered.some((answer) => answers.has(answer)));
    if ('formality' in condition) return reachable(condition.formality.some((formality) => formalities.has(formality)));
    if ('restricted' in condition) return reachable(condition.restricted.some((kind) => restrictions.has(kind)));
    if ('removed' in condition) return reachable(takesDown && itemExists(scenario, condition.removed));
    return 'open';
  }
  return { verdict, bounds, canPass };
}

/** Whether `demand/item` is an item of the scenario. */
function itemExists(scenario: Scenario, name: string): boolean {
  const [template = '', item] = name.split('/');
  return Object.hasOwn(scenario.demands, template) && scenario.demands[template]?.items.some(({ id }) => id === item) === true;
}

/** Whether an amount within bounds lies in a window. */
export function between({ least, most }: Bounds, atLeast = -Infinity, below = Infinity): Verdict {
  if (most < atLeast || least >= below || atLeast >= below) return 'never';
  return least >= atLeast && most < below ? 'always' : 'open';
}

/** Whether a window of rounds is open in a match of so many. */
export function inRounds(from: number, until: number, rounds: number): Verdict {
  if (from > rounds || until < 1 || from > until) return 'never';
  return from <= 1 && until >= rounds ? 'always' : 'open';
}

/** Whether conditions that must hold together exclude each other: thresholds of one amount, or windows of rounds. */
function contradicts(parts: readonly Condition[], rounds: number): boolean {
  const windows = new Map<string, { low: number; high: number }>();
  let [from, until] = [1, rounds];
  for (const part of parts) {
    if ('round' in part) {
      from = Math.max(from, part.round.from ?? from);
      until = Math.min(until, part.round.until ?? until);
    } else if ('value' in part) {
      const key = JSON.stringify(part.value);
      const known = windows.get(key) ?? { low: -Infinity, high: Infinity };
      windows.set(key, { low: Math.max(known.low, part.atLeast ?? -Infinity), high: Math.min(known.high, part.below ?? Infinity) });
    }
  }
  return from > until || [...windows.values()].some(({ low, high }) => low >= high);
}
