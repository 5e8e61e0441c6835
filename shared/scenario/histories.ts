import { z } from 'zod';
import { Amount, Id, Text } from '../language/values.ts';
import { Source } from './parts.ts';

/** What really happened, as scripts for bots and as what they must come to: the part of a scenario file under "histories". */

const Round = z.number().int().min(1).max(20);

export const Line = z
  .strictObject({
    do: Id.describe('The action. Only when it is legal and can be paid for.'),
    on: z
      .string()
      .regex(/^[a-z][a-z0-9-]{0,39}(@[a-z][a-z0-9-]{0,39})?$/, 'must be a name, or demand@seat')
      .optional()
      .describe('What it is aimed at: a demand, a seat, a law, or demand@seat. If absent: whatever is possible, in its order.'),
    from: Round.optional().describe('The first round in which it is done; round 1 if absent.'),
    until: Round.optional().describe('The last round in which it is done; the last of all if absent.'),
    chance: z
      .number()
      .min(0)
      .max(1)
      .optional()
      .describe('The chance that it is done (0–1), rolled anew for each thing it may be aimed at.'),
    most: z
      .number()
      .int()
      .min(1)
      .max(9)
      .optional()
      .describe(
        'In one phase it is done so many times at most, each time on something else. If absent: once; answers and commitments as often as there are demands.',
      ),
    note: Source.optional(),
  })
  .describe('One thing that a party did, or used to do.');

export const Expectation = z.strictObject({
  id: Id,
  text: Text.describe('What must come out, as a sentence.'),
  measure: Amount.describe('Read at the end of each match, by nobody: name seats with "of". Of all matches, the mean counts.'),
  from: z.number().min(-1e6).max(1e6).describe('The mean is at least this.'),
  to: z.number().min(-1e6).max(1e6).describe('The mean is at most this.'),
  source: Source,
});

export const History = z.strictObject({
  title: z.string().min(1).max(80),
  text: Text.optional(),
  source: Source,
  seats: z
    .record(z.string(), z.array(Line).min(1).max(120))
    .describe(
      'For each seat its lines, the most important first. In each phase it goes through them in this order, and does each that is due, legal and can be paid for. What no line says does not happen. Seats without lines do nothing.',
    ),
  expect: z.array(Expectation).min(1).max(24).describe('What these scripts must come to, within which bounds.'),
});

export const Histories = z
  .record(z.string(), History)
  .describe('Real courses of events, to test the model by: bots do what the parties did, and the outcome must be like the real one.');

export type LineSpec = z.output<typeof Line>;
export type HistorySpec = z.output<typeof History>;
