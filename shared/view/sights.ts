import type { Amount, Condition } from '../language/values.ts';
import type { Regime, Role } from '../match/state.ts';
import type { Scenario } from '../scenario/schema.ts';

/** Something that a rule looks at, and of which the ledger tells how it came about. `of`: whose, as the scenario says it. */
export type Sight =
  | { readonly meter: string; readonly of: string; readonly atLeast: number | null; readonly below: number | null }
  | { readonly law: string; readonly passed: boolean }
  | { readonly regime: readonly Regime[] }
  | { readonly restricted: readonly ('throttle' | 'block')[]; readonly of: string };

/** What a rule looks at, and for the seats of which role it is applied one by one (null: once for all). */
export interface Looks {
  readonly each: Role | null;
  readonly sights: readonly Sight[];
}

/**
 * What a rule looks at, of the things that the ledger tells of; null if of none. What must not hold is left out: what did not happen has no
 * event. So are meters that nobody sees.
 */
export function looksOf({ meters }: Scenario, { each, when }: Scenario['rules'][number]): Looks | null {
  if (each === 'demand' || each === 'item') return null;
  const sights = sightsIn(when).filter((sight) => !('meter' in sight) || meters[sight.meter]?.audience !== 'nobody');
  return sights.length === 0 ? null : { each: each === 'match' ? null : each, sights };
}

function sightsIn(condition: Condition | undefined): readonly Sight[] {
  if (condition === undefined) return [];
  if ('all' in condition) return condition.all.flatMap(sightsIn);
  if ('any' in condition) return condition.any.flatMap(sightsIn);
  if ('law' in condition) return [{ law: condition.law, passed: condition.state === 'passed' }];
  if ('regime' in condition) return [{ regime: condition.regime }];
  if ('restricted' in condition) return [{ restricted: condition.restricted, of: condition.of ?? 'self' }];
  if (!('value' in condition) || !isMeter(condition.value)) return [];
  const { value, atLeast = null, below = null } = condition;
  return [{ meter: value.meter, of: value.of ?? 'self', atLeast, below }];
}

/** Whether an amount is a meter as it stands. */
const isMeter = (amount: Amount): amount is Extract<Amount, { meter: string }> =>
  typeof amount === 'object' && 'meter' in amount && (amount.times ?? 1) === 1 && (amount.plus ?? 0) === 0;
