import { expect, test } from 'vitest';
import { templateFor } from '../../../server/cli/newScenario.ts';
import type { EffectSpec } from '../../../shared/effects/define.ts';
import { dice } from '../../../shared/engine/random.ts';
import { loadScenario } from '../../../shared/scenario/load.ts';
import type { Scenario } from '../../../shared/scenario/schema.ts';
import { inLanguage } from '../../../shared/scenario/translations.ts';
import { describeAction, describeEffects } from '../../../shared/view/describeEffects.ts';
import { tiny } from '../../fixtures/tiny.ts';
import { SCENARIOS, SHIPPED, shipped } from '../../shipped.ts';

const wayOf = (by: unknown): readonly string[] =>
  describeEffects(tiny(), [{ op: 'change', meter: 'rights', by }], 'platform').moves.map(({ up, turns }) =>
    turns ? 'either way' : up ? 'up' : 'down',
  );

test.each([
  { by: 3, way: ['up'] },
  { by: { item: 'harm', times: -1 }, way: ['down'] },
  { by: { sum: [{ item: 'harm' }, { item: 'rights', times: 0.5 }] }, way: ['up'] },
  // Even if the two cancel out in the middle.
  { by: { sum: [{ item: 'harm' }, { item: 'rights', times: -1 }] }, way: ['either way'] },
  {
    by: {
      sum: [
        { item: 'harm', times: 0.35 },
        { item: 'rights', times: -0.7 },
      ],
    },
    way: ['either way'],
  },
  { by: 0, way: [] },
  { by: { if: { value: { mark: 'found' }, atLeast: 1 }, then: 2, else: -1 }, way: ['either way'] },
  { by: { product: [{ if: { value: { mark: 'found' }, atLeast: 1 }, then: 2, else: 3 }, -1] }, way: ['down'] },
])('a card says of $by that the meter goes $way', ({ by, way }) => {
  expect(wayOf(by)).toEqual(way);
});

const change = (by: number, of?: string): EffectSpec => ({ op: 'change', meter: 'rights', by, ...(of === undefined ? {} : { of }) });
const found = { value: { mark: 'found' }, atLeast: 1 };
const odds = 0.5;

test.each<{ readonly when: string; readonly does: readonly EffectSpec[]; readonly says: readonly string[] }>([
  { when: 'it happens in one case', does: [{ op: 'when', if: found, then: [change(5)] }], says: ['up, perhaps'] },
  { when: 'it happens in the other case', does: [{ op: 'when', if: found, then: [], else: [change(-5)] }], says: ['down, perhaps'] },
  { when: 'both cases differ', does: [{ op: 'when', if: found, then: [change(5)], else: [change(-2)] }], says: ['either way, it depends'] },
  { when: 'both cases agree', does: [{ op: 'when', if: found, then: [change(5)], else: [change(2)] }], says: ['up'] },
  {
    when: 'a demand is made public that may be public already',
    does: [{ op: 'disclose', each: [change(-4)] }],
    says: ['down, perhaps'],
  },
  {
    when: 'an amount is nothing in one case',
    does: [{ op: 'change', meter: 'rights', by: { if: found, then: 4, else: 0 } }],
    says: ['up, perhaps'],
  },
  { when: 'something else outweighs a case', does: [change(8), { op: 'when', if: found, then: [], else: [change(-2)] }], says: ['up'] },
  {
    when: 'dice decide',
    does: [{ op: 'roll', label: 'Luck', odds, then: [change(5)], else: [change(-5)] }],
    says: ['either way, it depends'],
  },
  { when: 'only bad luck does it', does: [{ op: 'roll', label: 'Luck', odds, then: [], else: [change(-5)] }], says: ['down, perhaps'] },
  {
    when: 'a case may be lost',
    does: [{ op: 'court', court: 'high', onWin: [change(5)], onLoss: [change(-5)] }],
    says: ['either way, it depends'],
  },
  { when: 'staff may come to harm', does: [{ op: 'staff-risk', who: 'self', odds, then: [change(-5)] }], says: ['down, perhaps'] },
])('a card says all that may happen if $when', ({ does, says }) => {
  const { moves } = describeEffects(tiny(), does, 'platform');
  expect(
    moves.map(({ up, turns, perhaps }) =>
      turns ? `either way${perhaps ? ', it depends' : ''}` : `${up ? 'up' : 'down'}${perhaps ? ', perhaps' : ''}`,
    ),
  ).toEqual(says);
});

test('what is done to staff of another seat moves meters of that seat', () => {
  const { moves } = describeEffects(tiny(), [{ op: 'staff-risk', who: 'target', odds, then: [change(-5)] }]);
  expect(moves).toMatchObject([{ who: 'the target', up: false, perhaps: true }]);
});

test('a card says both things of which one is done', () => {
  const does = [{ op: 'when', if: found, then: [{ op: 'fine', tier: 'first' }], else: [{ op: 'fine', tier: 'next' }] }];
  expect(describeEffects(tiny(), does).acts.join()).toMatch(/^Fines you: .+, or fines you, more each time$/);
});

test('a commitment says what it does once it comes to that', () => {
  const action = tiny().actions['fine-it'];
  expect(action?.effects).toMatchObject([{ op: 'when' }]);
  expect(action && describeAction(tiny(), action).moves.every(({ perhaps }) => !perhaps)).toBe(true);
});

const BRANCHES = [
  ['then', 'else'],
  ['onWin', 'onLoss'],
] as const;

/** How far the own and the world's meters go in one of the ways in which effects may come out, as far as that is written in numbers. */
function oneWay(list: readonly EffectSpec[], coin: () => boolean, moved: Map<string, number> = new Map()): ReadonlyMap<string, number> {
  for (const spec of list) {
    if (spec.op === 'change' && (spec.of === undefined || spec.of === 'world' || spec.of === 'self'))
      moved.set(`${spec.meter}`, (moved.get(`${spec.meter}`) ?? 0) + (typeof spec.by === 'number' ? spec.by : Number.NaN));
    for (const pair of BRANCHES) {
      const branch = spec[pair[coin() ? 0 : 1]];
      if (['when', 'roll', 'court'].includes(spec.op) && Array.isArray(branch)) oneWay(branch, coin, moved);
    }
    if ((spec.op === 'later' || spec.op === 'happening') && Array.isArray(spec.effects)) oneWay(spec.effects, coin, moved);
  }
  return moved;
}

function template(): Scenario {
  const loaded = loadScenario(templateFor('a-new-one', '/tmp').json, 'a-new-one.json');
  if (!loaded.ok) throw new Error('The template does not load.');
  return loaded.scenario;
}

test.each([{ name: 'the template', open: template }, ...SCENARIOS])(
  'no card of $name hides a direction that its effects can have',
  ({ open }) => {
    const scenario = open();
    for (const [id, action] of Object.entries(scenario.actions)) {
      const card = new Map(
        describeAction(scenario, action)
          .moves.filter(({ who }) => who === null)
          .map((move) => [move.meter, move]),
      );
      for (let time = 0; time < 40; time += 1) {
        let tossed = 0;
        const coin = () => {
          tossed += 1;
          return dice(`ways|${id}|${time}|${tossed}`) < 0.5;
        };
        for (const [meter, by] of oneWay(action.effects, coin)) {
          const told = card.get(meter);
          // A card has room for the six that matter most.
          if (told === undefined || by === 0 || Number.isNaN(by)) continue;
          expect(told.turns || told.up === by > 0, `${id}: ${meter} ${by}`).toBe(true);
        }
      }
    }
  },
);

test.each(SHIPPED)('the cards of %s say that what is harmful comes down if one complies, all of it or in part', (file) => {
  const scenario = shipped(file);
  for (const id of ['comply', 'narrow'])
    expect(describeAction(scenario, scenario.actions[id] as Scenario['actions'][string]).moves, id).toContainEqual(
      expect.objectContaining({ meter: 'harm', up: false }),
    );
});

test.each([
  ['law', 'rule of law'],
  ['hybrid', 'half-free'],
  ['captive', 'captive courts'],
])('a card calls the regime "%s" by its name', (to, name) => {
  expect(describeEffects(tiny(), [{ op: 'regime', to }]).acts).toEqual([`The state changes to “${name}”`]);
});

test('in German, no card of First Lesson does anything in English', () => {
  const lesson = inLanguage(shipped('first-lesson.json'), 'de');
  const told = Object.values(lesson.actions).map((action) => describeAction(lesson, action));
  const words = told.flatMap(({ acts, moves }) => [...acts, ...moves.flatMap(({ who }) => who ?? [])]);
  expect(words).toContain('Die Forderung wird fallen gelassen');
  expect(words.filter((line) => /\b(the|of|and|to|you|your|in the|regulator|platform)\b/i.test(line))).toEqual([]);
});
