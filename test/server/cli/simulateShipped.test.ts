import { describe, expect, test } from 'vitest';
import { simulation } from '../../../server/cli/simulate/simulation.ts';
import type { Slack } from '../../../shared/balance/targets.ts';
import { SHIPPED, shipped } from '../../shipped.ts';

/** With so few matches, noise alone goes beyond the real bounds. `simulate` with 1,000 matches or more is what counts. */
const MATCHES = 60;
const SLACK: Slack = { share: 0.15, points: 6, count: 2, width: 0.5 };

describe('the balance of the scenarios that come with the game, roughly', () => {
  test.each(SHIPPED)(
    '%s misses no target',
    async (file) => {
      const { targets } = await simulation(shipped(file), { matches: MATCHES, seed: 'ci', threads: 2, slack: SLACK });
      const missed = targets.filter(({ met }) => !met).map(({ id, value, bound, detail }) => `${id}: ${value}, bound ${bound}. ${detail}`);
      expect(missed).toEqual([]);
    },
    120_000,
  );
});
