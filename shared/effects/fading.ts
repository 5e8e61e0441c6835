import { z } from 'zod';
import { Amount, Id, Ref } from '../language/values.ts';
import { change } from './change.ts';
import { defineEffect } from './define.ts';

export const fading = defineEffect({
  op: 'fading',
  help: 'Changes a meter now, and again each following round by a share of the round before, so that it fades out.',
  shape: {
    meter: Id,
    of: Ref.optional(),
    by: Amount,
    keep: z.number().min(0).max(0.95).describe('The share kept from round to round.'),
    rounds: z.number().int().min(1).max(20),
  },
  compile: (spec, compiler) => {
    const once = { op: 'change' as const, meter: spec.meter, by: spec.by, ...(spec.of === undefined ? {} : { of: spec.of }) };
    const apply = change.compile(once, compiler);
    compiler.effects([once], 'again');
    const list = compiler.listName('again');
    return (world, scope) => {
      apply(world, scope);
      let scale = scope.scale;
      for (let round = 1; round <= spec.rounds; round += 1) {
        scale *= spec.keep;
        world.schedule({ ...scope, scale }, list, round, null);
      }
    };
  },
  describe: ({ meter, of, by }, card) => card.change(meter, of, by),
});
