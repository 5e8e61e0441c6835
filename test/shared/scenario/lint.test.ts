import { describe, expect, test } from 'vitest';
import { type Finding, LINT_RULES, lint, type Sightings } from '../../../shared/scenario/lint.ts';
import { plantPacts } from '../../fixtures/pacts.ts';
import { type ScenarioData, tinyWith } from '../../fixtures/quiet.ts';
import { SHIPPED, shipped } from '../../shipped.ts';

/** Sightings of matches in which everything happened, apart from what a test takes away. */
const everything = (without: readonly string[] = [], idle: readonly string[] = []): Sightings => {
  const all = { has: (name: string) => !without.includes(name) } as ReadonlySet<string>;
  return {
    matches: 40,
    actions: all,
    crises: all,
    endings: all,
    laws: all,
    demands: all,
    counters: new Set(),
    meters: all,
    idle: new Set(idle),
  };
};

const found = (change: (data: ScenarioData) => void, sightings: Sightings): readonly Finding[] =>
  lint(tinyWith(change), { sightings, languages: ['en', 'de'] });
const lines = (findings: readonly Finding[]): readonly string[] =>
  findings.map(({ severity, rule, path, message }) => `${severity} ${rule} ${path.join('.')}: ${message}`);

interface Case {
  readonly rule: string;
  readonly when: string;
  readonly change: (data: ScenarioData) => void;
  readonly path: string;
  readonly says: string;
  readonly unseen?: readonly string[];
}

const act = (data: ScenarioData, id: string) => {
  const action = data.actions[id];
  if (action === undefined) throw new Error(`There is no action ${id}.`);
  return action;
};
const promise = (data: ScenarioData, term: object) => {
  if (data.pacts !== undefined) data.pacts.terms.odd = { title: 'Odd', text: 'Odd.', ...term };
};
const nothing = () => {};
const rule = (id: string, effects: ScenarioData['rules'], more: object = {}) => ({
  id,
  title: 'T',
  step: 'harm',
  each: 'match',
  source: 'CAL: x.',
  effects,
  ...more,
});
const addRule = (data: ScenarioData, effects: unknown, more: object = {}) =>
  data.rules?.push(rule('extra', effects as never, more) as never);
/** An action like "mirror", with something else about it. */
const addAction = (data: ScenarioData, more: object) => {
  data.actions.extra = { ...act(data, 'mirror'), ...more } as never;
};

const CASES: readonly Case[] = [
  // What can never be chosen.
  {
    rule: 'unreachable-action',
    when: 'no seat has its role',
    change: (d) => {
      d.seats = d.seats.filter(({ role }) => role !== 'activist');
      d.intelligence = {};
    },
    path: 'actions.mirror.roles',
    says: 'No seat has the role activist',
  },
  {
    rule: 'unreachable-action',
    when: 'its seats have another role',
    change: (d) => {
      act(d, 'mirror').seats = ['alpha'];
    },
    path: 'actions.mirror.seats',
    says: 'None of these seats',
  },
  {
    rule: 'unreachable-action',
    when: 'its phase lets nobody choose',
    change: (d) => {
      act(d, 'mirror').phase = 'briefing';
      act(d, 'mirror').step = 'news';
    },
    path: 'actions.mirror.phase',
    says: 'Nobody chooses in the phase "briefing"',
  },
  {
    rule: 'unreachable-action',
    when: 'it costs more points than anybody has',
    change: (d) => {
      act(d, 'mirror').points = 9;
    },
    path: 'actions.mirror.points',
    says: 'at most 3',
  },
  {
    rule: 'unreachable-action',
    when: 'only a regulator has a desk',
    change: (d) => {
      act(d, 'mirror').target = 'desk';
    },
    path: 'actions.mirror.target',
    says: 'Only regulators have a desk',
  },
  {
    rule: 'unreachable-action',
    when: 'there is no law',
    change: (d) => {
      d.laws = {};
    },
    path: 'actions.legislate.target',
    says: 'no law that could be passed',
  },
  {
    rule: 'unreachable-action',
    when: 'its condition waits for a round after the end',
    change: (d) => {
      act(d, 'mirror').when = { round: { from: 9 } };
    },
    path: 'actions.mirror.when',
    says: 'can never hold',
  },
  {
    rule: 'unreachable-action',
    when: 'its condition asks for a presence that nobody gets',
    change: (d) => {
      act(d, 'mirror').when = { presence: ['representative'], of: 'alpha' };
    },
    path: 'actions.mirror.when',
    says: 'can never hold',
  },
  {
    rule: 'unreachable-action',
    when: 'its condition asks for a regime that never comes',
    change: (d) => {
      act(d, 'mirror').when = { all: [{ regime: ['captive'] }] };
    },
    path: 'actions.mirror.when',
    says: 'can never hold',
  },
  {
    rule: 'unreachable-action',
    when: 'its thresholds exclude each other',
    change: (d) => {
      act(d, 'mirror').when = {
        all: [
          { value: { meter: 'reach' }, atLeast: 60 },
          { value: { meter: 'reach' }, below: 40 },
        ],
      };
    },
    path: 'actions.mirror.when',
    says: 'can never hold',
  },
  {
    rule: 'unreachable-action',
    when: 'its condition wants more than a meter can be',
    change: (d) => {
      act(d, 'mirror').when = { value: { sum: [{ meter: 'reach' }, 5] }, atLeast: 106 };
    },
    path: 'actions.mirror.when',
    says: 'can never hold',
  },
  { rule: 'unseen-action', when: 'bots never could', change: nothing, unseen: ['mirror'], path: 'actions.mirror', says: 'in 40 matches' },
  // What never happens.
  {
    rule: 'dead-crisis',
    when: 'its round is after the end',
    change: (d) => {
      d.crises = { late: { title: 'T', text: 'T.', when: { round: { from: 5 } } } };
    },
    path: 'crises.late.when',
    says: 'any of the 4 rounds',
  },
  {
    rule: 'dead-crisis',
    when: 'it waits for a mark that nothing counts',
    change: (d) => {
      d.crises = { late: { title: 'T', text: 'T.', when: { value: { mark: 'ghost', of: 'alpha' }, atLeast: 1 } } };
    },
    path: 'crises.late.when',
    says: 'can never happen',
  },
  {
    rule: 'dead-crisis',
    when: 'it waits for a law that nobody can pass',
    change: (d) => {
      delete d.actions.legislate;
      d.crises = { late: { title: 'T', text: 'T.', when: { law: 'landing' } } };
    },
    path: 'crises.late.when',
    says: 'can never happen',
  },
  {
    rule: 'dead-crisis',
    when: 'its chance is nought',
    change: (d) => {
      d.crises = { late: { title: 'T', text: 'T.', when: { round: {} }, chance: { product: [0, { meter: 'harm', of: 'world' }] } } };
    },
    path: 'crises.late.chance',
    says: 'never above 0',
  },
  {
    rule: 'unseen-crisis',
    when: 'it never happened',
    change: nothing,
    unseen: ['protest'],
    path: 'crises.protest',
    says: 'never happened in 40',
  },
  {
    rule: 'dead-ending',
    when: 'its condition never holds',
    change: (d) => {
      d.endings = { odd: { title: 'T', text: 'T.', when: { not: { regime: ['hybrid', 'law', 'captive'] } } } };
    },
    path: 'endings.odd.when',
    says: 'never be reached',
  },
  {
    rule: 'unseen-ending',
    when: 'no match ended so',
    change: nothing,
    unseen: ['quiet'],
    path: 'endings.quiet',
    says: 'never reached in 40',
  },
  {
    rule: 'dead-demand',
    when: 'no platform can get it',
    change: (d) => {
      const demand = d.demands.scam;
      if (demand) demand.for = ['voices'];
    },
    path: 'demands.scam.for',
    says: 'No platform',
  },
  {
    rule: 'dead-demand',
    when: 'it has no weight',
    change: (d) => {
      const demand = d.demands.scam;
      if (demand) demand.weight = 0;
    },
    path: 'demands.scam.weight',
    says: 'never drawn',
  },
  {
    rule: 'dead-demand',
    when: 'nothing is drawn',
    change: (d) => {
      d.desk = { draw: 0 };
    },
    path: 'demands.scam',
    says: '"desk.draw" is 0',
  },
  { rule: 'unseen-law', when: 'bots never did', change: nothing, unseen: ['landing'], path: 'laws.landing', says: 'in 40 matches' },
  {
    rule: 'unseen-demand',
    when: 'nobody sent it',
    change: nothing,
    unseen: ['joke'],
    path: 'demands.joke',
    says: 'Nobody sent this demand',
  },
  {
    rule: 'late-law',
    when: 'it would bind after the end',
    change: (d) => {
      const law = d.laws?.landing;
      if (law) law.delay = 4;
    },
    path: 'laws.landing.delay',
    says: 'Shorten the delay',
  },
  {
    rule: 'late-law',
    when: 'nothing passes it',
    change: (d) => {
      delete d.actions.legislate;
    },
    path: 'laws.landing',
    says: 'Nothing can pass',
  },
  {
    rule: 'late-intelligence',
    when: 'it is dealt after the end',
    change: (d) => {
      const piece = d.intelligence?.['raid-soon'];
      if (piece) piece.round = 5;
    },
    path: 'intelligence.raid-soon.round',
    says: 'only 4',
  },
  // Choices that are none.
  {
    rule: 'dead-line',
    when: 'a script asks for an action after the end',
    change: (d) => {
      d.histories = {
        case: {
          title: 'The case',
          source: 'CAL: made for tests.',
          seats: { voices: [{ do: 'mirror', from: 9 }] },
          expect: [{ id: 'calm', text: 'All is calm.', measure: 0, from: 0, to: 1, source: 'CAL: made for tests.' }],
        },
      };
    },
    path: 'histories.case.seats.voices.0',
    says: 'never due',
  },
  {
    rule: 'dominated-action',
    when: 'another does more for the same',
    change: (d) => {
      addAction(d, { effects: [{ op: 'change', meter: 'reach', by: 3 }] });
    },
    path: 'actions.extra',
    says: '"mirror" costs no more',
  },
  {
    rule: 'dominated-action',
    when: 'another is cheaper',
    change: (d) => {
      addAction(d, { points: 2 });
    },
    path: 'actions.extra',
    says: '"mirror" costs no more',
  },
  {
    rule: 'dominated-action',
    when: 'another is the same',
    change: (d) => {
      addAction(d, {});
    },
    path: 'actions.extra',
    says: '"mirror"',
  },
  {
    rule: 'idle-action',
    when: 'it costs points and does nothing',
    change: (d) => {
      addAction(d, { points: 1, effects: [] });
    },
    path: 'actions.extra.effects',
    says: 'does nothing',
  },
  {
    rule: 'idle-action',
    when: 'it costs money and does nothing',
    change: (d) => {
      addAction(d, { points: 0, costs: [{ meter: 'reach', by: -1 }], effects: [] });
    },
    path: 'actions.extra.effects',
    says: 'does nothing',
  },
  // What cards show.
  {
    rule: 'other-odds',
    when: 'the court uses others under one regime',
    change: (d) => {
      Object.assign(d.courts.high ?? {}, { odds: { law: 0.6, hybrid: 0.4, captive: 0.05 } });
    },
    path: 'actions.sue.odds',
    says: 'other odds than the court uses',
  },
  {
    rule: 'other-odds',
    when: 'it shows none',
    change: (d) => {
      delete act(d, 'sue').odds;
    },
    path: 'actions.sue',
    says: 'The card shows no odds.',
  },
  {
    rule: 'other-odds',
    when: 'it is rolled after what the odds ask for has gone',
    change: (d) => {
      Object.assign(d.odds.leak ?? {}, { value: { if: { class: ['satire'] }, then: 0.4, else: 0.6 } });
      const roll = { op: 'roll' as const, label: 'Is it enough?', odds: { odds: 'leak' }, then: [] };
      Object.assign(act(d, 'narrow'), { odds: { odds: 'leak' }, effects: [{ op: 'takedown', items: 'harmful' }, roll] });
    },
    path: 'actions.narrow.effects.1',
    says: 'Roll first.',
  },
  {
    rule: 'telling-odds',
    when: 'they read the true harm',
    change: (d) => {
      Object.assign(d.odds.leak ?? {}, { value: { product: [0.05, { item: 'harm' }] } });
      act(d, 'lean-on-staff').odds = { odds: 'leak' };
    },
    path: 'actions.lean-on-staff.odds',
    says: 'tell the true harm',
  },
  // What nothing uses.
  {
    rule: 'unused-meter',
    when: 'nothing touches it',
    change: (d) => {
      d.meters.spare = { name: 'Spare', help: 'S.', owner: 'world', start: 5, good: null, audience: 'everyone' };
    },
    path: 'meters.spare',
    says: 'Nothing reads or changes',
  },
  {
    rule: 'unused-meter',
    when: 'it changes, but nobody can tell',
    change: (d) => {
      addRule(d, [{ op: 'change', meter: 'plot', of: 'world', by: 1 }]);
    },
    path: 'meters.plot',
    says: 'nobody sees it',
  },
  {
    rule: 'frozen-meter',
    when: 'it is only read',
    change: (d) => {
      addRule(d, [{ op: 'change', meter: 'harm', of: 'world', by: { meter: 'plot', of: 'world' } }]);
    },
    path: 'meters.plot',
    says: 'nothing ever changes it',
  },
  {
    rule: 'unused-mark',
    when: 'it is counted for nobody',
    change: (d) => {
      addRule(d, [{ op: 'mark', name: 'spare' }]);
    },
    path: 'rules.4.effects.0.name',
    says: 'Nothing asks for the mark "spare"',
  },
  {
    rule: 'unused-mark',
    when: 'it is described, but never counted',
    change: (d) => {
      d.marks = { ...d.marks, ghost: 'A ghost.' };
    },
    path: 'marks.ghost',
    says: 'Nothing counts this mark',
  },
  {
    rule: 'unknown-mark',
    when: 'its name is misspelled',
    change: (d) => {
      act(d, 'mirror').when = { value: { mark: 'did-mirrer' }, below: 1 };
    },
    path: 'actions.mirror.when.value.mark',
    says: 'Did you mean "did-mirror"?',
  },
  {
    rule: 'unused-odds',
    when: 'nothing rolls them',
    change: (d) => {
      d.odds.spare = { title: 'T', value: 0.5, source: 'CAL: x.' };
    },
    path: 'odds.spare',
    says: 'Nothing uses these odds',
  },
  {
    rule: 'unused-class',
    when: 'no item has it',
    change: (d) => {
      d.classes.spare = { title: 'T', political: false };
    },
    path: 'classes.spare',
    says: 'No item is of this class',
  },
  {
    rule: 'unused-court',
    when: 'nobody can go there',
    change: (d) => {
      const court = d.courts.high;
      if (court) d.courts.low = court;
    },
    path: 'courts.low',
    says: 'Nobody can go to this court',
  },
  {
    rule: 'unused-fine',
    when: 'no effect imposes it',
    change: (d) => {
      act(d, 'fine-it').effects = [{ op: 'fine', tier: 'first' }];
    },
    path: 'fines.2',
    says: 'Nothing imposes this fine',
  },
  {
    rule: 'unused-card',
    when: 'no seat can get it',
    change: (d) => {
      const card = d.cards?.calm;
      if (card && d.cards) d.cards.spare = card;
    },
    path: 'cards.spare',
    says: 'No seat can be dealt',
  },
  // What runs away.
  {
    rule: 'runaway-loop',
    when: 'a meter feeds itself',
    change: (d) => {
      addRule(d, [{ op: 'change', meter: 'harm', of: 'world', by: { meter: 'harm', of: 'world' } }]);
    },
    path: 'rules.4.effects.0.by',
    says: '"harm" feeds itself',
  },
  {
    rule: 'runaway-loop',
    when: 'two meters feed each other',
    change: (d) => {
      addRule(d, [
        { op: 'change', meter: 'harm', of: 'world', by: { meter: 'precedent', of: 'world', times: 2 } },
        { op: 'change', meter: 'precedent', of: 'world', by: { product: [{ meter: 'harm', of: 'world' }, 0.5] } },
      ]);
    },
    path: 'rules.4.effects.0.by',
    says: 'feed each other',
  },
  {
    rule: 'runaway-loop',
    when: 'a law does it',
    change: (d) => {
      const law = d.laws?.landing;
      if (law) law.eachRound = [{ op: 'change', meter: 'harm', of: 'world', by: { meter: 'harm', of: 'world', times: 1.5 } }];
    },
    path: 'laws.landing.eachRound.0.by',
    says: 'feeds itself',
  },
  // Words.
  {
    rule: 'missing-text',
    when: 'there are only blanks',
    change: (d) => {
      d.summary = '  ';
    },
    path: 'summary',
    says: 'no words here yet',
  },
  {
    rule: 'missing-text',
    when: 'somebody put it off',
    change: (d) => {
      act(d, 'mirror').text = 'TODO write this';
    },
    path: 'actions.mirror.text',
    says: 'no words here yet',
  },
  {
    rule: 'missing-translation',
    when: 'the buttons are in other languages',
    change: (d) => {
      d.language = 'fr';
    },
    path: 'language',
    says: 'assets/locales/fr.json',
  },
  {
    rule: 'untranslated-text',
    when: 'a translation has only begun',
    change: (d) => {
      d.translations = { de: { title: 'Winzig' } };
    },
    path: 'translations.de',
    says: 'Missing translation',
  },
  {
    rule: 'long-role-card',
    when: 'it has more than 90 words',
    change: (d) => {
      const seat = d.seats[1];
      if (seat) seat.powers = Array.from({ length: 90 }, () => 'word').join(' ');
    },
    path: 'seats.1',
    says: 'Cut it to 90',
  },
  {
    rule: 'long-sentence',
    when: 'one has 21 words',
    change: (d) => {
      d.summary = `${Array.from({ length: 21 }, () => 'word').join(' ')}. Short.`;
    },
    path: 'summary',
    says: 'has 21 words',
  },
  {
    rule: 'hard-text',
    when: 'its words are long',
    change: (d) => {
      d.country.text =
        'Institutional accountability mechanisms necessitate considerable deliberation. Regulatory harmonisation presupposes constitutional interpretation. Jurisdictional fragmentation undermines organisational responsibility. Proportionality considerations predominate internationally. Administrative intermediaries accumulate discretionary capabilities. Communication infrastructures facilitate participation. Municipal representatives nevertheless continuously experiment.';
    },
    path: 'country.text',
    says: 'age 11',
  },
  // Numbers without a word about them.
  {
    rule: 'unpromised-term',
    when: 'its seats have another role',
    change: (d) => {
      plantPacts(d);
      promise(d, { seats: ['alpha'], roles: ['activist'], kept: { law: 'landing' } });
    },
    path: 'pacts.terms.odd',
    says: 'No seat may promise this',
  },
  {
    rule: 'decided-term',
    when: 'it is broken whatever happens',
    change: (d) => {
      plantPacts(d);
      promise(d, { broken: { round: {} } });
    },
    path: 'pacts.terms.odd.broken',
    says: 'nobody can keep the promise',
  },
  {
    rule: 'kept-from-the-start',
    when: 'nothing has been removed yet',
    change: (d) => {
      plantPacts(d);
      promise(d, { kept: { not: { removed: 'joke/page' } } });
    },
    path: 'pacts.terms.odd.kept',
    says: 'If it means “this stays so”, delete "kept" and write the opposite as "broken": { "not": … }.',
  },
  {
    rule: 'foreign-deed',
    when: 'a platform promises what only a regulator can do',
    change: (d) => {
      plantPacts(d);
      promise(d, { roles: ['platform'], kept: { value: { mark: 'did-fine-it' }, atLeast: 1 } });
    },
    path: 'pacts.terms.odd.kept.value.mark',
    says: 'Nobody who may promise this can do "fine-it"',
  },
  {
    rule: 'silent-answer',
    when: 'no answer happens by itself',
    change: (d) => {
      act(d, 'stall').fallback = false;
    },
    path: 'actions.comply',
    says: 'None of the answers of the platform has "fallback"',
  },
  {
    rule: 'silent-answer',
    when: 'no commitment does',
    change: (d) => {
      act(d, 'let-go').fallback = false;
    },
    path: 'actions.let-go',
    says: 'None of the commitments of the regulator',
  },
  {
    rule: 'item-out-of-hand',
    when: 'an action without a demand reads what an item is worth',
    change: (d) => {
      addAction(d, { target: 'none', effects: [{ op: 'change', meter: 'reach', by: { item: 'rights' } }] });
    },
    path: 'actions.extra.effects.0.by.item',
    says: 'no item at hand',
  },
  {
    rule: 'term-without-demand',
    when: 'it asks how a demand was delivered',
    change: (d) => {
      plantPacts(d);
      promise(d, { broken: { formality: ['call'] } });
    },
    path: 'pacts.terms.odd.broken.formality',
    says: 'no demand at hand',
  },
  {
    rule: 'missing-source',
    when: 'a law has none',
    change: (d) => {
      const law = d.laws?.landing;
      if (law) law.source = '?';
    },
    path: 'laws.landing.source',
    says: 'no note where they come from',
  },
  {
    rule: 'missing-source',
    when: 'a rule’s note is put off',
    change: (d) => {
      addRule(d, [{ op: 'change', meter: 'harm', of: 'world', by: 1 }], { source: 'TODO' });
    },
    path: 'rules.4.source',
    says: 'no note',
  },
  // Names that stand twice.
  {
    rule: 'idle-part',
    when: 'no step brings demands to the desk',
    change: (d) => {
      for (const step of d.steps) step.run = (step.run ?? []).filter((part) => part !== 'desk');
    },
    path: 'steps',
    says: 'so no demand comes to it',
  },
  {
    rule: 'doubled-name',
    when: 'two rungs share one',
    change: (d) => {
      d.ladder.rungs.push({ id: 'talk', title: 'Talk again' });
    },
    path: 'ladder.rungs.5.id',
    says: '"talk" is there twice',
  },
  {
    rule: 'doubled-name',
    when: 'two items of a demand do',
    change: (d) => {
      const items = d.demands.joke?.items;
      const [first] = items ?? [];
      if (items && first) items.push(first);
    },
    path: 'demands.joke.items.2.id',
    says: 'twice',
  },
  {
    rule: 'doubled-name',
    when: 'two seats have red lines of one name that say different things',
    change: (d) => {
      const [, alpha, beta] = d.seats;
      if (alpha && beta)
        beta.scoring.redLines = [
          { ...(alpha.scoring.redLines?.[0] as NonNullable<typeof alpha.scoring.redLines>[number]), text: 'Something else.' },
        ];
    },
    path: 'seats.2.scoring.redLines.0.id',
    says: 'twice',
  },
];

const PARTS = ['crises', 'intelligence', 'desk', 'laws', 'courts', 'delayed', 'deadlines', 'drift', 'predictions'];
test.each(PARTS)('where no step runs %s, one line says so, and nothing that follows from it', (part) => {
  const without = (data: ScenarioData) => {
    if (part === 'drift' && data.meters.plot !== undefined) data.meters.plot.drift = { toward: 20, share: 0.3 };
    if (part === 'delayed') addRule(data, [{ op: 'later', rounds: 1, effects: [{ op: 'change', meter: 'harm', of: 'world', by: 1 }] }]);
    for (const step of data.steps) step.run = (step.run ?? []).filter((name) => name !== part);
  };
  const before = found(nothing, everything());
  const unseen = { ...everything(['protest', 'landing', 'mirror'], ['alpha in answer']), meters: new Set<string>() };
  const said = found(without, unseen).filter(({ rule }) => before.every((other) => other.rule !== rule));
  expect(lines(said)).toEqual([expect.stringMatching(new RegExp(`^warning idle-part steps: No step runs "${part}"`))]);
});

test('a seat that had nothing to choose is named, with its phase', () => {
  const findings = lint(tinyWith(nothing), { sightings: everything([], ['alpha in answer']), languages: ['en'] });
  expect(lines(findings).filter((line) => line.includes('idle-seat'))).toEqual([
    'warning idle-seat seats.1: Alpha had nothing to choose in the phase "answer" in some rounds in 40 matches between bots. Give it an action there that needs no demand and no points.',
  ]);
});

describe('lint', () => {
  const before = new Set(lines(found(nothing, everything())));

  test.each(CASES)('$rule: $when', ({ rule: id, change, path, says, unseen }) => {
    const now = found(change, everything(unseen));
    const own = now.filter((finding) => finding.rule === id && finding.path.join('.') === path);
    expect(lines(own), lines(now).join('\n')).toHaveLength(1);
    expect(own[0]?.message).toContain(says);
    expect(before.has(lines(own)[0] ?? '')).toBe(false);
  });

  test('every rule has a case, and every message says what to do in a sentence', () => {
    const covered = new Set([...CASES.map((one) => one.rule), 'missing-part', 'idle-seat']);
    expect(LINT_RULES.map(({ id }) => id).filter((id) => !covered.has(id))).toEqual([]);
    for (const one of CASES) for (const { message } of found(one.change, everything(one.unseen))) expect(message).toMatch(/^["A-Z].*[.?]$/);
  });

  interface Quiet {
    readonly rule: string;
    readonly when: string;
    readonly change: (data: ScenarioData) => void;
  }
  const QUIET: readonly Quiet[] = [
    {
      rule: 'idle-action',
      when: 'it is free',
      change: (d) => {
        addAction(d, { points: 0, costs: [], effects: [] });
      },
    },
    {
      rule: 'idle-action',
      when: 'a rule asks whether it was done',
      change: (d) => {
        addAction(d, { points: 1, effects: [] });
        addRule(d, [{ op: 'change', meter: 'harm', of: 'world', by: { mark: 'did-extra', of: 'voices' } }]);
      },
    },
    {
      rule: 'idle-action',
      when: 'it is an answer',
      change: (d) => {
        Object.assign(act(d, 'refuse'), { points: 1, effects: [] });
      },
    },
    {
      rule: 'runaway-loop',
      when: 'a drift pulls back',
      change: (d) => {
        const { harm } = d.meters;
        if (harm) harm.drift = { toward: 10, share: 0.2 };
        addRule(d, [{ op: 'change', meter: 'harm', of: 'world', by: { meter: 'harm', of: 'world' } }]);
      },
    },
    {
      rule: 'runaway-loop',
      when: 'the amount is bounded',
      change: (d) => {
        addRule(d, [{ op: 'change', meter: 'harm', of: 'world', by: { least: [5, { meter: 'harm', of: 'world' }] } }]);
      },
    },
    {
      rule: 'runaway-loop',
      when: 'it grows by less than itself',
      change: (d) => {
        addRule(d, [{ op: 'change', meter: 'harm', of: 'world', by: { meter: 'harm', of: 'world', times: 0.1 } }]);
      },
    },
    {
      rule: 'runaway-loop',
      when: 'it shrinks by itself',
      change: (d) => {
        addRule(d, [{ op: 'change', meter: 'harm', of: 'world', by: { meter: 'harm', of: 'world', times: -2 } }]);
      },
    },
    {
      rule: 'other-odds',
      when: 'the card and the court name one entry',
      change: (d) => {
        d.odds.win = { title: 'W', value: { byRegime: { law: 0.6, hybrid: 0.35, captive: 0.05 } }, source: 'CAL: x.' };
        Object.assign(d.courts.high ?? {}, { odds: { law: { odds: 'win' }, hybrid: { odds: 'win' }, captive: 0.05 } });
        act(d, 'sue').odds = { odds: 'win' };
      },
    },
    {
      rule: 'dominated-action',
      when: 'each is better at something',
      change: (d) => {
        addAction(d, { effects: [{ op: 'change', meter: 'safety', by: 9 }] });
      },
    },
    {
      rule: 'dominated-action',
      when: 'something asks which of them was chosen',
      change: (d) => {
        addAction(d, { points: 2 });
        addRule(d, [{ op: 'change', meter: 'harm', of: 'world', by: { mark: 'did-extra', of: 'voices' } }]);
      },
    },
    {
      rule: 'dominated-action',
      when: 'the better one is not always there',
      change: (d) => {
        addAction(d, { points: 0, when: { round: { from: 2 } } });
      },
    },
    {
      rule: 'frozen-meter',
      when: 'it moves by itself to where it rests',
      change: (d) => {
        addRule(d, [{ op: 'change', meter: 'harm', of: 'world', by: { meter: 'plot', of: 'world' } }]);
        if (d.meters.plot !== undefined) d.meters.plot.drift = { toward: 20, share: 0.3 };
      },
    },
    {
      rule: 'unreachable-action',
      when: 'a condition depends on the match',
      change: (d) => {
        act(d, 'mirror').when = { all: [{ round: { from: 2, until: 3 } }, { value: { meter: 'reach' }, atLeast: 40, below: 60 }] };
      },
    },
    {
      rule: 'doubled-name',
      when: 'two seats share a check that says the same',
      change: (d) => {
        const [, alpha, beta] = d.seats;
        if (alpha?.process && beta) beta.process = alpha.process;
      },
    },
    {
      rule: 'hard-text',
      when: 'the language is not English',
      change: (d) => {
        d.language = 'de';
        d.country.text = Array.from({ length: 12 }, () => 'Regulierungsverantwortung beeinträchtigt Kommunikationsinfrastrukturen.').join(
          ' ',
        );
      },
    },
    {
      rule: 'missing-source',
      when: 'an action holds no numbers',
      change: (d) => {
        addAction(d, { effects: [{ op: 'mark', name: 'staff-plan' }] });
      },
    },
  ];
  test.each(QUIET)('$rule says nothing when $when', ({ rule: id, change }) => {
    expect(lines(found(change, everything())).filter((line) => line.includes(` ${id} `) && !before.has(line))).toEqual([]);
  });

  test.each(SHIPPED)('%s has no errors', (file) => {
    expect(lines(lint(shipped(file), { languages: ['en'] }).filter(({ severity }) => severity === 'error'))).toEqual([]);
  });

  test('a scenario of greatest size is judged within two seconds', () => {
    const scenario = tinyWith((data) => {
      for (let index = 0; index < 180; index += 1) data.actions[`extra-${index}`] = act(data, 'mirror');
      for (let index = 0; index < 60; index += 1)
        addRule(
          data,
          Array.from({ length: 20 }, () => ({ op: 'change', meter: 'harm', of: 'world', by: { meter: 'harm', of: 'world', times: 0.01 } })),
          { id: `r${index}` },
        );
    });
    lint(scenario);
  });
});
