import { describe, expect, test } from 'vitest';
import { trialsOf } from '../../../shared/balance/trials.ts';
import type { Condition } from '../../../shared/language/values.ts';
import { load, tiny, tinyData } from '../../fixtures/tiny.ts';

interface Terms {
  readonly kept?: Condition;
  readonly broken?: Condition;
}

/** The tiny scenario, in which platforms may make one promise to each other. */
const promising = (term: Terms) => {
  const data = tinyData();
  const steps = data.steps.map((step) => (step.id === 'settle' ? { ...step, run: [...(step.run ?? []), 'pacts'] } : step));
  const word = { title: 'My word', text: 'I promise.', roles: ['platform'], partners: ['platform'], ...term };
  return load({ ...data, steps, pacts: { terms: { word }, source: 'CAL: made for tests.' } });
};

const HOLDS: Condition = { value: { meter: 'trust', of: 'self' }, atLeast: 0 };
const NEVER: Condition = { value: { mark: 'did-nothing-of-this-kind' }, atLeast: 1 };

const promiseReports = (...words: Parameters<typeof trialsOf>) => trialsOf(...words).promises;

describe('what becomes of a promise that bots do not know of', () => {
  test.each([
    { when: 'it holds anyway', term: { kept: HOLDS }, kept: 1, broken: 0, keptAtOnce: 1 },
    { when: 'nothing ever breaks it', term: { broken: NEVER }, kept: 1, broken: 0, keptAtOnce: 0 },
    { when: 'nobody ever does it', term: { kept: NEVER }, kept: 0, broken: 1, keptAtOnce: 0 },
    { when: 'it comes true in the second round', term: { kept: { round: { from: 2 } } }, kept: 1, broken: 0, keptAtOnce: 0 },
  ])('$when: kept in $kept, at once in $keptAtOnce', ({ term, kept, broken, keptAtOnce }) => {
    // Two platforms to each other, in each match.
    const [found] = promiseReports(promising(term), 's');
    expect(found).toMatchObject({ id: 'word', title: 'My word', kept, broken, keptAtOnce });
    expect(found?.given).toBe(32);
  });

  test('that bots sometimes keep lies between, and comes to the same for the same seed', () => {
    const scenario = promising({ kept: { value: { mark: 'answered-comply' }, atLeast: 1 } });
    const [found] = promiseReports(scenario, 's');
    expect(found?.kept).toBeGreaterThan(0);
    expect(found?.kept).toBeLessThan(1);
    expect(promiseReports(scenario, 's')).toEqual([found]);
  });

  test('depends on the bots that were chosen', () => {
    const scenario = promising({ broken: { value: { mark: 'answered-comply' }, atLeast: 1 } });
    const all = (bot: string) => promiseReports(scenario, 's', { alpha: bot, beta: bot })[0]?.kept ?? -1;
    expect(all('refuse')).toBe(1);
    expect(all('comply')).toBeLessThan(1);
  });

  test('is not asked where there are no promises', () => {
    expect(promiseReports(tiny(), 's')).toEqual([]);
  });
});

describe('how often a rule acts', () => {
  const withRule = (when: Condition) => {
    const data = tinyData();
    const rule = {
      id: 'odd',
      title: 'Odd',
      step: 'harm',
      when,
      effects: [{ op: 'change', meter: 'freedom', of: 'world', by: -1 }],
      source: 'CAL: made for tests.',
    };
    return load({ ...data, rules: [...data.rules, rule] });
  };

  test.each([
    { when: 'in each of four rounds', condition: { round: { from: 1 } }, matches: 16, rounds: 4 },
    { when: 'in the last two', condition: { round: { from: 3 } }, matches: 16, rounds: 2 },
    { when: 'never', condition: NEVER, matches: 0, rounds: 0 },
  ])('$when', ({ condition, matches, rounds }) => {
    const found = trialsOf(withRule(condition), 's').rules.find(({ id }) => id === 'odd');
    expect(found).toEqual({ id: 'odd', title: 'Odd', matches, of: 16, rounds });
  });
});
