import { z } from 'zod';
import { Id, Ref } from '../language/values.ts';
import { REGIMES } from '../match/state.ts';
import { defineEffect } from './define.ts';
import { EffectList } from './list.ts';

export const pass = defineEffect({
  op: 'pass',
  help: 'Passes a law: the one named, or the one the action is aimed at. It binds after its delay.',
  shape: { law: Id.optional() },
  compile: (spec) => (world, scope) => {
    const law = spec.law ?? scope.subject;
    if (law !== null) world.pass(scope, law);
  },
  describe: (spec, card) => card.act(card.words.passes(spec.law === undefined ? null : card.name('law', spec.law))),
  leaves: ({ law }, traces) => traces.leave('self', { passes: law ?? null }),
});

export const court = defineEffect({
  op: 'court',
  help: 'Opens a case. Odds and delay come from the court and the regime. The demand at hand waits for the ruling. An action whose courts could not rule before the match ends is not offered.',
  shape: {
    court: Id,
    suspend: z.boolean().default(true).describe('The demand at hand need not be answered until the ruling.'),
    onWin: EffectList,
    onLoss: EffectList,
  },
  compile: (spec, { effects, listName }) => {
    effects(spec.onWin, 'onWin');
    effects(spec.onLoss, 'onLoss');
    const win = listName('onWin');
    const loss = listName('onLoss');
    return (world, scope) => {
      const opened = world.openCase(scope, spec.court, win, loss);
      if (opened !== null && spec.suspend && scope.demand?.status === 'live') scope.demand.status = 'court';
    };
  },
  describe: (spec, card) => {
    card.act(card.words.sues(card.name('court', spec.court)));
    // It may also come too late for a ruling.
    card.either([spec.onWin, spec.onLoss, []], 'chance');
  },
  leaves: (spec, traces) => {
    traces.part(spec.onWin, { later: true });
    traces.part(spec.onLoss, { later: true });
  },
});

export const escalate = defineEffect({
  op: 'escalate',
  help: 'Takes a platform up (or down) the ladder: to a rung, or by a number of rungs. Skipped rungs cost what the ladder says.',
  shape: { who: Ref.default('target'), to: Id.optional(), by: z.number().int().min(-10).max(10).optional() },
  compile: (spec, { who }) => {
    const seats = who(spec.who);
    return (world, scope) => {
      for (const id of seats(scope)) {
        const seat = world.seat(id);
        const top = world.facts.topRung[world.draft.regime];
        const wanted = spec.to !== undefined ? Math.max(seat.rung, world.facts.rungIndex(spec.to)) : seat.rung + (spec.by ?? 1);
        const to = Math.min(top, Math.max(0, wanted));
        if (to === seat.rung) continue;
        const from = seat.rung;
        seat.rung = to;
        const event = world.emit(scope, 'rungChanged', { seat: id, from, to });
        for (let skipped = from + 1; skipped < to; skipped += 1) world.facts.onSkip(world, { ...scope, target: id, because: event });
      }
    };
  },
  describe: (spec, card) =>
    card.act(card.words.steps(card.who(spec.who), spec.to === undefined ? null : card.name('rung', spec.to), (spec.by ?? 1) > 0)),
});

export const regime = defineEffect({
  op: 'regime',
  help: 'Changes the regime: what courts do and how far the ladder goes.',
  shape: { to: z.enum(REGIMES) },
  compile: (spec) => (world, scope) => {
    world.setRegime(scope, spec.to);
  },
  describe: (spec, card) => card.act(card.words.turns(card.words.regimes[spec.to])),
});

export const intel = defineEffect({
  op: 'intel',
  help: 'Gives a piece of intelligence to a seat.',
  shape: { intel: Id, to: Ref.default('self') },
  compile: (spec, { who }) => {
    const seats = who(spec.to);
    return (world, scope) => {
      for (const id of seats(scope)) {
        if (world.seat(id).intel.includes(spec.intel)) continue;
        world.seat(id).intel.push(spec.intel);
        world.emit(scope, 'intelDealt', { seat: id, intel: spec.intel });
      }
    };
  },
  describe: (spec, card) => card.act(card.words.learns(card.who(spec.to))),
});
