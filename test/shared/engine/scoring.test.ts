import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { geometricMean } from '../../../shared/engine/mean.ts';
import type { Condition } from '../../../shared/language/values.ts';
import { aMatch, type MatchInPlay } from '../../builders.ts';
import { quietData, type ScenarioData } from '../../fixtures/quiet.ts';

describe('the weighted geometric mean', () => {
  const expected = (parts: readonly { readonly value: number; readonly weight: number }[]): number => {
    const total = parts.reduce((sum, { weight }) => sum + weight, 0);
    return parts.reduce((product, { value, weight }) => product * Math.max(0.02, value) ** (weight / total), 1);
  };

  test.each([
    { parts: [{ value: 0.5, weight: 100 }], is: 0.5 },
    {
      parts: [
        { value: 0.25, weight: 50 },
        { value: 1, weight: 50 },
      ],
      is: 0.5,
    },
    {
      parts: [
        { value: 0.9, weight: 50 },
        { value: 0.1, weight: 50 },
      ],
      is: 0.3,
    },
    {
      parts: [
        { value: 1, weight: 30 },
        { value: 1, weight: 70 },
      ],
      is: 1,
    },
    { parts: [{ value: 0, weight: 100 }], is: 0.02 },
  ])('of $parts is $is', ({ parts, is }) => {
    expect(geometricMean(parts)).toBeCloseTo(is, 9);
  });

  test('is that of Math.pow to nine places, for whole weights that make 100', () => {
    const value = fc.double({ min: 0, max: 1, noNaN: true });
    // Cuts of 0–100 make whole weights that add up to 100.
    const parts = fc
      .tuple(fc.uniqueArray(fc.integer({ min: 1, max: 99 }), { maxLength: 7 }), fc.array(value, { minLength: 8, maxLength: 8 }))
      .map(([cuts, values]) => {
        const ends = [...cuts.sort((a, b) => a - b), 100];
        return ends.map((end, index) => ({ value: values[index] ?? 0, weight: end - (ends[index - 1] ?? 0) }));
      });
    fc.assert(
      fc.property(parts, (list) => Math.abs(geometricMean(list) - expected(list)) < 1e-9),
      { seed: 7, numRuns: 300 },
    );
  });

  test('lies between the least and the greatest, and no single goal can be farmed', () => {
    expect(
      geometricMean([
        { value: 1, weight: 80 },
        { value: 0.05, weight: 20 },
      ]),
    ).toBeLessThan(0.56);
  });
});

/** A match that is over at once: what Alpha's score is made of is set by the test. */
function judged(change: (data: ScenarioData) => void, position: (match: MatchInPlay) => MatchInPlay = (match) => match): MatchInPlay {
  const data = quietData();
  data.rounds = 1;
  data.calendar = ['The vote'];
  data.electionRound = 1;
  for (const seat of data.seats) seat.cards = [];
  const alpha = data.seats.find(({ id }) => id === 'alpha');
  if (alpha)
    alpha.scoring = {
      goals: [
        { meter: 'trust', weight: 50 },
        { meter: 'access', weight: 50 },
      ],
    };
  change(data);
  return position(aMatch(data).start().withMeters({ 'alpha.trust': 40, 'alpha.access': 90 })).untilTheEnd();
}
const alphaOf = (data: ScenarioData) => {
  const alpha = data.seats.find(({ id }) => id === 'alpha');
  if (alpha === undefined) throw new Error('Alpha is missing.');
  return alpha;
};
const outcomeOf = (match: MatchInPlay) => match.state.outcome?.seats.alpha;
const card =
  (when: Condition) =>
  (data: ScenarioData): void => {
    data.cards = { ...data.cards, mine: { title: 'Mine', text: 'Mine.', when, points: 7 } };
    alphaOf(data).cards = ['mine'];
  };

describe('a seat’s score', () => {
  test('is the geometric mean of its goals: √(0.4 × 0.9) = 0.6', () => {
    expect(outcomeOf(judged(() => {}))).toMatchObject({
      score: 60,
      goals: [
        { meter: 'trust', of: 'alpha', weight: 50, value: 40 },
        { meter: 'access', value: 90 },
      ],
      redLines: [],
      card: null,
    });
  });

  test('counts a meter that is better low from the other end', () => {
    expect(
      outcomeOf(
        judged((data) => {
          alphaOf(data).scoring.goals = [{ meter: 'exposure', weight: 100 }];
        }),
      ),
    ).toMatchObject({ score: 80, goals: [{ value: 80 }] });
  });

  test.each([
    { of: 'world', meter: 'freedom', score: 60 },
    { of: 'platforms', meter: 'trust', score: 40 },
    { of: 'beta', meter: 'cash', score: 50 },
    { of: 'regulator', meter: 'control', score: 40 },
  ])('may count $meter of $of', ({ of, meter, score }) => {
    expect(
      outcomeOf(
        judged((data) => {
          alphaOf(data).scoring.goals = [{ meter, of, weight: 100 }];
        }),
      )?.score,
    ).toBe(score);
  });

  test.each([
    { when: 'a red line is crossed', lines: [40], score: 40 },
    { when: 'two are', lines: [40, 25], score: 25 },
    { when: 'the cap is above the score', lines: [90], score: 60 },
    { when: 'it is capped at 0', lines: [0], score: 0 },
  ])('is capped when $when', ({ lines, score }) => {
    const outcome = outcomeOf(
      judged((data) => {
        alphaOf(data).scoring.redLines = lines.map((cap, index) => ({
          id: `line-${index}`,
          when: { value: { meter: 'trust' }, below: 50 },
          cap,
          text: 'Crossed.',
        }));
      }),
    );
    expect(outcome).toMatchObject({ score, redLines: lines.map((cap, index) => ({ id: `line-${index}`, cap })) });
  });

  test('is not capped by a red line that was not crossed', () => {
    expect(
      outcomeOf(
        judged((data) => {
          alphaOf(data).scoring.redLines = [{ id: 'line', when: { value: { meter: 'trust' }, below: 40 }, cap: 10, text: 'Crossed.' }];
        }),
      ),
    ).toMatchObject({ score: 60, redLines: [] });
  });

  test.each([
    { when: 'it is met', condition: { value: { meter: 'trust' }, atLeast: 40 }, score: 67, says: { id: 'mine', met: true, points: 7 } },
    { when: 'it is not', condition: { value: { meter: 'trust' }, atLeast: 41 }, score: 60, says: { id: 'mine', met: false, points: 0 } },
  ])('has the points of its agenda card when $when', ({ condition, score, says }) => {
    expect(outcomeOf(judged(card(condition)))).toMatchObject({ score, card: says });
  });

  test('never rises above a red line by its card, nor above 100', () => {
    const withLine = (data: ScenarioData): void => {
      card({ round: {} })(data);
      alphaOf(data).scoring.redLines = [{ id: 'line', when: { round: {} }, cap: 40, text: 'Crossed.' }];
    };
    expect(outcomeOf(judged(withLine))?.score).toBe(40);
    expect(outcomeOf(judged(card({ round: {} }), (match) => match.withMeters({ 'alpha.trust': 100, 'alpha.access': 100 })))?.score).toBe(
      100,
    );
  });

  test('stands beside the process check, which luck can’t change', () => {
    const outcome = outcomeOf(
      judged(
        (data) => {
          alphaOf(data).process = [
            { id: 'asked', text: 'Asked.', when: { value: { mark: 'asked' }, atLeast: 1 } },
            { id: 'planned', text: 'Planned.', when: { value: { mark: 'planned' }, atLeast: 1 } },
          ];
        },
        (match) => match.does('alpha', [{ op: 'mark', name: 'asked' }]),
      ),
    );
    expect(outcome).toMatchObject({
      score: 60,
      process: [
        { id: 'asked', done: true },
        { id: 'planned', done: false },
      ],
    });
  });
});

describe('the end of a match', () => {
  test('names the endings whose condition holds, and what the public is left with', () => {
    const { outcome } = judged(() => {}).state;
    expect(outcome?.endings).toEqual(['free']);
    expect(outcome?.ledger).toMatchObject({ freedom: 60, harm: 20, precedent: 10 });
  });

  test('scores every seat', () => {
    const match = judged(() => {});
    expect(match.all('scored').map(({ seat }) => seat)).toEqual(['regulator', 'alpha', 'beta', 'voices']);
    expect(match.last('matchFinished').endings).toEqual(['free']);
  });
});
