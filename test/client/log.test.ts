import { describe, expect, test } from 'vitest';
import { linesByRound, onceEach, ruleTitle, valuesAfter, withoutEchoes } from '../../client/state/causes.ts';
import { byRound, byStep, changesOf, decidedFor, eventsBefore, latestNews, verdictsIn } from '../../client/state/log.ts';
import type { MatchEvent } from '../../shared/match/events.ts';
import type { Brief } from '../../shared/view/brief.ts';
import { type Cause, causesOfEvent } from '../../shared/view/why.ts';

const frame = (id: number, round: number, step: string, because: readonly number[] = []) => ({ id, round, step, rule: 'engine', because });
const phase = (id: number, round: number, name: string): MatchEvent => ({ ...frame(id, round, name), type: 'phaseStarted', phase: name });
const news = (id: number, round: number, step: string, because: readonly number[] = [], rule = 'engine'): MatchEvent => ({
  ...frame(id, round, step, because),
  rule,
  type: 'happened',
  kind: 'crisis',
  title: `news ${id}`,
  text: '',
  seat: null,
  to: 'everyone',
});
const sealed = (id: number): MatchEvent => ({ ...frame(id, 1, 'agenda'), type: 'sealed', seat: 'app' });

const brief = {
  steps: [{ id: 'acts', title: 'Acts', text: 'What they did.' }],
  phases: [{ id: 'agenda', title: 'Agenda', kind: 'choice', text: 'Choose.', seconds: 0 }],
  calendar: ['Week 1'],
  rules: { 'rule:a': { title: 'Rule A', source: null } },
} as unknown as Brief;

describe('log', () => {
  const events = [
    phase(1, 1, 'briefing'),
    news(2, 1, 'crises'),
    phase(3, 1, 'agenda'),
    sealed(4),
    news(5, 1, 'acts'),
    phase(6, 1, 'reveal'),
  ];

  test('the latest news is what happened since the phase before opened, without housekeeping', () => {
    expect(latestNews(events).map((event) => event.id)).toEqual([5]);
    expect(eventsBefore(events, latestNews(events)).map((event) => event.id)).toEqual([1, 2, 3, 4]);
  });

  test('before the second phase everything is news', () => {
    expect(latestNews(events.slice(0, 2)).map((event) => event.id)).toEqual([2]);
  });

  test('events are grouped by step with its title, an unknown step by its name', () => {
    expect(
      byStep([news(1, 1, 'acts'), news(2, 1, 'acts'), news(3, 1, 'else')], brief).map(({ title, events: inside }) => [
        title,
        inside.length,
      ]),
    ).toEqual([
      ['Acts', 2],
      ['else', 1],
    ]);
  });

  test('changes of a meter add up, and what comes to nothing is left out', () => {
    const changed = (id: number, meter: string, delta: number): MatchEvent => ({
      ...frame(id, 1, 'acts'),
      type: 'meterChanged',
      seat: 'app',
      meter,
      delta,
      value: 50,
      bounded: false,
    });
    expect(changesOf([changed(1, 'cash', 0.1), changed(2, 'cash', 0.2), changed(3, 'trust', 2), changed(4, 'trust', -2)])).toEqual([
      { seat: 'app', meter: 'cash', delta: 0.3, ids: [1, 2] },
    ]);
  });

  test('events are grouped by round with its label', () => {
    expect(byRound([news(1, 1, 'a'), news(2, 2, 'a')], brief).map(({ round, label }) => [round, label])).toEqual([
      [1, 'Week 1'],
      [2, ''],
    ]);
  });
});

describe('what is decided over somebody’s head', () => {
  const issued: MatchEvent = {
    ...frame(1, 1, 'orders'),
    type: 'demandIssued',
    demand: 'd1',
    template: 'song',
    from: 'office',
    seat: 'app',
    formality: 'court',
    due: 2,
    to: 'everyone',
  };
  const roll = (id: number, seat: string, hit: boolean): MatchEvent => ({
    ...frame(id, 1, 'orders', [1]),
    type: 'rolled',
    label: 'The judge throws the order out',
    seat,
    odds: 0.4,
    roll: hit ? 0.1 : 0.9,
    hit,
    to: 'everyone',
  });
  const closed = (id: number, status: string, because: readonly number[] = []): MatchEvent => ({
    ...frame(id, 1, 'orders', because),
    type: 'demandClosed',
    demand: 'd1',
    template: 'song',
    seat: 'app',
    status,
    to: 'everyone',
  });
  const told = (events: readonly MatchEvent[], seat: string | null) =>
    decidedFor(events, [issued, ...events], seat).map(({ event, rolled }) => [event.id, rolled?.id ?? null]);

  test('both sides of a demand read that a judge threw it out, and after which roll; others do not', () => {
    const events = [roll(2, 'office', true), closed(3, 'withdrawn', [2])];
    expect(['office', 'app', 'rival', null].map((seat) => told(events, seat))).toEqual([[[3, 2]], [[3, 2]], [], []]);
  });

  test('what the dice let happen to a seat is told to it; what they spared it, and a demand that was obeyed, is not', () => {
    expect(told([roll(2, 'app', true), roll(3, 'app', false), closed(4, 'complied')], 'app')).toEqual([[2, null]]);
  });
});

test('of promises, those that were broken come first', () => {
  const judged = (id: number, kept: boolean): MatchEvent => ({
    ...frame(id, 1, 'settle'),
    type: 'promiseJudged',
    pact: 'p1',
    seat: 'app',
    partner: 'office',
    term: 'hold-out',
    kept,
    to: 'everyone',
  });
  expect(verdictsIn([judged(1, true), sealed(2), judged(3, false)]).map(({ id }) => id)).toEqual([3, 1]);
});

describe('causes', () => {
  const events = [news(1, 1, 'a'), news(2, 1, 'a', [1]), news(4, 2, 'a', [2, 3])];

  test('the causes of an event form a tree; what may not be read is hidden', () => {
    const target = events[2];
    if (target === undefined) throw new Error('no event');
    const { causes, hidden } = causesOfEvent(events, target);
    expect(hidden).toBe(true);
    expect(causes.map((cause) => cause.event.id)).toEqual([2]);
    expect(causes[0]?.causes.map((cause) => cause.event.id)).toEqual([1]);
  });

  test('an event that is reached in two ways stands once, at its nearest place', () => {
    const cause = (id: number, causes: readonly Cause[] = []): Cause => ({ event: news(id, 1, 'a'), causes, hidden: false });
    const tree = onceEach([cause(3, [cause(2, [cause(1)])]), cause(2, [cause(1)])]);
    expect(tree.map((top) => [top.event.id, top.causes.map((below) => below.event.id)])).toEqual([
      [3, []],
      [2, [1]],
    ]);
  });

  test('a step that says again what stands above it is left out, and what led to it takes its place', () => {
    const led = (event: MatchEvent, causes: readonly Cause[] = []): Cause => ({ event, causes, hidden: false });
    const pressed: MatchEvent = { ...frame(2, 1, 'a', [1]), rule: 'crisis:bridge', type: 'pressed', seat: 'app', from: null, by: 5 };
    const happened = news(1, 1, 'a', [], 'crisis:bridge');
    const say = (event: MatchEvent) => (event.type === 'happened' ? `${event.title}.` : event.type);
    const steps = (causes: readonly Cause[], told: readonly string[]) =>
      withoutEchoes({ causes, hidden: false }, 'crisis:bridge', told, say).causes.map(({ event }) => event.id);
    expect(steps([led(pressed, [led(happened, [led(news(3, 1, 'a'))])])], ['news 1'])).toEqual([3]);
    expect(steps([led(pressed, [led(happened)])], ['Pressure'])).toEqual([1]);
    expect(steps([led(pressed)], ['Pressure'])).toEqual([2]);
  });

  test('say where a meter stood after each change, also of those that count together', () => {
    const line = (id: number, step: string, delta: number, value: number) => ({ change: { id, round: 2, step, delta, value } });
    const lines = [line(1, 'orders', 3, 61), line(2, 'orders', 3, 61), line(5, 'drift', -0.4, 60.6)];
    expect([...valuesAfter(lines)].sort(([one], [other]) => one - other)).toEqual([
      [1, 58],
      [2, 61],
      [5, 60.6],
    ]);
  });

  test('ledger lines stand under their round, newest first', () => {
    expect(
      linesByRound([{ change: { round: 1 } }, { change: { round: 3 } }, { change: { round: 1 } }]).map(({ round, lines }) => [
        round,
        lines.length,
      ]),
    ).toEqual([
      [3, 1],
      [1, 2],
    ]);
  });

  test('a crisis is told by its headline', () => {
    const known = [news(9, 1, 'a', [], 'crisis:leak')];
    expect([ruleTitle(brief, known, 'rule:a'), ruleTitle(brief, known, 'crisis:leak'), ruleTitle(brief, known, 'rule:none')]).toEqual([
      'Rule A',
      'news 9',
      null,
    ]);
  });
});
