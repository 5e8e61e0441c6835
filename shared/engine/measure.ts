import type { Measure, Scope, Test, World } from '../effects/define.ts';
import type { Amount, Condition } from '../language/values.ts';

/** Compilation of the scenario's amounts and conditions to closures. */

type Named = (id: string) => Measure;

const sumOf = (ids: readonly string[], read: (id: string) => number): number => ids.reduce((sum, id) => sum + read(id), 0);

function readMeter(meter: string, of: string, times: number, plus: number): Measure {
  if (of === 'world') return (world) => (world.draft.world[meter] ?? 0) * times + plus;
  return (world, scope) => {
    const ids = world.seats(of, scope);
    if (ids.length === 0) return plus;
    return (sumOf(ids, (id) => world.seat(id).meters[meter] ?? 0) / ids.length) * times + plus;
  };
}

/** Sum of the true harm or rights cost of the item at hand, or of the demand's items that are up. */
function readItems(of: 'harm' | 'rights', times: number): Measure {
  return (_world, scope) => {
    if (scope.item !== null) return scope.item[of] * times;
    return (scope.demand?.items ?? []).reduce((sum, item) => (item.status === 'removed' ? sum : sum + item[of]), 0) * times;
  };
}

/** Compiles an amount; `odds` looks up the scenario's named chances. */
export function compileAmount(amount: Amount, odds: Named): Measure {
  const all = (amounts: readonly Amount[]) => amounts.map((part) => compileAmount(part, odds));
  if (typeof amount === 'number') return () => amount;
  if ('meter' in amount) return readMeter(amount.meter, amount.of ?? 'self', amount.times ?? 1, amount.plus ?? 0);
  if ('item' in amount) return readItems(amount.item, amount.times ?? 1);
  if ('tally' in amount)
    return (world, scope) =>
      sumOf(world.seats(amount.of ?? 'self', scope), (id) => world.seat(id).tally[amount.tally] ?? 0) * (amount.times ?? 1);
  if ('mark' in amount)
    return (world, scope) =>
      sumOf(world.seats(amount.of ?? 'self', scope), (id) => world.seat(id).marks[amount.mark] ?? 0) * (amount.times ?? 1);
  if ('rung' in amount)
    return (world, scope) => sumOf(world.seats(amount.rung, scope), (id) => world.seat(id).rung) * (amount.times ?? 1) + (amount.plus ?? 0);
  if ('trait' in amount)
    return (world, scope) =>
      sumOf(world.seats(amount.of ?? 'self', scope), (id) => world.facts.trait(id, amount.trait)) * (amount.times ?? 1);
  if ('odds' in amount) return odds(amount.odds);
  if ('byRegime' in amount) {
    const parts = {
      law: compileAmount(amount.byRegime.law, odds),
      hybrid: compileAmount(amount.byRegime.hybrid, odds),
      captive: compileAmount(amount.byRegime.captive, odds),
    };
    return (world, scope) => parts[world.draft.regime](world, scope);
  }
  if ('byPresence' in amount) {
    const { byPresence } = amount;
    const parts = {
      none: compileAmount(byPresence.none, odds),
      representative: compileAmount(byPresence.representative, odds),
      office: compileAmount(byPresence.office, odds),
    };
    return (world, scope) => {
      const id = world.seats(amount.of ?? 'self', scope)[0];
      return id === undefined ? 0 : parts[world.seat(id).presence](world, scope);
    };
  }
  if ('count' in amount) return (world, scope) => countOf(amount.count, world, scope) * (amount.times ?? 1);
  if ('roundsToElection' in amount) return (world) => Math.max(0, world.facts.electionRound - world.draft.round) * (amount.times ?? 1);
  if ('sum' in amount) return fold(all(amount.sum), (a, b) => a + b);
  if ('product' in amount) return fold(all(amount.product), (a, b) => a * b);
  if ('least' in amount) return fold(all(amount.least), (a, b) => Math.min(a, b));
  if ('most' in amount) return fold(all(amount.most), (a, b) => Math.max(a, b));
  const test = compileCondition(amount.if, odds);
  const [yes, no] = [compileAmount(amount.then, odds), compileAmount(amount.else, odds)];
  return (world, scope) => (test(world, scope) ? yes : no)(world, scope);
}

function fold(parts: readonly Measure[], join: (a: number, b: number) => number): Measure {
  const [first, ...rest] = parts;
  if (first === undefined) return () => 0;
  return (world, scope) => rest.reduce((sum, part) => join(sum, part(world, scope)), first(world, scope));
}

function countOf(what: string, world: World, scope: Scope): number {
  if (what === 'items-up') return scope.demand?.items.filter((item) => item.status !== 'removed').length ?? 0;
  return world.seats(what, scope).length;
}

const someSeat =
  (of: string | undefined, test: (world: World, id: string) => boolean): Test =>
  (world, scope) =>
    world.seats(of ?? 'self', scope).some((id) => test(world, id));

/** Compiles a condition. */
export function compileCondition(condition: Condition, odds: Named): Test {
  const parts = (list: readonly Condition[]) => list.map((part) => compileCondition(part, odds));
  if ('all' in condition) {
    const tests = parts(condition.all);
    return (world, scope) => tests.every((test) => test(world, scope));
  }
  if ('any' in condition) {
    const tests = parts(condition.any);
    return (world, scope) => tests.some((test) => test(world, scope));
  }
  if ('not' in condition) {
    const test = compileCondition(condition.not, odds);
    return (world, scope) => !test(world, scope);
  }
  if ('value' in condition) {
    const measure = compileAmount(condition.value, odds);
    const { atLeast, below } = condition;
    return (world, scope) => {
      const value = measure(world, scope);
      return (atLeast === undefined || value >= atLeast) && (below === undefined || value < below);
    };
  }
  if ('law' in condition)
    return (world) => world.draft.laws.some((law) => law.id === condition.law && (condition.state === 'passed' || law.inForce));
  if ('regime' in condition) return (world) => condition.regime.includes(world.draft.regime);
  if ('presence' in condition) return someSeat(condition.of, (world, id) => condition.presence.includes(world.seat(id).presence));
  if ('round' in condition)
    return (world) =>
      world.draft.round >= (condition.round.from ?? 0) && world.draft.round <= (condition.round.until ?? Number.MAX_SAFE_INTEGER);
  if ('restricted' in condition) {
    return someSeat(condition.of, (world, id) => {
      const { restriction } = world.seat(id);
      return restriction !== null && condition.restricted.includes(restriction.kind);
    });
  }
  return compileDemandCondition(condition);
}

/** Conditions about the demand at hand. */
function compileDemandCondition(condition: Condition): Test {
  if ('answered' in condition) {
    const { answered, by } = condition;
    if (by === undefined) return (_world, { demand }) => demand?.answer != null && answered.includes(demand.answer);
    return someSeat(by, (world, id) => answered.some((answer) => (world.seat(id).tally[`answered-${answer}`] ?? 0) > 0));
  }
  if ('formality' in condition) return (_world, { demand }) => demand !== null && condition.formality.includes(demand.formality);
  if ('class' in condition) return (world, scope) => classesAtHand(world, scope).some((itemClass) => condition.class.includes(itemClass));
  if ('knows' in condition) {
    return (world, scope) => {
      const template = scope.demand?.template ?? scope.subject;
      if (template === null) return false;
      const items = world.facts.itemIds(template);
      return world
        .seats(condition.of ?? 'self', scope)
        .some((id) => items.every((item) => world.seat(id).knows.includes(`${template}/${item}`)));
    };
  }
  if ('known' in condition) return (_world, { demand }) => demand?.public === true;
  if ('demand' in condition) return (_world, scope) => (scope.demand?.template ?? scope.subject) === condition.demand;
  if ('removed' in condition) {
    const [template, itemId] = condition.removed.split('/');
    return (world, scope) => {
      const seats = condition.of === undefined ? null : world.seats(condition.of, scope);
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
