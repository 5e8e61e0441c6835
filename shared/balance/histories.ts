import type { MatchDraft } from '../effects/define.ts';
import { compiled, worldScope } from '../engine/compile.ts';
import { MatchWorld } from '../engine/world.ts';
import type { MatchState } from '../match/state.ts';
import type { Scenario } from '../scenario/schema.ts';
import { noMoments } from './moments.ts';
import { noiseOfMeans } from './noise.ts';
import { rounded } from './round.ts';
import type { Tally } from './tally.ts';
import type { Measured, Slack } from './targets.ts';

/** What each expectation of a history measures at the end of a match. */
export function valuesOf(scenario: Scenario, history: string, state: MatchState): readonly number[] {
  // Reading only: the world never writes while amounts are measured.
  const rules = compiled(scenario);
  const world = new MatchWorld(rules, state as MatchDraft, '');
  return (scenario.histories[history]?.expect ?? []).map(({ measure }) => rules.measure(measure)(world, worldScope('engine')));
}

/** A target for each expectation of each history. */
export function historyTargets(tally: Tally, slack: Slack): readonly Measured[] {
  return Object.entries(tally.frame.scenario.histories).flatMap(([history, { title, expect }]) =>
    expect.map(({ id, text, from, to }, index): Measured => {
      const found = tally.histories.get(history)?.[index] ?? noMoments();
      const wider = slack.width * (to - from);
      const bound = [from - wider, to + wider] as const;
      return {
        id: `history:${history}:${id}`,
        met: found.n > 0 && found.mean >= bound[0] && found.mean <= bound[1],
        value: found.mean,
        bound,
        noise: noiseOfMeans(found),
        text,
        detail: `${title}: ${rounded(found.mean, 2)} on average of ${found.n} matches.`,
      };
    }),
  );
}
