import { z } from 'zod';
import { Ref } from '../language/values.ts';
import { PRESENCES } from '../match/state.ts';
import { defineEffect } from './define.ts';

export const presence = defineEffect({
  op: 'presence',
  help: 'Sets how deep a platform stands in the country: none, a representative, an office. This is what makes its people reachable.',
  shape: { who: Ref.default('self'), to: z.enum(PRESENCES) },
  compile: (spec, { who }) => {
    const seats = who(spec.who);
    return (world, scope) => {
      for (const id of seats(scope)) world.setPresence(scope, id, spec.to);
    };
  },
  describe: (spec, card) => card.act(card.words.settles(card.who(spec.who), spec.to)),
  leaves: ({ who, to }, traces) => traces.leave(who, { presence: to }),
});
