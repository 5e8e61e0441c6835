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
  /** What stands in its spec and is asked for again and again. */
  readonly costs: ActionSpec['costs'];
  readonly sends: boolean;
  /** So many ways of it are taken at most. */
  readonly times: number;
  /** Whether it shows what the items of a demand are worth. */
  readonly reviews: boolean;
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

const ranked = (id: string, spec: ActionSpec, { likes }: Policy): Ranked => ({
  id,
  spec,
  points: spec.points,
  like: LIKED + byTags(spec.tags, likes),
  // A copy: going through a frozen list is slow.
  costs: [...spec.costs],
  sends: isSending(spec),
  times: spec.target === 'none' ? 1 : TIMES,
  reviews: spec.target === 'demand' && spec.tags.includes('review'),
});

function planOf(look: Look, policy: Policy): Plan {
  const all = look.actions.map(({ id, spec }) => ranked(id, spec, policy));
  const answers = new Map<Answer, Ranked[]>();
  for (const action of all) {
    const { answer } = action.spec;
    if (answer !== undefined) answers.set(answer, [...(answers.get(answer) ?? []), action]);
  }
  const slotted = all.filter(({ spec }) => spec.answer !== undefined || spec.commitment);
  const fallbacks = slotted.filter(({ spec }) => spec.fallback);
  const { phases } = look.scenario;
  const later = phases.slice(phases.findIndex(({ id }) => id === look.phase) + 1).some(({ kind }) => kind === 'choice');
  return {
    answers,
    sanctions: slotted.filter(({ spec }) => spec.answer === undefined),
    openers: fallbacks.length > 0 ? fallbacks : slotted,
    free: all.filter((action) => !slotted.includes(action) && action.like > -policy.whim),
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

  take(way: Way, { costs, sends }: Ranked, keep: number): boolean {
    if (way.points > 0 && way.points > this.points - keep) return false;
    for (const { meter, by } of costs) if (this.look.meter(meter) + this.spentOn(meter) + by < 0) return false;
    for (const cost of costs) this.spent.push(cost);
    this.points -= way.points;
    this.picks.push(pickOf(way));
    if (sends && way.target !== null) this.sentTo.push(way.target);
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
  // A list and not a map: it is short, and made for each seat in each phase.
  const open: Way[] = [];
  for (const { id } of plan.openers) {
    for (const way of look.ways(id)) if (way.slot !== null && wayInto(open, way.slot) === undefined) open.push(way);
  }
  for (const { slot, demand: id } of open) {
    const demand = look.demand(id);
    if (demand === null || slot === null) continue;
    for (const action of slot.startsWith('answer') ? answering(look, plan, policy, demand) : sanctioning(look, plan, policy, demand)) {
      const way = wayInto(look.ways(action.id), slot);
      if (way !== undefined && basket.take(way, action, 0)) break;
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
    .map((action) => ({ action, like: LIKED + byTags(action.spec.tags, weights) + look.next() * policy.whim }))
    .sort((a, b) => b.like - a.like)
    .map(({ action }) => action);
}

function takeLiked(look: Look, plan: Plan, policy: Policy, basket: Basket): void {
  const keep = plan.kept === 0 ? 0 : Math.max(0, Math.ceil(look.points * plan.kept) - (look.next() < 0.4 ? 1 : 0));
  const likes: number[] = [];
  for (const { id, spec, like } of plan.free) likes.push(like + (policy.mood?.(id, spec, look) ?? 0) + look.next() * policy.whim);
  for (;;) {
    const best = bestLiked(plan.free, likes, basket.points - keep);
    const action = plan.free[best];
    const like = likes[best] ?? 0;
    if (action === undefined) return;
    likes[best] = 0;
    const ways = look.ways(action.id);
    if (ways.length === 0) continue;
    for (const way of bestOf(look, policy, action, ways, like)) {
      const again = policy.spreads === true && action.sends && way.target !== null && basket.sentTo.includes(way.target);
      if (!again) basket.take(way, action, keep);
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
function bestOf(look: Look, policy: Policy, action: Ranked, ways: readonly Way[], like: number): readonly Way[] {
  const wanted: { readonly way: Way; readonly want: number }[] = [];
  for (const way of ways) {
    const want = wantOf(way, action, policy, look) + look.next() * 0.2;
    if (want >= 0 && like + want > 0) wanted.push({ way, want });
  }
  if (wanted.length > 1) wanted.sort((a, b) => b.want - a.want);
  return wanted.slice(0, action.times).map(({ way }) => way);
}

/** How much a policy wants an action here. All policies know that nobody studies twice what it has studied. */
function wantOf(way: Way, { spec, reviews }: Ranked, { wants }: Policy, look: Look): number {
  const isKnown = reviews && look.demand(way.demand)?.items.every(({ harm }) => harm !== null) === true;
  return (isKnown ? -1 : 0) + (wants?.(way, spec, look) ?? 0);
}
