import type { Test } from '../effects/define.ts';
import type { Condition } from '../language/values.ts';
import type { Outcome, SeatId, SeatOutcome } from '../match/state.ts';
import { worldScope } from './compile.ts';
import type { MatchWorld } from './world.ts';

const tenth = (value: number): number => Math.floor(value * 10 + 0.5) / 10;

/** By repeated squaring: a score needs some five hundred powers. */
function power(base: number, exponent: number): number {
  let [result, square] = [1, base];
  for (let left = exponent; left > 0; left >>= 1) {
    if ((left & 1) === 1) result *= square;
    square *= square;
  }
  return result;
}

/**
 * The weighted geometric mean of values in 0–1 with whole-number weights, by bisection: only + − × ÷, so that every engine gets
 * the same bits. No single goal can be farmed, since a low one pulls the mean down with it.
 */
export function geometricMean(parts: readonly { readonly value: number; readonly weight: number }[]): number {
  const total = parts.reduce((sum, { weight }) => sum + weight, 0);
  // The floor keeps a ruined goal from hiding all the others behind a zero.
  const product = parts.reduce((sum, { value, weight }) => sum * power(Math.max(0.02, value), weight), 1);
  let [low, high] = [0, 1];
  for (let i = 0; i < 48; i += 1) {
    const middle = (low + high) / 2;
    if (power(middle, total) < product) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

const tests = new WeakMap<Condition, Test>();

/** A condition of the scoring, compiled once. */
function testOf(world: MatchWorld, condition: Condition): Test {
  const known = tests.get(condition);
  if (known !== undefined) return known;
  const made = world.compiled.test(condition);
  tests.set(condition, made);
  return made;
}

/** Judges one seat as if the match ended now. */
export function scoreSeat(world: MatchWorld, id: SeatId): SeatOutcome {
  const { scenario } = world.compiled;
  const test = (when: Condition): Test => testOf(world, when);
  const spec = scenario.seats.find((seat) => seat.id === id);
  if (spec === undefined) throw new Error(`There is no seat "${id}" in this scenario.`);
  const scope = { ...worldScope('engine'), self: id };
  const goals = spec.scoring.goals.map(({ meter, of, weight }) => {
    const ids = world.compiled.who(of ?? 'self')(scope);
    const raw =
      of === 'world'
        ? world.metersOf(null).named(meter)
        : ids.reduce((sum, seat) => sum + world.metersOf(seat).named(meter), 0) / Math.max(1, ids.length);
    return { meter, of: of ?? id, weight, value: scenario.meters[meter]?.good === 'low' ? 100 - raw : raw };
  });
  const redLines = spec.scoring.redLines.filter(({ when }) => test(when)(world, scope)).map(({ id: line, cap }) => ({ id: line, cap }));
  const cardId = world.seat(id).card;
  const card = cardId === null ? undefined : scenario.cards[cardId];
  const met = card !== undefined && test(card.when)(world, scope);
  const mean = geometricMean(goals.map(({ value, weight }) => ({ value: value / 100, weight }))) * 100;
  const capped = redLines.reduce((score, { cap }) => Math.min(score, cap), mean + (met ? (card?.points ?? 0) : 0));
  return {
    score: tenth(Math.min(100, Math.max(0, capped))),
    goals: goals.map((goal) => ({ ...goal, value: tenth(goal.value) })),
    redLines,
    card: cardId === null || card === undefined ? null : { id: cardId, met, points: met ? card.points : 0 },
    process: spec.process.map(({ id: check, when }) => ({ id: check, done: test(when)(world, scope) })),
  };
}

/** Judges each seat on its own goals, and says which endings were reached and what the public was left with. */
export function judge(world: MatchWorld): Outcome {
  const { scenario, seatIds } = world.compiled;
  const endings = Object.entries(scenario.endings)
    .filter(([, { when }]) => testOf(world, when)(world, worldScope('engine')))
    .map(([id]) => id);
  const worldMeters = Object.keys(world.draft.world).map((meter) => [meter, world.metersOf(null).named(meter)]);
  return { seats: Object.fromEntries(seatIds.map((id) => [id, scoreSeat(world, id)])), endings, ledger: Object.fromEntries(worldMeters) };
}
