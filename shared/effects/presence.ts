import { z } from 'zod';
import { Ref } from '../language/values.ts';
import { PRESENCES } from '../match/state.ts';
import { defineEffect } from './define.ts';

export const presence = defineEffect({
  op: 'presence',
  help: 'Sets how deep a platform stands in the country: none, a representative, an office. This is what makes its people reachable.',
  shape: { who: Ref.default('self'), to: z.enum(PRESENCES) },
  compile: (spec) => (world, scope) => {
    for (const id of world.seats(spec.who, scope)) world.setPresence(scope, id, spec.to);
  },
  describe: (spec, card) =>
    card.act(
      `${card.who(spec.who)}: ${spec.to === 'none' ? 'nobody stays' : spec.to === 'office' ? 'an office' : 'a representative'} in the country`,
    ),
});
