import { expect, test } from 'vitest';
import { z } from 'zod';
import { Condition } from '../../../shared/language/values.ts';
import { type About, aQuietMatch, type MatchInPlay } from '../../builders.ts';
import { holds } from './language.ts';

interface Case {
  readonly condition: unknown;
  readonly holds: boolean;
  readonly because: string;
  readonly by?: string | null;
  readonly about?: About;
}

/** Round 2. The joke came to Alpha by phone and was refused; its bot is gone. The scam lies with Beta on paper. The landing law is passed. */
const position = (): MatchInPlay =>
  aQuietMatch()
    .withDemand('joke', 'alpha', 'call')
    .withDemand('scam', 'beta', 'notice')
    .does('alpha', [{ op: 'answer', with: 'refuse' }, { op: 'review' }], { demand: 'd1' })
    .does('alpha', [{ op: 'takedown', items: 'one' }], { demand: 'd1', item: 'bot' })
    .does('regulator', [{ op: 'restrict', kind: 'throttle', strength: 30 }], { on: 'alpha' })
    .does('regulator', [{ op: 'pass', law: 'landing' }]);

const YES = { regime: ['hybrid'] };
const NO = { regime: ['law', 'captive'] };
const call = { demand: 'd1' } as const;
const notice = { demand: 'd2' } as const;

// biome-ignore format: a row is a line
const TABLE: readonly Case[] = [
  { condition: YES, holds: true, because: 'the country is half-free' },
  { condition: NO, holds: false, because: 'it is none of these' },
  { condition: { all: [YES, YES] }, holds: true, because: 'all hold' },
  { condition: { all: [YES, NO] }, holds: false, because: 'one does not' },
  { condition: { any: [NO, YES] }, holds: true, because: 'one holds' },
  { condition: { any: [NO, NO] }, holds: false, because: 'none holds' },
  { condition: { not: NO }, holds: true, because: 'it does not hold' },
  { condition: { not: YES }, holds: false, because: 'it holds' },
  { condition: { value: { meter: 'trust' }, atLeast: 60 }, holds: true, because: '60 is at least 60' },
  { condition: { value: { meter: 'trust' }, atLeast: 60.1 }, holds: false, because: '60 is less' },
  { condition: { value: { meter: 'trust' }, below: 60 }, holds: false, because: '60 is not below 60' },
  { condition: { value: { meter: 'trust' }, atLeast: 50, below: 61 }, holds: true, because: '60 lies between' },
  { condition: { value: { meter: 'trust' } }, holds: true, because: 'no bound is no condition' },
  { condition: { law: 'landing' }, holds: false, because: 'the law is not in force yet' },
  { condition: { law: 'landing', state: 'in-force' }, holds: false, because: 'the law is not in force yet' },
  { condition: { law: 'landing', state: 'passed' }, holds: true, because: 'the law is passed' },
  { condition: { presence: ['office'] }, holds: true, because: 'Alpha has an office' },
  { condition: { presence: ['none', 'representative'], of: 'alpha' }, holds: false, because: 'Alpha has an office' },
  { condition: { presence: ['none'], of: 'platforms' }, holds: true, because: 'one of them, Beta, has nobody there' },
  { condition: { presence: ['none'], of: 'target' }, holds: false, because: 'there is no target' },
  { condition: { round: { from: 2 } }, holds: true, because: 'it is round 2' },
  { condition: { round: { from: 3 } }, holds: false, because: 'it is round 2' },
  { condition: { round: { until: 2 } }, holds: true, because: 'it is round 2' },
  { condition: { round: { until: 1 } }, holds: false, because: 'it is round 2' },
  { condition: { round: {} }, holds: true, because: 'any round' },
  { condition: { answered: ['refuse', 'stall'] }, about: call, holds: true, because: 'it was refused' },
  { condition: { answered: ['comply'] }, about: call, holds: false, because: 'it was refused' },
  { condition: { answered: ['refuse'] }, about: notice, holds: false, because: 'that one has no answer yet' },
  { condition: { answered: ['refuse'] }, holds: false, because: 'no demand is at hand' },
  { condition: { answered: ['refuse'], by: 'self' }, holds: true, because: 'Alpha refused something this round' },
  { condition: { answered: ['refuse'], by: 'beta' }, holds: false, because: 'Beta did not' },
  { condition: { answered: ['comply', 'refuse'], by: 'platforms' }, holds: true, because: 'one of them did' },
  { condition: { formality: ['call', 'visit'] }, about: call, holds: true, because: 'it came by phone' },
  { condition: { formality: ['call'] }, about: notice, holds: false, because: 'it came on paper' },
  { condition: { formality: ['call'] }, holds: false, because: 'no demand is at hand' },
  { condition: { class: ['satire'] }, about: call, holds: true, because: 'the page is still up' },
  { condition: { class: ['fraud'] }, about: call, holds: false, because: 'the bot is gone' },
  { condition: { class: ['fraud'] }, about: { ...call, item: 'bot' }, holds: true, because: 'the item at hand counts, even if gone' },
  { condition: { class: ['fraud', 'satire'] }, about: { subject: 'joke' }, holds: true, because: 'before it is sent, its template counts' },
  { condition: { class: ['satire'] }, about: { subject: 'scam' }, holds: false, because: 'the scam is no satire' },
  { condition: { class: ['satire'] }, holds: false, because: 'nothing is at hand' },
  { condition: { restricted: ['throttle'] }, holds: true, because: 'Alpha is throttled' },
  { condition: { restricted: ['block'] }, holds: false, because: 'it is not blocked' },
  { condition: { restricted: ['throttle', 'block'], of: 'peers' }, holds: false, because: 'Beta is free' },
  { condition: { knows: 'demand' }, about: call, holds: true, because: 'Alpha reviewed it' },
  { condition: { knows: 'demand' }, about: notice, holds: false, because: 'Alpha never saw that one' },
  { condition: { knows: 'demand', of: 'regulator' }, about: call, holds: false, because: 'the regulator did not review it' },
  { condition: { knows: 'demand', of: 'everyone' }, about: { subject: 'joke' }, holds: true, because: 'someone knows it, even before it is sent again' },
  { condition: { knows: 'demand' }, holds: false, because: 'no demand is at hand' },
  { condition: { known: 'demand' }, about: call, holds: false, because: 'nobody else heard the call' },
  { condition: { known: 'demand' }, about: notice, holds: true, because: 'paper is public' },
  { condition: { known: 'demand' }, holds: false, because: 'no demand is at hand' },
  { condition: { demand: 'joke' }, about: call, holds: true, because: 'it is this one' },
  { condition: { demand: 'scam' }, about: call, holds: false, because: 'it is another' },
  { condition: { demand: 'joke' }, about: { subject: 'joke' }, holds: true, because: 'it lies on the desk' },
  { condition: { demand: 'joke' }, holds: false, because: 'no demand is at hand' },
  { condition: { removed: 'joke/bot' }, holds: true, because: 'somebody removed it' },
  { condition: { removed: 'joke/bot', of: 'alpha' }, holds: true, because: 'Alpha removed it' },
  { condition: { removed: 'joke/bot', of: 'beta' }, holds: false, because: 'Beta did not' },
  { condition: { removed: 'joke/page' }, holds: false, because: 'the page is up' },
];

const standing = position();

test.each(TABLE)('$condition is $holds: $because', ({ condition, holds: expected, by = 'alpha', about = {} }) => {
  expect(holds(standing, condition, by, about)).toBe(expected);
});

test('a law in force is passed, too', () => {
  const match = position().inRound(3, 'reveal');
  expect([holds(match, { law: 'landing' }, 'alpha'), holds(match, { law: 'landing', state: 'passed' }, 'alpha')]).toEqual([true, true]);
});

test('every form of a condition is in the table', () => {
  const { $defs } = z.toJSONSchema(Condition, { io: 'input' }) as {
    readonly $defs: Readonly<Record<string, { readonly anyOf?: readonly { readonly required?: readonly string[] }[] }>>;
  };
  const forms = ($defs.Condition?.anyOf ?? []).flatMap(({ required }) => required?.[0] ?? []);
  expect(forms.length).toBeGreaterThan(12);
  expect(forms.filter((form) => !TABLE.some(({ condition }) => form in (condition as object)))).toEqual([]);
});
