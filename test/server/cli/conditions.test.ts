import { describe, expect, test } from 'vitest';
import { conditionText } from '../../../server/cli/print/conditions.ts';
import { hostPages } from '../../../server/cli/print/hostPages.ts';
import { Condition } from '../../../shared/language/values.ts';
import { tinyWith } from '../../fixtures/quiet.ts';
import { tiny } from '../../fixtures/tiny.ts';

describe('for a host without screens', () => {
  const scenario = tiny();
  const [law] = Object.keys(scenario.laws);
  test.each([
    [{ round: { from: 3 } }, 'it is round 3 or later'],
    [{ round: { until: 2 } }, 'it is round 2 or earlier'],
    [{ round: { from: 2, until: 2 } }, 'it is round 2'],
    [{ value: { meter: 'trust' }, below: 40 }, 'Trust is below 40'],
    [{ value: { meter: 'trust', of: 'target' }, atLeast: 10, below: 40 }, 'Trust (its target) is at least 10 and below 40'],
    [
      { value: { sum: [{ item: 'rights' }, { item: 'harm', times: -1 }] }, atLeast: 0 },
      'the sum of (the true cost in rights; the true harm × -1) is at least 0',
    ],
    [{ law: law ?? '' }, `“${scenario.laws[law ?? '']?.title}” is in force`],
    [{ answered: ['refuse', 'court'] }, 'the answer is refuse or court'],
    [{ not: { known: 'demand' } }, 'not (the demand is public)'],
    [
      { all: [{ formality: ['call'] }, { any: [{ regime: ['captive'] }, { restricted: ['block'], of: 'alpha' }] }] },
      'the demand came as phone call and (the regime is captive courts or Alpha is blocked)',
    ],
    [{ presence: ['office'], of: 'target' }, 'its target has an office in the country'],
  ])('the condition %j is said in words', (condition, said) => {
    expect(conditionText(scenario, Condition.parse(condition))).toBe(said);
  });

  test('news, rules, secrets and what is open only at times say when', () => {
    const page = hostPages(
      tinyWith((data) => {
        const when = { round: { from: 2 } };
        for (const one of [data.crises, data.demands, data.cards, data.actions])
          Object.assign(Object.values(one ?? {})[0] as object, { when });
        Object.assign(Object.values(data.crises ?? {})[0] as object, { chance: 0.25 });
      }),
    );
    expect(page).toContain('When it is round 2 or later; by chance: 25 %.');
    for (const kind of ['Action', 'Demand', 'Agenda card'])
      expect(page).toMatch(new RegExp(`<td>${kind}</td><td>[^<]+</td><td>it is round 2 or later</td>`));
  });
});
