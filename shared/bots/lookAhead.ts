import type { MatchDraft } from '../effects/define.ts';
import { checkChoice, lackingFor } from '../engine/choices.ts';
import { compiled } from '../engine/compile.ts';
import { copyMatch } from '../engine/draft.ts';
import { dice } from '../engine/random.ts';
import { offerOptions } from '../engine/resolve.ts';
import { scoreSeat } from '../engine/scoring.ts';
import { MatchWorld } from '../engine/world.ts';
import type { Choice, Pick, SeatId } from '../match/state.ts';
import type { LegalChoices } from '../view/view.ts';
import { imagine } from './imagine.ts';
import { type Bot, type Look, pickOf, SeatLook } from './look.ts';
import { playOn } from './playOn.ts';
import { cautiousBot, defiantBot, RULE_POLICIES } from './policies.ts';

/** How hard a bot thinks. Counts, never times: the same match gives the same choice on every machine. */
export interface Strength {
  /** Matches it imagines for what it can't see. */
  readonly samples: number;
  /** Rounds it plays on in its head, this one counted. */
  readonly horizon: number;
  /** Ways of playing it asks for a plan. */
  readonly plans: number;
  /** Changes it tries on the best plan found so far. */
  readonly changes: number;
  /** How often it takes any of its plans instead of the best, 0–1. */
  readonly slips: number;
}

export const STRENGTHS = {
  easy: { samples: 1, horizon: 1, plans: 3, changes: 0, slips: 0.25 },
  medium: { samples: 2, horizon: 2, plans: 6, changes: 4, slips: 0 },
  hard: { samples: 3, horizon: 3, plans: 12, changes: 10, slips: 0 },
} as const satisfies Readonly<Record<string, Strength>>;

/** Whose plans it compares, in the order in which it asks; each is also how it would go on. */
const PLANNERS: readonly Bot[] = [
  RULE_POLICIES['three-part'],
  cautiousBot,
  RULE_POLICIES.refuse,
  RULE_POLICIES.comply,
  RULE_POLICIES.lawful,
  RULE_POLICIES.escalate,
  RULE_POLICIES['never-escalate'],
  RULE_POLICIES.litigate,
  RULE_POLICIES.quiet,
  RULE_POLICIES.loud,
  RULE_POLICIES.stall,
  RULE_POLICIES.random,
];

/** How it thinks that others play: any of these. */
const RIVALS: readonly Bot[] = [
  RULE_POLICIES['three-part'],
  cautiousBot,
  defiantBot,
  RULE_POLICIES.comply,
  RULE_POLICIES.lawful,
  RULE_POLICIES.litigate,
  RULE_POLICIES.stall,
  RULE_POLICIES.random,
];

/** A choice, and how the seat would go on after it. */
interface Plan {
  readonly choice: Choice;
  readonly then: Bot;
}

/** An imagined match in which all rivals have sealed what they choose in this phase. */
interface Sample {
  readonly draft: MatchDraft;
  readonly rivals: Readonly<Record<SeatId, Bot>>;
}

/**
 * A bot that tries its choices in its head: it imagines matches that could be this one, plays each choice on in all of them against
 * rivals as it knows them, and takes the choice after which its own score is best. It sees its view and its options, nothing else.
 */
export function lookAhead(strength: Strength): Bot {
  return (look) => {
    const plans = plansOf(look, strength.plans);
    const [first] = plans;
    if (first === undefined || look.legal.options.length === 0) return { picks: [] };
    if (look.dice('slip') < strength.slips) return (plans[Math.floor(look.next() * plans.length)] ?? first).choice;
    const samples = Array.from({ length: strength.samples }, (_, index) => sampleOf(look, index));
    const worth = (plan: Plan): number => samples.reduce((sum, sample) => sum + worthOf(look, sample, plan, strength.horizon), 0);
    let best = { plan: first, worth: worth(first) };
    const consider = (plan: Plan): void => {
      const found = worth(plan);
      if (found > best.worth) best = { plan, worth: found };
    };
    for (const plan of plans.slice(1)) consider(plan);
    for (let count = 0; count < strength.changes; count += 1) {
      const choice = changed(look, best.plan.choice);
      if (choice !== null) consider({ choice, then: best.plan.then });
    }
    return best.plan.choice;
  };
}

/** What several ways of playing would do here; choices that come up twice stand once. */
function plansOf(look: Look, count: number): readonly Plan[] {
  const plans = new Map<string, Plan>();
  for (const planner of PLANNERS.slice(0, count)) {
    const choice = planner(look);
    const key = choice.picks
      .map(({ action, on }) => `${action}|${on ?? ''}`)
      .sort()
      .join();
    if (!plans.has(key)) plans.set(key, { choice, then: planner });
  }
  return [...plans.values()];
}

/** A match that could be this one, up to the point at which only the own choice is missing. */
function sampleOf(look: Look, index: number): Sample {
  const name = `${look.seat}|${look.dice(`sample|${index}`)}`;
  const rules = compiled(look.scenario);
  const draft = imagine(look.scenario, look.view, look.points, name);
  const others = rules.seatIds.filter((id) => id !== look.seat);
  const rivals = Object.fromEntries(
    others.map((id): [SeatId, Bot] => [id, RIVALS[Math.floor(dice(`${name}|${id}`) * RIVALS.length)] ?? cautiousBot]),
  );
  const world = new MatchWorld(rules, draft, draft.phase, true);
  for (const offer of offerOptions(world)) {
    const bot = rivals[offer.seat];
    if (bot !== undefined) world.seat(offer.seat).sealed = bot(new SeatLook(world, offer));
  }
  return { draft, rivals };
}

/** How a seat stands some rounds after a choice: its score, and for choices that score alike a little of how its goals stand. */
function worthOf({ scenario, seat }: Look, { draft, rivals }: Sample, { choice, then }: Plan, horizon: number): number {
  const world = new MatchWorld(compiled(scenario), copyMatch(draft), draft.phase, true);
  world.seat(seat).sealed = choice;
  const end = draft.round + horizon;
  playOn(world, { ...rivals, [seat]: then }, { until: () => world.draft.round >= end });
  const { score, goals } = scoreSeat(world, seat);
  return score + goals.reduce((sum, { weight, value }) => sum + weight * value, 0) / 10_000;
}

/** The same choice with one thing changed: another answer, one thing more, or one less. Null if no change that was tried is legal. */
function changed(look: Look, { picks }: Choice): Choice | null {
  const { legal } = look;
  for (let attempt = 0; attempt < 4; attempt += 1) {
    const option = legal.options[Math.floor(look.next() * legal.options.length)];
    if (option === undefined) return null;
    const pick = pickOf({ action: option.action, ...(option.on === undefined ? {} : { on: option.on }) });
    const others = picks.filter((one) => !same(one, pick) && (option.slot === null || slotOf(legal, one) !== option.slot));
    const had = others.length < picks.length && picks.some((one) => same(one, pick));
    if (had && option.slot !== null) continue;
    const next = had ? others : madeRoom(look, [...others, pick]);
    if (next !== null) return { picks: next };
  }
  return null;
}

/** The picks, with the last one kept: if they cost too much, one of those that fill no slot gives way. */
function madeRoom(look: Look, picks: readonly Pick[]): readonly Pick[] | null {
  if (isAffordable(look, picks)) return picks;
  const free = picks.slice(0, -1).filter((pick) => slotOf(look.legal, pick) === null);
  const given = free[Math.floor(look.next() * free.length)];
  const rest = picks.filter((pick) => pick !== given);
  return given !== undefined && isAffordable(look, rest) ? rest : null;
}

const isAffordable = (look: Look, picks: readonly Pick[]): boolean =>
  checkChoice(look.legal, { picks }) === null && lackingFor(look.legal, { picks }, (meter) => look.meter(meter)) === null;

const same = (one: Pick, other: Pick): boolean => one.action === other.action && one.on === other.on;
const slotOf = ({ options }: LegalChoices, { action, on }: Pick): string | null =>
  options.find((option) => option.action === action && option.on === on)?.slot ?? null;

/** The look-ahead bots of the table, by strength. */
export const lookAheadEasy = lookAhead(STRENGTHS.easy);
export const lookAheadMedium = lookAhead(STRENGTHS.medium);
export const lookAheadHard = lookAhead(STRENGTHS.hard);
