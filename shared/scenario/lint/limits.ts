import type { Amount } from '../../language/values.ts';
import type { Path } from '../problems.ts';
import type { Scenario } from '../schema.ts';
import { boundsOf } from './bounds.ts';
import { type Part, partsOf, type Uses, usesOf } from './uses.ts';

/**
 * What one match can carry. A scenario beyond these limits is refused when it is loaded, whoever wrote it, so that no file can make
 * a match endless, huge or absurd. All limits lie far above what the shipped scenarios use.
 */

type Report = (path: Path, message: string) => void;

/** How many entries of a kind there may be. */
const MOST: Readonly<Partial<Record<keyof Scenario, number>>> = {
  meters: 80,
  classes: 100,
  courts: 40,
  odds: 200,
  actions: 200,
  demands: 120,
  laws: 60,
  crises: 200,
  intelligence: 300,
  cards: 120,
  endings: 80,
  marks: 300,
  caseFiles: 120,
  translations: 20,
  histories: 12,
};
/** Amounts, conditions and effects that one named chance may take to work out. */
const MOST_IN_ODDS = 500;
/** The same for one list of effects, with all that it may cause. */
const MOST_IN_LIST = 100_000;
/** The same for everything that happens by itself in one round. */
const MOST_IN_ROUND = 1_000_000;
/** The largest number that an amount may come to, and what a counter may come to at most. */
const LARGEST = 1e9;
const LARGEST_COUNT = 1e4;
/** Live demands, and items of them, that a rule has to go through in a busy match. */
const BUSY = { demand: 60, item: 240 } as const;
/** Promises that are kept or broken in one round of a busy match. */
const BUSY_PACTS = 200;
const MOST_TERMS = 60;

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  value !== null && typeof value === 'object' && !Array.isArray(value);

/** Weighs what it takes to work something out, once per scenario. */
class Scales {
  readonly #scenario: Scenario;
  readonly #known = new Map<string, number>();

  constructor(scenario: Scenario) {
    this.#scenario = scenario;
  }

  /** The weight of one of the odds; infinite if they refer to themselves in a circle. */
  odds(id: string): number {
    const known = this.#known.get(id);
    if (known !== undefined) return known;
    // Met again while it is being weighed: a circle.
    this.#known.set(id, Infinity);
    const weight = this.value(this.#scenario.odds[id]?.value);
    this.#known.set(id, weight);
    return weight;
  }

  /** The weight of an amount or condition. */
  value(value: unknown): number {
    if (Array.isArray(value)) return value.reduce<number>((sum, entry) => sum + this.value(entry), 0);
    if (!isObject(value)) return 0;
    const named = typeof value.odds === 'string' ? this.odds(value.odds) : 0;
    return Object.values(value).reduce<number>((sum, entry) => sum + this.value(entry), 1 + named);
  }

  /** The weight of a list of effects: those nested in an effect count once for everything that it is applied to. */
  effects(list: unknown): number {
    return Array.isArray(list) ? list.reduce<number>((sum, effect) => sum + this.#effect(effect), 0) : 0;
  }

  #effect(effect: unknown): number {
    if (!isObject(effect)) return 0;
    const lists = Object.values(effect).filter((entry) => Array.isArray(entry) && entry.some((part) => isObject(part) && 'op' in part));
    const others = Object.values(effect).filter((entry) => !lists.includes(entry));
    const nested = lists.reduce<number>((sum, list) => sum + this.effects(list), 0);
    const rounds = effect.op === 'fading' ? Number(effect.rounds) : 1;
    return 1 + this.#times(effect) * rounds * (1 + this.value(others) + nested);
  }

  /** How often an effect is applied at most: for each seat it names, or each thing it goes through. */
  #times(effect: Readonly<Record<string, unknown>>): number {
    if (effect.op === 'takedown') return 4;
    if (effect.op === 'disclose' || effect.op === 'restore') return effect.which === 'this' ? 1 : 20;
    const words = [effect.of, effect.who, effect.on, effect.to].filter((word) => typeof word === 'string');
    return Math.max(1, ...words.map((word) => this.#seats(word)));
  }

  #seats(word: string): number {
    const { seats } = this.#scenario;
    if (word === 'platforms' || word === 'regulators' || word === 'activists')
      return seats.filter(({ role }) => `${role}s` === word).length;
    return word === 'everyone' || word === 'others' || word === 'peers' ? seats.length : 1;
  }
}

function checkCounts(scenario: Scenario, report: Report): boolean {
  let fits = true;
  for (const [kind, most] of Object.entries(MOST)) {
    const count = Object.keys(scenario[kind as keyof Scenario] ?? {}).length;
    if (count <= most) continue;
    fits = false;
    report([kind], `There are ${count} entries here, and a match can carry ${most}. Remove some.`);
  }
  const terms = Object.keys(scenario.pacts?.terms ?? {}).length;
  if (terms > MOST_TERMS) report(['pacts', 'terms'], `There are ${terms} promises here, and a match can carry ${MOST_TERMS}. Remove some.`);
  return fits && terms <= MOST_TERMS;
}

function checkOdds(scenario: Scenario, scales: Scales, report: Report): boolean {
  let fits = true;
  for (const id of Object.keys(scenario.odds)) {
    const weight = scales.odds(id);
    if (weight <= MOST_IN_ODDS) continue;
    fits = false;
    report(
      ['odds', id, 'value'],
      Number.isFinite(weight)
        ? 'These odds take too much to work out. Refer to fewer other odds.'
        : 'These odds refer to themselves in a circle. Break it with a number.',
    );
  }
  return fits;
}

/** Everything that can happen by itself or by choice: a list of effects, where it is, and how often it may be applied in one round. */
function listsOf(
  scenario: Scenario,
): readonly { readonly path: Path; readonly list: unknown; readonly each: number; readonly byItself: boolean }[] {
  const { rules, crises, laws, actions, ladder, seats, pacts } = scenario;
  const entry = (path: Path, list: unknown, each = 1, byItself = true) => ({ path, list, each, byItself });
  const subjects = { match: 1, regulator: seats.length, platform: seats.length, activist: seats.length, ...BUSY };
  return [
    ...rules.map(({ effects, each }, index) => entry(['rules', index, 'effects'], effects, subjects[each])),
    ...Object.entries(crises).map(([id, { effects }]) => entry(['crises', id, 'effects'], effects)),
    ...Object.entries(laws).flatMap(([id, law]) =>
      (['onPass', 'inForce', 'eachRound'] as const).map((part) => entry(['laws', id, part], law[part])),
    ),
    ...Object.entries(actions).map(([id, { effects }]) => entry(['actions', id, 'effects'], effects, 1, false)),
    entry(['ladder', 'onSkip'], ladder.onSkip, 1, false),
    ...(['onKept', 'onBroken'] as const).map((part) => entry(['pacts', part], pacts?.[part] ?? [], BUSY_PACTS)),
  ];
}

function checkLists(scenario: Scenario, scales: Scales, report: Report): void {
  let round = 0;
  for (const { path, list, each, byItself } of listsOf(scenario)) {
    const weight = scales.effects(list);
    if (byItself) round += weight * each;
    if (weight > MOST_IN_LIST)
      report(path, 'Too much follows from this: lists in lists, for many seats each. Nest fewer, or name fewer seats.');
  }
  if (round > MOST_IN_ROUND)
    report(['rules'], 'Too much happens by itself in one round. Remove rules, or let them go through fewer things.');
}

/** Counters have no bound of their own; in a match they stay far below this. */
const largest = (amount: Amount, scenario: Scenario, uses: Uses): number => {
  const { least, most } = boundsOf(amount, scenario, uses, LARGEST_COUNT);
  return Math.max(Math.abs(least), Math.abs(most));
};

/** Properties that hold an amount, wherever they stand: its outermost object. What is in it is bounded by it, or harmless. */
const AMOUNTS: readonly string[] = ['by', 'value', 'odds', 'strength', 'times', 'chance'];

const TOO_LARGE = 'This can come to a number of more than a thousand million. Multiply less.';

function checkNumbers(scenario: Scenario, report: Report): void {
  const uses = usesOf(scenario);
  const { odds, courts, ...rest } = scenario;
  const chances: readonly Part[] = Object.entries(courts).map(([id, court]) => ({
    path: ['courts', id],
    value: { odds: { byRegime: court.odds } },
  }));
  for (const { path, value } of [...partsOf(odds, ['odds']), ...chances, ...partsOf(rest)]) {
    // The names in a section are the designer's own: a card may well be called “value”.
    if (path.length < 2) continue;
    for (const key of AMOUNTS) {
      if (isObject(value[key]) && !(largest(value[key] as Amount, scenario, uses) <= LARGEST)) report([...path, key], TOO_LARGE);
    }
  }
  for (const [id, { expect }] of Object.entries(scenario.histories)) {
    for (const [index, { measure }] of expect.entries())
      if (!(largest(measure, scenario, uses) <= LARGEST)) report(['histories', id, 'expect', index, 'measure'], TOO_LARGE);
  }
}

/** Reports everything in a scenario that is more than a match can carry. Stops at the first kind of excess. */
export function checkLimits(scenario: Scenario, report: Report): void {
  const scales = new Scales(scenario);
  if (!checkCounts(scenario, report) || !checkOdds(scenario, scales, report)) return;
  checkLists(scenario, scales, report);
  checkNumbers(scenario, report);
}
