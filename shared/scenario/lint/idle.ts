import type { LintRule } from './rule.ts';

export const idleAction: LintRule = {
  id: 'idle-action',
  severity: 'warning',
  *find({ scenario, uses }) {
    for (const [id, { effects, points, costs, answer, commitment }] of Object.entries(scenario.actions)) {
      const isPaidFor = points > 0 || costs.length > 0;
      if (effects.length > 0 || !isPaidFor || answer !== undefined || commitment || uses.counterReads.has(`did-${id}`)) continue;
      yield {
        path: ['actions', id, 'effects'],
        message: 'This action costs something, but does nothing. Give it an effect, or make it free.',
      };
    }
  },
};
