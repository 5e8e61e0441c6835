import type { EffectSpec, Scope } from '../effects/define.ts';
import { compiled, worldScope } from '../engine/compile.ts';
import { onceKey } from '../engine/legal.ts';
import type { CompiledRule } from '../engine/rules.ts';
import type { MatchWorld } from '../engine/world.ts';
import type { SeatId } from '../match/state.ts';
import type { Scenario } from '../scenario/schema.ts';
import type { MatchView } from '../view/view.ts';

/** What an attentive seat knows of the past without having kept a log: all that can be worked out from what it sees now. */

/** Counters of each seat, as far as what is seen gives them away. */
export function seenMarks(scenario: Scenario, view: MatchView): ReadonlyMap<SeatId, Readonly<Record<string, number>>> {
  const all = new Map<SeatId, Record<string, number>>(scenario.seats.map(({ id }) => [id, {}]));
  const add = (seat: SeatId, mark: string, by = 1): void => {
    const marks = all.get(seat);
    if (marks !== undefined && by > 0) marks[mark] = (marks[mark] ?? 0) + by;
  };
  for (const demand of view.demands) {
    const { from, to, status, answer, formality, stalls } = demand;
    add(from, 'demands-issued');
    add(to, 'demands-received');
    if (formality === 'call' || formality === 'visit') add(from, 'demands-informal');
    if (status !== 'live' && status !== 'court') add(to, status);
    if (answer !== null && answer !== 'stall') add(to, `answered-${answer}`);
    add(to, 'answered-stall', stalls);
    add(to, 'removed-political', removedPolitical(scenario, demand));
  }
  for (const [id, { staff, restriction }] of Object.entries(view.seats)) {
    for (const { status } of staff) {
      if (status !== 'safe') add(id, `staff-${status}`);
      if (status === 'released') add(id, 'staff-detained');
    }
    if (restriction !== null) add(id, restriction.kind === 'block' ? 'blocked' : 'throttled');
  }
  for (const { by, status } of view.cases) if (status !== 'open') add(by, `cases-${status}`);
  for (const { from, to, give, get } of view.pacts) {
    for (const [seat, { fate }] of [[from, give] as const, [to, get] as const])
      if (fate === 'kept' || fate === 'broken') add(seat, `pacts-${fate}`);
  }
  return all;
}

function removedPolitical(scenario: Scenario, { template, items }: MatchView['demands'][number]): number {
  const specs = scenario.demands[template]?.items ?? [];
  return items.filter(({ id, status }) => {
    const spec = specs.find((item) => item.id === id);
    return status !== 'up' && spec !== undefined && scenario.classes[spec.class]?.political === true;
  }).length;
}

/**
 * What can come only once and most likely has: own actions that were done, cases that were opened, and rules whose time had come a
 * round ago, as far as this can be told.
 */
export function firedBefore(world: MatchWorld, view: MatchView): string[] {
  const { scenario } = world.compiled;
  const once = Object.entries(scenario.actions).filter(([, spec]) => spec.once);
  const own = view.you === null ? null : (view.seats[view.you]?.own ?? null);
  const fired: string[] = [];
  for (const [id, spec] of once) {
    if (view.you !== null && spec.target === 'none' && (own?.marks[`did-${id}`] ?? 0) > 0) fired.push(onceKey(view.you, id, undefined));
    if (spec.answer !== 'court') continue;
    for (const { by, demand } of view.cases) if (demand !== null) fired.push(onceKey(by, id, demand));
  }
  if (view.round < 2) return fired;
  const { draft } = world;
  draft.round -= 1;
  for (const { steps } of world.compiled.phases) {
    for (const { rules } of steps) for (const rule of rules) if (rule.once) fired.push(...pastOf(world, rule));
  }
  draft.round += 1;
  return fired;
}

/** The keys of a rule for what it has been applied to already. */
function pastOf(world: MatchWorld, { spec, name, when }: CompiledRule): string[] {
  const base = worldScope(name);
  const held = (scope: Scope, subject: string): string[] => (when === null || when(world, scope) ? [`${name}|${subject}`] : []);
  const { each } = spec;
  if (each === 'match') return held(base, '');
  if (each !== 'demand' && each !== 'item')
    return world.compiled.roles[`${each}s`].flatMap((seat) => held({ ...base, self: seat, target: seat }, seat));
  return world.draft.demands
    .filter(({ issued, status }) => issued <= world.draft.round && status !== 'withdrawn')
    .flatMap((demand) => {
      const scope = { ...base, self: demand.to, target: demand.to, demand, subject: demand.template };
      if (each === 'demand') return held(scope, demand.id);
      return demand.items.flatMap((item) => held({ ...scope, item }, `${demand.id}/${item.id}`));
    });
}

/** Where the effects of a ruling stand in the scenario. */
interface Ruling {
  readonly onWin: string;
  readonly onLoss: string;
}
interface Suit extends Ruling {
  readonly court: string;
  readonly by: readonly SeatId[];
  readonly overDemand: boolean;
}

const suits = new WeakMap<Scenario, readonly Suit[]>();

/** What a ruling would do: the scenario says it in the action by which a seat of this kind opens such a case. */
export function caseLists(scenario: Scenario, { court, by, demand }: MatchView['cases'][number]): Ruling {
  const known = suits.get(scenario) ?? suitsOf(scenario);
  suits.set(scenario, known);
  const fitting = known.filter((suit) => suit.court === court && suit.by.includes(by));
  const { onWin, onLoss } = fitting.find(({ overDemand }) => overDemand === (demand !== null)) ?? fitting[0] ?? { onWin: '', onLoss: '' };
  return { onWin, onLoss };
}

function suitsOf(scenario: Scenario): readonly Suit[] {
  const { lists } = compiled(scenario);
  return Object.entries(scenario.actions).flatMap(([id, { roles, seats, target, effects }]) => {
    const by = scenario.seats.filter((seat) => roles.includes(seat.role) && (seats === undefined || seats.includes(seat.id)));
    const overDemand = target === 'demand' || target === 'item';
    return suitsIn(effects, `actions/${id}`)
      .filter(({ onWin }) => lists.has(onWin))
      .map((suit) => ({ ...suit, by: by.map((seat) => seat.id), overDemand }));
  });
}

const isList = (value: unknown): value is readonly EffectSpec[] =>
  Array.isArray(value) && value.every((one) => typeof one === 'object' && one !== null && 'op' in one);

/** All cases that a list of effects opens, at any depth. */
function suitsIn(effects: readonly EffectSpec[], path: string): readonly (Ruling & { readonly court: string })[] {
  return effects.flatMap((effect, index) => {
    const at = `${path}/${index}`;
    const nested = Object.entries(effect).flatMap(([key, value]) => (isList(value) ? suitsIn(value, `${at}/${key}`) : []));
    const { op, court } = effect;
    return op === 'court' && typeof court === 'string' ? [{ court, onWin: `${at}/onWin`, onLoss: `${at}/onLoss` }, ...nested] : nested;
  });
}
