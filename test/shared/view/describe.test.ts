import { describe, expect, test } from 'vitest';
import { EventLog } from '../../../shared/match/eventLog.ts';
import type { EventPayloads, EventType, MatchEvent } from '../../../shared/match/events.ts';
import type { SeatOutcome } from '../../../shared/match/state.ts';
import type { Scenario } from '../../../shared/scenario/schema.ts';
import { briefOf } from '../../../shared/view/briefOf.ts';
import { describe as sentenceOf } from '../../../shared/view/describe.ts';
import { eventsFor } from '../../../shared/view/eventsFor.ts';
import { viewFor } from '../../../shared/view/viewFor.ts';
import { PUBLIC, viewersOf } from '../../builders.ts';
import { aMatchOfPacts } from '../../fixtures/pacts.ts';
import { playing } from '../../play.ts';
import { SCENARIOS } from '../../shipped.ts';

type Examples = { readonly [T in EventType]: readonly (readonly [EventPayloads[T], string])[] };

const all = { to: 'everyone' } as const;
const d1 = { demand: 'd1', template: 'joke', seat: 'alpha', ...all } as const;
const outcome: SeatOutcome = { score: 61.5, goals: [], redLines: [], card: null, process: [] };

/** An example or two of each type of event, with its sentence. A type that is missing here does not compile. */
// biome-ignore format: a row is a line
const EXAMPLES: Examples = {
  matchStarted: [[{ seats: ['alpha'] }, 'The match began.']],
  roundStarted: [[{ label: '8 weeks', toElection: 4 }, 'Round 2: 8 weeks.'], [{ label: '', toElection: 0 }, 'Round 2 began.']],
  phaseStarted: [[{ phase: 'answer' }, 'Answer began.']],
  sealed: [[{ seat: 'alpha' }, 'Alpha sealed a choice.']],
  reopened: [[{ seat: 'alpha' }, 'Alpha took a sealed choice back.']],
  acted: [
    [{ seat: 'regulator', action: 'fine-it', on: 'd1', target: 'alpha', demand: 'd1', defaulted: false, ...all }, 'Office, if Alpha does not obey: Fine.'],
    [{ seat: 'alpha', action: 'stall', on: 'd1', target: 'alpha', demand: 'd1', defaulted: true, ...all }, 'Alpha: Stall (nothing else was chosen).'],
    [{ seat: 'alpha', action: 'stall', on: 'd1', target: 'alpha', demand: 'd1', defaulted: false, standIn: 'away', ...all }, 'Alpha: Stall (chosen by a bot: nobody was there).'],
    [{ seat: 'alpha', action: 'stall', on: 'd1', target: 'alpha', demand: 'd1', defaulted: false, standIn: 'undecided', ...all }, 'Alpha: Stall (chosen by a bot: the host went on).'],
    [{ seat: 'alpha', action: 'stall', on: 'd1', target: 'alpha', demand: 'd1', defaulted: false, standIn: 'replaced', ...all }, 'Alpha: Stall (chosen by a bot: it held this seat).'],
  ],
  happened: [[{ kind: 'protest', title: 'People march', text: '', seat: null, ...all }, 'People march.'], [{ kind: 'protest', title: 'Enough!', text: '', seat: null, ...all }, 'Enough!'],
    [{ kind: 'crisis', title: 'People march', text: '', seat: null, host: true, ...all }, 'People march. The host let this happen.'],
    [{ kind: 'headline', title: 'Is this a democracy?', text: '', seat: null, host: true, ...all }, 'Is this a democracy? The host wrote this.'],
  ],
  intelDealt: [[{ seat: 'alpha', intel: 'raid-soon' }, 'Alpha learned something that others don’t know.']],
  deskFilled: [[{ seat: 'regulator', demands: ['joke'] }, '1 possible demand lay on the desk of Office.'], [{ seat: 'regulator', demands: [] }, '0 possible demands lay on the desk of Office.']],
  demandIssued: [
    [{ ...d1, from: 'regulator', formality: 'notice', due: 3 }, 'Office sent “Satire page” to Alpha as an official notice.'],
    [{ ...d1, from: 'regulator', formality: 'visit', due: 3 }, 'Office sent “Satire page” to Alpha as a visit to the office.'],
  ],
  demandAnswered: [[{ ...d1, answer: 'refuse' }, 'Alpha refuses “Satire page”.'], [{ ...d1, answer: 'writing' }, 'Alpha asks for it in writing: “Satire page”.']],
  demandClosed: [[{ ...d1, status: 'complied' }, '“Satire page” to Alpha was obeyed.'], [{ ...d1, status: 'lapsed' }, '“Satire page” to Alpha came to nothing.']],
  demandWritten: [[{ ...d1, formality: 'notice' }, '“Satire page” to Alpha must now come as an official notice.']],
  disclosed: [
    [{ demand: 'd1', template: 'joke', seat: 'alpha', by: null }, 'It became known that “Satire page” was put to Alpha.'],
    [{ demand: 'd1', template: 'joke', seat: 'alpha', by: 'voices' }, 'It became known that “Satire page” was put to Alpha. Voices made it public.'],
  ],
  reviewed: [[{ seat: 'alpha', template: 'joke', item: 'page', harm: 1, rights: 7 }, 'Alpha learned about “A satire page”: harm 1 of 10 if it stays, rights lost 7 of 10 if it goes.']],
  itemChanged: [
    [{ ...d1, item: 'page', status: 'removed', scope: 'country' }, 'Alpha removed “A satire page” in the country.'],
    [{ ...d1, item: 'page', status: 'removed', scope: 'global' }, 'Alpha removed “A satire page” everywhere.'],
    [{ ...d1, item: 'page', status: 'restored', scope: 'country' }, 'Alpha put back “A satire page”.'],
  ],
  fined: [[{ seat: 'alpha', tier: 'first', share: 0.0001, cash: 0.5 }, 'Alpha was fined 0.01 % of its turnover.'], [{ seat: 'alpha', tier: 'turnover', share: 0.05, cash: 25 }, 'Alpha was fined 5 % of its turnover.']],
  restricted: [
    [{ seat: 'alpha', kind: 'block', strength: 70, declared: true }, 'Alpha was blocked.'], [{ seat: 'alpha', kind: 'throttle', strength: 30, declared: true }, 'Alpha was throttled.'],
    [{ seat: 'alpha', kind: 'throttle', strength: 30, declared: false }, 'Alpha has become slow. Nobody says why.'],
  ],
  lifted: [[{ seat: 'alpha', kind: 'throttle' }, 'Alpha is no longer throttled.'], [{ seat: 'alpha', kind: 'block' }, 'Alpha is no longer blocked.']],
  rungChanged: [[{ seat: 'alpha', from: 0, to: 2 }, 'The state went up the ladder with Alpha, to “Fine”.'], [{ seat: 'alpha', from: 2, to: 1 }, 'The state went down the ladder with Alpha, to “Notice”.']],
  staffChanged: [[{ seat: 'alpha', staff: 'ann', from: 'safe', to: 'warned' }, 'Ann of Alpha has been warned.'], [{ seat: 'alpha', staff: 'ann', from: 'warned', to: 'released' }, 'Ann of Alpha is left alone again.'], [{ seat: 'alpha', staff: 'ann', from: 'detained', to: 'released' }, 'Ann of Alpha is free again.'], [{ seat: 'alpha', staff: 'bo', from: 'safe', to: 'relocated' }, 'Bo of Alpha has left the country.']],
  presenceChanged: [[{ seat: 'beta', from: 'none', to: 'office' }, 'Beta now has an office in the country.']],
  lawPassed: [
    [{ law: 'landing', from: 3 }, 'A law was passed: Landing law. It starts at the end of round 3.'],
    [{ law: 'landing', from: 10 }, 'A law was passed: Landing law. It starts after the last answers, so it binds no one any more.'],
    [{ law: 'landing', from: 11 }, 'A law was passed: Landing law. The game ends before it starts.'],
  ],
  lawInForce: [[{ law: 'landing' }, 'A law came into force: Landing law.']],
  courtOpened: [[{ case: 'c1', court: 'high', seat: 'alpha', demand: 'd1', due: 4, odds: 0.35 }, 'Alpha opened a case: “High Court”. A ruling is due in round 4; the chance to win it is 35 %.']],
  courtRuled: [[{ case: 'c1', court: 'high', seat: 'alpha', won: true }, '“High Court”: the ruling is for Alpha.'], [{ case: 'c1', court: 'high', seat: 'alpha', won: false }, '“High Court”: the ruling is against Alpha.']],
  pressed: [[{ seat: 'beta', from: 'alpha', by: 12 }, 'Pressure on Beta rose by 12 because of Alpha.'], [{ seat: 'beta', from: null, by: -3 }, 'Pressure on Beta fell by 3.']],
  rolled: [
    [{ label: 'A leak', seat: null, odds: 0.5, roll: 0.257, hit: true, ...all }, '“A leak” came true. The chance was 50 %, the dice showed 26 %.'],
    [{ label: 'Someone talks', seat: 'alpha', odds: 0.1, roll: 0.6, hit: false, ...all }, '“Someone talks” (Alpha) did not come true. The chance was 10 %, the dice showed 60 %.'],
  ],
  regimeChanged: [[{ from: 'hybrid', to: 'captive' }, 'The state changed: from “half-free” to “captive courts”.']],
  reported: [[{ seat: 'alpha', detail: 'counts', received: 1, acted: 0, informal: null }, 'Alpha published a transparency report: 1 demand, 0 acted on.'], [{ seat: 'alpha', detail: 'detailed', received: 3, acted: 1, informal: 2 }, 'Alpha published a transparency report: 3 demands, 2 of them informal, 1 acted on.']],
  meterChanged: [
    [{ seat: 'alpha', meter: 'trust', delta: -3.5, value: 50, bounded: false }, 'Trust of Alpha −3.5.'], [{ seat: null, meter: 'freedom', delta: 2, value: 62, bounded: false }, 'Freedom +2.'],
    [{ seat: null, meter: 'freedom', delta: -2, value: 100, bounded: true }, 'Freedom −2 (it can’t go further).'],
  ],
  scheduled: [[{ due: 4, seat: null, label: 'A report', ...all }, 'A report is due in round 4.']],
  predicted: [[{ seat: 'voices', rival: 'alpha', action: 'refuse', right: true }, 'Voices predicted that Alpha would choose “Refuse”. That was right.'], [{ seat: 'voices', rival: 'alpha', action: 'refuse', right: false }, 'Voices predicted that Alpha would choose “Refuse”. That was wrong.']],
  pactOffered: [
    [{ pact: 'p1', seat: 'alpha', partner: 'voices', give: { term: 'hold-out', pay: 5 }, get: { term: null, pay: 2 }, until: 4, public: true, ...all }, 'Alpha offered Voices a deal until round 4. Alpha gives “Keep the page up” and 5 of cash. Voices gives 2 of funds.'],
    [{ pact: 'p1', seat: 'alpha', partner: 'beta', give: { term: 'ask-writing', pay: 0 }, get: { term: null, pay: 0 }, until: 4, public: true, ...all }, 'Alpha offered Beta a deal until round 4. Alpha gives “Ask in writing”. Beta gives nothing.'],
  ],
  pactAnswered: [
    [{ pact: 'p1', seat: 'beta', partner: 'alpha', answer: 'accepted', ...all }, 'Beta made a deal with Alpha.'],
    [{ pact: 'p1', seat: 'beta', partner: 'alpha', answer: 'declined', ...all }, 'Beta turned down an offer of Alpha.'],
    [{ pact: 'p1', seat: 'alpha', partner: 'beta', answer: 'withdrawn', ...all }, 'Alpha took back an offer to Beta.'],
    [{ pact: 'p1', seat: 'alpha', partner: 'beta', answer: 'expired', ...all }, 'The offer of Alpha to Beta ran out.'],
  ],
  promiseJudged: [
    [{ pact: 'p1', seat: 'alpha', partner: 'beta', term: 'hold-out', kept: true, ...all }, 'Alpha kept its promise to Beta: “Keep the page up”.'],
    [{ pact: 'p1', seat: 'alpha', partner: 'beta', term: 'hold-out', kept: false, ...all }, 'Alpha broke its promise to Beta: “Keep the page up”.'],
  ],
  scored: [[{ seat: 'alpha', outcome }, 'Alpha reached 61.5 of 100 on its own goals.']],
  matchFinished: [[{ endings: ['free'] }, 'The match is over.']],
};

const match = aMatchOfPacts().withDemand('joke', 'alpha').untilTheEnd();
const brief = briefOf(match.scenario);
const { texts } = match.view(PUBLIC);
const rows = Object.entries(EXAMPLES).flatMap(([type, list]) =>
  list.map(([payload, sentence]) => ({
    type,
    sentence,
    event: { ...payload, type, id: 9, round: 2, step: 'answers', rule: 'engine', because: [] } as unknown as MatchEvent,
  })),
);

test('the dice of a court tell how the case went', () => {
  const rolled = {
    id: 1,
    round: 1,
    step: 'clock',
    rule: 'court:high',
    because: [],
    type: 'rolled',
    label: 'High Court',
    seat: 'alpha',
  } as const;
  expect(sentenceOf(brief, texts, { ...rolled, odds: 0.35, roll: 0.6, hit: false, to: 'everyone' })).toBe(
    '“High Court” (Alpha): the case was lost. The chance to win it was 35 %, the dice showed 60 %.',
  );
});

describe('each event is a sentence', () => {
  test.each(rows)('$type: $sentence', ({ event, sentence }) => {
    expect(sentenceOf(brief, texts, event)).toBe(sentence);
  });

  test('with what the viewer does not know left open', () => {
    const nothing = { demands: {}, intel: {}, cards: {} };
    const said = (type: string) => sentenceOf(brief, nothing, rows.find((row) => row.type === type)?.event as MatchEvent);
    expect([said('demandAnswered'), said('reviewed')]).toEqual([
      'Alpha refuses “a demand”.',
      'Alpha learned about “an item”: harm 1 of 10 if it stays, rights lost 7 of 10 if it goes.',
    ]);
  });
});

/** Ids that would be nonsense to a person: those with a dash or a number in them, of anything a sentence may name. */
function rawIds(scenario: Scenario): RegExp {
  const ids = [scenario.actions, scenario.demands, scenario.laws, scenario.meters, scenario.crises, scenario.intelligence, scenario.cards]
    .flatMap((record) => Object.keys(record))
    .concat(scenario.rules.map(({ id }) => id));
  const odd = ids.filter((id) => /[-\d]/.test(id) && !sayable(scenario).includes(id));
  return new RegExp(`(?<![\\w-])(${[...odd, 'd\\d+', 'c\\d+'].join('|')})(?![\\w-])|undefined|null|NaN|\\[object`);
}

/** All words that a person reads of a scenario, in lower case. */
const sayable = (scenario: Scenario): string =>
  JSON.stringify([
    ...Object.values(scenario.actions).map(({ title }) => title),
    ...Object.values(scenario.demands).flatMap(({ title, items }) => [title, ...items.map(({ label }) => label)]),
    ...Object.values(scenario.crises).map(({ title }) => title),
  ]).toLowerCase();

describe.each(SCENARIOS)('whatever a viewer reads of $name', ({ open }) => {
  test('is a sentence that ends in a full stop and names no id', () => {
    const scenario = open();
    const raw = rawIds(scenario);
    for (const seed of ['said-1', 'said-2']) {
      for (const { after, log, command } of playing(scenario, seed)) {
        if (command.type !== 'advance' || after.phase === 'agenda') continue;
        const events = new EventLog(log);
        for (const viewer of viewersOf(scenario)) {
          const known = viewFor(scenario, after, viewer).texts;
          for (const event of eventsFor(scenario, after, events, viewer).filter(({ round }) => round === after.round)) {
            const sentence = sentenceOf(briefOf(scenario), known, event);
            if (!/^[\p{Lu}\d“].*[.!?]$/u.test(sentence) || raw.test(sentence)) throw new Error(`${event.type}: ${sentence}`);
          }
        }
      }
    }
  });
});

describe('a match that is played in German is told in German', () => {
  const german = { ...brief, language: 'de' };
  /** Words that English sentences are made of, and German ones are not. */
  const ENGLISH = /\b(the|of|and|to|by|has|with|its|round|chosen|learned|began)\b|[“”]/;

  test.each(rows)('$type: $sentence', ({ event, sentence }) => {
    const said = sentenceOf(german, texts, event);
    expect(said).toMatch(/^[\p{Lu}„0-9][^{}]*[.!?]$/u);
    expect(said.replaceAll(/„[^“]*“/g, '')).not.toMatch(ENGLISH);
    // A headline is told as it was written, and so are names alone.
    if (!['happened', 'roundStarted', 'acted', 'meterChanged'].includes(event.type)) expect(said).not.toBe(sentence);
  });

  test.each([
    { event: 'demandAnswered', said: 'Alpha lehnt „Satire page“ ab.' },
    { event: 'fined', said: 'Geldstrafe für Alpha: 0,01 % des Umsatzes.' },
    { event: 'promiseJudged', said: 'Alpha hat das Versprechen an Beta gehalten: „Keep the page up“.' },
  ])('$said', ({ event, said }) => {
    expect(sentenceOf(german, texts, rows.find(({ type }) => type === event)?.event as MatchEvent)).toBe(said);
  });
});
