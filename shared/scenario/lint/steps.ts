import type { Scenario } from '../schema.ts';
import type { LintRule, Look } from './rule.ts';

type Looked = Pick<Look, 'scenario' | 'uses'>;

/** A part of a scenario that comes to nothing unless a step runs it. */
interface Part {
  readonly part: Scenario['steps'][number]['run'][number];
  readonly has: (look: Looked) => boolean;
  /** What then doesn't happen. */
  readonly says: string;
  /** When in a round its step belongs. */
  readonly when: 'beginning' | 'end';
}

/** Schedules what comes in a later round. */
const DELAYS: readonly unknown[] = ['later', 'fading'];

/** All but "pacts": without a step for those, a scenario does not load. */
const PARTS: readonly Part[] = [
  {
    part: 'crises',
    has: ({ scenario }) => Object.keys(scenario.crises).length > 0,
    says: 'so they come only if a host brings them',
    when: 'beginning',
  },
  {
    part: 'intelligence',
    has: ({ scenario }) => Object.keys(scenario.intelligence).length > 0,
    says: 'so nobody learns it in its round',
    when: 'beginning',
  },
  {
    part: 'desk',
    has: ({ scenario }) => Object.values(scenario.actions).some(({ target }) => target === 'desk' || target === 'paper'),
    says: 'so no demand comes to it',
    when: 'beginning',
  },
  {
    part: 'laws',
    has: ({ scenario }) => Object.keys(scenario.laws).length > 0,
    says: 'so no law that was passed comes into force',
    when: 'end',
  },
  { part: 'courts', has: ({ uses }) => uses.courts.size > 0, says: 'so no case is ever decided', when: 'end' },
  {
    part: 'delayed',
    has: ({ uses }) => uses.effects.some(({ value }) => DELAYS.includes(value.op)),
    says: 'so what is put off never comes',
    when: 'end',
  },
  {
    part: 'deadlines',
    has: ({ scenario }) => Object.keys(scenario.demands).length > 0,
    says: 'so demands stay open past their deadline',
    when: 'end',
  },
  {
    part: 'drift',
    has: ({ scenario }) => Object.values(scenario.meters).some(({ drift }) => drift !== undefined),
    says: 'so no meter moves back by itself',
    when: 'end',
  },
  { part: 'predictions', has: () => true, says: 'so nobody learns whether a guess was right', when: 'end' },
];

/** What no step runs. */
const notRun = (look: Looked): readonly Part[] => {
  const run = new Set<string>(look.scenario.steps.flatMap((step) => step.run));
  return PARTS.filter(({ part, has }) => has(look) && !run.has(part));
};

/** Whether a part is never run: what bots did not see is then only a consequence. */
export const hasIdlePart = (look: Looked): boolean => notRun(look).length > 0;

export const idlePart: LintRule = {
  id: 'idle-part',
  severity: 'warning',
  *find(look) {
    for (const { part, says, when } of notRun(look))
      yield { path: ['steps'], message: `No step runs "${part}", ${says}. Add it to the "run" of a step at the round’s ${when}.` };
  },
};
