import type { Amount } from '../../language/values.ts';
import type { Scenario } from '../schema.ts';
import { keptByTheEngine, type Uses } from './uses.ts';

/** The least and the most an amount can be. Never too narrow; may be too wide. */
export interface Bounds {
  readonly least: number;
  readonly most: number;
}

const exactly = (value: number): Bounds => ({ least: value, most: value });
/** Items of a demand, and the greatest true harm or rights cost of each. */
const MOST_ITEMS = 4;
const WORST_ITEM = 10;

// 0 × ∞ is 0 here: nothing of whatever it is.
const times = (a: number, b: number): number => (a === 0 || b === 0 ? 0 : a * b);

function multiply(a: Bounds, b: Bounds): Bounds {
  const corners = [times(a.least, b.least), times(a.least, b.most), times(a.most, b.least), times(a.most, b.most)];
  return { least: Math.min(...corners), most: Math.max(...corners) };
}

const add = (a: Bounds, b: Bounds): Bounds => ({ least: a.least + b.least, most: a.most + b.most });
const either = (a: Bounds, b: Bounds): Bounds => ({ least: Math.min(a.least, b.least), most: Math.max(a.most, b.most) });
const scaled = (bounds: Bounds, by: number | undefined, plus: number | undefined): Bounds =>
  add(multiply(bounds, exactly(by ?? 1)), exactly(plus ?? 0));
const join = (parts: readonly Bounds[], how: (a: Bounds, b: Bounds) => Bounds): Bounds =>
  parts.length === 0 ? exactly(0) : parts.reduce(how);

function counterBounds(name: string, scenario: Scenario, uses: Uses, count: number): Bounds {
  const step = uses.counterSteps.get(name);
  if (step === undefined && !keptByTheEngine(scenario, name)) return exactly(0);
  return { least: step !== undefined && step < 0 ? -count : 0, most: count };
}

function traitBounds(trait: string, scenario: Scenario): Bounds {
  const values = scenario.seats.map(({ traits }) => traits[trait] ?? 0);
  const sum = (some: readonly number[]) => some.reduce((total, value) => total + value, 0);
  return { least: sum(values.filter((value) => value < 0)), most: sum(values.filter((value) => value > 0)) };
}

/** The bounds of any amount of a scenario that fits the limits. Meters lie in 0–100; `count` is the most that a counter comes to. */
export function boundsOf(amount: Amount, scenario: Scenario, uses: Uses, count = Infinity): Bounds {
  const of = (part: Amount): Bounds => boundsOf(part, scenario, uses, count);
  if (typeof amount === 'number') return exactly(amount);
  if ('meter' in amount) return scaled({ least: 0, most: 100 }, amount.times, amount.plus);
  if ('item' in amount) return scaled({ least: 0, most: MOST_ITEMS * WORST_ITEM }, amount.times, 0);
  if ('tally' in amount) return scaled(counterBounds(amount.tally, scenario, uses, count), amount.times, 0);
  if ('mark' in amount) return scaled(counterBounds(amount.mark, scenario, uses, count), amount.times, 0);
  if ('rung' in amount)
    return scaled({ least: 0, most: (scenario.ladder.rungs.length - 1) * scenario.seats.length }, amount.times, amount.plus);
  if ('trait' in amount) return scaled(traitBounds(amount.trait, scenario), amount.times, 0);
  if ('odds' in amount) {
    const entry = scenario.odds[amount.odds];
    return entry === undefined ? exactly(0) : of(entry.value);
  }
  if ('byRegime' in amount) return join(Object.values(amount.byRegime).map(of), either);
  if ('byPresence' in amount) return either(join(Object.values(amount.byPresence).map(of), either), exactly(0));
  if ('count' in amount) return scaled({ least: 0, most: Math.max(MOST_ITEMS, scenario.seats.length) }, amount.times, 0);
  if ('items' in amount) return scaled({ least: 0, most: count }, amount.times, 0);
  if ('roundsToElection' in amount) return scaled({ least: 0, most: scenario.electionRound }, amount.times, 0);
  if ('sum' in amount) return join(amount.sum.map(of), add);
  if ('product' in amount) return join(amount.product.map(of), multiply);
  if ('share' in amount) return { least: 0, most: 1 };
  if ('least' in amount)
    return join(amount.least.map(of), (a, b) => ({ least: Math.min(a.least, b.least), most: Math.min(a.most, b.most) }));
  if ('most' in amount) return join(amount.most.map(of), (a, b) => ({ least: Math.max(a.least, b.least), most: Math.max(a.most, b.most) }));
  return either(of(amount.then), of(amount.else));
}
