import { compiled } from '../engine/compile.ts';
import { pursesOf } from '../engine/pactTerms.ts';
import { mayPromise } from '../scenario/pacts.ts';
import type { Scenario } from '../scenario/schema.ts';
import type { Brief, CaseFile } from './brief.ts';
import { describeAction, describeEffects, dueAfter } from './describeEffects.ts';
import { jointActions } from './joint.ts';
import { looksOf } from './sights.ts';
import { askedIn, isOwnDoing, tracesOf } from './tracesOf.ts';

const mapValues = <T, R>(record: Readonly<Record<string, T>>, map: (value: T, id: string) => R): Record<string, R> =>
  Object.fromEntries(Object.entries(record).map(([id, value]) => [id, map(value, id)]));

const briefs = new WeakMap<Scenario, Brief>();

/** What everybody may know of a scenario: names, texts, and what actions do, made from their data. No secrets, no spoilers. */
export function briefOf(scenario: Scenario): Brief {
  const known = briefs.get(scenario);
  if (known !== undefined) return known;
  const made = makeBrief(scenario);
  briefs.set(scenario, made);
  return made;
}

function makeBrief(scenario: Scenario): Brief {
  const { id, language, title, summary, contentNote, minutes, country, regime, rounds, electionRound, calendar, phases } = scenario;
  const redLines = scenario.seats.flatMap((seat) => seat.scoring.redLines.map((line) => [line.id, line.text] as const));
  const asked = askedIn(scenario);
  const checks = scenario.seats.flatMap((seat) => seat.process.map((check) => [check.id, check.text] as const));
  return {
    id,
    language,
    title,
    summary,
    contentNote,
    minutes,
    country,
    regime,
    rounds,
    electionRound,
    calendar,
    phases,
    steps: scenario.steps.map((step) => ({ id: step.id, title: step.title, text: step.text ?? '' })),
    meters: mapValues(scenario.meters, ({ name, help, owner, good, start, headline }) => ({ name, help, owner, good, start, headline })),
    seats: scenario.seats.map((seat) => ({
      id: seat.id,
      role: seat.role,
      name: seat.name,
      tagline: seat.tagline,
      goal: seat.goal,
      powers: seat.powers,
      tension: seat.tension,
      points: seat.points,
      goals: seat.scoring.goals.map(({ meter, weight, of }) => ({ meter, weight, of: of ?? seat.id })),
      staff: seat.staff,
      traits: seat.traits,
    })),
    actions: mapValues(scenario.actions, (action, actionId) => ({
      id: actionId,
      title: action.title,
      text: action.text,
      effect: describeAction(scenario, action),
      traces: tracesOf(action.effects, asked),
      phase: action.phase,
      target: action.target,
      covert: action.covert,
      roles: action.roles,
      seats: action.seats ?? null,
      points: action.points,
      costs: action.costs,
      tags: action.tags,
      oddsOf: typeof action.odds === 'object' && 'odds' in action.odds ? (scenario.odds[action.odds.odds]?.title ?? null) : null,
      answer: action.answer ?? null,
      commitment: action.commitment,
      dueAfter: dueAfter(action),
      fallback: action.fallback,
      source: action.source ?? null,
    })),
    laws: mapValues(scenario.laws, (law) => ({
      title: law.title,
      text: law.text,
      delay: law.delay,
      points: law.points,
      effect: describeEffects(scenario, [...law.onPass, ...law.inForce, ...law.eachRound]),
      traces: tracesOf(law.onPass, asked),
    })),
    rungs: scenario.ladder.rungs,
    courts: mapValues(scenario.courts, (court) => ({ title: court.title, text: court.text })),
    classes: mapValues(scenario.classes, ({ title: name, political }) => ({ title: name, political })),
    fines: scenario.fines.map(({ id: tier, title: name, share }) => ({ id: tier, title: name, share })),
    marks: scenario.marks,
    pacts: pactsOf(scenario),
    joint: jointActions(scenario),
    rules: rulesOf(scenario),
    redLines: Object.fromEntries(redLines),
    checks: Object.fromEntries(checks),
    endings: mapValues(scenario.endings, (ending) => ({ title: ending.title, text: ending.text })),
    headlines: [...new Set([scenario.actions, scenario.laws, scenario.rules].flatMap(headlinesIn))],
  };
}

function pactsOf(scenario: Scenario): Brief['pacts'] {
  const { pacts, seats } = scenario;
  if (pacts === undefined) return null;
  return {
    terms: mapValues(pacts.terms, (term) => ({
      title: term.title,
      text: term.text,
      between: Object.fromEntries(
        seats
          .map((self) => [self.id, seats.filter((partner) => mayPromise(term, self, partner)).map(({ id }) => id)] as const)
          .filter(([, partners]) => partners.length > 0),
      ),
      kept: term.kept ?? null,
      broken: term.broken ?? null,
      ownDoing: term.kept !== undefined && isOwnDoing(scenario, term.kept),
      source: term.source ?? null,
    })),
    purses: Object.fromEntries(seats.flatMap(({ id, role }) => pursesOf(scenario, role).map((meter) => [id, meter]))),
    offers: pacts.offers,
    unseen: pacts.unseen,
    judgedIn: compiled(scenario).pacts?.judgedIn ?? -1,
    kept: describeEffects(scenario, pacts.onKept),
    broken: describeEffects(scenario, pacts.onBroken),
  };
}

const PACT_TITLES = {
  'pact:escrow': 'Money is set aside for a promise',
  'pact:payment': 'A promise is paid for',
  'pact:return': 'Money comes back from a pact',
  'pact:kept': 'A promise is kept',
  'pact:broken': 'A promise is broken',
} as const;

/** Titles and source notes of everything that can cause an event. Crises are told by their headline, so they give nothing away here. */
function rulesOf(scenario: Scenario): Brief['rules'] {
  const entry = (title: string, source: string | undefined) => ({ title, source: source ?? null });
  const { pacts } = scenario;
  return Object.fromEntries([
    ...(pacts === undefined ? [] : Object.entries(PACT_TITLES).map(([rule, title]) => [rule, entry(title, pacts.source)] as const)),
    ...Object.entries(scenario.actions).map(([id, action]) => [`action:${id}`, entry(action.title, action.source)] as const),
    ...Object.entries(scenario.laws).map(([id, law]) => [`law:${id}`, entry(law.title, law.source)] as const),
    ...Object.entries(scenario.courts).map(([id, court]) => [`court:${id}`, entry(court.title, court.source)] as const),
    ...scenario.rules.map((rule) => {
      const looks = looksOf(scenario, rule);
      return [`rule:${rule.id}`, { ...entry(rule.title, rule.source), ...(looks === null ? {} : { looks }) }] as const;
    }),
    // True whether the meter rises to its usual level or falls to it.
    ...Object.entries(scenario.meters).flatMap(([id, { name, drift, source }]) =>
      drift === undefined ? [] : [[`drift:${id}`, entry(`${name} moves back toward its usual ${drift.toward}`, source)] as const],
    ),
  ]);
}

/** What the effects in some part of a scenario tell everybody. */
function headlinesIn(part: unknown): readonly string[] {
  if (typeof part !== 'object' || part === null) return [];
  const inside = Object.values(part).flatMap(headlinesIn);
  const { op, title, text, seen } = part as Readonly<Record<string, unknown>>;
  if (op !== 'happening' || seen !== 'everyone') return inside;
  return [title, text].filter((said): said is string => typeof said === 'string').concat(inside);
}

/** The dated facts of the real case, for the debrief. */
export const caseFilesOf = (scenario: Scenario): readonly CaseFile[] => scenario.caseFiles;
