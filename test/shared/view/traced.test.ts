import { describe, expect, test } from 'vitest';
import type { EffectSpec } from '../../../shared/effects/define.ts';
import type { MatchEvent } from '../../../shared/match/events.ts';
import { briefOf } from '../../../shared/view/briefOf.ts';
import { traced } from '../../../shared/view/traced.ts';
import { aMatch, type MatchInPlay, PUBLIC } from '../../builders.ts';
import { quietData, type ScenarioData } from '../../fixtures/quiet.ts';

type Rule = NonNullable<ScenarioData['rules']>[number];

/** A quiet match with one rule, in the first choices of round 2. */
function withRule(rule: Pick<Rule, 'when' | 'each'> & { readonly effects?: Rule['effects'] }): MatchInPlay {
  const data = quietData();
  const effects = rule.effects ?? [{ op: 'change', meter: 'freedom', of: 'world', by: -2 }];
  data.rules = [{ id: 'odd', title: 'Odd', step: 'harm', source: 'CAL: made for tests.', ...rule, effects }];
  return aMatch(data).inRound(2, 'agenda');
}

const change = (meter: string, of: string, by: number): EffectSpec => ({ op: 'change', meter, of, by });
/** The round is played to its end. */
const onward = (match: MatchInPlay): MatchInPlay => match.inRound(match.state.round + 1);

/** What the rule did last, as the ledger tells it, and the events that led to it in the traced one: "meterChanged action:probe-1 alpha trust". */
function ledTo(match: MatchInPlay, log: readonly MatchEvent[] = match.log): readonly string[] {
  const events = traced(briefOf(match.scenario), log);
  const last = events.findLast(({ rule }) => rule === 'rule:odd');
  if (last === undefined) throw new Error('The rule did nothing.');
  expect(log.find(({ id }) => id === last.id)?.because).toEqual([]);
  return last.because.map((id) => {
    const event = log.find((entry) => entry.id === id);
    if (event === undefined) return 'nothing';
    const more = event.type === 'meterChanged' ? ` ${event.seat ?? 'world'} ${event.meter} ${event.delta}` : '';
    return `${event.type} ${event.rule}${more}`;
  });
}

const HARM_AT_40 = { value: { meter: 'harm', of: 'world' }, atLeast: 40 } as const;
const OWN_TRUST_AT_70 = { value: { meter: 'trust' }, atLeast: 70 } as const;
const OWN_TRUST_BELOW_40 = { value: { meter: 'trust' }, below: 40 } as const;

interface Case {
  readonly because: string;
  readonly rule: Parameters<typeof withRule>[0];
  readonly then: (match: MatchInPlay) => MatchInPlay;
  readonly led: readonly string[];
}

const CASES: readonly Case[] = [
  {
    because: 'a number of the country passed its bound',
    rule: { when: HARM_AT_40 },
    then: (match) => onward(match.does('voices', [change('harm', 'world', 25)])),
    led: ['meterChanged action:probe-1 world harm 25'],
  },
  {
    because: 'it passed it some rounds ago, and was moved since',
    rule: { when: HARM_AT_40 },
    then: (match) =>
      onward(onward(onward(match.does('voices', [change('harm', 'world', 25)])).does('alpha', [change('harm', 'world', 5)]))),
    led: ['meterChanged action:probe-1 world harm 25'],
  },
  {
    because: 'it went back and passed it again',
    rule: { when: HARM_AT_40 },
    then: (match) =>
      onward(
        onward(match.does('voices', [change('harm', 'world', 25)]).does('alpha', [change('harm', 'world', -20)])).does('beta', [
          change('harm', 'world', 30),
        ]),
      ),
    led: ['meterChanged action:probe-3 world harm 30'],
  },
  {
    because: 'a platform’s own number passed its bound, and the rule moves that platform',
    rule: { when: OWN_TRUST_AT_70, each: 'platform', effects: [change('cash', 'self', 1)] },
    then: (match) => onward(match.does('alpha', [change('trust', 'alpha', 15)])),
    led: ['meterChanged action:probe-1 alpha trust 15'],
  },
  {
    because: 'a platform’s own number fell below its bound, and the rule moves the country',
    rule: { when: OWN_TRUST_BELOW_40, each: 'platform' },
    then: (match) => onward(match.does('alpha', [change('trust', 'beta', -5)])),
    led: ['meterChanged action:probe-1 beta trust -5'],
  },
  {
    because: 'the number lay beyond the bound from the start',
    rule: { when: { value: { meter: 'freedom', of: 'world' }, atLeast: 20 } },
    then: onward,
    led: [],
  },
  {
    because: 'one of several ways held: a law',
    rule: { when: { any: [{ law: 'landing' }, { regime: ['captive'] }, HARM_AT_40] } },
    then: (match) => onward(onward(match.does('regulator', [{ op: 'pass' }], { subject: 'landing' }))),
    led: ['lawInForce law:landing'],
  },
  {
    because: 'one of several ways held: the courts have become captive',
    rule: { when: { any: [{ law: 'landing' }, { regime: ['captive'] }] } },
    then: (match) => onward(match.does('regulator', [{ op: 'regime', to: 'captive' }])),
    led: ['regimeChanged action:probe-1'],
  },
  {
    because: 'two things held, and both were needed',
    rule: { when: { all: [HARM_AT_40, { regime: ['captive'] }] } },
    then: (match) => onward(match.does('regulator', [{ op: 'regime', to: 'captive' }, change('harm', 'world', 25)])),
    led: ['meterChanged action:probe-1 world harm 25', 'regimeChanged action:probe-1'],
  },
  {
    because: 'a service is slowed',
    rule: { when: { restricted: ['throttle'] }, each: 'platform', effects: [change('cash', 'self', -1)] },
    then: (match) => onward(match.does('regulator', [{ op: 'restrict', kind: 'throttle', strength: 30, declared: true }], { on: 'alpha' })),
    led: ['restricted action:probe-1'],
  },
  {
    because: 'something has not happened, of which there is no event',
    rule: { when: { not: { regime: ['captive'] } } },
    then: onward,
    led: [],
  },
];

describe('what a rule did by itself is traced to what it looked at', () => {
  test.each(CASES)('$because', ({ rule, then, led }) => {
    expect(ledTo(then(withRule(rule)))).toEqual(led);
  });

  test('but not to what its reader may not know', () => {
    const match = withRule({ when: { value: { meter: 'cash', of: 'alpha' }, atLeast: 70 } }).does('alpha', [change('cash', 'alpha', 30)]);
    onward(match);
    expect(ledTo(match)).toEqual(['meterChanged action:probe-1 alpha cash 30']);
    expect(ledTo(match, match.read(PUBLIC))).toEqual([]);
  });

  test('and numbers that nobody sees are not named beforehand', () => {
    const match = withRule({ when: { value: { meter: 'plot', of: 'world' }, atLeast: 0 } });
    expect(briefOf(match.scenario).rules['rule:odd']).toEqual({ title: 'Odd', source: 'CAL: made for tests.' });
  });

  test('the events themselves stay as they were', () => {
    const match = onward(withRule({ when: HARM_AT_40 }).does('voices', [change('harm', 'world', 25)]));
    const before = JSON.stringify(match.log);
    const known = traced(briefOf(match.scenario), match.log);
    expect(JSON.stringify(match.log)).toBe(before);
    expect(known.filter((event, index) => event !== match.log[index]).map(({ rule }) => rule)).toEqual(['rule:odd']);
  });
});
