import { expect, test } from 'vitest';
import type { MeterMove } from '../../../shared/view/brief.ts';
import { byWhose } from '../../../shared/view/moves.ts';

const move = (meter: string, who: string | null = null): MeterMove => ({ meter, up: true, size: 1, perhaps: false, turns: false, who });

test('what an answer moves is told by whose it is: one’s own and the country’s, and that of others', () => {
  const { near, others } = byWhose([move('control', 'the regulator'), move('exposure'), move('harm')]);
  expect(near.map(({ meter }) => meter)).toEqual(['exposure', 'harm']);
  expect(others.map(({ meter }) => meter)).toEqual(['control']);
});
