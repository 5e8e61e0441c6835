import { z } from 'zod';
import { Ref } from '../language/values.ts';
import { ANSWERS, FORMALITIES } from '../match/state.ts';
import { defineEffect } from './define.ts';
import { EffectList } from './list.ts';

export const issue = defineEffect({
  op: 'issue',
  help: 'Sends the demand that the action names to one or several platforms. "each" is applied for every demand that arises.',
  shape: {
    to: Ref.default('target'),
    formality: z.enum(FORMALITIES),
    rounds: z.number().int().min(0).max(6).default(1).describe('Rounds after this one in which it may still be answered.'),
    each: EffectList.default([]),
  },
  compile: (spec, { effects, who }) => {
    const each = effects(spec.each, 'each');
    const to = who(spec.to);
    return (world, scope) => {
      if (scope.subject === null) return;
      for (const id of to(scope)) {
        const demand = world.issue(scope, scope.subject, id, spec.formality, spec.rounds);
        if (demand !== null) each(world, { ...scope, demand, target: id, because: demand.origin });
      }
    };
  },
  describe: (spec, card) => {
    card.act(card.words.sends(card.who(spec.to)));
    card.part(spec.each, { target: spec.to });
  },
  leaves: ({ to, formality, each }, traces) => {
    // Of several platforms, each gets it only if it is meant for it.
    const perhaps = to !== 'target';
    traces.leave('self', { mark: 'demands-issued', by: 1 }, perhaps);
    traces.leave(to, { mark: 'demands-received', by: 1 }, perhaps);
    if (formality === 'call' || formality === 'visit') traces.leave('self', { mark: 'demands-informal', by: 1 }, perhaps);
    traces.part(each, { perhaps, as: { target: to, addressee: to, issuer: 'self' } });
  },
});

export const answer = defineEffect({
  op: 'answer',
  help: 'Records the platform’s answer to the demand at hand, so that conditions and rules can ask for it.',
  shape: { with: z.enum(ANSWERS) },
  compile: (spec) => (world, scope) => {
    if (scope.demand !== null) world.answer(scope, scope.demand, spec.with);
  },
  describe: () => {},
  leaves: (spec, traces) => {
    traces.leave('addressee', { mark: `answered-${spec.with}`, by: 1 });
    traces.leave('addressee', { tally: `answered-${spec.with}`, by: 1 });
  },
});

export const close = defineEffect({
  op: 'close',
  help: 'Closes the demand at hand.',
  shape: { as: z.enum(['complied', 'narrowed', 'refused', 'lapsed', 'withdrawn']) },
  compile: (spec) => (world, scope) => {
    if (scope.demand !== null && (scope.demand.status === 'live' || scope.demand.status === 'court'))
      world.close(scope, scope.demand, spec.as);
  },
  describe: ({ as }, card) => {
    if (as === 'withdrawn') card.act(card.words.drops);
  },
  leaves: ({ as }, traces) => traces.leave('addressee', { mark: as, by: 1 }),
});

export const formalise = defineEffect({
  op: 'formalise',
  help: 'Puts an informal demand into writing and gives a round more.',
  shape: { rounds: z.number().int().min(0).max(4).default(1) },
  compile: (spec, { counter }) => {
    const written = counter('demands-written');
    return (world, scope) => {
      const { demand } = scope;
      if (demand === null) return;
      demand.due += spec.rounds;
      if (demand.formality === 'call' || demand.formality === 'visit') {
        demand.formality = 'notice';
        world.addMark(demand.to, written, 1);
      }
      world.emit(scope, 'demandWritten', {
        demand: demand.id,
        template: demand.template,
        seat: demand.to,
        formality: demand.formality,
        to: world.parties(demand),
      });
    };
  },
  describe: (_spec, card) => card.act(card.words.inWriting),
  leaves: (_spec, traces) => traces.leave('addressee', { mark: 'demands-written', by: 1 }),
});

export const disclose = defineEffect({
  op: 'disclose',
  help: 'Makes hidden demands public: the one at hand, or all informal ones the acting seat got.',
  shape: {
    which: z
      .enum(['this', 'own', 'any'])
      .default('this')
      .describe('this: the demand at hand; own: all hidden ones addressed to the acting seat; any: one hidden demand, whoever got it.'),
    each: EffectList.default([]),
  },
  compile: (spec, { effects }) => {
    const each = effects(spec.each, 'each');
    return (world, scope) => {
      const hidden = world.draft.demands.filter((demand) => !demand.public);
      const chosen =
        spec.which === 'this'
          ? scope.demand === null
            ? []
            : [scope.demand]
          : spec.which === 'own'
            ? hidden.filter((demand) => demand.to === scope.self)
            : hidden.slice(0, 1);
      for (const demand of chosen) {
        const event = world.disclose(scope, demand, scope.self);
        if (event !== null) each(world, { ...scope, demand, because: event });
      }
    };
  },
  describe: (spec, card) => {
    card.act(card.words.discloses);
    // Of what is public already, nobody learns.
    card.either([spec.each, []], 'condition');
  },
  leaves: (spec, traces) => traces.part(spec.each, { perhaps: true }),
});
