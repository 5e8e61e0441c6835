import { Amount, Id, Ref } from '../language/values.ts';
import { defineEffect } from './define.ts';

export const change = defineEffect({
  op: 'change',
  help: 'Adds to a meter of a seat, of several seats, or of the world. Changes of one step add up and are bounded to 0–100 at its end.',
  shape: { meter: Id, of: Ref.optional(), by: Amount },
  compile: ({ meter: name, of = 'self', by }, { amount, who, meter: numberOf }) => {
    const meter = numberOf(name);
    const measure = amount(by);
    const seats = who(of);
    if (of === 'world') return (world, scope) => world.change(scope, null, meter, measure(world, scope) * scope.scale);
    if (of === 'self')
      return (world, scope) => {
        if (scope.self !== null) world.change(scope, scope.self, meter, measure(world, scope) * scope.scale);
      };
    return (world, scope) => {
      for (const seat of seats(scope)) world.change(scope, seat, meter, measure(world, scope) * scope.scale);
    };
  },
  describe: ({ meter, of, by }, card) => card.change(meter, of, by),
});
