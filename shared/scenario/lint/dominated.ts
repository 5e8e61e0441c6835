import type { EffectSpec } from '../../effects/define.ts';
import type { ActionSpec, Scenario } from '../schema.ts';
import type { LintRule } from './rule.ts';
import { slotOf } from './slot.ts';
import type { Uses } from './uses.ts';

/** What choosing an action does to its owner, as far as constant data say. All numbers: more is better. */
interface Worth {
  readonly own: ReadonlyMap<string, number>;
  /** Everything else, as sorted text: two actions can only be compared if it is the same. */
  readonly rest: string;
}

/** 1 if more of a meter is good for its owner, −1 if less is, 0 if neither. */
const sign = (scenario: Scenario, meter: string): number => {
  const good = scenario.meters[meter]?.good;
  return good === 'high' ? 1 : good === 'low' ? -1 : 0;
};

const isOwnChange = (scenario: Scenario, effect: EffectSpec): boolean =>
  effect.op === 'change' &&
  typeof effect.by === 'number' &&
  (effect.of === undefined || effect.of === 'self') &&
  sign(scenario, String(effect.meter)) !== 0;

function worthOf(scenario: Scenario, action: ActionSpec): Worth {
  const own = new Map<string, number>([['action points', -action.points]]);
  const add = (meter: string, by: number) => own.set(meter, (own.get(meter) ?? 0) + by * sign(scenario, meter));
  for (const { meter, by } of action.costs) add(meter, by);
  const rest: string[] = [];
  for (const effect of action.effects) {
    if (isOwnChange(scenario, effect)) add(String(effect.meter), Number(effect.by));
    else rest.push(JSON.stringify(effect));
  }
  return { own, rest: rest.sort().join('\n') };
}

/** Whether whoever may choose `b` may always choose `a` in its place. */
function standsInFor(a: ActionSpec, b: ActionSpec): boolean {
  const seats = a.seats === undefined || b.seats?.every((seat) => a.seats?.includes(seat)) === true;
  const when = a.when === undefined || JSON.stringify(a.when) === JSON.stringify(b.when);
  const same = a.phase === b.phase && a.step === b.step && a.target === b.target && slotOf(a) === slotOf(b) && a.covert === b.covert;
  return same && seats && when && b.roles.every((role) => a.roles.includes(role)) && (!a.once || b.once);
}

/** 1: `a` is never worse and somewhere better; 0: they are worth the same; null: it depends. */
function compare(a: Worth, b: Worth): 0 | 1 | null {
  if (a.rest !== b.rest) return null;
  let better = false;
  for (const meter of new Set([...a.own.keys(), ...b.own.keys()])) {
    const difference = (a.own.get(meter) ?? 0) - (b.own.get(meter) ?? 0);
    if (difference < 0) return null;
    better ||= difference > 0;
  }
  return better ? 1 : 0;
}

/** Whether something else depends on which of the two was chosen, so that numbers alone don't decide. */
const askedFor = (uses: Uses, id: string): boolean => uses.counterReads.has(`did-${id}`);

export const dominatedAction: LintRule = {
  id: 'dominated-action',
  severity: 'warning',
  *find({ scenario, uses }) {
    const entries = Object.entries(scenario.actions).map(([id, action]) => ({ id, action, worth: worthOf(scenario, action) }));
    // Only actions with the same rest can be compared: groups keep a scenario of thousands from being compared pair by pair.
    const groups = Map.groupBy(entries, ({ action, worth }) => `${action.phase}|${action.target}|${worth.rest}`);
    for (const group of groups.values()) {
      for (const [index, worse] of group.entries()) {
        if (askedFor(uses, worse.id)) continue;
        const better = group.find(({ id, action, worth }, other) => {
          const verdict = id === worse.id || !standsInFor(action, worse.action) ? null : compare(worth, worse.worth);
          return verdict === 1 || (verdict === 0 && other < index && standsInFor(worse.action, action));
        });
        if (better !== undefined)
          yield {
            path: ['actions', worse.id],
            message: `"${better.id}" costs no more and is at least as good in all it does. Make this action cheaper or give it something of its own.`,
          };
      }
    }
  },
};
