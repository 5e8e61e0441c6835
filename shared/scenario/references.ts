import { REF_WORDS } from '../language/values.ts';
import { checkHistories } from './historyChecks.ts';
import { partsOf } from './lint/uses.ts';
import { checkOwners } from './owners.ts';
import { checkPacts } from './pactChecks.ts';
import { didYouMean, oneOf, type Path } from './problems.ts';
import type { Scenario } from './schema.ts';
import { capital } from './sentences.ts';
import { checkTranslations } from './translationChecks.ts';

type Report = (path: Path, message: string) => void;
type Known = Readonly<Record<string, readonly string[]>>;

/** A property of this name always holds an id (or a list of ids) of that kind, wherever it stands. */
const REFERENCES: Readonly<Record<string, string>> = {
  meter: 'meters',
  of: 'who',
  who: 'who',
  on: 'who',
  about: 'who',
  by: 'who',
  to: 'who',
  law: 'laws',
  court: 'courts',
  tier: 'fines',
  step: 'steps',
  odds: 'odds',
  class: 'classes',
  classes: 'classes',
  demand: 'demands',
  intel: 'intelligence',
  seats: 'seats',
  for: 'seats',
  cards: 'cards',
  payable: 'meters',
  rung: 'who',
  phase: 'phases',
  action: 'actions',
  trait: 'traits',
  removed: 'items',
  grounds: 'causes',
};
/** A property of this name makes up a name of its own. */
const FREE_NAMES: readonly string[] = ['id', 'name', 'mark', 'tally'];
/** Property names that are references only inside certain objects. */
const TO_BY_OP: Readonly<Record<string, string | null>> = { escalate: 'rungs', presence: null, staff: null, regime: null };

function knownNames(scenario: Scenario): Known {
  const ids = (list: readonly { readonly id: string }[]) => list.map(({ id }) => id);
  return {
    meters: Object.keys(scenario.meters),
    laws: Object.keys(scenario.laws),
    courts: Object.keys(scenario.courts),
    odds: Object.keys(scenario.odds),
    classes: Object.keys(scenario.classes),
    demands: Object.keys(scenario.demands),
    intelligence: Object.keys(scenario.intelligence),
    cards: Object.keys(scenario.cards),
    actions: Object.keys(scenario.actions),
    fines: [...ids(scenario.fines), 'next'],
    steps: ids(scenario.steps),
    phases: ids(scenario.phases),
    seats: ids(scenario.seats),
    rungs: ids(scenario.ladder.rungs),
    who: [...ids(scenario.seats), ...REF_WORDS],
    traits: scenario.seats.flatMap(({ traits }) => Object.keys(traits)),
    items: Object.entries(scenario.demands).flatMap(([id, { items }]) => items.map((item) => `${id}/${item.id}`)),
    causes: [
      ...(['action', 'law', 'court'] as const).flatMap((kind) => Object.keys(scenario[`${kind}s`]).map((id) => `${kind}:${id}`)),
      ...Object.keys(scenario.crises).map((id) => `crisis:${id}`),
      ...scenario.rules.map(({ id }) => `rule:${id}`),
    ],
  };
}

const KIND_NAMES: Readonly<Record<string, string>> = {
  meters: 'meter',
  laws: 'law',
  courts: 'court',
  odds: 'entry under "odds"',
  classes: 'class',
  demands: 'demand',
  intelligence: 'piece of intelligence',
  cards: 'card',
  actions: 'action',
  fines: 'fine',
  steps: 'step',
  phases: 'phase',
  seats: 'seat',
  rungs: 'rung',
  who: 'seat or word for seats',
  traits: 'trait of a seat',
  items: 'item',
  causes: 'action, law, court, crisis or rule',
};

function checkName(known: Known, kind: string, name: unknown, path: Path, report: Report): void {
  if (typeof name !== 'string') return;
  const names = known[kind] ?? [];
  if (!names.includes(name)) report(path, `There is no ${KIND_NAMES[kind] ?? kind} "${name}".${didYouMean(name, names)}`);
}

/** Meters that an effect works on by itself, without naming them. */
const NEEDED_METER: Readonly<Record<string, string>> = { fine: 'cash', restrict: 'access', lift: 'access', press: 'pressure' };

function walk(value: unknown, path: Path, known: Known, report: Report): void {
  if (Array.isArray(value)) {
    for (const [index, entry] of value.entries()) walk(entry, [...path, index], known, report);
    return;
  }
  if (value === null || typeof value !== 'object') return;
  const op = 'op' in value ? String(value.op) : '';
  const needed = Object.hasOwn(NEEDED_METER, op) ? NEEDED_METER[op] : undefined;
  if (needed !== undefined && known.meters?.includes(needed) === false)
    report([...path, 'op'], `The effect "${op}" changes a meter "${needed}". Add it under "meters".`);
  for (const [key, entry] of Object.entries(value)) {
    // Every object of JavaScript has something of this name already.
    if (entry === 'constructor' && FREE_NAMES.includes(key)) report([...path, key], '"constructor" can’t be a name here. Choose another.');
    const kind = key === 'to' && op in TO_BY_OP ? TO_BY_OP[op] : REFERENCES[key];
    const here = [...path, key];
    if (kind != null && typeof entry === 'string') checkName(known, kind, entry, here, report);
    else if (kind != null && Array.isArray(entry)) {
      for (const [index, name] of entry.entries()) checkName(known, kind, name, [...here, index], report);
    }
    walk(entry, here, known, report);
  }
}

/** Reports every name in a scenario that refers to nothing, and every entry that contradicts another. */
export function checkReferences(scenario: Scenario, report: Report): void {
  const known = knownNames(scenario);
  // Their keys are names that the designer chose, so that none of them is a reference.
  const { marks: _marks, meters: _meters, translations: _translations, ladder, histories, ...rest } = scenario;
  walk(rest, [], known, report);
  walk(ladder.onSkip, ['ladder', 'onSkip'], known, report);
  for (const [id, { expect }] of Object.entries(histories)) walk(expect, ['histories', id, 'expect'], known, report);
  checkKeys(scenario, known, report);
  checkOwners(scenario, report);
  checkOdds(scenario, report);
  checkSeats(scenario, known, report);
  checkPacts(scenario, report);
  checkHistories(scenario, report);
  checkTranslations(scenario, report);
  const { top } = scenario.ladder;
  for (const regime of ['law', 'hybrid', 'captive'] as const) checkName(known, 'rungs', top[regime], ['ladder', 'top', regime], report);
  if (scenario.electionRound > scenario.rounds)
    report(['electionRound'], `The election is in round ${scenario.electionRound}, but there are only ${scenario.rounds} rounds.`);
  if (scenario.calendar.length !== scenario.rounds)
    report(['calendar'], `There are ${scenario.rounds} rounds but ${scenario.calendar.length} labels. Give each round one label.`);
  if (!scenario.phases.some(({ kind }) => kind === 'choice'))
    report(['phases'], 'No phase lets anybody choose. Give one of them "kind": "choice".');
  scenario.phases.forEach((phase, index) => {
    if (phase.kind !== 'choice' && index > 0 && scenario.steps.some((step) => step.phase === phase.id))
      report(['phases', index, 'kind'], 'Steps run after phases of choice, or in the first phase. Move its steps.');
  });
  if (Object.values(scenario.meters).filter(({ headline }) => headline).length > 5)
    report(['meters'], 'More than five meters have "headline". The projector shows five.');
  for (const [id, action] of Object.entries(scenario.actions)) checkActionStep(scenario, id, action, report);
  for (const list of ['phases', 'steps', 'seats', 'rules', 'fines', 'caseFiles'] as const) checkUnique(scenario[list], [list], report);
}

function checkActionStep(scenario: Scenario, id: string, action: Scenario['actions'][string], report: Report): void {
  const step = scenario.steps.find((entry) => entry.id === action.step);
  if (step !== undefined && step.phase !== action.phase)
    report(['actions', id, 'step'], `Step "${step.id}" runs after phase "${step.phase}", but the action is chosen in "${action.phase}".`);
  if ((action.answer !== undefined || action.commitment) && action.target !== 'demand')
    report(['actions', id, 'target'], 'Answers and commitments are given to demands: "target" must be "demand".');
  if (action.fallback && action.points > 0)
    report(['actions', id, 'points'], 'What happens when nothing is chosen must not cost action points.');
}

function checkUnique(list: readonly { readonly id: string }[], path: Path, report: Report): void {
  list.forEach(({ id }, index) => {
    if (list.findIndex((other) => other.id === id) !== index)
      report([...path, index, 'id'], `"${id}" is there twice. Give one of them another name.`);
  });
}

/** A chance that is a plain number lies between 0 and 1: percent are a likely slip. */
function checkOdds({ odds, courts, crises, actions, laws, rules, pacts, ladder }: Scenario, report: Report): void {
  const check = (value: unknown, path: Path): void => {
    if (typeof value === 'number' && (value < 0 || value > 1))
      report(path, `${value} is no chance. It goes from 0 (never) to 1 (always): 60 % is 0.6.`);
  };
  for (const [id, { value }] of Object.entries(odds)) check(value, ['odds', id, 'value']);
  for (const [id, court] of Object.entries(courts))
    for (const [regime, value] of Object.entries(court.odds)) check(value, ['courts', id, 'odds', regime]);
  for (const [id, { chance }] of Object.entries(crises)) check(chance, ['crises', id, 'chance']);
  for (const [id, action] of Object.entries(actions)) check(action.odds, ['actions', id, 'odds']);
  for (const { path, value } of partsOf({ actions, crises, laws, rules, pacts, ladder }))
    if ('op' in value) check(value.odds, [...path, 'odds']);
}

/** Keys of records that are names themselves: well formed, and meters that seats set exist for their role. */
function checkKeys(scenario: Scenario, known: Known, report: Report): void {
  for (const kind of [
    'meters',
    'classes',
    'courts',
    'odds',
    'actions',
    'demands',
    'laws',
    'crises',
    'intelligence',
    'cards',
    'endings',
    'marks',
  ] as const) {
    for (const key of Object.keys(scenario[kind]))
      if (!/^[a-z][a-z0-9-]{0,39}$/.test(key) || key === 'constructor')
        report(
          [kind, key],
          key === 'constructor'
            ? '"constructor" can’t be a name here. Choose another.'
            : 'Names are lower-case letters, digits and dashes, at most 40, and begin with a letter.',
        );
  }
  scenario.seats.forEach((seat, index) => {
    for (const meter of Object.keys(seat.meters)) {
      checkName(known, 'meters', meter, ['seats', index, 'meters', meter], report);
      const owner = scenario.meters[meter]?.owner;
      if (owner !== undefined && owner !== seat.role)
        report(
          ['seats', index, 'meters', meter],
          `The meter "${meter}" belongs to ${owner === 'world' ? 'the world' : `the role ${owner}`}, not to ${oneOf(seat.role)}.`,
        );
    }
  });
}

function checkSeats(scenario: Scenario, known: Known, report: Report): void {
  scenario.seats.forEach((seat, index) => {
    const weights = seat.scoring.goals.reduce((sum, { weight }) => sum + weight, 0);
    if (weights !== 100) report(['seats', index, 'scoring', 'goals'], `The weights add up to ${weights}. They must add up to 100.`);
    seat.scoring.goals.forEach(({ meter, of }, goal) => {
      const owner = scenario.meters[meter]?.owner;
      if (of === undefined && owner !== undefined && owner !== seat.role)
        report(
          ['seats', index, 'scoring', 'goals', goal, 'meter'],
          `${capital(oneOf(seat.role))} has no meter "${meter}". Say whose it is with "of".`,
        );
    });
    if ((REF_WORDS as readonly string[]).includes(seat.id))
      report(['seats', index, 'id'], `"${seat.id}" is a word of the language. Choose another id.`);
    checkUnique(seat.staff, ['seats', index, 'staff'], report);
  });
  if (known.seats !== undefined && !scenario.seats.some(({ role }) => role === 'regulator'))
    report(['seats'], 'There is no regulator. Give a seat "role": "regulator".');
  if (!scenario.seats.some(({ role }) => role === 'platform')) report(['seats'], 'There is no platform. Give a seat "role": "platform".');
}
