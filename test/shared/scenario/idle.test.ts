import { describe, expect, test } from 'vitest';
import { playMatch } from '../../../shared/balance/play.ts';
import { RULE_POLICIES } from '../../../shared/bots/policies.ts';
import type { LegalOption } from '../../../shared/view/view.ts';
import { anyBot } from '../../play.ts';
import { SHIPPED, shipped } from '../../shipped.ts';

const BOTS = [anyBot(), ...Object.values(RULE_POLICIES)];

/** Something to decide: it isn't what happens anyway, and whoever has spent all points can still afford it. */
const isFree = ({ fallback, points, costs }: LegalOption): boolean => !fallback && points === 0 && costs.length === 0;

describe.each(SHIPPED.map((file) => ({ file })))('nobody is idle in $file', ({ file }) => {
  const scenario = shipped(file);

  test('in each phase of choice each seat has something to decide, even if no demand came and all points are spent', () => {
    const idle = new Set<string>();
    let asked = 0;
    for (const [match, bot] of BOTS.entries()) {
      const bots = Object.fromEntries(
        scenario.seats.map(({ id }, seat) => {
          // Every seat meets every bot, beside others of another kind.
          const own = match % 2 === 0 ? bot : (BOTS[(match + seat * 5) % BOTS.length] ?? bot);
          return [
            id,
            (look: Parameters<typeof own>[0]) => {
              asked += 1;
              const { phase, round, points, options } = look.legal;
              const found = options.some(({ fallback }) => !fallback);
              const spent = points === 0 || look.phase !== scenario.phases.find(({ kind }) => kind === 'choice')?.id;
              if (!found || (spent && !options.some(isFree))) idle.add(`${id} in ${phase} of round ${round}`);
              return own(look);
            },
          ];
        }),
      );
      playMatch(scenario, `idle|${match}`, bots);
    }
    const phases = scenario.phases.filter(({ kind }) => kind === 'choice').length;
    expect(asked).toBe(BOTS.length * scenario.seats.length * scenario.rounds * phases);
    expect([...idle]).toEqual([]);
  });
});
