import { describe, expect, test } from 'vitest';
import { setup } from '../../../shared/engine/setup.ts';
import { step } from '../../../shared/engine/step.ts';
import { EventLog } from '../../../shared/match/eventLog.ts';
import type { MatchEvent } from '../../../shared/match/events.ts';
import type { MatchState } from '../../../shared/match/state.ts';
import { eventsFor } from '../../../shared/view/eventsFor.ts';
import { viewFor } from '../../../shared/view/viewFor.ts';
import { aMatch, type MatchInPlay, PUBLIC, seatViewer, viewersOf } from '../../builders.ts';
import { accept, agreed, aMatchOfPacts, offer, plantPacts } from '../../fixtures/pacts.ts';
import { quietData } from '../../fixtures/quiet.ts';
import { luckOf, playing, shuffled } from '../../play.ts';
import { forSeeds } from '../../property.ts';

const scenario = aMatchOfPacts().scenario;
const MOVES_MONEY = ['pact:escrow', 'pact:payment', 'pact:return'];

const held = ({ pacts }: MatchState): number => pacts.reduce((sum, { give, get }) => sum + give.held + get.held, 0);
const wealth = ({ seats }: MatchState): number =>
  Object.values(seats).reduce((sum, { meters }) => sum + (meters.cash ?? 0) + (meters.funds ?? 0), 0);
const moneyIn = (events: readonly MatchEvent[], moves: boolean): number =>
  events.reduce(
    (sum, event) =>
      event.type === 'meterChanged' && (event.meter === 'cash' || event.meter === 'funds') && MOVES_MONEY.includes(event.rule) === moves
        ? sum + event.delta
        : sum,
    0,
  );

describe('in any match with pacts', () => {
  test('money is never made or lost by a pact: what leaves a purse is set aside, what is set aside lands in one', () => {
    let moved = 0;
    forSeeds(60, (seed) => {
      for (const { before, after, events } of playing(scenario, seed)) {
        moved += events.filter(({ rule }) => rule === 'pact:payment').length;
        expect(moneyIn(events, true) + held(after) - held(before)).toBeCloseTo(0, 6);
        // Beyond pacts, it changes only by what the ledger tells.
        expect(wealth(after) + held(after) - wealth(before) - held(before)).toBeCloseTo(moneyIn(events, false), 6);
      }
    });
    expect(moved).toBeGreaterThan(50);
  });

  test('what is set aside belongs to an open offer or a pact, and nothing of it is left at the end', () => {
    const fates = new Set<string>();
    forSeeds(40, (seed) => {
      for (const { after } of playing(scenario, seed)) {
        for (const { status, give, get, since } of after.pacts) {
          const closed = status !== 'open' && status !== 'agreed';
          if (closed && (give.held !== 0 || get.held !== 0 || Object.keys(since).length > 0)) throw new Error(`${status} with money.`);
          fates.add(status);
        }
        if (after.status === 'finished') expect(after.pacts.filter(({ status }) => status === 'open' || status === 'agreed')).toEqual([]);
      }
    });
    expect([...fates].sort()).toEqual(['agreed', 'broken', 'declined', 'expired', 'kept', 'open', 'withdrawn']);
  });

  test('no seat has more open offers than it may', () => {
    forSeeds(20, (seed) => {
      for (const { after } of playing(scenario, seed))
        for (const { id } of scenario.seats)
          expect(after.pacts.filter(({ from, status }) => from === id && status === 'open').length).toBeLessThanOrEqual(3);
    });
  });
});

/** What a match comes to, without the numbers of its events. */
const outcomeOf = ({ state }: MatchInPlay) => ({
  meters: Object.fromEntries(Object.entries(state.seats).map(([id, { meters, marks }]) => [id, { meters, marks }])),
  pacts: state.pacts.map(({ from, to, give, get, status }) => ({ from, to, give, get, status })),
  scores: state.outcome?.seats,
});

describe('the order in which people press', () => {
  const OFFERS = [
    'alpha → beta: hold-out 5 / ask-writing, 3',
    'beta → voices: 3 / copy-once, 4',
    'voices → alpha: copy-once 2 / hold-out 4, 4 (open)',
    'regulator → alpha: no-fines / ask-writing, 3 (open)',
  ];
  const played = (luck: () => number): MatchInPlay => {
    const match = aMatchOfPacts().withDemand('joke', 'alpha').withDemand('scam', 'beta');
    for (const words of OFFERS) match.send(offer(words));
    for (const pact of shuffled(match.state.pacts, luck)) match.send(accept(pact.to, pact.id));
    match.chooses('alpha', 'comply d1').chooses('beta', 'writing d2').inRound(3, 'agenda');
    return match.chooses('voices', 'mirror').untilTheEnd();
  };

  test('does not matter for what handshakes come to', () => {
    const first = outcomeOf(played(luckOf('first')));
    for (const name of ['second', 'third', 'fourth', 'fifth']) expect(outcomeOf(played(luckOf(name)))).toEqual(first);
    expect(first.pacts.map(({ status }) => status)).toEqual(['broken', 'kept', 'broken', 'broken']);
  });

  test('nor in which order the offers were made', () => {
    const ends = ['one', 'two', 'three'].map((name) => {
      const luck = luckOf(name);
      const match = aMatchOfPacts().withDemand('joke', 'alpha');
      for (const words of shuffled(OFFERS, luck)) agreed(match, words);
      const { meters, pacts } = outcomeOf(match.chooses('alpha', 'comply d1').untilTheEnd());
      return { meters, pacts: [...pacts].sort((a, b) => (`${a.from}${a.to}` < `${b.from}${b.to}` ? -1 : 1)) };
    });
    expect(ends[1]).toEqual(ends[0]);
    expect(ends[2]).toEqual(ends[0]);
  });
});

describe('a pact in private', () => {
  const pacts = (open: '' | ' (open)') =>
    agreed(aMatchOfPacts().withDemand('joke', 'alpha'), `alpha → beta: hold-out 5 / ask-writing 3, 4${open}`)
      .chooses('alpha', 'comply d1')
      .inRound(3, 'answer')
      .send(offer(`beta → alpha: 2 / hold-out, 5${open}`));
  const names = (match: MatchInPlay, knows: 'view' | 'events') =>
    viewersOf(match.scenario)
      .filter((viewer) =>
        knows === 'view'
          ? match.view(viewer).pacts.length > 0
          : match.read(viewer).some((event) => 'pact' in event || /^pact:/.test(event.rule)),
      )
      .map((viewer) => (viewer.kind === 'seat' ? viewer.seat : 'public'));
  const ALL = ['regulator', 'alpha', 'beta', 'voices', 'public'];

  test.each(['view', 'events'] as const)('is in the %s of its two parties alone', (knows) => {
    expect(names(pacts(''), knows)).toEqual(['alpha', 'beta']);
    expect(names(pacts(' (open)'), knows)).toEqual(ALL);
  });

  test('changes nothing that others see, but numbers that all may read, and those without a reason', () => {
    const data = quietData();
    plantPacts(data);
    if (data.pacts !== undefined) Object.assign(data.pacts, { onKept: [], onBroken: [] });
    const plain = () => aMatch(structuredClone(data)).inRound(2, 'answer').withDemand('joke', 'alpha');
    const [without, within] = [plain(), agreed(plain(), 'alpha → beta: hold-out 5 / ask-writing 3, 4')].map((match) =>
      match.chooses('alpha', 'comply d1').inRound(4, 'answer'),
    );
    if (without === undefined || within === undefined) throw new Error('Nothing was played.');
    const seen = (match: MatchInPlay, viewer: typeof PUBLIC) => ({
      view: viewFor(match.scenario, match.state, viewer),
      events: eventsFor(match.scenario, match.state, new EventLog(match.log), viewer).map(({ id: _id, because, ...event }) => ({
        ...event,
        causes: because.length,
      })),
    });
    for (const viewer of [PUBLIC, seatViewer('voices'), seatViewer('regulator')]) {
      const [one, other] = [seen(without, viewer), seen(within, viewer)];
      expect(other.events).toEqual(one.events);
      expect(JSON.stringify(other.view).replace(/"origin":\d+/g, '')).toBe(JSON.stringify(one.view).replace(/"origin":\d+/g, ''));
    }
  });

  test('has effects that others see as a number that nobody explains', () => {
    const match = pacts('');
    const trust = (seat: string) =>
      match
        .read(seatViewer(seat))
        .filter((event) => event.type === 'meterChanged' && event.meter === 'trust' && event.seat === 'alpha')
        .map(({ rule, because }) => [rule, because.length > 0]);
    expect(trust('alpha')).toEqual([['pact:broken', true]]);
    expect(trust('beta')).toEqual([['pact:broken', true]]);
    expect(trust('voices')).toEqual([['unknown', false]]);
  });

  test('moves money that all can count, and tells nobody else why', () => {
    const open = aMatchOfPacts(2, 'answer', ({ meters }) => {
      if (meters.cash) meters.cash.audience = 'everyone';
    });
    const match = agreed(open, 'alpha → beta: 5 / hold-out, 2').inRound(3);
    const rules = (seat: string) => match.read(seatViewer(seat)).flatMap((event) => (event.type === 'meterChanged' ? [event.rule] : []));
    expect(rules('alpha').filter((rule) => MOVES_MONEY.includes(rule))).toEqual(['pact:escrow', 'pact:payment']);
    expect(rules('voices').filter((rule) => rule.startsWith('pact:'))).toEqual([]);
    expect(rules('voices').filter((rule) => rule === 'unknown').length).toBeGreaterThanOrEqual(2);
  });

  test('keeps the counters of the handshake from everybody', () => {
    const match = agreed(aMatchOfPacts().withDemand('joke', 'alpha'), 'voices → alpha: copy-once / ask-writing, 5 (open)');
    for (const viewer of viewersOf(match.scenario)) expect(JSON.stringify(match.view(viewer))).not.toContain('since');
  });

  test('is open to all when the match is over', () => {
    const match = pacts('').untilTheEnd();
    expect(match.view(PUBLIC).pacts.map(({ status }) => status)).toEqual(['broken', 'expired']);
    expect(match.read(PUBLIC)).toEqual(match.log);
  });
});

test('offers and answers come through JSON as they were', () => {
  const match = agreed(aMatchOfPacts(), 'alpha → voices: hold-out 5 / copy-once 3, 4');
  const stored = JSON.parse(JSON.stringify(match.state)) as MatchState;
  expect(stored).toEqual(match.state);
  expect(setup(match.scenario, { seed: 'seed' }).pacts).toEqual([]);
  expect(step(match.scenario, stored, { type: 'advance', round: 2, phase: 'answer' }).ok).toBe(true);
});
