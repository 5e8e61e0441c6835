import { z } from 'zod';
import { Amount, Ref } from '../language/values.ts';
import { defineEffect, paperOf } from './define.ts';
import { EffectList } from './list.ts';

export const roll = defineEffect({
  op: 'roll',
  help: 'Rolls the dice: with the given chance (0–1) "then" happens, otherwise "else". The odds and the roll are recorded.',
  shape: {
    label: z
      .string()
      .min(1)
      .max(80)
      .describe('What happens if the dice hit, as a short sentence without a full stop: "The partial answer is accepted".'),
    odds: Amount,
    then: EffectList,
    else: EffectList.optional(),
    seen: z.enum(['everyone', 'parties', 'self']).default('everyone').describe('Who sees the roll.'),
    about: Ref.optional().describe('The seat it is about; the acting seat if absent.'),
  },
  compile: (spec, { amount, effects, listName, who }) => {
    const about = who(spec.about ?? 'self');
    const odds = amount(spec.odds);
    const hit = effects(spec.then, 'then');
    const miss = spec.else === undefined ? undefined : effects(spec.else, 'else');
    const name = listName('then');
    return (world, scope) => {
      const chance = Math.min(1, Math.max(0, odds(world, scope)));
      const seat = about(scope)[0] ?? null;
      const paper = scope.demand === null ? '' : paperOf(scope.demand);
      const rolled = world.dice(name, scope.self ?? '', scope.target ?? '', seat ?? '', paper, scope.item?.id ?? '');
      const to =
        spec.seen === 'everyone'
          ? 'everyone'
          : spec.seen === 'self' || scope.demand === null
            ? seat === null
              ? []
              : [seat]
            : world.parties(scope.demand);
      const event = world.emit(scope, 'rolled', { label: spec.label, seat, odds: chance, roll: rolled, hit: rolled < chance, to });
      const next = { ...scope, because: event };
      if (rolled < chance) hit(world, next);
      else miss?.(world, next);
    };
  },
  describe: (spec, card) => card.either([spec.then, spec.else ?? []], 'chance'),
  leaves: (spec, traces) => {
    traces.part(spec.then, { perhaps: true });
    traces.part(spec.else ?? [], { perhaps: true });
  },
});
