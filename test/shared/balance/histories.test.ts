import { describe, expect, test } from 'vitest';
import { frameOf } from '../../../shared/balance/frame.ts';
import { valuesOf } from '../../../shared/balance/histories.ts';
import { jobsOf, planOf } from '../../../shared/balance/plan.ts';
import { playMatch } from '../../../shared/balance/play.ts';
import { Tally } from '../../../shared/balance/tally.ts';
import { NO_SLACK, targetsOf } from '../../../shared/balance/targets.ts';
import { BOTS } from '../../../shared/bots/index.ts';
import type { HistorySpec } from '../../../shared/scenario/histories.ts';
import type { Scenario } from '../../../shared/scenario/schema.ts';
import { tiny } from '../../fixtures/tiny.ts';

const HISTORIES: Readonly<Record<string, HistorySpec>> = {
  case: {
    title: 'The case',
    source: 'CAL: made for tests.',
    seats: {},
    expect: [
      {
        id: 'gone',
        text: 'The page falls in half of the cases.',
        measure: { if: { removed: 'joke/page' }, then: 1, else: 0 },
        from: 0.4,
        to: 0.6,
        source: 'CAL: made for tests.',
      },
      { id: 'harm', text: 'Some harm is left.', measure: { meter: 'harm', of: 'world' }, from: 10, to: 90, source: 'CAL: made for tests.' },
    ],
  },
};
const withHistories = (): Scenario => ({ ...tiny(), histories: HISTORIES });

/** A tally of histories that came to these values. */
function tallied(values: readonly (readonly number[])[]): Tally {
  const tally = new Tally(frameOf(withHistories()));
  for (const one of values) tally.add({ kind: 'history', seed: 's', history: 'case' }, { kind: 'history', values: one });
  return tally;
}
const found = (tally: Tally, slack = NO_SLACK) => targetsOf(tally, slack).filter(({ id }) => id.startsWith('history:'));

describe('histories', () => {
  test('are played many times', () => {
    const jobs = [...jobsOf(planOf(withHistories(), { matches: 1000, seed: 's' }))].filter(({ kind }) => kind === 'history');
    expect(jobs.length).toBe(50);
    expect(new Set(jobs.map(({ seed }) => seed)).size).toBe(50);
  });

  test('are measured at the end of a match', () => {
    const scenario = withHistories();
    const state = playMatch(scenario, 's', { alpha: BOTS.random, beta: BOTS.random, regulator: BOTS.random });
    const [gone, harm] = valuesOf(scenario, 'case', state);
    const removed = state.demands.some(
      ({ template, items }) => template === 'joke' && items.some(({ id, status }) => id === 'page' && status === 'removed'),
    );
    expect(gone).toBe(removed ? 1 : 0);
    expect(harm).toBe(state.world.harm);
  });

  test.each([
    {
      values: [
        [1, 50],
        [0, 50],
      ],
      met: [true, true],
    },
    {
      values: [
        [1, 50],
        [1, 50],
      ],
      met: [false, true],
    },
    {
      values: [
        [0, 5],
        [1, 6],
      ],
      met: [true, false],
    },
    { values: [], met: [false, false] },
  ])('that come to $values meet their expectations: $met', ({ values, met }) => {
    expect(found(tallied(values)).map((target) => target.met)).toEqual(met);
  });

  test('are targets by name, with wider ranges if there is slack', () => {
    const [gone] = found(
      tallied([
        [1, 50],
        [1, 50],
        [0, 50],
      ]),
      { ...NO_SLACK, width: 0.5 },
    );
    expect(gone).toMatchObject({ id: 'history:case:gone', met: true, text: 'The page falls in half of the cases.' });
    expect(gone?.bound).toEqual([expect.closeTo(0.3, 9), expect.closeTo(0.7, 9)]);
  });
});
