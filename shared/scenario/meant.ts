import { mayPromise } from './pacts.ts';
import type { Path } from './problems.ts';
import type { Scenario } from './schema.ts';

/** The roles that a word may mean at a place: none if it is nobody there, null if that can't be told. */
export type Roles = ReadonlySet<string> | null;

/** Whom the words for the acting seat and for its target mean at a place. */
export interface Meant {
  readonly self: Roles;
  readonly target: Roles;
}

/** A part of a scenario in the language of amounts, conditions and effects, and whom its words mean. */
export interface Place {
  readonly path: Path;
  readonly value: unknown;
  readonly meant: Meant;
}

/** The role of those that a word for seats can mean; null if it can be any. */
const ROLE_OF_WORD: Readonly<Record<string, string | null>> = {
  others: null,
  everyone: null,
  platforms: 'platform',
  peers: 'platform',
  addressee: 'platform',
  regulators: 'regulator',
  issuer: 'regulator',
  activists: 'activist',
  world: 'world',
};

const ROLE_OF_TARGET: Readonly<Record<string, Roles>> = {
  none: new Set(),
  platform: new Set(['platform']),
  activist: new Set(['activist']),
  rival: null,
  demand: new Set(['platform']),
  item: new Set(['platform']),
  desk: new Set(['platform']),
  paper: new Set(),
  law: new Set(),
};

const NOBODY: Roles = new Set();
const UNKNOWN: Meant = { self: null, target: null };
const OF_THE_WORLD: Meant = { self: NOBODY, target: NOBODY };

/** Of a list of roles that ought to hold some: nothing is known if it does not. */
const some = (roles: readonly string[]): Roles => (roles.length === 0 ? null : new Set(roles));
const rolesOf = (scenario: Scenario, may: (seat: Scenario['seats'][number]) => boolean): Roles =>
  some(scenario.seats.filter(may).map(({ role }) => role));

/** The roles that a word or a seat's id may mean, where `self` and `target` mean these. */
export function rolesMeant(scenario: Scenario, ref: string, { self, target }: Meant): Roles {
  if (ref === 'self') return self;
  if (ref === 'target') return target;
  const role = Object.hasOwn(ROLE_OF_WORD, ref) ? ROLE_OF_WORD[ref] : scenario.seats.find(({ id }) => id === ref)?.role;
  return role == null ? null : new Set([role]);
}

/** Whom words mean in a part of an effect, if it is not whom they mean around it. */
export function meantInside(scenario: Scenario, effect: Readonly<Record<string, unknown>>, key: string, meant: Meant): Meant {
  const of = (name: string, ref: string) => rolesMeant(scenario, typeof effect[name] === 'string' ? effect[name] : ref, meant);
  switch (`${effect.op}.${key}`) {
    case 'issue.each':
      return { ...meant, target: of('to', 'target') };
    case 'press.by':
      return { ...meant, target: of('on', 'target') };
    case 'staff-risk.odds':
      return { ...meant, target: of('who', 'self') };
    case 'staff-risk.then':
    case 'staff.then':
      return { ...meant, self: of('who', 'self') };
    case 'court.onWin':
    case 'court.onLoss':
      return { ...meant, target: null };
    default:
      return meant;
  }
}

/** Every part of a scenario that reads or changes meters, with whom its words mean. */
export function placesOf(scenario: Scenario): readonly Place[] {
  const { crises, endings, courts, odds, ladder } = scenario;
  return [
    ...Object.entries({ crises, endings }).map(([key, value]) => ({ path: [key], value, meant: OF_THE_WORLD })),
    ...Object.entries({ courts, odds, ladder }).map(([key, value]) => ({ path: [key], value, meant: UNKNOWN })),
    ...ofActions(scenario),
    ...ofLaws(scenario),
    ...ofRules(scenario),
    ...ofSeats(scenario),
    ...ofPacts(scenario),
  ];
}

const actorsOf = (scenario: Scenario, { roles, seats }: Scenario['actions'][string]): Roles =>
  rolesOf(scenario, ({ id, role }) => roles.includes(role) && seats?.includes(id) !== false);

function ofActions(scenario: Scenario): readonly Place[] {
  return Object.entries(scenario.actions).map(([id, action]) => {
    const { costs: _costs, ...value } = action;
    const target = ROLE_OF_TARGET[action.target] ?? null;
    return { path: ['actions', id], value, meant: { self: actorsOf(scenario, action), target } };
  });
}

const PASSES = '"op":"pass"';

/** Whose choice it is that a law is passed, if only actions pass laws. */
function passersOf(scenario: Scenario): Roles {
  const { actions, ...rest } = scenario;
  if (JSON.stringify(rest).includes(PASSES)) return null;
  const passing = Object.values(actions).filter((action) => JSON.stringify(action).includes(PASSES));
  return some(passing.flatMap((action) => [...(actorsOf(scenario, action) ?? [])]));
}

/** What laws do is done by the regulator. What comes of passing one is about whoever passes it. */
function ofLaws(scenario: Scenario): readonly Place[] {
  const regulator: Meant = { self: new Set(['regulator']), target: NOBODY };
  const passer: Meant = { self: passersOf(scenario), target: null };
  return Object.entries(scenario.laws).flatMap(([id, { when, onPass, inForce, eachRound }]) => [
    ...Object.entries({ when, onPass }).map(([key, value]) => ({ path: ['laws', id, key], value, meant: passer })),
    ...Object.entries({ inForce, eachRound }).map(([key, value]) => ({ path: ['laws', id, key], value, meant: regulator })),
  ]);
}

function ofRules({ rules }: Scenario): readonly Place[] {
  return rules.map((value, index) => {
    const about: Roles =
      value.each === 'match' ? NOBODY : new Set([value.each === 'demand' || value.each === 'item' ? 'platform' : value.each]);
    return { path: ['rules', index], value, meant: { self: about, target: about } };
  });
}

/** What is asked about one seat: red lines, good procedure, agenda cards, what it comes to know, what lies on its desk. */
function ofSeats(scenario: Scenario): readonly Place[] {
  const about = (self: Roles): Meant => ({ self, target: NOBODY });
  const { seats, cards, intelligence, demands } = scenario;
  return [
    ...seats.flatMap((seat, index) => [
      { path: ['seats', index, 'scoring', 'redLines'], value: seat.scoring.redLines, meant: about(new Set([seat.role])) },
      { path: ['seats', index, 'process'], value: seat.process, meant: about(new Set([seat.role])) },
    ]),
    ...Object.entries(cards).map(([id, value]) => ({
      path: ['cards', id],
      value,
      meant: about(rolesOf(scenario, (seat) => seat.cards.includes(id))),
    })),
    ...Object.entries(intelligence).map(([id, { when, seats: to }]) => ({
      path: ['intelligence', id, 'when'],
      value: when,
      meant: about(rolesOf(scenario, (seat) => to.includes(seat.id))),
    })),
    ...Object.entries(demands).map(([id, { when }]) => ({
      path: ['demands', id, 'when'],
      value: when,
      meant: about(new Set(['regulator'])),
    })),
  ];
}

function ofPacts(scenario: Scenario): readonly Place[] {
  const { pacts, seats } = scenario;
  if (pacts === undefined) return [];
  const { terms, onKept, onBroken } = pacts;
  const after = Object.entries({ onKept, onBroken }).map(([key, value]) => ({ path: ['pacts', key], value, meant: UNKNOWN }));
  const asked = Object.entries(terms).flatMap(([id, term]) => {
    const self = rolesOf(scenario, (seat) => seats.some((partner) => mayPromise(term, seat, partner)));
    const target = rolesOf(scenario, (partner) => seats.some((seat) => mayPromise(term, seat, partner)));
    const path = ['pacts', 'terms', id];
    return (['kept', 'broken'] as const).map((key) => ({ path: [...path, key], value: term[key], meant: { self, target } }));
  });
  return [...asked, ...after];
}
