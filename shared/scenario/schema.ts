import { z } from 'zod';
import { EffectList } from '../effects/index.ts';
import { Amount, Condition, Id, Ref, Text } from '../language/values.ts';
import { ACTION_TAGS, ANSWERS, PRESENCES, REGIMES, ROLES } from '../match/state.ts';

/** What a scenario file may say. Every field's description is the designer's help text in editors. */

export const SCHEMA_VERSION = 1;

const Source = z
  .string()
  .min(1)
  .max(600)
  .describe('Where a number or rule comes from: a source, or "CAL: …" for a calibration of the game.');
const Points = z.number().int().min(0).max(9);

const Meter = z.strictObject({
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

const StaffMember = z.strictObject({ id: Id, name: z.string().min(1).max(40), job: z.string().min(1).max(60) });

const Goal = z.strictObject({
  meter: Id,
  of: Ref.optional().describe('Whose meter; the own seat if absent, "world" for the world.'),
  weight: z.number().int().min(1).max(100).describe('In per cent; the weights of a seat add up to 100.'),
});

const Seat = z.strictObject({
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

const Class = z.strictObject({
  title: z.string().min(1).max(60),
  political: z.boolean().describe('Protected speech in politics: its removal is a precedent.'),
});

const Range = z
  .tuple([z.number().min(0).max(10), z.number().min(0).max(10)])
  .describe('From, to: the true value is drawn from it by the seed.');

const DemandTemplate = z.strictObject({
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

const Action = z.strictObject({
  title: z.string().min(1).max(60),
  text: Text,
  roles: z.array(z.enum(ROLES)).min(1),
  seats: z.array(Id).optional().describe('Only these seats; all of the roles if absent.'),
  phase: Id.describe('The phase in which it may be chosen.'),
  step: Id.describe('The resolution step in which it takes effect.'),
  target: z
    .enum(['none', 'platform', 'activist', 'rival', 'demand', 'item', 'desk', 'law'])
    .default('none')
    .describe(
      'What it is aimed at. demand: a live demand the seat knows of (for platforms: addressed to it; for regulators: sent by it). desk: a demand on the desk and a platform.',
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

const Law = z.strictObject({
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

const Crisis = z.strictObject({
  title: z.string().min(1).max(90),
  text: Text,
  when: Condition.describe('Its trigger, tested at the start of each round.'),
  chance: Amount.default(1).describe('The chance that it fires when the trigger holds (0–1).'),
  once: z.boolean().default(true),
  effects: EffectList.default([]),
  source: Source.optional(),
});

const Rule = z.strictObject({
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

const Court = z.strictObject({
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

export const ScenarioShape = z.strictObject({
  $schema: z.string().optional(),
  schemaVersion: z.literal(SCHEMA_VERSION),
  id: Id,
  title: z.string().min(1).max(60),
  summary: Text,
  contentNote: Text,
  language: z.string().regex(/^[a-z]{2}(-[A-Z]{2})?$/),
  minutes: z.number().int().min(5).max(240),
  country: z.strictObject({ name: z.string().min(1).max(40), text: Text }),
  regime: z.enum(REGIMES),
  rounds: z.number().int().min(1).max(20),
  electionRound: z.number().int().min(0).max(20).describe('The round at whose end the vote is; 0: no vote.'),
  calendar: z.array(z.string().min(1).max(40)).describe('A label for each round.'),
  phases: z
    .array(
      z.strictObject({
        id: Id,
        title: z.string().min(1).max(30),
        kind: z.enum(['briefing', 'choice', 'reveal']),
        text: Text,
        seconds: z.number().int().min(0).max(3600).describe('The timer’s proposal; timers are off unless the host turns them on.'),
      }),
    )
    .min(2)
    .max(8),
  steps: z
    .array(
      z.strictObject({
        id: Id,
        phase: Id.describe('The phase at whose end it runs; for the briefing: at its beginning.'),
        title: z.string().min(1).max(60),
        text: Text.optional(),
        run: z
          .array(z.enum(['laws', 'courts', 'delayed', 'deadlines', 'crises', 'intelligence', 'desk', 'drift', 'predictions']))
          .default([])
          .describe('Built-in parts that run in this step, after its actions and before its rules.'),
      }),
    )
    .min(1)
    .max(24),
  meters: z.record(z.string(), Meter),
  seats: z.array(Seat).min(2).max(8),
  classes: z.record(z.string(), Class),
  ladder: z.strictObject({
    rungs: z
      .array(z.strictObject({ id: Id, title: z.string().min(1).max(60) }))
      .min(2)
      .max(16),
    top: z.strictObject({ law: Id, hybrid: Id, captive: Id }).describe('The highest rung that each regime reaches.'),
    onSkip: EffectList.default([]).describe('Applied once for each rung skipped. self: the regulator; target: the platform.'),
    source: Source,
  }),
  fines: z
    .array(
      z.strictObject({
        id: Id,
        title: z.string().min(1).max(60),
        share: z.number().min(0).max(1).describe('Of the platform’s yearly turnover in the country.'),
        cash: z.number().min(0).max(100).describe('Cash points it costs.'),
        source: Source,
      }),
    )
    .min(1)
    .max(6),
  courts: z.record(z.string(), Court),
  odds: z
    .record(z.string(), z.strictObject({ title: z.string().min(1).max(80), value: Amount, source: Source }))
    .describe('Chances used in more than one place.'),
  actions: z.record(z.string(), Action),
  demands: z.record(z.string(), DemandTemplate),
  desk: z.strictObject({ draw: z.number().int().min(0).max(6).describe('How many demands are drawn onto the desk each round.') }),
  laws: z.record(z.string(), Law).default({}),
  crises: z.record(z.string(), Crisis).default({}),
  rules: z.array(Rule).max(80).default([]),
  intelligence: z
    .record(
      z.string(),
      z.strictObject({ seats: z.array(Id).min(1), round: z.number().int().min(1).max(20), when: Condition.optional(), text: Text }),
    )
    .default({}),
  cards: z
    .record(
      z.string(),
      z.strictObject({ title: z.string().min(1).max(60), text: Text, when: Condition, points: z.number().min(0).max(20) }),
    )
    .default({}),
  endings: z.record(z.string(), z.strictObject({ title: z.string().min(1).max(80), text: Text, when: Condition })).default({}),
  marks: z.record(z.string(), z.string().min(1).max(120)).default({}).describe('What each named counter means, in words.'),
  learningGoals: z.array(Text).max(8).default([]).describe('What a player can do after the debrief.'),
  script: z
    .array(z.strictObject({ when: z.string().min(1).max(60), say: Text, ask: Text.optional() }))
    .max(24)
    .default([])
    .describe('For the facilitator: what to say and ask, in order.'),
  modelCard: z
    .strictObject({
      assumptions: z.array(Text).min(1).max(20),
      sources: z.array(Source).min(1).max(30),
      biases: z.array(Text).min(1).max(20),
    })
    .optional()
    .describe('What the model takes for granted, where its numbers come from, and where it is known to be wrong.'),
  caseFiles: z
    .array(
      z.strictObject({
        id: Id,
        title: z.string().min(1).max(100),
        asOf: z.string().min(4).max(40),
        fact: z.string().min(1).max(900),
        source: z.string().min(1).max(600),
        confidence: z.enum(['high', 'medium', 'low']),
        calibration: z.boolean(),
        grounds: z.array(z.string()).default([]),
        question: Text,
      }),
    )
    .default([]),
});

/** A checked, frozen scenario. */
export type Scenario = z.output<typeof ScenarioShape>;
export type ActionSpec = z.output<typeof Action>;
export type DemandSpec = z.output<typeof DemandTemplate>;
export type RuleSpec = z.output<typeof Rule>;
