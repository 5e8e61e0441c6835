import { z } from 'zod';
import { defineEffect } from './define.ts';
import { EffectList } from './list.ts';

export const later = defineEffect({
  op: 'later',
  help: 'Does the effects some rounds later.',
  shape: {
    rounds: z.number().int().min(1).max(20),
    effects: EffectList,
    label: z.string().min(1).max(80).optional().describe('If given, those involved see that it is on its way.'),
  },
  compile: (spec, { effects, listName }) => {
    effects(spec.effects, 'effects');
    const list = listName('effects');
    return (world, scope) => world.schedule(scope, list, spec.rounds, spec.label ?? null);
  },
  describe: (spec, card) => card.part(spec.effects),
  leaves: (spec, traces) => traces.part(spec.effects, { later: true }),
});
