import { expect, test } from 'vitest';
import { z } from 'zod';
import { Amount } from '../../../shared/language/values.ts';
import { type About, aQuietMatch, type MatchInPlay } from '../../builders.ts';
import { worth } from './language.ts';

interface Case {
  readonly amount: unknown;
  readonly is: number;
  readonly because: string;
  readonly by?: string | null;
  readonly about?: About;
}

/** Round 2 of a half-free country, eight rounds to go to the vote in round 8. The joke lies with Alpha, its bot is gone. */
const position = (): MatchInPlay =>
  aQuietMatch((data) => {
    data.odds = {
      leak: { title: 'A leak', value: 0.25, source: 'CAL: test.' },
      twice: { title: 'Twice', value: { product: [2, { odds: 'leak' }] }, source: 'CAL: test.' },
    };
  })
    .withDemand('joke', 'alpha')
    .with((draft) => {
      const { alpha, beta } = draft.seats;
      if (alpha) Object.assign(alpha, { rung: 2, tally: { removed: 3 }, marks: { reports: 2 } });
      if (beta) Object.assign(beta, { rung: 1, tally: { removed: 1 }, marks: { reports: 5 } });
      for (const item of draft.demands[0]?.items ?? []) if (item.id === 'bot') item.status = 'removed';
    });

// biome-ignore format: a row is a line
const TABLE: readonly Case[] = [
  { amount: 4.5, is: 4.5, because: 'a number is itself' },
  { amount: { meter: 'trust' }, is: 60, because: 'a meter is the acting seat’s' },
  { amount: { meter: 'trust', of: 'beta' }, is: 40, because: 'a meter of a named seat' },
  { amount: { meter: 'trust', of: 'platforms' }, is: 50, because: 'a meter of several seats is their mean' },
  { amount: { meter: 'freedom', of: 'world', times: 0.5, plus: -10 }, is: 20, because: 'a meter of the world, times and plus' },
  { amount: { meter: 'trust', times: -0.1, plus: 1 }, is: -5, because: 'times comes before plus' },
  { amount: { meter: 'trust', of: 'target', plus: 3 }, is: 3, because: 'without a target only plus remains' },
  { amount: { meter: 'legitimacy' }, is: 0, because: 'a meter the seat does not have is 0' },
  { amount: { item: 'rights' }, about: { demand: 'd1' }, is: 7, because: 'of a demand, the items still up are summed' },
  { amount: { item: 'harm', times: 2 }, about: { demand: 'd1', item: 'page' }, is: 2, because: 'the item at hand counts' },
  { amount: { item: 'harm' }, about: { demand: 'd1', item: 'bot' }, is: 5, because: 'the item at hand counts even if removed' },
  { amount: { item: 'harm' }, is: 0, because: 'without a demand there is no harm' },
  { amount: { tally: 'removed' }, is: 3, because: 'a counter of this round' },
  { amount: { tally: 'removed', of: 'platforms', times: 2 }, is: 8, because: 'counters of several seats are summed' },
  { amount: { tally: 'never' }, is: 0, because: 'what was never counted is 0' },
  { amount: { mark: 'reports' }, is: 2, because: 'a counter of the match' },
  { amount: { mark: 'reports', of: 'everyone', times: 10 }, is: 70, because: 'counters of everyone are summed' },
  { amount: { rung: 'self', times: 2, plus: 1 }, is: 5, because: 'the rung, times and plus' },
  { amount: { rung: 'platforms' }, is: 3, because: 'rungs of several platforms are summed' },
  { amount: { trait: 'market' }, is: 2, because: 'a trait of the seat' },
  { amount: { trait: 'market', of: 'peers', times: 3 }, is: 0, because: 'a trait nobody gave is 0' },
  { amount: { odds: 'leak' }, is: 0.25, because: 'odds by name' },
  { amount: { odds: 'twice' }, is: 0.5, because: 'odds may use other odds' },
  { amount: { byRegime: { law: 1, hybrid: 2, captive: 3 } }, is: 2, because: 'the country is half-free' },
  { amount: { byPresence: { none: 1, representative: 2, office: 3 } }, is: 3, because: 'Alpha has an office' },
  { amount: { byPresence: { none: 1, representative: 2, office: 3 }, of: 'beta' }, is: 1, because: 'Beta has nobody there' },
  { amount: { byPresence: { none: 1, representative: 2, office: 3 }, of: 'target' }, is: 0, because: 'without a target it is 0' },
  { amount: { count: 'platforms' }, is: 2, because: 'there are two platforms' },
  { amount: { count: 'peers', times: 4 }, is: 4, because: 'Alpha has one peer' },
  { amount: { count: 'items-up' }, about: { demand: 'd1' }, is: 1, because: 'one item is still up' },
  { amount: { count: 'items-up' }, is: 0, because: 'without a demand nothing is up' },
  { amount: { count: 'items-removed' }, about: { demand: 'd1' }, is: 1, because: 'one item is gone' },
  { amount: { items: 'up' }, is: 1, because: 'the joke still lies with the acting seat' },
  { amount: { items: 'up', classes: ['spam'] }, is: 0, because: 'the joke is no spam' },
  { amount: { items: 'up', of: 'beta' }, is: 0, because: 'nothing was asked of Beta' },
  { amount: { items: 'removed', of: 'platforms', times: 3 }, is: 3, because: 'what is gone, of all platforms, times' },
  { amount: { items: 'up', harmful: true }, is: 0, because: 'what is left does more good than harm' },
  { amount: { items: 'removed', harmful: true }, is: 1, because: 'what is gone did harm' },
  { amount: { roundsToElection: true }, is: 6, because: 'from round 2 to round 8' },
  { amount: { roundsToElection: true, times: 0.5 }, is: 3, because: 'and half of it' },
  { amount: { sum: [1, { meter: 'trust' }, -2] }, is: 59, because: 'a sum' },
  { amount: { product: [2, { trait: 'market' }, 5] }, is: 20, because: 'a product' },
  { amount: { share: { mark: 'reports' }, outOf: { mark: 'reports', of: 'platforms' } }, is: 2 / 7, because: 'a part of a whole' },
  { amount: { share: 9, outOf: 4 }, is: 1, because: 'no share is more than the whole' },
  { amount: { share: 1, outOf: { tally: 'never' } }, is: 0, because: 'there is no share of nothing' },
  { amount: { least: [4, { trait: 'market' }, 9] }, is: 2, because: 'the least' },
  { amount: { most: [4, { trait: 'market' }, 9] }, is: 9, because: 'the most' },
  { amount: { if: { regime: ['hybrid'] }, then: 1, else: 2 }, is: 1, because: 'the condition holds' },
  { amount: { if: { regime: ['law'] }, then: 1, else: { sum: [1, 1] } }, is: 2, because: 'the condition does not hold' },
  { amount: { meter: 'trust' }, by: null, is: 0, because: 'nobody acts' },
];

const standing = position();

test.each(TABLE)('$amount is $is: $because', ({ amount, is, by = 'alpha', about = {} }) => {
  expect(worth(standing, amount, by, about)).toBe(is);
});

test.each([
  { round: 8, is: 0 },
  { round: 9, is: 0 },
])('in round $round there are $is rounds to the vote', ({ round, is }) => {
  expect(worth(position().inRound(round), { roundsToElection: true }, 'alpha')).toBe(is);
});

test('every form of an amount is in the table', () => {
  expect(
    formsOf(Amount).filter((form) => !TABLE.some(({ amount }) => typeof amount === 'object' && amount !== null && form in amount)),
  ).toEqual([]);
});

/** The tags by which the alternatives of an amount or condition are told apart. */
function formsOf(schema: z.ZodType): readonly string[] {
  const { $defs } = z.toJSONSchema(schema, { io: 'input' }) as {
    readonly $defs: Readonly<Record<string, { readonly anyOf?: readonly { readonly required?: readonly string[] }[] }>>;
  };
  return ($defs.Amount?.anyOf ?? []).flatMap(({ required }) => required?.[0] ?? []);
}
