import { z } from 'zod';
import { EffectList } from '../effects/index.ts';
import { Condition, Id, Text } from '../language/values.ts';
import { ROLES } from '../match/state.ts';
import { Source } from './parts.ts';

/** What seats may promise each other: the part of a scenario file under "pacts". */

export const Term = z.strictObject({
  title: z.string().min(1).max(60).describe('The promise in a few words, as the one who gives it says it: “Keep the guide up”.'),
  text: Text.describe('What exactly is promised, and when it counts as kept or broken.'),
  roles: z.array(z.enum(ROLES)).min(1).optional().describe('The roles that may promise it; all if absent.'),
  seats: z.array(Id).min(1).optional().describe('Only these seats may promise it; all of the roles if absent.'),
  partners: z.array(z.enum(ROLES)).min(1).optional().describe('The roles it may be promised to; all if absent.'),
  kept: Condition.optional().describe(
    'Tested at the end of each round: when it holds, the promise is kept. self: who promised; target: the partner. Marks and tallies count from the handshake on. If absent, the promise is kept when it was not broken until its last round.',
  ),
  broken: Condition.optional().describe(
    'Tested at the end of each round: when it holds, the promise is broken. Whoever knows of the pact is told, so ask for what may come out. If absent, the promise is broken when it was not kept until its last round.',
  ),
  source: Source.optional(),
});

export const Pacts = z
  .strictObject({
    terms: z.record(z.string(), Term).describe('The promises that can be made.'),
    payable: z
      .array(Id)
      .max(8)
      .default([])
      .describe('Meters in which seats can pay each other, at most one for each role. What is paid lands in the partner’s own one.'),
    offers: z.number().int().min(1).max(12).default(3).describe('How many offers of one seat may be open at a time.'),
    onKept: EffectList.default([]).describe(
      'When a promise is kept; for the same promise of a seat only the first time. self: who promised; target: the partner.',
    ),
    onBroken: EffectList.default([]).describe('When a promise is broken. self: who promised; target: the partner.'),
    unseen: z
      .number()
      .min(0)
      .max(1)
      .default(1)
      .describe('These effects are multiplied by this when nobody but the two parties knows of the pact.'),
    source: Source,
  })
  .describe('Offers that seats make each other between reveals, and what comes of kept and broken promises.');

export type TermSpec = z.output<typeof Term>;
export type PactsSpec = z.output<typeof Pacts>;

type Party = { readonly id: string; readonly role: (typeof ROLES)[number] };

/** Whether one seat may make this promise to another. */
export function mayPromise(term: TermSpec, self: Party, partner: Party): boolean {
  return (
    self.id !== partner.id &&
    (term.roles === undefined || term.roles.includes(self.role)) &&
    (term.seats === undefined || term.seats.includes(self.id)) &&
    (term.partners === undefined || term.partners.includes(partner.role))
  );
}
