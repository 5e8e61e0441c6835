import { z } from 'zod';
import { EffectList } from '../effects/index.ts';
import { Amount, Condition, Id, Text } from '../language/values.ts';
import { REGIMES } from '../match/state.ts';
import { Histories } from './histories.ts';
import { Pacts } from './pacts.ts';
import { Action, Class, Court, Crisis, DemandTemplate, Law, Meter, Rule, Seat, Source } from './parts.ts';

/** What a scenario file may say, as a whole. Its parts are described in `parts.ts`. */

export const SCHEMA_VERSION = 1;

const Language = z.string().regex(/^[a-z]{2}(-[A-Z]{2})?$/, 'a language must look like "en" or "pt-BR"');

export const ScenarioShape = z.strictObject({
  $schema: z.string().optional(),
  schemaVersion: z.literal(SCHEMA_VERSION),
  id: Id,
  title: z.string().min(1).max(60),
  summary: Text,
  contentNote: Text,
  language: Language.describe('The language its texts are written in: "en", "de", "pt-BR".'),
  minutes: z.number().int().min(5).max(240),
  order: z.number().int().min(0).max(1000).default(100).describe('Its place on the list of scenarios: the lower, the earlier.'),
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
          .array(z.enum(['laws', 'courts', 'delayed', 'deadlines', 'crises', 'intelligence', 'desk', 'drift', 'predictions', 'pacts']))
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
  pacts: Pacts.optional(),
  histories: Histories.default({}),
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
  translations: z
    .record(
      Language,
      z
        .record(z.string(), z.string().min(1).max(1200))
        .describe('By the way to a text: "actions/refuse/title". An entry of a list goes by its id, or else by its place from 0.'),
    )
    .default({})
    .describe('The same texts in other languages. A table is created in one of them.'),
});

/** A checked, frozen scenario. */
export type Scenario = z.output<typeof ScenarioShape>;
export type ActionSpec = z.output<typeof Action>;
export type DemandSpec = z.output<typeof DemandTemplate>;
export type RuleSpec = z.output<typeof Rule>;
