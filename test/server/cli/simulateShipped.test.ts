import { describe, expect, test } from 'vitest';
import { templateFor } from '../../../server/cli/newScenario.ts';
import { withCrew } from '../../../server/cli/simulate/crew.ts';
import { simulation } from '../../../server/cli/simulate/simulation.ts';
import type { Slack } from '../../../shared/balance/targets.ts';
import { loadScenario } from '../../../shared/scenario/load.ts';
import type { Scenario } from '../../../shared/scenario/schema.ts';
import { SHIPPED, shipped } from '../../shipped.ts';

/** With so few matches, noise alone goes beyond the real bounds. `simulate` with 1,000 matches or more is what counts. */
const MATCHES = 60;
const SLACK: Slack = { share: 0.15, points: 6, count: 2, width: 0.5 };

/** The scenario that designers begin with. */
function starter(): Scenario {
  const loaded = loadScenario(templateFor('starter', 'assets/scenarios').json, 'starter.json');
  if (!loaded.ok) throw new Error(loaded.problems[0]?.message);
  return loaded.scenario;
}

const ALL = [...SHIPPED.map((name) => ({ name, open: () => shipped(name) })), { name: 'what designers begin with', open: starter }];

describe('the balance of the scenarios that come with the game, roughly', () => {
  test.each(ALL)(
    '$name misses no target',
    async ({ open }) => {
      const { targets } = await withCrew(2, (crew) => simulation(open(), { matches: MATCHES, seed: 'ci', crew, slack: SLACK }));
      const missed = targets.filter(({ met }) => !met).map(({ id, value, bound, detail }) => `${id}: ${value}, bound ${bound}. ${detail}`);
      expect(missed).toEqual([]);
    },
    120_000,
  );
});
