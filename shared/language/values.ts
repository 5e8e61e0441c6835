import { z } from 'zod';
import { ANSWERS, FORMALITIES, PRESENCES, REGIMES } from '../match/state.ts';

/** The small language in which a scenario says *who*, *how much* and *when*. Data only: compiled once, never evaluated as text. */

const id = (what: string) =>
  z
    .string()
    .regex(/^[a-z][a-z0-9-]{0,39}$/, 'must be lower-case letters, digits and dashes, at most 40')
    .describe(what);
export const Id = id('A name used to refer to this entry: lower-case letters, digits, dashes.');
export const Text = z.string().min(1).max(1200).describe('A text shown to players. Short sentences; reading age of 11.');

/** Who an amount, condition or effect is about. Any other word must be a seat's id. */
export const REF_WORDS = [
  'self',
  'target',
  'addressee',
  'issuer',
  'others',
  'peers',
  'platforms',
  'regulators',
  'activists',
  'everyone',
  'world',
] as const;
export const Ref = id(
  `A seat's id, or one of: ${REF_WORDS.join(', ')}. "peers" are the other platforms; "addressee" is the platform a demand is addressed to.`,
).meta({ ref: 'who' });

export interface AmountReading {
  meter: string;
  of?: string | undefined;
  times?: number | undefined;
  plus?: number | undefined;
}
export interface AmountOfItems {
  items: 'up' | 'removed';
  of?: string | undefined;
  classes?: string[] | undefined;
  harmful?: boolean | undefined;
  times?: number | undefined;
}
export type Amount =
  | number
  | AmountReading
  | { item: 'harm' | 'rights'; times?: number | undefined }
  | { tally: string; of?: string | undefined; times?: number | undefined }
  | { mark: string; of?: string | undefined; times?: number | undefined }
  | { rung: string; times?: number | undefined; plus?: number | undefined }
  | { trait: string; of?: string | undefined; times?: number | undefined }
  | { odds: string }
  | { byRegime: Record<'law' | 'hybrid' | 'captive', Amount> }
  | { byPresence: Record<'none' | 'representative' | 'office', Amount>; of?: string | undefined }
  | { count: string; times?: number | undefined }
  | AmountOfItems
  | { roundsToElection: true; times?: number | undefined }
  | { sum: Amount[] }
  | { product: Amount[] }
  | { share: Amount; outOf: Amount }
  | { least: Amount[] }
  | { most: Amount[] }
  | { if: Condition; then: Amount; else: Amount };

export type Condition =
  | { all: Condition[] }
  | { any: Condition[] }
  | { not: Condition }
  | { value: Amount; atLeast?: number | undefined; below?: number | undefined }
  | { law: string; state?: 'passed' | 'in-force' | undefined }
  | { regime: ('law' | 'hybrid' | 'captive')[] }
  | { presence: ('none' | 'representative' | 'office')[]; of?: string | undefined }
  | { round: { from?: number | undefined; until?: number | undefined } }
  | { answered: (typeof ANSWERS)[number][]; by?: string | undefined }
  | { formality: (typeof FORMALITIES)[number][] }
  | { class: string[] }
  | { restricted: ('throttle' | 'block')[]; of?: string | undefined }
  | { knows: 'demand'; of?: string | undefined }
  | { known: 'demand' }
  | { demand: string }
  | { removed: string; of?: string | undefined };

const times = z.number().min(-1000).max(1000).optional().describe('Multiplied by this.');
const plus = z.number().min(-1000).max(1000).optional().describe('Then this is added.');
const of = Ref.optional().describe('Whose; the acting seat if absent.');

/** The laws that must be there if a condition is to hold. */
export function lawsNeeded(condition: Condition | undefined): readonly string[] {
  if (condition === undefined) return [];
  if ('law' in condition) return [condition.law];
  return 'all' in condition ? condition.all.flatMap(lawsNeeded) : [];
}

/** How much: a number, or a small tagged object that reads the match at the start of the step. */
export const Amount: z.ZodType<Amount> = z
  .lazy(() =>
    z.union([
      z.number().min(-1e6).max(1e6),
      z.strictObject({ meter: Id, of, times, plus }).describe('A meter (of a seat, or "of": "world"). Of several seats: their mean.'),
      z
        .strictObject({ item: z.enum(['harm', 'rights']), times })
        .describe('The true harm or rights cost of the item, or summed over the items of the demand that are still up.'),
      z.strictObject({ tally: Id, of, times }).describe('A counter of this round. Of several seats: the sum.'),
      z.strictObject({ mark: Id, of, times }).describe('A counter that lasts the match. Of several seats: the sum.'),
      z.strictObject({ rung: Ref, times, plus }).describe('The rung of the ladder a platform stands on.'),
      z.strictObject({ trait: Id, of, times }).describe('A fixed number of the seat (its market, its turnover …).'),
      z.strictObject({ odds: Id }).describe('One of the odds listed under "odds".'),
      z.strictObject({ byRegime: z.strictObject({ law: Amount, hybrid: Amount, captive: Amount }) }),
      z.strictObject({ byPresence: z.strictObject({ none: Amount, representative: Amount, office: Amount }), of }),
      z
        .strictObject({ count: z.enum(['platforms', 'items-up', 'items-removed', 'peers']), times })
        .describe('How many there are; of items: in the demand at hand.'),
      z
        .strictObject({
          items: z.enum(['up', 'removed']),
          of,
          classes: z.array(Id).min(1).optional().describe('Only items of these classes.'),
          harmful: z.boolean().optional().describe('Only items whose true harm is (true) or is not (false) above their rights cost.'),
          times,
        })
        .describe('How many items of the demands that were ever sent to a platform are up, or removed, now.'),
      z.strictObject({ roundsToElection: z.literal(true), times }).describe('Rounds left until the election, this one not counted.'),
      z.strictObject({ sum: z.array(Amount).min(1).max(12) }),
      z.strictObject({ product: z.array(Amount).min(1).max(12) }),
      z
        .strictObject({ share: Amount, outOf: Amount })
        .describe('How much of the second the first is, as a share of 0 to 1; 0 if the second is 0 or less.'),
      z.strictObject({ least: z.array(Amount).min(1).max(12) }),
      z.strictObject({ most: z.array(Amount).min(1).max(12) }),
      z.strictObject({ if: Condition, then: Amount, else: Amount }),
    ]),
  )
  .meta({ id: 'Amount' });

/** When: true or false of the match at the start of the step. */
export const Condition: z.ZodType<Condition> = z
  .lazy(() =>
    z.union([
      z.strictObject({ all: z.array(Condition).min(1).max(12) }),
      z.strictObject({ any: z.array(Condition).min(1).max(12) }),
      z.strictObject({ not: Condition }),
      z.strictObject({ value: Amount, atLeast: z.number().optional(), below: z.number().optional() }),
      z.strictObject({ law: Id, state: z.enum(['passed', 'in-force']).optional().describe('In force if absent.') }),
      z.strictObject({ regime: z.array(z.enum(REGIMES)).min(1) }),
      z.strictObject({ presence: z.array(z.enum(PRESENCES)).min(1), of }),
      z.strictObject({ round: z.strictObject({ from: z.int().min(0).max(100).optional(), until: z.int().min(0).max(100).optional() }) }),
      z
        .strictObject({ answered: z.array(z.enum(ANSWERS)).min(1), by: Ref.optional() })
        .describe('The answer to the demand at hand (or, with "by", whether that seat gave such an answer this round).'),
      z.strictObject({ formality: z.array(z.enum(FORMALITIES)).min(1) }).describe('How the demand at hand was delivered.'),
      z
        .strictObject({ class: z.array(Id).min(1) })
        .describe('The item at hand (or an item still up of the demand at hand) is of one of these classes.'),
      z.strictObject({ restricted: z.array(z.enum(['throttle', 'block'])).min(1), of }),
      z.strictObject({ knows: z.literal('demand'), of }).describe('The seat has reviewed every item of the demand at hand.'),
      z.strictObject({ known: z.literal('demand') }).describe('The demand at hand is public.'),
      z.strictObject({ demand: Id }).describe('The demand at hand is this one.'),
      z
        .strictObject({ removed: z.string().regex(/^[a-z0-9-]+\/[a-z0-9-]+$/, 'must look like "demand/item"'), of })
        .describe('The item `demand/item` is removed by that seat (by anyone if "of" is absent).'),
    ]),
  )
  .meta({ id: 'Condition' });
