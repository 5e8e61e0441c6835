import type { ActionTag, Answer, Pick } from '../match/state.ts';
import type { ActionSpec } from '../scenario/schema.ts';
import type { DemandView } from '../view/view.ts';
import { type Bot, type Look, pickOf, type Way } from './look.ts';

export type Weights = Readonly<Partial<Record<ActionTag, number>>>;

/** A way of playing that fits every role and scenario, since it knows actions only by what kind of thing they are. */
export interface Policy {
  /** The answers to a demand, the most wanted first; what is missing is never given. */
  readonly answers: (demand: DemandView, look: Look) => readonly Answer[];
  /** What it likes in a sanction, for a demand that may be refused. */
  readonly sanctions: (demand: DemandView, look: Look) => Weights;
  /** What it likes in all other actions. What comes to less than nothing is never chosen. */
  readonly likes: Weights;
  /** How much chance has to say beside what it likes, 0–1. */
  readonly whim: number;
  /** How much it wants an action here, beside what it likes in general; below zero: not here. */
  readonly wants?: (way: Way, spec: ActionSpec, look: Look) => number;
  /** How much more or less it likes an action now than it does in general. */
  readonly mood?: (action: string, spec: ActionSpec, look: Look) => number;
  /** Whether it sends no platform two papers in one phase. */
  readonly spreads?: boolean;
  /** The share of its points that it keeps for a later phase of the round; half if absent. */
  readonly keeps?: number;
}

interface Ranked {
  readonly id: string;
  readonly spec: ActionSpec;
  readonly points: number;
  readonly like: number;
}

/** The actions of a seat in a phase, sorted out once. */
interface Plan {
  readonly answers: ReadonlyMap<Answer, readonly Ranked[]>;
  readonly sanctions: readonly Ranked[];
  /** Those whose ways tell which slots are open. */
  readonly openers: readonly Ranked[];
  readonly free: readonly Ranked[];
  /** The share of its points that a seat keeps for a later phase of the round. */
  readonly kept: number;
}

const LIKED = 0.3;
/** The same action at most twice a phase: a seat that sends five orders at once is no opponent. */
const TIMES = 2;

/** Whether an action sends a paper that lies on the desk. */
export const isSending = ({ target }: ActionSpec): boolean => target === 'desk' || target === 'paper';

/** The weights of an action's tags, added up. */
export function byTags(tags: readonly ActionTag[], weights: Weights): number {
  let sum = 0;
  for (const tag of tags) sum += weights[tag] ?? 0;
  return sum;
}

function planOf(look: Look, policy: Policy): Plan {
  const ranked = look.actions.map(({ id, spec }) => ({ id, spec, points: spec.points, like: LIKED + byTags(spec.tags, policy.likes) }));
  const answers = new Map<Answer, Ranked[]>();
  for (const action of ranked) {
    const { answer } = action.spec;
    if (answer !== undefined) answers.set(answer, [...(answers.get(answer) ?? []), action]);
  }
  const slotted = ranked.filter(({ spec }) => spec.answer !== undefined || spec.commitment);
  const fallbacks = slotted.filter(({ spec }) => spec.fallback);
  const { phases } = look.scenario;
  const later = phases.slice(phases.findIndex(({ id }) => id === look.phase) + 1).some(({ kind }) => kind === 'choice');
  return {
    answers,
    sanctions: slotted.filter(({ spec }) => spec.answer === undefined),
    openers: fallbacks.length > 0 ? fallbacks : slotted,
    free: ranked.filter((action) => !slotted.includes(action) && action.like > -policy.whim),
    kept: later ? (policy.keeps ?? 0.5) : 0,
  };
}

/** A choice in the making: what has been taken, and what is left to pay with. */
class Basket {
  readonly picks: Pick[] = [];
  /** The platforms to which papers go. */
  readonly sentTo: string[] = [];
  points: number;
  private readonly look: Look;
  private readonly spent: { readonly meter: string; readonly by: number }[] = [];

  constructor(look: Look) {
    this.look = look;
    this.points = look.points;
  }

  take(way: Way, spec: ActionSpec, keep: number): boolean {
    const { costs } = spec;
    if (way.points > 0 && way.points > this.points - keep) return false;
    for (const { meter, by } of costs) if (this.look.meter(meter) + this.spentOn(meter) + by < 0) return false;
    for (const cost of costs) this.spent.push(cost);
    this.points -= way.points;
    this.picks.push(pickOf(way));
    if (isSending(spec) && way.target !== null) this.sentTo.push(way.target);
    return true;
  }

  private spentOn(meter: string): number {
    let sum = 0;
    for (const spent of this.spent) if (spent.meter === meter) sum += spent.by;
    return sum;
  }
}

/** The bot of a policy. It fills its slots first, then takes what it likes best while points and means last. */
export function botOf(policy: Policy): Bot {
  // A seat has the same list of actions whenever it comes to the same phase.
  const plans = new WeakMap<Look['actions'], Plan>();
  const known = (look: Look): Plan => {
    const plan = plans.get(look.actions) ?? planOf(look, policy);
    plans.set(look.actions, plan);
    return plan;
  };
  return (look) => {
    const plan = known(look);
    const basket = new Basket(look);
    fillSlots(look, plan, policy, basket);
    if (basket.points >= 0) takeLiked(look, plan, policy, basket);
    return { picks: basket.picks };
  };
}

function fillSlots(look: Look, plan: Plan, policy: Policy, basket: Basket): void {
  const open = new Map<string, string>();
  for (const { id } of plan.openers) {
    for (const { slot, demand } of look.ways(id)) if (slot !== null && demand !== null) open.set(slot, demand);
  }
  for (const [slot, id] of open) {
    const demand = look.demand(id);
    if (demand === null) continue;
    for (const { id: action, spec } of slot.startsWith('answer')
      ? answering(look, plan, policy, demand)
      : sanctioning(look, plan, policy, demand)) {
      const way = wayInto(look.ways(action), slot);
      if (way !== undefined && basket.take(way, spec, 0)) break;
    }
  }
}

function wayInto(ways: readonly Way[], slot: string): Way | undefined {
  for (const way of ways) if (way.slot === slot) return way;
  return undefined;
}

function answering(look: Look, plan: Plan, policy: Policy, demand: DemandView): readonly Ranked[] {
  return policy.answers(demand, look).flatMap((answer) => {
    const actions = plan.answers.get(answer) ?? [];
    const first = actions.length > 1 && look.next() < 0.3 ? 1 : 0;
    return first === 0 ? actions : [...actions.slice(first), ...actions.slice(0, first)];
  });
}

function sanctioning(look: Look, plan: Plan, policy: Policy, demand: DemandView): readonly Ranked[] {
  const weights = policy.sanctions(demand, look);
  return plan.sanctions
    .map(({ id, spec, points }) => ({ id, spec, points, like: LIKED + byTags(spec.tags, weights) + look.next() * policy.whim }))
    .sort((a, b) => b.like - a.like);
}

function takeLiked(look: Look, plan: Plan, policy: Policy, basket: Basket): void {
  const keep = plan.kept === 0 ? 0 : Math.max(0, Math.ceil(look.points * plan.kept) - (look.next() < 0.4 ? 1 : 0));
  const likes = plan.free.map(({ id, spec, like }) => like + (policy.mood?.(id, spec, look) ?? 0) + look.next() * policy.whim);
  for (;;) {
    const best = bestLiked(plan.free, likes, basket.points - keep);
    const action = plan.free[best];
    const like = likes[best] ?? 0;
    if (action === undefined) return;
    likes[best] = 0;
    const ways = look.ways(action.id);
    if (ways.length === 0) continue;
    for (const way of bestOf(look, policy, action.spec, ways, like)) {
      const again = policy.spreads === true && isSending(action.spec) && way.target !== null && basket.sentTo.includes(way.target);
      if (!again) basket.take(way, action.spec, keep);
    }
  }
}

/**
 * The index of what is liked best of all that the points are enough for; -1 if nothing is liked. Looked for again and again: few are
 * taken, so that sorting all of them would be work for nothing.
 */
function bestLiked(actions: readonly Ranked[], likes: readonly number[], points: number): number {
  let best = -1;
  let most = 0;
  for (let index = 0; index < likes.length; index += 1) {
    const like = likes[index] ?? 0;
    if (like <= most) continue;
    const cost = actions[index]?.points ?? 0;
    if (cost > 0 && cost > points) continue;
    best = index;
    most = like;
  }
  return best;
}

/** The ways of an action that are worth it, the best first, at most two. */
function bestOf(look: Look, { wants }: Policy, spec: ActionSpec, ways: readonly Way[], like: number): readonly Way[] {
  const worth = ways
    .map((way) => ({ way, want: common(way, spec, look) + (wants?.(way, spec, look) ?? 0) + look.next() * 0.2 }))
    .filter(({ want }) => want >= 0 && like + want > 0)
    .sort((a, b) => b.want - a.want);
  return worth.slice(0, spec.target === 'none' ? 1 : TIMES).map(({ way }) => way);
}

/** What every policy knows: nobody studies twice what it has studied. */
const common = ({ demand }: Way, { tags, target }: ActionSpec, look: Look): number =>
  target === 'demand' && tags.includes('review') && look.demand(demand)?.items.every(({ harm }) => harm !== null) === true ? -1 : 0;
