import type { Measure, Scope, Test } from '../effects/define.ts';
import type { Outcome, SeatId, SeatOutcome } from '../match/state.ts';
import type { Scenario } from '../scenario/schema.ts';
import type { Compiled } from './compile.ts';
import { geometricMean } from './mean.ts';
import { worldScope } from './scope.ts';
import type { MatchWorld } from './world.ts';

const tenth = (value: number): number => Math.floor(value * 10 + 0.5) / 10;

/** How a seat is judged, with everything interpreted. */
interface CompiledScoring {
  readonly scope: Scope;
  readonly goals: readonly {
    readonly meter: string;
    readonly of: string;
    readonly weight: number;
    readonly isLow: boolean;
    readonly mean: Measure;
  }[];
  readonly redLines: readonly { readonly id: string; readonly cap: number; readonly when: Test }[];
  readonly process: readonly { readonly id: string; readonly when: Test }[];
}

interface Judgement {
  readonly seats: ReadonlyMap<SeatId, CompiledScoring>;
  readonly cards: ReadonlyMap<string, { readonly points: number; readonly when: Test }>;
  readonly endings: readonly { readonly id: string; readonly when: Test }[];
}

const judgements = new WeakMap<Compiled, Judgement>();

function judgementOf(rules: Compiled): Judgement {
  const known = judgements.get(rules);
  if (known !== undefined) return known;
  const { scenario, test } = rules;
  const made: Judgement = {
    seats: new Map(scenario.seats.map((seat) => [seat.id, compileScoring(rules, seat)])),
    cards: new Map(Object.entries(scenario.cards).map(([id, { points, when }]) => [id, { points, when: test(when) }])),
    endings: Object.entries(scenario.endings).map(([id, { when }]) => ({ id, when: test(when) })),
  };
  judgements.set(rules, made);
  return made;
}

function compileScoring({ scenario, test, measure }: Compiled, seat: Scenario['seats'][number]): CompiledScoring {
  const { id, scoring } = seat;
  return {
    scope: { ...worldScope('engine'), self: id },
    goals: scoring.goals.map(({ meter, of, weight }) => ({
      meter,
      of: of ?? id,
      weight,
      isLow: scenario.meters[meter]?.good === 'low',
      mean: measure({ meter, ...(of === undefined ? {} : { of }) }),
    })),
    redLines: scoring.redLines.map(({ id: line, cap, when }) => ({ id: line, cap, when: test(when) })),
    process: seat.process.map(({ id: check, when }) => ({ id: check, when: test(when) })),
  };
}

/** Judges one seat as if the match ended now. */
export function scoreSeat(world: MatchWorld, id: SeatId): SeatOutcome {
  const { seats, cards } = judgementOf(world.compiled);
  const spec = seats.get(id);
  if (spec === undefined) throw new Error(`There is no seat "${id}" in this scenario.`);
  const { scope } = spec;
  const goals = spec.goals.map(({ meter, of, weight, isLow, mean }) => {
    const raw = mean(world, scope);
    return { meter, of, weight, value: isLow ? 100 - raw : raw };
  });
  const redLines = spec.redLines.filter(({ when }) => when(world, scope)).map(({ id: line, cap }) => ({ id: line, cap }));
  const cardId = world.seat(id).card;
  const card = cardId === null ? undefined : cards.get(cardId);
  const met = card?.when(world, scope) === true;
  const mean = geometricMean(goals.map(({ value, weight }) => ({ value: value / 100, weight }))) * 100;
  const capped = redLines.reduce((score, { cap }) => Math.min(score, cap), mean + (met ? (card?.points ?? 0) : 0));
  return {
    score: tenth(Math.min(100, Math.max(0, capped))),
    goals: goals.map(({ meter, of, weight, value }) => ({ meter, of, weight, value: tenth(value) })),
    redLines,
    card: cardId === null || card === undefined ? null : { id: cardId, met, points: met ? card.points : 0 },
    process: spec.process.map(({ id: check, when }) => ({ id: check, done: when(world, scope) })),
  };
}

/** Judges each seat on its own goals, and says which endings were reached and what the public was left with. */
export function judge(world: MatchWorld): Outcome {
  const { endings } = judgementOf(world.compiled);
  const scope = worldScope('engine');
  return {
    seats: Object.fromEntries(world.compiled.seatIds.map((id) => [id, scoreSeat(world, id)])),
    endings: endings.filter(({ when }) => when(world, scope)).map(({ id }) => id),
    ledger: Object.fromEntries(Object.keys(world.draft.world).map((meter) => [meter, world.metersOf(null).named(meter)])),
  };
}
