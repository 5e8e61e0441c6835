import { describe, expect, test } from 'vitest';
import { bestIn, cellsOf, dominanceOf, liveActions, noiseOf } from '../../../shared/balance/cells.ts';
import { QUICK_POLICIES } from '../../../shared/balance/policies.ts';
import { dice } from '../../../shared/engine/random.ts';
import { TallyBuilder } from './tallies.ts';

const REGULATOR = 0;
const ALPHA = 1;
const BETA = 2;

const bestOf = (builder: TallyBuilder, noise: number): readonly string[] => {
  const [cell] = cellsOf(builder.tally);
  return cell === undefined ? [] : bestIn(cell.entries, noise);
};

describe('the best policies of a cell', () => {
  test.each([
    { name: 'the one with the greatest mean', deals: [{ random: 40, cautious: 50, defiant: 45 }], noise: 0, best: ['cautious'] },
    { name: 'all that are equal', deals: [{ random: 50, cautious: 50, defiant: 45 }], noise: 0, best: ['random', 'cautious'] },
    { name: 'all within one standard error', deals: [{ random: 48, cautious: 50, defiant: 45 }], noise: 2, best: ['random', 'cautious'] },
    {
      name: 'fewer with more deals: noise shrinks',
      deals: Array.from({ length: 16 }, () => ({ random: 48, cautious: 50, defiant: 45 })),
      noise: 2,
      best: ['cautious'],
    },
    {
      name: 'compared on common deals: a hard deal that one policy had to itself does not count against it',
      deals: [
        { random: 60, cautious: 62, defiant: 58 },
        { random: 20, cautious: 22, defiant: 18, 'look-ahead': 30 },
      ],
      noise: 0,
      best: ['look-ahead'],
    },
  ])('are $name', ({ deals, noise, best }) => {
    const builder = new TallyBuilder();
    for (const scores of deals) builder.cell(ALPHA, 'random', scores as Record<string, number>);
    expect(bestOf(builder, noise)).toEqual(best);
  });

  test('are told from noise that is estimated over all cells of the seat', () => {
    const builder = new TallyBuilder();
    const noisy = (name: string) => 10 * [0, 1, 2, 3].reduce((sum, part) => sum + dice(`${name}|${part}`) - 0.5, 0);
    for (let deal = 0; deal < 400; deal += 1) {
      const hard = noisy(`deal${deal}`);
      builder.cell(ALPHA, `q${deal % 20}`, {
        ...Object.fromEntries(QUICK_POLICIES.map((policy) => [policy, 50 + hard + noisy(`${policy}${deal}`)])),
      });
    }
    // Four uniform numbers have the variance 4/12; the deal's part of it cancels out.
    expect(noiseOf(cellsOf(builder.tally))).toBeCloseTo(10 * Math.sqrt(4 / 12), 0);
  });
});

describe('dominance', () => {
  test('counts cells by role, and shares those that have several best policies', () => {
    const builder = new TallyBuilder()
      .cell(ALPHA, 'random', { random: 60, cautious: 40, defiant: 40 })
      .cell(ALPHA, 'cautious', { random: 60, cautious: 40, defiant: 40 })
      .cell(BETA, 'random', { random: 60, cautious: 60, defiant: 40 })
      .cell(BETA, 'cautious', { random: 40, cautious: 40, defiant: 60 })
      .cell(REGULATOR, 'random', { random: 10, cautious: 20, defiant: 30 });
    const found = dominanceOf(builder.tally.frame, builder.tally).map(
      ({ role, policy, won, cells }) => `${role} ${policy} ${won}/${cells}`,
    );
    expect(found[0]).toBe('regulator defiant 1/1');
    expect(found).toContain('platform random 2.5/4');
    expect(found).toContain('platform cautious 0.5/4');
    expect(found).toContain('platform defiant 1/4');
    expect(found).toContain('regulator random 0/1');
  });

  test('of a policy that played few cells is its share of those', () => {
    const builder = new TallyBuilder()
      .cell(ALPHA, 'random', { random: 60, cautious: 40, 'look-ahead': 80 })
      .cell(ALPHA, 'cautious', { random: 60, cautious: 40 });
    const [top] = dominanceOf(builder.tally.frame, builder.tally);
    expect(top).toMatchObject({ policy: 'look-ahead', won: 1, cells: 1 });
  });
});

test('actions live if a policy in the top half of a cell used them', () => {
  const builder = new TallyBuilder()
    .cell(ALPHA, 'random', { random: 60, cautious: 50, defiant: 40 }, { random: [1], cautious: [2], defiant: [3] })
    .cell(BETA, 'random', { random: 10, cautious: 20, defiant: 90 }, { random: [4], defiant: [5] });
  expect([...liveActions(builder.tally).keys()].sort()).toEqual([1, 2, 5]);
});
