import type { ItemDraft, Measure, World } from '../effects/define.ts';
import type { Amount, AmountOfItems } from '../language/values.ts';
import type { SeatId } from '../match/state.ts';
import { compileCondition } from './conditions.ts';
import type { Words } from './words.ts';

type OfSeat = (world: World, seat: SeatId) => number;

/** The sum of something over the seats a word names. The acting seat and its target are read straight: most amounts are about them. */
function sumOver(of: string, read: OfSeat, words: Words): Measure {
  if (of === 'self') return (world, { self }) => (self === null ? 0 : read(world, self));
  if (of === 'target') return (world, { target }) => (target === null ? 0 : read(world, target));
  const who = words.who(of);
  return (world, scope) => {
    let sum = 0;
    for (const id of who(scope)) sum += read(world, id);
    return sum;
  };
}

function readMeter(name: string, of: string, times: number, plus: number, words: Words): Measure {
  const meter = words.meter(name);
  if (of === 'world') return (world) => world.meter(null, meter) * times + plus;
  const sum = sumOver(of, (world, id) => world.meter(id, meter), words);
  if (of === 'self' || of === 'target') return (world, scope) => sum(world, scope) * times + plus;
  const who = words.who(of);
  return (world, scope) => {
    const { length } = who(scope);
    return length === 0 ? plus : (sum(world, scope) / length) * times + plus;
  };
}

/** Sum of the true harm or rights cost of the item at hand, or of the demand's items that are up. */
function readItems(of: 'harm' | 'rights', times: number): Measure {
  return (_world, scope) => {
    if (scope.item !== null) return scope.item[of] * times;
    return (scope.demand?.items ?? []).reduce((sum, item) => (item.status === 'removed' ? sum : sum + item[of]), 0) * times;
  };
}

/** Compiles an amount of the scenario to a closure. */
export function compileAmount(amount: Amount, words: Words): Measure {
  const all = (amounts: readonly Amount[]) => amounts.map((part) => compileAmount(part, words));
  if (typeof amount === 'number') return () => amount;
  if ('meter' in amount) return readMeter(amount.meter, amount.of ?? 'self', amount.times ?? 1, amount.plus ?? 0, words);
  if ('item' in amount) return readItems(amount.item, amount.times ?? 1);
  if ('tally' in amount) {
    const tally = words.counter(amount.tally);
    return scaled(
      sumOver(amount.of ?? 'self', (world, id) => world.tally(id, tally), words),
      amount.times,
    );
  }
  if ('mark' in amount) {
    const mark = words.counter(amount.mark);
    return scaled(
      sumOver(amount.of ?? 'self', (world, id) => world.mark(id, mark), words),
      amount.times,
    );
  }
  if ('rung' in amount)
    return scaled(
      sumOver(amount.rung, (world, id) => world.seat(id).rung, words),
      amount.times,
      amount.plus,
    );
  if ('trait' in amount) {
    const { trait } = amount;
    return scaled(
      sumOver(amount.of ?? 'self', (world, id) => world.facts.trait(id, trait), words),
      amount.times,
    );
  }
  if ('odds' in amount) return words.odds(amount.odds);
  if ('byRegime' in amount) {
    const parts = {
      law: compileAmount(amount.byRegime.law, words),
      hybrid: compileAmount(amount.byRegime.hybrid, words),
      captive: compileAmount(amount.byRegime.captive, words),
    };
    return (world, scope) => {
      const { regime } = world.draft;
      return (regime === 'law' ? parts.law : regime === 'hybrid' ? parts.hybrid : parts.captive)(world, scope);
    };
  }
  if ('byPresence' in amount) {
    const { byPresence } = amount;
    const parts = {
      none: compileAmount(byPresence.none, words),
      representative: compileAmount(byPresence.representative, words),
      office: compileAmount(byPresence.office, words),
    };
    const who = words.who(amount.of ?? 'self');
    return (world, scope) => {
      const [id] = who(scope);
      return id === undefined ? 0 : parts[world.seat(id).presence](world, scope);
    };
  }
  if ('count' in amount) return countOf(amount.count, amount.times ?? 1, words);
  if ('items' in amount) return itemsOf(amount, words);
  if ('roundsToElection' in amount) return (world) => Math.max(0, world.facts.electionRound - world.draft.round) * (amount.times ?? 1);
  if ('sum' in amount) return sumOf(all(amount.sum));
  if ('product' in amount) return productOf(all(amount.product));
  if ('share' in amount) return shareOf(compileAmount(amount.share, words), compileAmount(amount.outOf, words));
  if ('least' in amount) return leastOf(all(amount.least));
  if ('most' in amount) return mostOf(all(amount.most));
  const test = compileCondition(amount.if, words);
  const [yes, no] = [compileAmount(amount.then, words), compileAmount(amount.else, words)];
  return (world, scope) => (test(world, scope) ? yes : no)(world, scope);
}

const scaled = (measure: Measure, times = 1, plus = 0): Measure =>
  times === 1 && plus === 0 ? measure : (world, scope) => measure(world, scope) * times + plus;

// Four loops and not one that is told what to do: a number that comes out of a function not known beforehand is put into an object.

function sumOf(parts: readonly Measure[]): Measure {
  return (world, scope) => {
    let sum = 0;
    for (const part of parts) sum += part(world, scope);
    return sum;
  };
}

function productOf(parts: readonly Measure[]): Measure {
  return (world, scope) => {
    let product = 1;
    for (const part of parts) product *= part(world, scope);
    return product;
  };
}

function leastOf(parts: readonly Measure[]): Measure {
  return (world, scope) => {
    let least = Number.POSITIVE_INFINITY;
    for (const part of parts) least = Math.min(least, part(world, scope));
    return least;
  };
}

function mostOf(parts: readonly Measure[]): Measure {
  return (world, scope) => {
    let most = Number.NEGATIVE_INFINITY;
    for (const part of parts) most = Math.max(most, part(world, scope));
    return most;
  };
}

/** How much of a whole a part is, 0–1. Of nothing, no part is anything. */
function shareOf(part: Measure, whole: Measure): Measure {
  return (world, scope) => {
    const all = whole(world, scope);
    return all <= 0 ? 0 : Math.min(1, Math.max(0, part(world, scope) / all));
  };
}

/** How many items of the demands that were sent to seats are up, or removed, now. */
function itemsOf({ items: state, of = 'self', classes, harmful, times }: AmountOfItems, words: Words): Measure {
  const isRemoved = state === 'removed';
  const counts = (world: World, template: string, { id, status, harm, rights }: ItemDraft): boolean =>
    (status === 'removed') === isRemoved &&
    (harmful === undefined || harm > rights === harmful) &&
    (classes === undefined || classes.includes(world.facts.itemClass(template, id)));
  const count: OfSeat = (world, seat) => {
    let sum = 0;
    for (const { to, template, items } of world.draft.demands) {
      if (to === seat) for (const item of items) if (counts(world, template, item)) sum += 1;
    }
    return sum;
  };
  return scaled(sumOver(of, count, words), times);
}

function countOf(what: string, times: number, words: Words): Measure {
  if (what === 'items-up' || what === 'items-removed') {
    const isRemoved = what === 'items-removed';
    return (_world, { demand }) => (demand?.items.filter(({ status }) => (status === 'removed') === isRemoved).length ?? 0) * times;
  }
  const who = words.who(what);
  return (_world, scope) => who(scope).length * times;
}
