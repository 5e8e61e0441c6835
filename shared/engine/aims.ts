import type { DemandDraft, ItemDraft, Scope } from '../effects/define.ts';
import type { SeatId } from '../match/state.ts';
import type { ActionSpec } from '../scenario/schema.ts';
import { canAddress } from './addressing.ts';
import type { MatchWorld } from './world.ts';

/** Where an option points: what goes into `Pick.on`, and the scope its rules see. */
export interface Aim {
  readonly on: string | undefined;
  readonly target: SeatId | null;
  readonly demand: DemandDraft | null;
  readonly item: ItemDraft | null;
  readonly subject: string | null;
}

const NOWHERE: Aim = { on: undefined, target: null, demand: null, item: null, subject: null };
const HERE: readonly Aim[] = [NOWHERE];
const toSeat = (id: SeatId): Aim => ({ on: id, target: id, demand: null, item: null, subject: null });
const atDemand = (demand: DemandDraft): Aim => ({ on: demand.id, target: demand.to, demand, item: null, subject: demand.template });
const atItem = (demand: DemandDraft, item: ItemDraft): Aim => ({
  on: `${demand.id}/${item.id}`,
  target: demand.to,
  demand,
  item,
  subject: demand.template,
});

/** The scope in which the rules of an option are applied. */
export const scopeOf = (self: SeatId, rule: string, { target, demand, item, subject }: Aim, because = 0): Scope => ({
  self,
  target,
  demand,
  item,
  subject,
  scale: 1,
  rule,
  because,
});

/** Everything that an action with this kind of target may be aimed at now, in the order of the options. */
export function aimsOf(world: MatchWorld, seat: SeatId, target: ActionSpec['target']): readonly Aim[] {
  const { roles, seatIds } = world.compiled;
  switch (target) {
    case 'none':
      return HERE;
    case 'platform':
      return roles.platforms.filter((id) => id !== seat).map(toSeat);
    case 'activist':
      return roles.activists.filter((id) => id !== seat).map(toSeat);
    case 'rival':
      return seatIds.filter((id) => id !== seat).map(toSeat);
    case 'demand':
    case 'item':
      return demandAims(world, seat, target);
    case 'desk':
    case 'paper':
      return paperAims(world, seat, target);
    case 'law':
      return lawAims(world, seat);
  }
}

/** Demands that concern a seat: a platform answers those it got, a regulator follows those it sent, activists see what is public. */
function demandAims(world: MatchWorld, seat: SeatId, target: 'demand' | 'item'): readonly Aim[] {
  const { platforms, regulators } = world.compiled.roles;
  const side = platforms.includes(seat) ? 'to' : regulators.includes(seat) ? 'from' : null;
  const aims: Aim[] = [];
  for (const demand of world.draft.demands) {
    if (side === null ? !demand.public : demand[side] !== seat) continue;
    if (target === 'demand') {
      if (demand.status === 'live') aims.push(atDemand(demand));
    } else if (demand.status !== 'withdrawn') {
      for (const item of demand.items) if (item.status !== 'removed') aims.push(atItem(demand, item));
    }
  }
  return aims;
}

/** Papers on a regulator's desk: each with each platform it may go to (`desk`), or once if there is any (`paper`). */
function paperAims(world: MatchWorld, seat: SeatId, target: 'desk' | 'paper'): readonly Aim[] {
  const aims: Aim[] = [];
  for (const subject of world.seat(seat).desk) {
    const allowed = world.compiled.demands.get(subject)?.for ?? [];
    for (const to of allowed) {
      if (!canAddress(world.draft, allowed, subject, to)) continue;
      if (target === 'desk') {
        aims.push({ on: `${subject}@${to}`, target: to, demand: null, item: null, subject });
        continue;
      }
      aims.push({ on: subject, target: null, demand: null, item: null, subject });
      break;
    }
  }
  return aims;
}

function lawAims(world: MatchWorld, seat: SeatId): readonly Aim[] {
  const aims: Aim[] = [];
  for (const [id, { when }] of world.compiled.laws) {
    if (world.draft.laws.some((law) => law.id === id)) continue;
    if (when !== null && !when(world, scopeOf(seat, `law:${id}`, NOWHERE))) continue;
    aims.push({ on: id, target: null, demand: null, item: null, subject: id });
  }
  return aims;
}
