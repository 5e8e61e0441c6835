import { z } from 'zod';
import { Amount, Ref } from '../language/values.ts';
import { STAFF_STATUSES, type StaffStatus } from '../match/state.ts';
import { defineEffect, paperOf } from './define.ts';
import { EffectList } from './list.ts';

const WORSE: Readonly<Partial<Record<StaffStatus, StaffStatus>>> = {
  safe: 'warned',
  released: 'warned',
  warned: 'visited',
  visited: 'detained',
};

export const staffRisk = defineEffect({
  op: 'staff-risk',
  help: 'With the given chance, a named employee in the country comes one step closer to harm: safe, warned, visited, detained. Those who were relocated are out of reach.',
  shape: {
    who: Ref.default('self'),
    odds: Amount,
    then: EffectList.default([]).describe('What else follows from an incident. self: the platform.'),
    worst: z.enum(['warned', 'visited', 'detained']).default('detained').describe('No further than this.'),
  },
  compile: (spec, { amount, effects, listName, who, counter }) => {
    const incidents = counter('staff-incidents');
    const seats = who(spec.who);
    const regulators = who('regulators');
    const odds = amount(spec.odds);
    const follow = effects(spec.then, 'then');
    const name = listName('then');
    const limit = STAFF_STATUSES.indexOf(spec.worst);
    return (world, scope) => {
      for (const id of seats(scope)) {
        const reachable = world.seat(id).staff.filter((person) => {
          const worse = WORSE[person.status];
          return worse !== undefined && STAFF_STATUSES.indexOf(worse) <= limit;
        });
        const chance = Math.min(1, Math.max(0, odds(world, { ...scope, target: id })));
        if (reachable.length === 0 || chance === 0) continue;
        const paper = scope.demand === null ? '' : paperOf(scope.demand);
        const rolled = world.dice(name, id, paper);
        const parties = [id, ...regulators(scope)];
        const event = world.emit(
          scope,
          'rolled',
          { label: 'An employee is put under pressure', seat: id, odds: chance, roll: rolled, hit: rolled < chance, to: parties },
          [world.seat(id).presenceOrigin],
        );
        if (rolled >= chance) continue;
        const person = reachable[Math.floor(world.dice(name, id, paper, 'who') * reachable.length)];
        if (person === undefined) continue;
        const status = WORSE[person.status];
        if (status === undefined) continue;
        const changed = world.setStaff({ ...scope, because: event }, id, person, status);
        world.addTally(id, incidents, 1);
        follow(world, { ...scope, self: id, because: changed });
      }
    };
  },
  describe: (spec, card) => {
    card.act(card.words.endangers(spec.who === 'self' ? null : card.who(spec.who)));
    card.either([spec.then, []], 'chance', { self: spec.who });
  },
  leaves: ({ who, worst, then }, traces) => {
    const harms = STAFF_STATUSES.slice(STAFF_STATUSES.indexOf('warned'), STAFF_STATUSES.indexOf(worst) + 1);
    for (const status of harms) traces.leave(who, { mark: `staff-${status}`, by: 1 }, true);
    traces.leave(who, { tally: 'staff-incidents', by: 1 }, true);
    traces.part(then, { perhaps: true, as: { self: who } });
  },
});

export const setStaff = defineEffect({
  op: 'staff',
  help: 'Changes the state of staff: relocates those not yet visited, releases the detained …',
  shape: {
    who: Ref.default('self'),
    from: z.array(z.enum(STAFF_STATUSES)).min(1),
    to: z.enum(STAFF_STATUSES),
    most: z.number().int().min(1).max(6).default(6),
    then: EffectList.default([]),
  },
  compile: (spec, { effects, who }) => {
    const seats = who(spec.who);
    const follow = effects(spec.then, 'then');
    return (world, scope) => {
      for (const id of seats(scope)) {
        const some = world
          .seat(id)
          .staff.filter((person) => spec.from.includes(person.status))
          .slice(0, spec.most);
        let last = scope.because;
        for (const person of some) last = world.setStaff(scope, id, person, spec.to);
        if (some.length > 0) follow(world, { ...scope, self: id, because: last });
      }
    };
  },
  describe: (spec, card) => {
    card.act(card.words.staff(spec.who === 'self' ? null : card.who(spec.who), spec.to));
    card.either([spec.then, []], 'condition', { self: spec.who });
  },
  leaves: ({ who, to, then }, traces) => {
    traces.leave(who, { mark: `staff-${to}`, by: 1 }, true);
    traces.part(then, { perhaps: true, as: { self: who } });
  },
});
