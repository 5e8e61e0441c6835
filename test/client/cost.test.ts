import { expect, test } from 'vitest';
import { costText } from '../../client/components/OptionText.tsx';
import { briefOf } from '../../shared/view/briefOf.ts';
import { aMatchOfPacts } from '../fixtures/pacts.ts';

const brief = briefOf(aMatchOfPacts(1, 'agenda').scenario);
const cash = [{ meter: 'cash', by: -3 }];

test.each([
  { points: 0, costs: [], told: 'free' },
  { points: 2, costs: [], told: '2 points' },
  { points: 0, costs: cash, told: 'costs 3 Cash' },
  { points: 1, costs: cash, told: 'costs 1 point + 3 Cash' },
])('what is paid reads as a price and not as a gain: $told', ({ points, costs, told }) => {
  expect(costText(brief, { points, costs })).toBe(told);
});
