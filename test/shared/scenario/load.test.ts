import { describe, expect, test } from 'vitest';
import { LARGEST_SCENARIO, loadScenario } from '../../../shared/scenario/load.ts';
import { didYouMean, problemLine } from '../../../shared/scenario/problems.ts';
import type { ScenarioData } from '../../fixtures/quiet.ts';
import { tinyData } from '../../fixtures/tiny.ts';

interface Broken {
  readonly when: string;
  /** What is changed in the data … */
  readonly change?: (data: ScenarioData) => void;
  /** … or in its text: the first becomes the second. */
  readonly text?: readonly [string, string];
  readonly path: string;
  /** What stands in the file at the line and column that are reported. */
  readonly at: string;
  readonly says: string;
}

const data = (): ScenarioData => tinyData() as unknown as ScenarioData;
const must = <T>(value: T | undefined): T => {
  if (value === undefined) throw new Error('The fixture has changed.');
  return value;
};
const action =
  (id: string, more: object) =>
  (scenario: ScenarioData): void => {
    Object.assign(must(scenario.actions[id]), more);
  };
const effect = (spec: object) => action('mirror', { effects: [spec] });
const condition = (when: unknown) => action('mirror', { when });
const seat =
  (index: number, more: object) =>
  (scenario: ScenarioData): void => {
    Object.assign(must(scenario.seats[index]), more);
  };
const goals =
  (...list: readonly object[]) =>
  (scenario: ScenarioData): void => {
    Object.assign(must(scenario.seats[0]).scoring, { goals: list });
  };

/** Names that refer to nothing: each says what was meant. */
// biome-ignore format: a row is a line
const REFERENCES: readonly Broken[] = [
  { when: 'a meter is misspelled in an effect', change: effect({ op: 'change', meter: 'raech', by: 1 }), path: 'actions.mirror.effects.0.meter', at: '"raech"', says: 'There is no meter "raech". Did you mean "reach"?' },
  { when: 'a meter is misspelled deep in an amount', change: effect({ op: 'change', meter: 'reach', by: { sum: [1, { product: [2, { meter: 'awarenes', of: 'world' }] }] } }), path: 'actions.mirror.effects.0.by.sum.1.product.1.meter', at: '"awarenes"', says: 'Did you mean "awareness"?' },
  { when: 'a meter is misspelled in a condition', change: condition({ not: { value: { meter: 'truts' }, below: 5 } }), path: 'actions.mirror.when.not.value.meter', at: '"truts"', says: 'Did you mean "trust"?' },
  { when: 'a meter is misspelled in a cost', change: action('mirror', { costs: [{ meter: 'reech', by: -1 }] }), path: 'actions.mirror.costs.0.meter', at: '"reech"', says: 'Did you mean "reach"?' },
  { when: 'a meter is misspelled in a goal', change: goals({ meter: 'legitimicy', weight: 100 }), path: 'seats.0.scoring.goals.0.meter', at: '"legitimicy"', says: 'Did you mean "legitimacy"?' },
  { when: 'a meter is misspelled in a seat’s start', change: seat(1, { meters: { csah: 5 } }), path: 'seats.1.meters.csah', at: '5', says: 'Did you mean "cash"?' },
  { when: 'a seat is misspelled', change: effect({ op: 'change', meter: 'trust', of: 'alfa', by: 1 }), path: 'actions.mirror.effects.0.of', at: '"alfa"', says: 'There is no seat or word for seats "alfa". Did you mean "alpha"?' },
  { when: 'nothing is near what was written', change: effect({ op: 'press', on: 'zzzzzzzzz', by: 1 }), path: 'actions.mirror.effects.0.on', at: '"zzzzzzzzz"', says: 'There is no seat or word for seats "zzzzzzzzz".' },
  { when: 'a law is misspelled', change: condition({ law: 'lading' }), path: 'actions.mirror.when.law', at: '"lading"', says: 'There is no law "lading". Did you mean "landing"?' },
  { when: 'a court is misspelled', change: effect({ op: 'court', court: 'hihg', onWin: [], onLoss: [] }), path: 'actions.mirror.effects.0.court', at: '"hihg"', says: 'Did you mean "high"?' },
  { when: 'a fine is misspelled', change: effect({ op: 'fine', tier: 'turnovr' }), path: 'actions.mirror.effects.0.tier', at: '"turnovr"', says: 'Did you mean "turnover"?' },
  { when: 'a rung is misspelled', change: effect({ op: 'escalate', to: 'throtle' }), path: 'actions.mirror.effects.0.to', at: '"throtle"', says: 'There is no rung "throtle". Did you mean "throttle"?' },
  { when: 'the top of the ladder is misspelled', change: (scenario) => { scenario.ladder.top.law = 'fien'; }, path: 'ladder.top.law', at: '"fien"', says: 'Did you mean "fine"?' },
  { when: 'odds are misspelled', change: effect({ op: 'roll', label: 'Luck', odds: { odds: 'laek' }, then: [] }), path: 'actions.mirror.effects.0.odds.odds', at: '"laek"', says: 'There is no entry under "odds" "laek". Did you mean "leak"?' },
  { when: 'a class is misspelled', change: condition({ class: ['satire', 'frauds'] }), path: 'actions.mirror.when.class.1', at: '"frauds"', says: 'Did you mean "fraud"?' },
  { when: 'a demand is misspelled', change: condition({ demand: 'jokes' }), path: 'actions.mirror.when.demand', at: '"jokes"', says: 'Did you mean "joke"?' },
  { when: 'an item is misspelled', change: condition({ removed: 'joke/pgae' }), path: 'actions.mirror.when.removed', at: '"joke/pgae"', says: 'There is no item "joke/pgae". Did you mean "joke/page"?' },
  { when: 'a trait is misspelled', change: effect({ op: 'change', meter: 'reach', by: { trait: 'markte' } }), path: 'actions.mirror.effects.0.by.trait', at: '"markte"', says: 'Did you mean "market"?' },
  { when: 'intelligence is misspelled', change: effect({ op: 'intel', intel: 'raid-son' }), path: 'actions.mirror.effects.0.intel', at: '"raid-son"', says: 'Did you mean "raid-soon"?' },
  { when: 'a card is misspelled', change: seat(0, { cards: ['clam'] }), path: 'seats.0.cards.0', at: '"clam"', says: 'There is no card "clam". Did you mean "calm"?' },
  { when: 'a step is misspelled', change: action('mirror', { step: 'prepar' }), path: 'actions.mirror.step', at: '"prepar"', says: 'Did you mean "prepare"?' },
  { when: 'a phase is misspelled', change: action('mirror', { phase: 'agneda' }), path: 'actions.mirror.phase', at: '"agneda"', says: 'Did you mean "agenda"?' },
  { when: 'a case file grounds nothing', change: (scenario) => { scenario.caseFiles = [{ id: 'real', title: 'Real', asOf: '2021', fact: 'It was so.', source: 'A paper.', confidence: 'high', calibration: false, grounds: ['rule:hostge'], question: 'Why?' }]; }, path: 'caseFiles.0.grounds.0', at: '"rule:hostge"', says: 'Did you mean "rule:hostage"?' },
];

/** Shapes that are not those of a scenario. */
// biome-ignore format: a row is a line
const SHAPES: readonly Broken[] = [
  { when: 'an effect is misspelled', change: effect({ op: 'chagne', meter: 'reach', by: 1 }), path: 'actions.mirror.effects.0.op', at: '"chagne"', says: 'Did you mean "change"?' },
  { when: 'an effect in an effect is misspelled', change: effect({ op: 'when', if: { round: {} }, then: [{ op: 'presense' }] }), path: 'actions.mirror.effects.0.then.0.op', at: '"presense"', says: 'Did you mean "presence"?' },
  { when: 'a key is unknown', change: effect({ op: 'change', meter: 'reach', by: 1, why: 'because' }), path: 'actions.mirror.effects.0.why', at: '"because"', says: '"why" is not known here. Remove it, or check how it is spelled.' },
  { when: 'a key is misspelled', change: (scenario) => { Object.assign(must(scenario.actions.mirror), { efects: [] }); }, path: 'actions.mirror.efects', at: '[', says: '"efects" is not known here. Remove it, or check how it is spelled. Did you mean "effects"?' },
  { when: 'a key of an effect is misspelled', change: effect({ op: 'happening', kind: 'leak', titel: 'T', title: 'T', text: 'T.', effects: [] }), path: 'actions.mirror.effects.0.titel', at: '"T"', says: 'Did you mean "title"?' },
  { when: 'a key at the top is unknown', text: ['"title": "Tiny"', '"title": "Tiny",\n  "colour": "red"'], path: 'colour', at: '"red"', says: '"colour" is not known here.' },
  { when: 'a word is none of those possible', text: ['"regime": "hybrid"', '"regime": "hybird"'], path: 'regime', at: '"hybird"', says: 'Did you mean "hybrid"?' },
  { when: 'a number is a text', text: ['"rounds": 4', '"rounds": "four"'], path: 'rounds', at: '"four"', says: 'A number should stand here, not a text.' },
  { when: 'a number stands in quotes', text: ['"rounds": 4', '"rounds": "4"'], path: 'rounds', at: '"4"', says: 'A number should stand here. Write 4 without quotes.' },
  { when: 'a number has a fraction', text: ['"rounds": 4', '"rounds": 4.5'], path: 'rounds', at: '4.5', says: 'A whole number should stand here, not 4.5.' },
  { when: 'a number is too large to count with', text: ['"rounds": 4', '"rounds": 1e999'], path: 'rounds', at: '1e999', says: 'A number should stand here, not a number too large' },
  { when: 'a meter starts above 100', text: ['"start": 90', '"start": 190'], path: 'meters.access.start', at: '190', says: '190 is too large. It must be 100 or less.' },
  { when: 'a meter starts below 0', text: ['"start": 90', '"start": -9'], path: 'meters.access.start', at: '-9', says: '-9 is too small. It must be 0 or more.' },
  { when: 'something is missing', text: ['"title": "Tiny",', ''], path: 'title', at: '{', says: '"title" is missing. Add a text in double quotes.' },
  { when: 'a text is empty', text: ['"title": "Tiny"', '"title": ""'], path: 'title', at: '""', says: 'This text is empty. Write one.' },
  { when: 'a text is too long', change: action('mirror', { text: 'x'.repeat(1300) }), path: 'actions.mirror.text', at: '"xxx', says: 'This text has 1300 characters. Shorten it to 1200.' },
  { when: 'a text is nothing', change: action('mirror', { text: null }), path: 'actions.mirror.text', at: 'null', says: 'A text in double quotes should stand here, not null.' },
  { when: 'a list is a text', change: action('mirror', { roles: 'activist' }), path: 'actions.mirror.roles', at: '"activist"', says: 'A list should stand here. Write ["activist"].' },
  { when: 'a list is empty', change: action('mirror', { roles: [] }), path: 'actions.mirror.roles', at: '[]', says: 'This list has too few entries. It needs 1 entry or more.' },
  { when: 'a list is an object', change: action('mirror', { effects: {} }), path: 'actions.mirror.effects', at: '{', says: 'A list in [ ] should stand here, not an object.' },
  { when: 'an effect has no name', change: effect({ meter: 'reach', by: 1 }), path: 'actions.mirror.effects.0.op', at: '{', says: '"op" is missing: it says which effect this is.' },
  { when: 'an effect lacks its amount', change: effect({ op: 'change', meter: 'reach' }), path: 'actions.mirror.effects.0.by', at: '{', says: '"by" is missing. Add an amount' },
  { when: 'a form of an amount is misspelled', change: effect({ op: 'change', meter: 'reach', by: { metre: 'reach' } }), path: 'actions.mirror.effects.0.by', at: '{', says: '"metre" belongs to no amount. Did you mean "meter"?' },
  { when: 'two forms of an amount are mixed', change: effect({ op: 'change', meter: 'reach', by: { meter: 'reach', tally: 'refused' } }), path: 'actions.mirror.effects.0.by', at: '{', says: 'meter, tally' },
  { when: 'half of a choice of amounts is missing', change: effect({ op: 'change', meter: 'reach', by: { if: { round: {} }, then: 1 } }), path: 'actions.mirror.effects.0.by.else', at: '{', says: '"else" is missing. Add an amount' },
  { when: 'a condition is a text', change: condition('always'), path: 'actions.mirror.when', at: '"always"', says: 'A condition (an object such as' },
  { when: 'a form of a condition is misspelled', change: condition({ valeu: { meter: 'reach' }, atLeast: 3 }), path: 'actions.mirror.when', at: '{', says: '"valeu" belongs to no condition. Did you mean "value"?' },
  { when: 'a form of a described condition is misspelled', change: (scenario) => { Object.assign(must(scenario.crises?.protest), { when: { laws: 'landing' } }); }, path: 'crises.protest.when', at: '{', says: '"laws" belongs to no condition. Did you mean "law"?' },
  { when: 'a bound has another name', change: condition({ value: { tally: 'refused' }, atMost: 0 }), path: 'actions.mirror.when.atMost', at: '0', says: 'There are "atLeast" (this or more) and "below" (less than this)' },
  { when: 'an amount has none of the forms', change: effect({ op: 'change', meter: 'reach', by: 'much' }), path: 'actions.mirror.effects.0.by', at: '"much"', says: 'An amount (a number, or an object such as { "meter": "trust" }) should stand here, not a text.' },
  { when: 'a name has capitals', change: (scenario) => { scenario.cards = { ...scenario.cards, Calm: must(scenario.cards?.calm) }; }, path: 'cards.Calm', at: '{', says: 'Names are lower-case letters' },
];

/** Entries that contradict each other. */
// biome-ignore format: a row is a line
const SENSE: readonly Broken[] = [
  { when: 'weights are not 100', change: goals({ meter: 'control', weight: 60 }, { meter: 'legitimacy', weight: 30 }), path: 'seats.0.scoring.goals', at: '[', says: 'The weights add up to 90. They must add up to 100.' },
  { when: 'a goal is a meter of another role', change: goals({ meter: 'cash', weight: 100 }), path: 'seats.0.scoring.goals.0.meter', at: '"cash"', says: 'A regulator has no meter "cash".' },
  { when: 'a goal of an activist is', change: seat(3, { scoring: { goals: [{ meter: 'cash', weight: 100 }] } }), path: 'seats.3.scoring.goals.0.meter', at: '"cash"', says: 'An activist has no meter "cash".' },
  { when: 'an activist starts with a meter of another role', change: seat(3, { meters: { cash: 5 } }), path: 'seats.3.meters.cash', at: '5', says: 'not to an activist.' },
  { when: 'a seat starts with a meter of another role', change: seat(0, { meters: { cash: 5 } }), path: 'seats.0.meters.cash', at: '5', says: 'belongs to the role platform, not to a regulator' },
  { when: 'a seat starts with a meter of the world', change: seat(0, { meters: { freedom: 5 } }), path: 'seats.0.meters.freedom', at: '5', says: 'belongs to the world' },
  { when: 'an effect changes a meter that its owner does not have', change: effect({ op: 'change', meter: 'trust', of: 'world', by: 1 }), path: 'actions.mirror.effects.0.meter', at: '"trust"', says: 'belongs to the role platform, which "world" is not' },
  { when: 'a meter of the world is changed without saying so', change: effect({ op: 'change', meter: 'freedom', by: 1 }), path: 'actions.mirror.effects.0.meter', at: '"freedom"', says: 'belongs to the world. Say "of": "world".' },
  { when: 'an amount reads a meter that a role does not have', change: effect({ op: 'change', meter: 'reach', by: { meter: 'cash', of: 'regulators' } }), path: 'actions.mirror.effects.0.by.meter', at: '"cash"', says: 'belongs to the role platform, which "regulators" is not' },
  { when: 'an action changes a meter that those who choose it don’t have', change: effect({ op: 'change', meter: 'legitimacy', by: 1 }), path: 'actions.mirror.effects.0.meter', at: '"legitimacy"', says: 'belongs to the role regulator, which "self" (meant where "of" is missing) is not. Say whose it is with "of".' },
  { when: 'it does so deep inside, by name', change: effect({ op: 'later', rounds: 1, effects: [{ op: 'change', meter: 'trust', of: 'self', by: 1 }] }), path: 'actions.mirror.effects.0.effects.0.meter', at: '"trust"', says: 'which "self" is not' },
  { when: 'an action is aimed at nobody, but changes a meter of its target', change: effect({ op: 'change', meter: 'trust', of: 'target', by: 1 }), path: 'actions.mirror.effects.0.meter', at: '"trust"', says: 'but here "target" is nobody' },
  { when: 'an action asks for a meter that those who choose it don’t have', change: condition({ value: { meter: 'cash' }, below: 5 }), path: 'actions.mirror.when.value.meter', at: '"cash"', says: 'belongs to the role platform, which "self"' },
  { when: 'a law changes a platform’s meter without saying whose', change: (scenario) => { must(scenario.laws?.landing).eachRound = [{ op: 'change', meter: 'trust', by: 1 }]; }, path: 'laws.landing.eachRound.0.meter', at: '"trust"', says: 'which "self"' },
  { when: 'the passing of a law does', change: (scenario) => { must(scenario.laws?.landing).onPass = [{ op: 'fading', meter: 'reach', by: 1, keep: 0.5, rounds: 2 }]; }, path: 'laws.landing.onPass.0.meter', at: '"reach"', says: 'which "self"' },
  { when: 'a crisis changes a seat’s meter without saying whose', change: (scenario) => { must(scenario.crises?.protest).effects = [{ op: 'change', meter: 'control', by: 1 }]; }, path: 'crises.protest.effects.0.meter', at: '"control"', says: 'but here "self" (meant where "of" is missing) is nobody' },
  { when: 'a rule about platforms changes a regulator’s meter', change: (scenario) => { Object.assign(must(scenario.rules?.[0]), { each: 'platform', effects: [{ op: 'change', meter: 'legitimacy', by: 1 }] }); }, path: 'rules.0.effects.0.meter', at: '"legitimacy"', says: 'which "self"' },
  { when: 'a red line asks for a meter of another role', change: (scenario) => { must(scenario.seats[1]).scoring.redLines = [{ id: 'line', cap: 10, text: 'T.', when: { value: { meter: 'reach' }, below: 5 } }]; }, path: 'seats.1.scoring.redLines.0.when.value.meter', at: '"reach"', says: 'which "self"' },
  { when: 'a chance is given in percent', change: (scenario) => { scenario.odds = { ...scenario.odds, leak: { ...must(scenario.odds?.leak), value: 60 } }; }, path: 'odds.leak.value', at: '60', says: '60 % is 0.6' },
  { when: 'the chance of a crisis is', change: (scenario) => { must(scenario.crises?.protest).chance = 60; }, path: 'crises.protest.chance', at: '60', says: '60 is no chance' },
  { when: 'the odds of an action are', change: action('mirror', { odds: 60 }), path: 'actions.mirror.odds', at: '60', says: '60 % is 0.6' },
  { when: 'the odds of a roll are', change: effect({ op: 'when', if: { round: {} }, then: [{ op: 'roll', label: 'Luck', odds: 1.5, then: [] }] }), path: 'actions.mirror.effects.0.then.0.odds', at: '1.5', says: '1.5 is no chance' },
  { when: 'the risk of staff is below 0', change: (scenario) => { must(scenario.laws?.landing).eachRound = [{ op: 'staff-risk', who: 'platforms', odds: -1 }]; }, path: 'laws.landing.eachRound.0.odds', at: '-1', says: '-1 is no chance' },
  { when: 'the odds of a court are', change: (scenario) => { must(scenario.courts.high).odds.law = 60; }, path: 'courts.high.odds.law', at: '60', says: '60 is no chance' },
  { when: 'a seat is named by a word of the language', change: seat(3, { id: 'world' }), path: 'seats.3.id', at: '"world"', says: '"world" is a word of the language.' },
  { when: 'two seats have one name', change: seat(2, { id: 'alpha' }), path: 'seats.2.id', at: '"alpha"', says: '"alpha" is there twice.' },
  { when: 'two people have one name', change: seat(1, { staff: [{ id: 'ann', name: 'Ann', job: 'A' }, { id: 'ann', name: 'Anna', job: 'B' }] }), path: 'seats.1.staff.1.id', at: '"ann"', says: '"ann" is there twice.' },
  { when: 'there is no regulator', change: seat(0, { role: 'activist', scoring: { goals: [{ meter: 'reach', weight: 100 }] } }), path: 'seats', at: '[', says: 'There is no regulator.' },
  { when: 'there is no platform', change: (scenario) => { scenario.seats = scenario.seats.filter(({ role }) => role !== 'platform'); }, path: 'seats', at: '[', says: 'There is no platform.' },
  { when: 'labels are missing', change: (scenario) => { scenario.calendar = ['One']; }, path: 'calendar', at: '[', says: 'There are 4 rounds but 1 labels.' },
  { when: 'the vote comes after the end', change: (scenario) => { scenario.electionRound = 5; }, path: 'electionRound', at: '5', says: 'there are only 4 rounds' },
  { when: 'nobody may choose', change: (scenario) => { for (const phase of scenario.phases) phase.kind = 'briefing'; }, path: 'phases', at: '[', says: 'No phase lets anybody choose.' },
  { when: 'a step stands in the reveal', change: (scenario) => { must(scenario.steps[4]).phase = 'reveal'; }, path: 'phases.3.kind', at: '"reveal"', says: 'Steps run after phases of choice' },
  { when: 'an action takes effect in another phase’s step', change: action('mirror', { step: 'answers' }), path: 'actions.mirror.step', at: '"answers"', says: 'Step "answers" runs after phase "answer", but the action is chosen in "agenda".' },
  { when: 'an answer is aimed at nothing', change: action('comply', { target: 'none' }), path: 'actions.comply.target', at: '"none"', says: '"target" must be "demand"' },
  { when: 'what happens by default costs points', change: action('stall', { points: 1 }), path: 'actions.stall.points', at: '1', says: 'must not cost action points' },
  { when: 'six meters want to be headlines', change: (scenario) => { for (const meter of Object.values(scenario.meters).slice(0, 6)) meter.headline = true; }, path: 'meters', at: '{', says: 'More than five meters' },
];

/** Texts that are no proper JSON. */
// biome-ignore format: a row is a line
const TEXTS: readonly Broken[] = [
  { when: 'a brace is missing', text: ['"country": {', '"country": '], path: '', at: ':', says: 'This is not valid JSON' },
  { when: 'a comma is too many', text: ['"minutes": 10,', '"minutes": 10,,'], path: '', at: ',', says: 'This is not valid JSON' },
  { when: 'there is a comment', text: ['"minutes": 10,', '// ten\n  "minutes": 10,'], path: '', at: '// ten', says: 'This is not valid JSON' },
  { when: 'a key is there twice', text: ['"minutes": 10,', '"minutes": 10,\n  "minutes": 20,'], path: '', at: '"minutes": 20', says: '"minutes" is there twice. Remove one.' },
  { when: 'a key deep inside is there twice', text: ['"start": 90,', '"start": 90,\n      "start": 80,'], path: '', at: '"start": 80', says: '"start" is there twice.' },
  { when: 'a key reaches for the parent of all objects', text: ['"minutes": 10,', '"minutes": 10,\n  "__proto__": {},'], path: '', at: '"__proto__"', says: '"__proto__" can’t be a name here.' },
];

function broken({ change, text }: Broken): string {
  const scenario = data();
  change?.(scenario);
  const whole = JSON.stringify(scenario, null, 2);
  if (text === undefined) return whole;
  if (!whole.includes(text[0])) throw new Error(`The fixture has no ${text[0]}.`);
  return whole.replace(...(text as [string, string]));
}

describe.each([
  { kind: 'a name that refers to nothing', table: REFERENCES },
  { kind: 'a wrong shape', table: SHAPES },
  { kind: 'a contradiction', table: SENSE },
  { kind: 'a broken text', table: TEXTS },
])('a scenario with $kind is refused', ({ table }) => {
  test.each(table)('$when', (row) => {
    const text = broken(row);
    const loaded = loadScenario(text, 'my.json');
    const problems = loaded.ok ? [] : loaded.problems;
    const problem = problems.find(({ path, message }) => path === row.path && message.includes(row.says));
    expect(problem, problems.map(problemLine).join('\n')).toBeDefined();
    if (problem === undefined) return;
    expect(text.split('\n')[problem.line - 1]?.slice(problem.column - 1)).toMatch(
      new RegExp(`^${row.at.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')}`),
    );
    expect(problemLine(problem)).toBe(
      `my.json:${problem.line}:${problem.column} ${problem.path === '' ? '' : `${problem.path}: `}${problem.message}`,
    );
  });
});

// biome-ignore format: a row is a line
test.each<[string, (scenario: ScenarioData) => void]>([
  ['one of those who may choose an action has the meter', action('mirror', { roles: ['activist', 'platform'], effects: [{ op: 'change', meter: 'trust', by: 1 }] })],
  ['a demand’s answers change its platform’s meter', action('comply', { effects: [{ op: 'change', meter: 'trust', of: 'target', by: 1 }] })],
  ['a demand just sent has a platform for its target', action('mirror', { effects: [{ op: 'issue', to: 'platforms', formality: 'notice', each: [{ op: 'change', meter: 'trust', of: 'target', by: 1 }] }] })],
  ['what follows an incident is about its platform', action('mirror', { effects: [{ op: 'staff-risk', who: 'platforms', odds: 0.5, then: [{ op: 'change', meter: 'trust', by: 1 }] }] })],
  ['a law acts for the regulator', (scenario) => { must(scenario.laws?.landing).eachRound = [{ op: 'change', meter: 'control', by: 1 }]; }],
  ['a rule about demands is about their platforms', (scenario) => { Object.assign(must(scenario.rules?.[0]), { each: 'demand', effects: [{ op: 'change', meter: 'trust', by: 1 }] }); }],
])('no meter is missed where %s', (_why, change) => {
  const loaded = loadScenario(broken({ when: '', path: '', at: '', says: '', change }), 'my.json');
  expect(loaded.ok ? [] : loaded.problems.map(problemLine)).toEqual([]);
});

test('a mark that some editors put before the text does no harm', () => {
  expect(loadScenario(`\ufeff${broken({ when: '', path: '', at: '', says: '' })}`, 'my.json').ok).toBe(true);
});

test('of broken JSON only the first slip is told: the others follow from it', () => {
  const loaded = loadScenario('{ "a": \'b\', "c": NaN }', 'my.json');
  expect(loaded.ok ? [] : loaded.problems.map(problemLine)).toEqual([
    'my.json:1:8 This is not valid JSON: this is no number, text, true, false or null. Texts need double quotes.',
  ]);
});

/** Every place of the data, as the way to it. */
const placesIn = (value: unknown, way: readonly string[] = []): readonly (readonly string[])[] =>
  value === null || typeof value !== 'object'
    ? [way]
    : [way, ...Object.entries(value).flatMap(([key, entry]) => placesIn(entry, [...way, key]))];

/** The data with something else, or nothing, at a place. */
function spoilt(value: unknown, [key, ...rest]: readonly string[], wrong: unknown): unknown {
  if (key === undefined) return wrong;
  const copy = (Array.isArray(value) ? [...value] : { ...(value as object) }) as Record<string, unknown>;
  copy[key] = spoilt(copy[key], rest, wrong);
  return copy;
}

test('whatever stands at whatever place instead of what belongs there, no sentence is in the words of the validator', () => {
  const WRONG = [null, true, -1, 1.5, 1e9, 'x', '', [], [null], {}, { op: 1 }, undefined];
  const told = new Set<string>();
  for (const [index, way] of placesIn(data()).entries()) {
    if (way.length === 0 || index % 3 !== 0) continue;
    const loaded = loadScenario(JSON.stringify(spoilt(data(), way, WRONG[index % WRONG.length])), 'my.json');
    if (!loaded.ok) for (const { message } of loaded.problems) told.add(message);
  }
  expect(told.size).toBeGreaterThan(60);
  const odd = /invalid|expected|received|undefined|NaN|\[object|>=|<=|"\||fits none/i;
  expect([...told].filter((message) => odd.test(message) || !/^[-"\p{Lu}\d].*[.?]$/u.test(message))).toEqual([]);
});

describe('anything at all', () => {
  test.each([
    ['nothing', ''],
    ['a space', ' '],
    ['null', 'null'],
    ['a list', '[]'],
    ['a number', '1'],
    ['a text', '"scenario"'],
    ['half a file', '{"id": "x'],
    ['no JSON', 'id: x'],
    ['an empty object', '{}'],
    ['a byte order mark', '\ufeff{}'],
    ['a null byte', '\0'],
  ])('%s is refused in a sentence, not thrown', (_name, text) => {
    const loaded = loadScenario(text, 'x.json');
    expect(loaded.ok).toBe(false);
    if (!loaded.ok) for (const problem of loaded.problems) expect(problemLine(problem)).toMatch(/^x\.json:\d+:\d+ .+\.$/);
  });

  test.each([
    ['brackets', '['.repeat(5000) + ']'.repeat(5000)],
    ['braces', `${'{"a":'.repeat(5000)}1${'}'.repeat(5000)}`],
    ['open brackets', '['.repeat(100_000)],
  ])('%s without end are refused before anything gets lost in them', (_name, text) => {
    const loaded = loadScenario(text, 'x.json');
    expect(loaded).toMatchObject({ ok: false, problems: [{ message: expect.stringContaining('levels deep') }] });
  });

  test('a file that is too large is refused', () => {
    expect(loadScenario(`"${'a'.repeat(LARGEST_SCENARIO)}"`, 'x.json')).toMatchObject({
      ok: false,
      problems: [{ message: expect.stringContaining('larger than 2 MB') }],
    });
  });

  test('brackets in a text do not count as depth', () => {
    const loaded = loadScenario(
      broken({
        when: '',
        change: (scenario) => {
          scenario.summary = `\\"${'['.repeat(200)}`;
        },
        path: '',
        at: '',
        says: '',
      }),
      'x.json',
    );
    expect(loaded.ok).toBe(true);
  });

  test('a file with very many problems tells the first of them', () => {
    const loaded = loadScenario(
      broken({
        when: '',
        change: (scenario) => {
          for (let i = 0; i < 200; i += 1) scenario.marks = { ...scenario.marks, [`Mark ${i}`]: 'A mark.' };
        },
        path: '',
        at: '',
        says: '',
      }),
      'x.json',
    );
    expect(loaded.ok ? 0 : loaded.problems.length).toBe(50);
  });
});

describe('a good scenario', () => {
  test('is frozen through and through', () => {
    const loaded = loadScenario(JSON.stringify(data()), 'tiny.json');
    if (!loaded.ok) throw new Error(loaded.problems.map(problemLine).join('\n'));
    expect(() => {
      (loaded.scenario.seats[0] as { name: string }).name = 'Other';
    }).toThrow(TypeError);
    expect(() => (must(loaded.scenario.actions.order).effects as unknown[]).push({})).toThrow(TypeError);
  });

  test('may name a mark like a part of the language', () => {
    const scenario = data();
    scenario.marks = { law: 'Has asked about the law.', demand: 'Has seen it.', step: 'Went a step.' };
    expect(loadScenario(JSON.stringify(scenario), 'tiny.json').ok).toBe(true);
  });
});

describe('“did you mean”', () => {
  test.each([
    { written: 'trsut', known: ['trust', 'cash'], says: ' Did you mean "trust"?' },
    { written: 'money', known: ['trust', 'cash'], says: '' },
    { written: 'x', known: [], says: '' },
    { written: 'legitimicy', known: ['legality', 'legitimacy'], says: ' Did you mean "legitimacy"?' },
  ])('of $known for $written', ({ written, known, says }) => {
    expect(didYouMean(written, known)).toBe(says);
  });
});

describe('names that are words of the language elsewhere', () => {
  test.each(['value', 'by', 'odds', 'strength', 'times', 'chance'])('a card may be called "%s"', (name) => {
    const data = tinyData() as unknown as { cards: Record<string, unknown> };
    data.cards[name] = data.cards.calm;
    expect(loadScenario(JSON.stringify(data), 'x.json').ok).toBe(true);
  });

  test.each([
    { op: { op: 'fine' }, meter: 'cash' },
    { op: { op: 'lift' }, meter: 'access' },
    { op: { op: 'press', on: 'peers', by: 1 }, meter: 'pressure' },
  ])('without a meter "$meter" an effect that changes it is refused', ({ op, meter }) => {
    const data = tinyData() as unknown as { meters: Record<string, unknown>; actions: Record<string, { effects: unknown[] }> };
    delete data.meters[meter];
    data.actions.mirror?.effects.push(op);
    const loaded = loadScenario(JSON.stringify(data), 'x.json');
    expect(loaded.ok ? [] : loaded.problems.map(({ message }) => message)).toContain(
      `The effect "${op.op}" changes a meter "${meter}". Add it under "meters".`,
    );
  });
});
