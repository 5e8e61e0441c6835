import type { EffectSpec } from '../../effects/define.ts';
import type { Amount } from '../../language/values.ts';
import type { Path } from '../problems.ts';
import type { Decisions } from './decide.ts';
import type { LintRule, Look } from './rule.ts';
import { partsOf } from './uses.ts';

/** By how much a meter grows each round for every point of another one. */
interface Gain {
  readonly from: string;
  readonly to: string;
  readonly factor: number;
  readonly path: Path;
}

const LONGEST_CYCLE = 5;
/** Steps of the search; a scenario of any size is answered quickly. */
const PATIENCE = 20_000;

/** How much of an amount is proportional to which meters. A bound from above ("least") ends growth, so it has no gain. */
function gainsIn(amount: Amount, decisions: Decisions): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  const add = (gains: ReadonlyMap<string, number>, times: number) => {
    for (const [meter, factor] of gains) if (times !== 0) found.set(meter, (found.get(meter) ?? 0) + factor * times);
  };
  if (typeof amount === 'number') return found;
  if ('meter' in amount) found.set(amount.meter, amount.times ?? 1);
  else if ('sum' in amount) for (const part of amount.sum) add(gainsIn(part, decisions), 1);
  else if ('most' in amount) for (const part of amount.most) add(gainsIn(part, decisions), 1);
  else if ('if' in amount) {
    add(gainsIn(amount.then, decisions), 1);
    add(gainsIn(amount.else, decisions), 1);
  } else if ('product' in amount) {
    for (const [index, part] of amount.product.entries()) {
      const others = amount.product.filter((_, other) => other !== index).map((other) => decisions.bounds(other));
      // Of each other factor the largest it can be; an unbounded one says nothing about growth.
      const times = others.reduce((product, { least, most }) => product * (Math.abs(least) > Math.abs(most) ? least : most), 1);
      add(gainsIn(part, decisions), Number.isFinite(times) ? times : 0);
    }
  }
  return found;
}

function gainsOf(effects: readonly EffectSpec[], path: Path, decisions: Decisions): readonly Gain[] {
  return [...partsOf(effects, path)].flatMap(({ value, path: at }) => {
    const to = value.op === 'press' ? 'pressure' : value.op === 'change' || value.op === 'fading' ? String(value.meter) : null;
    if (to === null) return [];
    return [...gainsIn(value.by as Amount, decisions)].map(([from, factor]) => ({ from, to, factor, path: at }));
  });
}

/** What the world does every round by itself: rules, and laws in force. */
function roundGains({ scenario, decisions }: Look): readonly Gain[] {
  return [
    ...scenario.rules.flatMap((rule, index) => (rule.once ? [] : gainsOf(rule.effects, ['rules', index, 'effects'], decisions))),
    ...Object.entries(scenario.laws).flatMap(([id, law]) => gainsOf(law.eachRound, ['laws', id, 'eachRound'], decisions)),
  ];
}

/** Cycles of gains that come back to where they began, shortest first. */
function cyclesOf(gains: readonly Gain[]): readonly (readonly Gain[])[] {
  const byStart = Map.groupBy(gains, ({ from }) => from);
  const cycles: Gain[][] = [];
  let steps = 0;
  let open: Gain[][] = gains.map((gain) => [gain]);
  for (let length = 1; length <= LONGEST_CYCLE && open.length > 0; length += 1) {
    const longer: Gain[][] = [];
    for (const chain of open) {
      const [first, last] = [chain[0], chain.at(-1)];
      if (first === undefined || last === undefined) continue;
      if (last.to === first.from) {
        cycles.push(chain);
        continue;
      }
      for (const next of byStart.get(last.to) ?? []) {
        steps += 1;
        if (steps > PATIENCE) return cycles;
        if (!chain.some(({ to }) => to === next.to)) longer.push([...chain, next]);
      }
    }
    open = longer;
  }
  return cycles;
}

export const runawayLoop: LintRule = {
  id: 'runaway-loop',
  severity: 'warning',
  *find(look) {
    const { meters } = look.scenario;
    const told = new Set<string>();
    for (const cycle of cyclesOf(roundGains(look))) {
      const names = cycle.map(({ to }) => to);
      const key = [...names].sort().join('|');
      const [first] = cycle;
      const factor = cycle.reduce((product, gain) => product * gain.factor, 1);
      if (first === undefined || told.has(key) || factor < 1 || names.some((meter) => meters[meter]?.drift !== undefined)) continue;
      told.add(key);
      const round =
        names.length === 1
          ? `"${first.to}" feeds itself`
          : `${[first.from, ...names].map((name) => `"${name}"`).join(' → ')} feed each other`;
      yield {
        path: [...first.path, 'by'],
        message: `${round}, by ${Math.round(factor * 100) / 100} for every point each round, and nothing pulls back. Give one a "drift", or bound the amount with "least".`,
      };
    }
  },
};
