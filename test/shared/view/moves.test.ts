import { expect, test } from 'vitest';
import type { MeterMove } from '../../../shared/view/brief.ts';
import { byCertainty } from '../../../shared/view/moves.ts';

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
