import { expect, test } from 'vitest';
import type { MeterMove } from '../../../shared/view/brief.ts';
import { byCertainty, byWhose } from '../../../shared/view/moves.ts';

const move = (meter: string, more: Partial<MeterMove> = {}): MeterMove => ({
  ...{ who: null, meter, up: true, size: 1, perhaps: false, turns: false },
  ...more,
});

test('what comes perhaps is told after what comes in any case, so that it is said once for all of it', () => {
  const cards = byCertainty([
    move('trust', { perhaps: true }),
    move('cash'),
    move('access', { perhaps: true }),
    move('control', { turns: true, perhaps: true }),
  ]);
  expect(cards.sure.map(({ meter }) => meter)).toEqual(['cash', 'control']);
  expect(cards.perhaps.map(({ meter }) => meter)).toEqual(['trust', 'access']);
});

test('what an answer moves is told by whose it is: one’s own and the country’s, and that of others', () => {
  const { near, others } = byWhose([move('control', { who: 'the regulator' }), move('exposure'), move('harm')]);
  expect(near.map(({ meter }) => meter)).toEqual(['exposure', 'harm']);
  expect(others.map(({ meter }) => meter)).toEqual(['control']);
});
