import { describe, expect, test } from 'vitest';
import { playMatch } from '../../../shared/balance/play.ts';
import { loadScenario } from '../../../shared/scenario/load.ts';
import type { ScenarioData } from '../../fixtures/quiet.ts';
import { tinyData } from '../../fixtures/tiny.ts';

type Change = (data: ScenarioData) => void;
const addRule = (data: ScenarioData, effect: unknown, each = 'match') =>
  data.rules?.push({ id: `extra-${data.rules.length}`, title: 'T', step: 'harm', each, source: 'CAL: x.', effects: [effect] } as never);
const tripled = (depth: number, value: unknown): unknown => (depth === 0 ? value : { product: [tripled(depth - 1, value), 1e6] });
/** An effect in an effect in an effect: each is applied to every platform, for each platform. */
const nested = (depth: number): unknown =>
  depth === 0
    ? { op: 'change', meter: 'trust', of: 'alpha', by: 1 }
    : { op: 'staff', who: 'platforms', from: ['safe'], to: 'safe', then: [nested(depth - 1)] };
const many = <T>(count: number, entry: (index: number) => T): Record<string, T> =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`x${index}`, entry(index)]));

const loadWith = (change: Change) => {
  const data = tinyData() as unknown as ScenarioData;
  change(data);
  return loadScenario(JSON.stringify(data), 'file.json');
};

const REFUSED: readonly { readonly what: string; readonly change: Change; readonly path: string; readonly says: string }[] = [
  {
    what: 'odds that refer to themselves',
    change: (d) => {
      d.odds.leak = { title: 'T', value: { odds: 'leak' }, source: 'S.' };
    },
    path: 'odds.leak.value',
    says: 'in a circle',
  },
  {
    what: 'odds that refer to each other',
    change: (d) => {
      d.odds.leak = { title: 'T', value: { sum: [0.1, { odds: 'other' }] }, source: 'S.' };
      d.odds.other = { title: 'T', value: { odds: 'leak' }, source: 'S.' };
    },
    path: 'odds.leak.value',
    says: 'in a circle',
  },
  {
    what: 'odds that grow twelvefold with each step',
    change: (d) => {
      Object.assign(
        d.odds,
        many(12, (index) => ({
          title: 'T',
          value: index === 11 ? 0.1 : { sum: Array.from({ length: 12 }, () => ({ odds: `x${index + 1}` })) },
          source: 'S.',
        })),
      );
    },
    path: 'odds.x0.value',
    says: 'too much to work out',
  },
  {
    what: 'effects that multiply with the seats',
    change: (d) => addRule(d, nested(18)),
    path: 'rules.4.effects',
    says: 'Too much follows',
  },
  {
    what: 'too much in one round',
    change: (d) => {
      for (let index = 0; index < 70; index += 1)
        addRule(
          d,
          {
            op: 'when',
            if: { round: {} },
            then: Array.from({ length: 24 }, () => ({
              op: 'change',
              meter: 'trust',
              of: 'everyone',
              by: { sum: Array.from({ length: 12 }, () => ({ meter: 'trust', of: 'alpha' })) },
            })),
          },
          'item',
        );
    },
    path: 'rules',
    says: 'Too much happens by itself',
  },
  {
    what: 'a number without end',
    change: (d) => addRule(d, { op: 'change', meter: 'trust', of: 'alpha', by: tripled(20, 1e6) }),
    path: 'rules.4.effects.0.by',
    says: 'thousand million',
  },
  {
    what: 'a chance of a court without end',
    change: (d) => {
      const { high } = d.courts;
      if (high) high.odds.law = tripled(5, { mark: 'staff-plan' }) as never;
    },
    path: 'courts.high.odds',
    says: 'thousand million',
  },
  {
    what: 'thousands of demands',
    change: (d) => {
      const { scam } = d.demands;
      if (scam)
        Object.assign(
          d.demands,
          many(2000, () => ({ ...scam, always: true })),
        );
    },
    path: 'demands',
    says: 'can carry 120',
  },
  {
    what: 'thousands of case files',
    change: (d) => {
      d.caseFiles = Array.from({ length: 5000 }, (_, index) => ({
        id: `c${index}`,
        title: 'T',
        asOf: '2021',
        fact: 'F',
        source: 'S',
        confidence: 'high',
        calibration: false,
        question: 'Q',
      }));
    },
    path: 'caseFiles',
    says: 'can carry 120',
  },
  {
    what: 'a mark with the name of a thing of JavaScript',
    change: (d) => addRule(d, { op: 'mark', name: 'constructor', who: 'alpha' }),
    path: 'rules.4.effects.0.name',
    says: 'Choose another',
  },
  {
    what: 'a meter with such a name',
    change: (d) => {
      Object.assign(d.meters, { constructor: d.meters.harm });
    },
    path: 'meters.constructor',
    says: 'Choose another',
  },
];

describe('what no match could carry is refused', () => {
  test.each(REFUSED)('$what', ({ change, path, says }) => {
    const loaded = loadWith(change);
    if (loaded.ok) throw new Error('It was loaded.');
    expect(loaded.problems.map((problem) => problem.path)).toContain(path);
    expect(loaded.problems.find((problem) => problem.path === path)?.message).toContain(says);
  });

  const base = JSON.stringify(tinyData());
  const TEXTS: readonly { readonly what: string; readonly text: () => string }[] = [
    {
      what: 'a hundred thousand unknown keys',
      text: () => `${base.slice(0, -1)}${Array.from({ length: 100_000 }, (_, index) => `,"k${index}":1`).join('')}}`,
    },
    {
      what: 'a hundred thousand broken meters',
      text: () =>
        base.replace('"meters":{', `"meters":{${Array.from({ length: 60_000 }, (_, index) => `"m${index}":{"name":1},`).join('')}`),
    },
    {
      what: 'a hundred thousand names of nothing',
      text: () => base.replace('"for":["alpha"', `"for":["alpha"${Array.from({ length: 100_000 }, (_, index) => `,"s${index}"`).join('')}`),
    },
    { what: 'a million brackets', text: () => '['.repeat(1_000_000) },
    { what: 'a million closing brackets', text: () => ']'.repeat(1_000_000) },
    { what: 'one string of two million characters', text: () => `"${'x'.repeat(1_999_990)}"` },
    { what: 'numbers beyond all numbers', text: () => base.replaceAll('"start":50', '"start":1e999') },
    { what: 'a key that would become a prototype', text: () => base.replace('"meters":{', '"meters":{"__proto__":{"polluted":true},') },
    { what: 'more than two megabytes', text: () => ' '.repeat(2_000_001) },
  ];
  test.each(TEXTS)('$what', ({ text }) => {
    const loaded = loadScenario(text(), 'file.json');
    if (loaded.ok) throw new Error('It was loaded.');
    expect(loaded.problems.length).toBeGreaterThan(0);
    expect(loaded.problems.length).toBeLessThanOrEqual(50);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });
});

describe('what a match can just carry is played to its end', () => {
  const CARRIED: readonly { readonly what: string; readonly change: Change }[] = [
    { what: 'effects in effects in effects', change: (d) => addRule(d, nested(4)) },
    {
      what: 'delayed effects that delay more of them',
      change: (d) => {
        let effect: unknown = { op: 'change', meter: 'harm', of: 'world', by: 1 };
        for (let index = 0; index < 15; index += 1) effect = { op: 'later', rounds: 1, effects: [effect] };
        addRule(d, effect);
      },
    },
    {
      what: 'delays until long after the end',
      change: (d) => addRule(d, { op: 'later', rounds: 20, effects: [{ op: 'change', meter: 'harm', of: 'world', by: 1 }] }, 'item'),
    },
    {
      what: 'the largest numbers against each other',
      change: (d) => {
        addRule(d, { op: 'change', meter: 'trust', of: 'alpha', by: 1e6 });
        addRule(d, { op: 'change', meter: 'trust', of: 'alpha', by: { product: [1000, -1e6] } });
      },
    },
    {
      what: 'crises that come every round',
      change: (d) => {
        d.crises = many(150, () => ({
          title: 'T',
          text: 'T.',
          when: { round: {} },
          once: false,
          effects: [{ op: 'press', on: 'platforms', by: 1 }],
        })) as never;
      },
    },
  ];
  test.each(CARRIED)('$what', ({ change }) => {
    const loaded = loadWith(change);
    if (!loaded.ok) throw new Error(loaded.problems[0]?.message);
    const state = playMatch(loaded.scenario, 'seed', {});
    expect(state.status).toBe('finished');
    for (const value of [state.world, ...Object.values(state.seats).map(({ meters }) => meters)].flatMap((meters) =>
      Object.values(meters),
    )) {
      expect(value).toBeGreaterThanOrEqual(0);
      expect(value).toBeLessThanOrEqual(100);
    }
  });
});
