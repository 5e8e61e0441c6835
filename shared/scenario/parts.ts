import { z } from 'zod';
import { EffectList } from '../effects/index.ts';
import { Amount, Condition, Id, Ref, Text } from '../language/values.ts';
import { ACTION_TAGS, ANSWERS, PRESENCES, ROLES } from '../match/state.ts';

/** The parts of a scenario file. Every field's description is the designer's help text in editors. */

export const Source = z
  .string()
  .min(1)
  .max(600)
  .describe('Where a number or rule comes from: a source, or "CAL: …" for a calibration of the game.');
export const Points = z.number().int().min(0).max(9);

export const Meter = z.strictObject({
  name: z.string().min(1).max(40),
  help: Text.describe('One sentence: what it stands for.'),
  owner: z.enum([...ROLES, 'world']).describe('The role whose seats have this meter, or the world.'),
  start: z.number().min(0).max(100),
  good: z.enum(['high', 'low']).nullable().describe('Whether high or low is better for its owner; null if neither.'),
  audience: z
    .enum(['everyone', 'owner', 'band', 'nobody'])
    .describe('Who reads it: everyone; only its owner; its owner exactly and others as a band; nobody until the end.'),
  headline: z.boolean().default(false).describe('One of the numbers on the projector (at most five).'),
  drift: z
    .strictObject({ toward: z.number().min(0).max(100), share: z.number().min(0).max(1) })
    .optional()
    .describe('Each round it moves this share of the way toward a value.'),
  source: Source.optional(),
});

export const StaffMember = z.strictObject({ id: Id, name: z.string().min(1).max(40), job: z.string().min(1).max(60) });

export const Goal = z.strictObject({
  meter: Id,
  of: Ref.optional().describe('Whose meter; the own seat if absent, "world" for the world.'),
  weight: z.number().int().min(1).max(100).describe('In per cent; the weights of a seat add up to 100.'),
});

export const Seat = z.strictObject({
  id: Id,
  role: z.enum(ROLES),
  name: z.string().min(1).max(30),
  tagline: z.string().min(1).max(120),
  goal: Text,
  powers: Text,
  tension: Text,
  points: Points.describe('Action points per round.'),
  presence: z.enum(PRESENCES).default('none'),
  staff: z.array(StaffMember).max(6).default([]),
  meters: z.record(z.string(), z.number().min(0).max(100)).default({}).describe('Starting values that differ from the meter’s own.'),
  traits: z.record(z.string(), z.number().min(-1e6).max(1e6)).default({}).describe('Fixed numbers that amounts may read.'),
  scoring: z.strictObject({
    goals: z.array(Goal).min(1).max(8),
    redLines: z
      .array(z.strictObject({ id: Id, when: Condition, cap: z.number().min(0).max(100), text: Text }))
      .max(6)
      .default([]),
    source: Source.optional(),
  }),
  process: z
    .array(z.strictObject({ id: Id, text: Text, when: Condition }))
    .max(12)
    .default([])
    .describe('The process check: good procedure, judged apart from luck.'),
  cards: z.array(Id).max(8).default([]).describe('Agenda cards one of which is dealt to this seat.'),
});

export const Class = z.strictObject({
  title: z.string().min(1).max(60),
  political: z.boolean().describe('Protected speech in politics: its removal is a precedent.'),
});

export const Range = z
  .tuple([z.number().min(0).max(10), z.number().min(0).max(10)])
  .refine(([from, to]) => from <= to, 'The first number is the lower one. Swap them.')
  .describe('From, to: the true value is drawn from it by the seed.');

export const DemandTemplate = z.strictObject({
  title: z.string().min(1).max(80),
  letterhead: z.string().min(1).max(80),
  text: Text,
  basis: z.string().min(1).max(120).describe('The law or order it names.'),
  legality: z.number().int().min(0).max(3).describe('How strong that legal basis is.'),
  evidence: z.enum(['none', 'weak', 'fair', 'strong']),
  scope: z.enum(['item', 'account', 'app']),
  items: z
    .array(
      z.strictObject({
        id: Id,
        class: Id,
        label: z.string().min(1).max(120),
        claim: z.string().min(1).max(240),
        harm: Range,
        rights: Range,
      }),
    )
    .min(1)
    .max(4),
  for: z.array(Id).min(1).describe('Seats it can be addressed to.'),
  when: Condition.optional().describe('When it may come onto the regulator’s desk.'),
  weight: z.number().min(0).max(100).default(1).describe('How likely it is drawn, beside the others.'),
  always: z.boolean().default(false).describe('Lies on the desk whenever "when" holds, beside those drawn.'),
  source: Source.optional(),
});

export const Action = z.strictObject({
  title: z.string().min(1).max(60),
  text: Text,
  roles: z.array(z.enum(ROLES)).min(1),
  seats: z.array(Id).optional().describe('Only these seats; all of the roles if absent.'),
  phase: Id.describe('The phase in which it may be chosen.'),
  step: Id.describe('The resolution step in which it takes effect.'),
  target: z
    .enum(['none', 'platform', 'activist', 'rival', 'demand', 'item', 'desk', 'paper', 'law'])
    .default('none')
    .describe(
      'What it is aimed at. demand: a live demand the seat knows of (for platforms: addressed to it; for regulators: sent by it). desk: a demand on the desk and a platform. paper: a demand on the desk alone, for effects that send it to several.',
    ),
  answer: z.enum(ANSWERS).optional().describe('It answers a demand in this way. Each live demand takes exactly one answer.'),
  commitment: z
    .boolean()
    .default(false)
    .describe('It says what happens if the demand is refused. Each live demand takes exactly one commitment.'),
  fallback: z.boolean().default(false).describe('What happens in its slot if nothing is chosen.'),
  points: Points.default(0),
  costs: z
    .array(z.strictObject({ meter: Id, by: z.number().min(-100).max(0) }))
    .max(4)
    .default([]),
  when: Condition.optional(),
  once: z.boolean().default(false).describe('A seat may choose it only once in a match for the same target; otherwise once a phase.'),
  covert: z.boolean().default(false).describe('Others than the actor and its target don’t see it.'),
  odds: Amount.optional().describe('The chance shown on the card (0–1), if its outcome is rolled.'),
  effects: EffectList,
  tags: z
    .array(z.enum(ACTION_TAGS))
    .max(6)
    .default([])
    .describe('What kind of thing it is: bots choose by it, and cards are grouped by it.'),
  source: Source.optional(),
});

export const Law = z.strictObject({
  title: z.string().min(1).max(80),
  text: Text,
  delay: z.number().int().min(0).max(20).describe('Rounds from passing to force.'),
  points: Points.describe('Action points to pass it.'),
  when: Condition.optional(),
  onPass: EffectList.default([]),
  inForce: EffectList.default([]).describe('Once, when it comes into force.'),
  eachRound: EffectList.default([]).describe('Each round while in force.'),
  source: Source.optional(),
});

export const Crisis = z.strictObject({
  title: z.string().min(1).max(90),
  text: Text,
  when: Condition.describe('Its trigger, tested at the start of each round.'),
  chance: Amount.default(1).describe('The chance that it fires when the trigger holds (0–1).'),
  once: z.boolean().default(true),
  effects: EffectList.default([]),
  source: Source.optional(),
});

export const Rule = z.strictObject({
  id: Id,
  title: z.string().min(1).max(80),
  text: Text.optional(),
  step: Id,
  each: z
    .enum(['match', 'regulator', 'platform', 'activist', 'demand', 'item'])
    .default('match')
    .describe(
      'Applied once, or once for each seat of a role, each live demand, or each item still up of a demand. For demands, self is the addressee.',
    ),
  when: Condition.optional(),
  once: z.boolean().default(false).describe('At most once in a match for the same subject.'),
  effects: EffectList,
  source: Source,
});

export const Court = z.strictObject({
  title: z.string().min(1).max(60),
  text: Text,
  odds: z.strictObject({ law: Amount, hybrid: Amount, captive: Amount }).describe('The chance that the plaintiff wins, by regime (0–1).'),
  delay: z
    .strictObject({
      law: z.number().int().min(1).max(20),
      hybrid: z.number().int().min(1).max(20),
      captive: z.number().int().min(1).max(20),
    })
    .describe('Rounds to a ruling, by regime.'),
  source: Source,
});
