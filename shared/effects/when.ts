import { Condition } from '../language/values.ts';
import { defineEffect } from './define.ts';
import { EffectList } from './list.ts';

export const when = defineEffect({
  op: 'when',
  help: 'Does "then" if the condition holds, otherwise "else".',
  shape: {
    if: Condition,
    then: EffectList,
    else: EffectList.optional(),
  },
  compile: (spec, { condition, effects }) => {
    const test = condition(spec.if);
    const yes = effects(spec.then, 'then');
    const no = spec.else === undefined ? undefined : effects(spec.else, 'else');
    return (world, scope) => {
      if (test(world, scope)) yes(world, scope);
      else no?.(world, scope);
    };
  },
  describe: (spec, card) => card.either([spec.then, spec.else ?? []], 'condition'),
  leaves: (spec, traces) => {
    traces.part(spec.then, { perhaps: true });
    traces.part(spec.else ?? [], { perhaps: true });
  },
});
