import type { Scope, Test, World } from '../effects/define.ts';
import type { Condition } from '../language/values.ts';
import type { SeatId } from '../match/state.ts';
import { compileAmount } from './amounts.ts';
import type { Words } from './words.ts';

function someSeat(of: string | undefined, test: (world: World, id: string) => boolean, words: Words): Test {
  if (of === undefined || of === 'self') return (world, { self }) => self !== null && test(world, self);
  if (of === 'target') return (world, { target }) => target !== null && test(world, target);
  const who = words.who(of);
  return (world, scope) => {
    for (const id of who(scope)) if (test(world, id)) return true;
    return false;
  };
}

/** Compiles a condition of the scenario to a closure. */
export function compileCondition(condition: Condition, words: Words): Test {
  const parts = (list: readonly Condition[]) => list.map((part) => compileCondition(part, words));
  if ('all' in condition) {
    const tests = parts(condition.all);
    return (world, scope) => {
      for (const test of tests) if (!test(world, scope)) return false;
      return true;
    };
  }
  if ('any' in condition) {
    const tests = parts(condition.any);
    return (world, scope) => {
      for (const test of tests) if (test(world, scope)) return true;
      return false;
    };
  }
  if ('not' in condition) {
    const test = compileCondition(condition.not, words);
    return (world, scope) => !test(world, scope);
  }
  if ('value' in condition) {
    const measure = compileAmount(condition.value, words);
    const { atLeast = Number.NEGATIVE_INFINITY, below } = condition;
    if (below === undefined) return (world, scope) => measure(world, scope) >= atLeast;
    return (world, scope) => {
      const value = measure(world, scope);
      return value >= atLeast && value < below;
    };
  }
  if ('law' in condition) {
    const { law, state } = condition;
    const passed = state === 'passed';
    return (world) => {
      for (const { id, inForce } of world.draft.laws) if (id === law) return passed || inForce;
      return false;
    };
  }
  if ('regime' in condition) {
    const regimes = [...condition.regime];
    return (world) => regimes.includes(world.draft.regime);
  }
  if ('presence' in condition) {
    const presences = [...condition.presence];
    return someSeat(condition.of, (world, id) => presences.includes(world.seat(id).presence), words);
  }
  if ('round' in condition)
    return (world) =>
      world.draft.round >= (condition.round.from ?? 0) && world.draft.round <= (condition.round.until ?? Number.MAX_SAFE_INTEGER);
  if ('restricted' in condition) {
    const kinds = [...condition.restricted];
    const isRestricted = (world: World, id: SeatId): boolean => {
      const { restriction } = world.seat(id);
      return restriction !== null && kinds.includes(restriction.kind);
    };
    return someSeat(condition.of, isRestricted, words);
  }
  return compileDemandCondition(condition, words);
}

/** Conditions about the demand at hand. */
function compileDemandCondition(condition: Condition, words: Words): Test {
  if ('answered' in condition) {
    const { by } = condition;
    const answered = [...condition.answered];
    if (by === undefined) return (_world, { demand }) => demand?.answer != null && answered.includes(demand.answer);
    const tallies = answered.map((answer) => words.counter(`answered-${answer}`));
    const hasAnswered = (world: World, id: SeatId): boolean => {
      for (const tally of tallies) if (world.tally(id, tally) > 0) return true;
      return false;
    };
    return someSeat(by, hasAnswered, words);
  }
  if ('formality' in condition) return (_world, { demand }) => demand !== null && condition.formality.includes(demand.formality);
  if ('class' in condition) {
    const classes = [...condition.class];
    return (world, scope) => classesAtHand(world, scope).some((itemClass) => classes.includes(itemClass));
  }
  if ('knows' in condition) {
    const who = words.who(condition.of ?? 'self');
    return (world, scope) => {
      const template = scope.demand?.template ?? scope.subject;
      if (template === null) return false;
      const items = world.facts.itemIds(template);
      return who(scope).some((id) => items.every((item) => world.seat(id).knows.includes(`${template}/${item}`)));
    };
  }
  if ('known' in condition) return (_world, { demand }) => demand?.public === true;
  if ('demand' in condition) return (_world, scope) => (scope.demand?.template ?? scope.subject) === condition.demand;
  if ('removed' in condition) {
    const [template, itemId] = condition.removed.split('/');
    const who = condition.of === undefined ? null : words.who(condition.of);
    return (world, scope) => {
      const seats = who === null ? null : who(scope);
      return world.draft.demands.some(
        (demand) =>
          demand.template === template &&
          (seats === null || seats.includes(demand.to)) &&
          demand.items.some((item) => item.id === itemId && item.status === 'removed'),
      );
    };
  }
  return () => false;
}

function classesAtHand(world: World, { demand, item, subject }: Scope): readonly string[] {
  if (demand === null) return subject === null ? [] : world.facts.itemIds(subject).map((id) => world.facts.itemClass(subject, id));
  if (item !== null) return [world.facts.itemClass(demand.template, item.id)];
  return demand.items.filter(({ status }) => status !== 'removed').map(({ id }) => world.facts.itemClass(demand.template, id));
}
