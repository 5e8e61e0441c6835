import { expect, test } from 'vitest';
import { describeEffects } from '../../../shared/view/describeEffects.ts';
import { tiny } from '../../fixtures/tiny.ts';

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
])('a card says of $by that the meter goes $way', ({ by, way }) => {
  expect(wayOf(by)).toEqual(way);
});
