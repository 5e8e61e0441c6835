import { describe, expect, test } from 'vitest';
import { goalsTold } from '../../client/debrief/goalsTold.ts';
import { countedFor, goalOwner, onMeter } from '../../client/state/goals.ts';
import { playMatch } from '../../shared/balance/play.ts';
import { briefOf } from '../../shared/view/briefOf.ts';
import { aQuietMatch, seatViewer } from '../builders.ts';
import { shipped } from '../shipped.ts';

const lesson = briefOf(shipped('first-lesson.json'));
const told = (seat: string) =>
  countedFor(lesson, seat).map(
    ({ name, whose, low, weight }) => `${weight} ${name}${whose === null ? '' : ` of ${whose}`}${low ? ', low' : ''}`,
  );

describe('a role card says what the score counts, most first', () => {
  test.each([
    ['regulator', ['40 Legitimacy', '35 Control', '25 Unresolved harm of Fenn, low']],
    ['lantern', ['35 Rights record', '25 Access', '25 User trust', '15 Cash']],
    ['clear-water', ['40 Reach', '30 Supporter safety', '30 Information freedom of Fenn']],
    ['nobody', []],
  ])('%s', (seat, expected) => {
    expect(told(seat)).toEqual(expected);
  });
});

test('a goal stands in the debrief as it stood on its meter, also where low is good', () => {
  const end = playMatch(shipped('first-lesson.json'), 'seed', {});
  const goals = Object.entries(end.outcome?.seats ?? {}).flatMap(([seat, { goals: all }]) => all.map((goal) => ({ seat, ...goal })));
  expect(goals.some(({ meter }) => lesson.meters[meter]?.good === 'low')).toBe(true);
  for (const { seat, meter, of, value } of goals) {
    const owner = goalOwner(lesson, seat, of);
    const stood = owner === null ? end.world[meter] : end.seats[owner]?.meters[meter];
    expect(onMeter(lesson, meter, value), `${meter} of ${of}`).toBeCloseTo(stood ?? -1, 6);
  }
});

test('the story tells of each goal where it began and ended, and what moved it most', () => {
  const match = aQuietMatch()
    .does('regulator', [{ op: 'change', meter: 'trust', of: 'target', by: -20 }], { on: 'alpha' })
    .does('alpha', [{ op: 'change', meter: 'trust', by: 5 }]);
  const { seats } = match.view(seatViewer('alpha'));
  const events = match.read(seatViewer('alpha'));
  const goals = goalsTold(briefOf(match.scenario), events, 'alpha', ({ seat, meter }) => seats[seat ?? '']?.meters[meter]);
  expect(goals.map(({ name, start, end, delta, causes }) => ({ name, start, end, delta, causes }))).toEqual([
    { name: 'Rights', start: 60, end: 60, delta: 0, causes: [] },
    { name: 'Access', start: 90, end: 90, delta: 0, causes: [] },
    { name: 'Trust', start: 60, end: 45, delta: -15, causes: ['action:probe-1'] },
    { name: 'Cash', start: 50, end: 50, delta: 0, causes: [] },
  ]);
});
