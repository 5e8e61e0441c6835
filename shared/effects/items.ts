import { z } from 'zod';
import { Id } from '../language/values.ts';
import type { ItemDraft } from './define.ts';
import { defineEffect } from './define.ts';
import { EffectList } from './list.ts';

/** How often an item that nobody reviewed is judged wrongly. CAL, after full compliance rising from half to four fifths when review was cut. */
const HURRIED_ERROR = 0.3;

export const takedown = defineEffect({
  op: 'takedown',
  help: 'Takes items of the demand at hand off the addressee’s platform. "each" is applied for every item removed (its item at hand).',
  shape: {
    items: z
      .enum(['all', 'harmful', 'one'])
      .default('all')
      .describe(
        'harmful: only those whose true harm is above their rights cost – if the platform has reviewed the demand; otherwise as a hurried reader guesses.',
      ),
    scope: z.enum(['country', 'global']).default('country'),
    each: EffectList.default([]),
  },
  compile: (spec, { effects, counter }) => {
    const each = effects(spec.each, 'each');
    const [removed, removedPolitical] = [counter('removed'), counter('removed-political')];
    return (world, scope) => {
      const { demand } = scope;
      if (demand === null) return;
      const to = world.seat(demand.to);
      const judged = (item: ItemDraft): boolean => {
        const harmful = item.harm > item.rights;
        if (to.knows.includes(`${demand.template}/${item.id}`)) return harmful;
        const roll = world.dice('guess', demand.to, demand.template, item.id);
        const errs = roll < HURRIED_ERROR;
        // Whether a hurried reading was wrong comes out in the debrief, not before.
        world.emit(scope, 'rolled', {
          label: 'A hurried reading goes wrong',
          seat: demand.to,
          odds: HURRIED_ERROR,
          roll,
          hit: errs,
          to: [],
        });
        return errs ? !harmful : harmful;
      };
      for (const item of demand.items) {
        if (item.status === 'removed' || (spec.items === 'harmful' && !judged(item)) || (spec.items === 'one' && item !== scope.item))
          continue;
        item.status = 'removed';
        const event = world.emit(
          scope,
          'itemChanged',
          {
            seat: demand.to,
            demand: demand.id,
            template: demand.template,
            item: item.id,
            status: 'removed',
            scope: spec.scope,
            to: world.parties(demand),
          },
          [demand.origin],
        );
        world.addTally(demand.to, removed, 1);
        if (world.facts.isPolitical(world.facts.itemClass(demand.template, item.id))) {
          world.addTally(demand.to, removedPolitical, 1);
          world.addMark(demand.to, removedPolitical, 1);
        }
        each(world, { ...scope, item, because: event });
      }
    };
  },
  describe: (spec, card) => {
    card.act(card.words.removes(spec.items, spec.scope === 'global'));
    card.part(spec.each);
  },
  leaves: ({ items, each }, traces) => {
    traces.leave('addressee', { takes: items });
    traces.part(each, { perhaps: items !== 'all' });
  },
});

export const restore = defineEffect({
  op: 'restore',
  help: 'Puts back what the acting platform had removed, for items of the given classes. "each" is applied for every item.',
  shape: { classes: z.array(Id).min(1), each: EffectList.default([]) },
  compile: (spec, { effects }) => {
    const each = effects(spec.each, 'each');
    return (world, scope) => {
      for (const demand of world.draft.demands) {
        if (demand.to !== scope.self) continue;
        for (const item of demand.items) {
          if (item.status !== 'removed' || !spec.classes.includes(world.facts.itemClass(demand.template, item.id))) continue;
          item.status = 'restored';
          const event = world.emit(scope, 'itemChanged', {
            seat: demand.to,
            demand: demand.id,
            template: demand.template,
            item: item.id,
            status: 'restored',
            scope: 'country',
            to: world.parties(demand),
          });
          each(world, { ...scope, demand, item, because: event });
        }
      }
    };
  },
  describe: (spec, card) => {
    card.act(card.words.restores);
    card.part(spec.each);
  },
  leaves: (spec, traces) => traces.part(spec.each, { perhaps: true }),
});

export const review = defineEffect({
  op: 'review',
  help: 'Reveals the true harm and rights cost of the demand’s items to a seat.',
  shape: { who: z.enum(['self', 'target', 'addressee']).default('self') },
  compile: (spec, { who }) => {
    const seats = who(spec.who);
    return (world, scope) => {
      const { demand } = scope;
      if (demand === null) return;
      for (const id of seats(scope)) {
        const { knows } = world.seat(id);
        for (const item of demand.items) {
          const key = `${demand.template}/${item.id}`;
          if (knows.includes(key)) continue;
          knows.push(key);
          world.emit(scope, 'reviewed', { seat: id, template: demand.template, item: item.id, harm: item.harm, rights: item.rights });
        }
      }
    };
  },
  describe: (spec, card) => card.act(card.words.reviews(card.who(spec.who))),
});
