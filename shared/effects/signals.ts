import { z } from 'zod';
import { Amount, Id, Ref } from '../language/values.ts';
import { defineEffect } from './define.ts';

export const mark = defineEffect({
  op: 'mark',
  help: 'Counts something for a seat: for this round ("round") or for the whole match. Conditions and amounts can ask for it.',
  shape: {
    who: Ref.default('self'),
    name: Id,
    by: z.number().min(-100).max(100).default(1),
    lasts: z.enum(['round', 'match']).default('match'),
  },
  compile: (spec, compiler) => {
    const who = compiler.who(spec.who);
    const counter = compiler.counter(spec.name);
    return (world, scope) => {
      for (const id of who(scope)) {
        if (spec.lasts === 'round') world.addTally(id, counter, spec.by);
        else world.addMark(id, counter, spec.by);
      }
    };
  },
  describe: () => {},
  leaves: ({ who, name, by, lasts }, traces) => traces.leave(who, lasts === 'round' ? { tally: name, by } : { mark: name, by }),
});

export const press = defineEffect({
  op: 'press',
  help: 'Puts pressure on seats: their meter "pressure" rises, and the board shows where it came from.',
  shape: { on: Ref, by: Amount },
  compile: (spec, { amount, who, meter }) => {
    const pressure = meter('pressure');
    const by = amount(spec.by);
    const on = who(spec.on);
    return (world, scope) => {
      for (const id of on(scope)) {
        const points = by(world, { ...scope, target: id }) * scope.scale;
        if (points === 0) continue;
        const event = world.emit(scope, 'pressed', { seat: id, from: scope.self, by: Math.floor(points * 10 + 0.5) / 10 });
        world.change({ ...scope, because: event }, id, pressure, points);
      }
    };
  },
  describe: (spec, card) => card.change('pressure', spec.on, spec.by),
});

export const report = defineEffect({
  op: 'report',
  help: 'Publishes a transparency report of the acting platform: counts alone leave informal demands out; a detailed one counts them.',
  shape: { detail: z.enum(['counts', 'detailed']) },
  compile: (spec, { counter }) => {
    const [reports, written] = [counter('reports'), counter('demands-written')];
    return (world, scope) => {
      const { self } = scope;
      if (self === null) return;
      const own = world.draft.demands.filter((demand) => demand.to === self);
      const formal = own.filter((demand) => demand.formality === 'court' || demand.formality === 'notice');
      const counted = spec.detail === 'detailed' ? own : formal;
      const acted = counted.filter((demand) => demand.items.some((item) => item.status === 'removed')).length;
      world.emit(scope, 'reported', {
        seat: self,
        detail: spec.detail,
        received: counted.length,
        acted,
        // What came by phone counts as that, also where it was put on paper later.
        informal: spec.detail === 'detailed' ? own.length - formal.length + world.mark(self, written) : null,
      });
      world.addMark(self, reports, 1);
    };
  },
  describe: (spec, card) => card.act(card.words.counts(spec.detail !== 'counts')),
  leaves: (_spec, traces) => traces.leave('self', { mark: 'reports', by: 1 }),
});
