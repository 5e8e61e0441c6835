import { describe, expect, test } from 'vitest';
import { countedFor } from '../../client/state/goals.ts';
import { briefOf } from '../../shared/view/briefOf.ts';
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
