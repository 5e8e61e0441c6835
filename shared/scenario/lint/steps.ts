import type { Scenario } from '../schema.ts';
import type { LintRule } from './rule.ts';

/** Parts of a scenario that come to nothing unless a step runs them, and what then doesn't happen. */
const PARTS: readonly {
  readonly part: 'crises' | 'intelligence' | 'desk';
  readonly has: (scenario: Scenario) => boolean;
  readonly says: string;
}[] = [
  { part: 'crises', has: ({ crises }) => Object.keys(crises).length > 0, says: 'so they come only if a host brings them' },
  { part: 'intelligence', has: ({ intelligence }) => Object.keys(intelligence).length > 0, says: 'so nobody learns it in its round' },
  {
    part: 'desk',
    has: ({ actions }) => Object.values(actions).some(({ target }) => target === 'desk' || target === 'paper'),
    says: 'so no demand comes to it',
  },
];

/** What no step runs. */
const notRun = (scenario: Scenario) => {
  const run = new Set<string>(scenario.steps.flatMap((step) => step.run));
  return PARTS.filter(({ part, has }) => has(scenario) && !run.has(part));
};

/** Whether a part is never run: what bots did not see is then only a consequence. */
export const hasIdlePart = (scenario: Scenario): boolean => notRun(scenario).length > 0;

export const idlePart: LintRule = {
  id: 'idle-part',
  severity: 'warning',
  *find({ scenario }) {
    for (const { part, says } of notRun(scenario))
      yield { path: ['steps'], message: `No step runs "${part}", ${says}. Add it to the "run" of a step at the round’s beginning.` };
  },
};
