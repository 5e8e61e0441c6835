import { z } from 'zod';
import { Ref, Text } from '../language/values.ts';
import { defineEffect } from './define.ts';
import { EffectList } from './list.ts';

export const HAPPENINGS = [
  'crisis',
  'collateral',
  'streisand',
  'circumvention',
  'substitution',
  'backlash',
  'harm',
  'precedent',
  'stance',
  'statement',
  'mirror',
  'leak',
  'raid',
  'protest',
  'ratchet',
  'election',
] as const;

export const happening = defineEffect({
  op: 'happening',
  help: 'Something that people notice: it is told as a headline, and causes the effects in it.',
  shape: {
    kind: z.enum(HAPPENINGS).describe('Picks its picture on the board.'),
    title: z.string().min(1).max(90),
    text: Text.optional(),
    about: Ref.optional().describe('The seat it is about; the acting seat if absent, nobody for the world.'),
    seen: z.enum(['everyone', 'parties', 'self', 'platforms', 'regulators', 'activists']).default('everyone'),
    effects: EffectList.default([]),
  },
  compile: (spec, { effects, who }) => {
    const about = who(spec.about ?? 'self');
    const seen = who(spec.seen);
    const apply = effects(spec.effects, 'effects');
    return (world, scope) => {
      const seat = about(scope)[0] ?? null;
      const self = scope.self === null ? [] : [scope.self];
      const parties = scope.demand === null ? self : world.parties(scope.demand);
      const to = spec.seen === 'everyone' ? 'everyone' : spec.seen === 'self' ? self : spec.seen === 'parties' ? parties : seen(scope);
      const event = world.emit(scope, 'happened', { kind: spec.kind, title: spec.title, text: spec.text ?? '', seat, to });
      apply(world, { ...scope, because: event });
    };
  },
  describe: (spec, card) => card.part(spec.effects),
  leaves: (spec, traces) => traces.part(spec.effects),
});
