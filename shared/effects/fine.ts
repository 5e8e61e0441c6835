import { Amount, Id, Ref } from '../language/values.ts';
import { defineEffect } from './define.ts';

export const fine = defineEffect({
  op: 'fine',
  help: 'Fines a platform by a tier of "fines". Tier "next" rises with the number of fines the platform has had. Takes cash and counts the mark "fines".',
  shape: {
    who: Ref.default('target'),
    tier: Id.default('next'),
    times: Amount.optional().describe('Multiplies the cash (a discount, a pressure).'),
  },
  compile: (spec, { amount, who, counter, meter }) => {
    const seats = who(spec.who);
    const [fines, fined, cashMeter] = [counter('fines'), counter('fined'), meter('cash')];
    const times = spec.times === undefined ? () => 1 : amount(spec.times);
    return (world, scope) => {
      for (const id of seats(scope)) {
        const tier = spec.tier === 'next' ? world.facts.nextFineTier(world.mark(id, fines)) : world.facts.fineTier(spec.tier);
        if (tier === null) continue;
        const cash = Math.floor(tier.cash * times(world, scope) * 10 + 0.5) / 10;
        const event = world.emit(scope, 'fined', { seat: id, tier: tier.id, share: tier.share, cash });
        world.addMark(id, fines, 1);
        world.addTally(id, fined, 1);
        world.change({ ...scope, because: event }, id, cashMeter, -cash);
      }
    };
  },
  describe: (spec, card) => card.act(card.words.fines(card.who(spec.who), spec.tier === 'next' ? null : card.name('fine', spec.tier))),
  leaves: ({ who }, traces) => {
    traces.leave(who, { mark: 'fines', by: 1 });
    traces.leave(who, { tally: 'fined', by: 1 });
  },
});
