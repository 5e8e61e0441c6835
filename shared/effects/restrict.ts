import { z } from 'zod';
import { Amount, Ref } from '../language/values.ts';
import { defineEffect } from './define.ts';

export const restrict = defineEffect({
  op: 'restrict',
  help: 'Throttles or blocks a platform: access falls by the strength, and comes back by it when lifted. Replaces an earlier restriction.',
  shape: {
    who: Ref.default('target'),
    kind: z.enum(['throttle', 'block']),
    strength: Amount,
    declared: z.boolean().default(true).describe('False: the state does not admit it, and the public sees no author.'),
  },
  compile: (spec, { amount, who }) => {
    const seats = who(spec.who);
    const strength = amount(spec.strength);
    return (world, scope) => {
      for (const id of seats(scope)) {
        const points = Math.min(100, Math.max(0, Math.floor(strength(world, scope) + 0.5)));
        world.restrict(scope, id, { kind: spec.kind, strength: points, declared: spec.declared });
      }
    };
  },
  describe: (spec, card) => {
    card.act(card.words.restricts(card.who(spec.who), spec.kind));
    card.change('access', spec.who, { product: [-1, spec.strength] });
  },
  leaves: ({ who, kind }, traces) => {
    traces.leave(who, { restricts: kind });
    traces.leave(who, { tally: 'restricted', by: 1 });
    traces.leave(who, { mark: kind === 'block' ? 'blocked' : 'throttled', by: 1 });
  },
});

export const lift = defineEffect({
  op: 'lift',
  help: 'Lifts a throttle or block: access comes back by its strength.',
  shape: { who: Ref.default('target') },
  compile: (spec, { who, meter }) => {
    const seats = who(spec.who);
    const access = meter('access');
    return (world, scope) => {
      for (const id of seats(scope)) {
        const { restriction } = world.seat(id);
        if (restriction === null) continue;
        const event = world.emit(scope, 'lifted', { seat: id, kind: restriction.kind }, [restriction.origin]);
        world.seat(id).restriction = null;
        world.change({ ...scope, because: event }, id, access, restriction.strength);
      }
    };
  },
  describe: (spec, card) => card.act(card.words.lifts(card.who(spec.who))),
});
