import type { Amount, Condition } from '../../language/values.ts';
import type { Scenario } from '../schema.ts';
import type { Bounds } from './bounds.ts';
import { between, type Decisions, inRounds, not, type Verdict } from './decide.ts';

/** Whether a condition holds in the first round, before anybody has done anything, as far as data alone can tell. */
export function verdictAtStart(scenario: Scenario, decisions: Decisions, condition: Condition): Verdict {
  const at = (part: Condition): Verdict => verdictAtStart(scenario, decisions, part);
  if ('all' in condition) return together(condition.all.map(at));
  if ('any' in condition) return not[together(condition.any.map((part) => not[at(part)]))];
  if ('not' in condition) return not[at(condition.not)];
  if ('value' in condition) return between(boundsAtStart(scenario, decisions, condition.value), condition.atLeast, condition.below);
  if ('round' in condition) return inRounds(condition.round.from ?? 0, condition.round.until ?? Infinity, 1);
  if ('regime' in condition) return condition.regime.includes(scenario.regime) ? 'always' : 'never';
  if ('law' in condition || 'removed' in condition || 'restricted' in condition || 'answered' in condition) return 'never';
  return decisions.verdict(condition);
}

const together = (parts: readonly Verdict[]): Verdict =>
  parts.includes('never') ? 'never' : parts.every((part) => part === 'always') ? 'always' : 'open';

/** What an amount can be in the beginning: nothing is counted yet, and meters stand where they start. */
function boundsAtStart(scenario: Scenario, decisions: Decisions, amount: Amount): Bounds {
  if (typeof amount === 'number') return decisions.bounds(amount);
  if ('tally' in amount || 'mark' in amount || 'items' in amount) return { least: 0, most: 0 };
  if ('meter' in amount && amount.times === undefined && amount.plus === undefined) return startOf(scenario, amount.meter);
  return decisions.bounds(amount);
}

/** The lowest and the highest value that a meter starts with; 0 where nobody has it. */
export function startOf({ meters, seats }: Scenario, name: string): Bounds {
  const meter = meters[name];
  if (meter === undefined) return { least: 0, most: 100 };
  const starts = seats.filter(({ role }) => role === meter.owner).map((seat) => seat.meters[name] ?? meter.start);
  if (meter.owner === 'world') starts.push(meter.start);
  return starts.length === 0 ? { least: 0, most: 0 } : { least: Math.min(...starts), most: Math.max(...starts) };
}
