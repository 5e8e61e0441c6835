import type { DemandDraft, MatchDraft, Scope } from '../effects/define.ts';
import type { MatchState, SeatId } from '../match/state.ts';
import type { Scenario } from '../scenario/schema.ts';
import type { LegalChoices, LegalOption } from '../view/view.ts';
import { type Compiled, type CompiledAction, compiled } from './compile.ts';
import { canAddress, MatchWorld } from './world.ts';

/** Where an option points: what goes into `Pick.on`, and the scope its rules see. */
interface Aim {
  readonly on?: string;
  readonly target: SeatId | null;
  readonly demand: DemandDraft | null;
  readonly itemId?: string;
  readonly subject: string | null;
}

const NOWHERE: Aim = { target: null, demand: null, subject: null };
const toSeat = (id: SeatId): Aim => ({ on: id, target: id, demand: null, subject: null });

function demandsOf(world: MatchWorld, seat: SeatId): readonly DemandDraft[] {
  const { platforms, regulators } = world.compiled.roles;
  const mine = platforms.includes(seat)
    ? (demand: DemandDraft) => demand.to === seat
    : regulators.includes(seat)
      ? (demand: DemandDraft) => demand.from === seat
      : (demand: DemandDraft) => demand.public;
  return world.draft.demands.filter((demand) => mine(demand));
}

function aims(world: MatchWorld, seat: SeatId, target: CompiledAction['spec']['target']): readonly Aim[] {
  const { compiled: rules, draft } = world;
  const aimAt = (demand: DemandDraft): Aim => ({ on: demand.id, target: demand.to, demand, subject: demand.template });
  switch (target) {
    case 'none':
      return [NOWHERE];
    case 'platform':
      return rules.roles.platforms.filter((id) => id !== seat).map(toSeat);
    case 'activist':
      return rules.roles.activists.filter((id) => id !== seat).map(toSeat);
    case 'rival':
      return rules.seatIds.filter((id) => id !== seat).map(toSeat);
    case 'demand':
      return demandsOf(world, seat)
        .filter(({ status }) => status === 'live')
        .map(aimAt);
    case 'item':
      return demandsOf(world, seat)
        .filter(({ status }) => status !== 'withdrawn')
        .flatMap((demand) =>
          demand.items
            .filter(({ status }) => status !== 'removed')
            .map((item) => ({ ...aimAt(demand), on: `${demand.id}/${item.id}`, itemId: item.id })),
        );
    case 'desk':
      return world.seat(seat).desk.flatMap((template) => {
        const allowed = rules.demands.get(template)?.spec.for ?? [];
        return allowed
          .filter((to) => canAddress(draft, allowed, template, to))
          .map((to) => ({ on: `${template}@${to}`, target: to, demand: null, subject: template }));
      });
    case 'paper':
      return world.seat(seat).desk.flatMap((template) => {
        const allowed = rules.demands.get(template)?.spec.for ?? [];
        return allowed.some((to) => canAddress(draft, allowed, template, to))
          ? [{ on: template, target: null, demand: null, subject: template }]
          : [];
      });
    case 'law':
      return [...rules.laws]
        .filter(
          ([id, { when }]) =>
            !draft.laws.some((law) => law.id === id) && (when === null || when(world, scopeOf(seat, `law:${id}`, NOWHERE))),
        )
        .map(([id]) => ({ on: id, target: null, demand: null, subject: id }));
  }
}

/** The scope in which the rules of an option are applied. */
export function scopeOf(self: SeatId, rule: string, aim: Aim, because = 0): Scope {
  const item = aim.itemId === undefined ? null : (aim.demand?.items.find(({ id }) => id === aim.itemId) ?? null);
  return { self, target: aim.target, demand: aim.demand, item, subject: aim.subject, scale: 1, rule, because };
}

/** The key under which an action that is possible once a match is remembered. */
export const onceKey = (seat: SeatId, action: string, on: string | undefined): string => `${seat}|${action}|${on ?? ''}`;

/** An option together with what it takes to apply it. */
export interface Aimed {
  readonly option: LegalOption;
  readonly action: CompiledAction;
  readonly aim: Aim;
}

/** Every option of a seat in the current phase, with its aim; empty outside phases of choice. */
export function aimedOptions(world: MatchWorld, seat: SeatId): readonly Aimed[] {
  const { draft } = world;
  const state = world.seat(seat);
  const found: Aimed[] = [];
  for (const action of world.compiled.actionsOf.get(`${draft.phase}|${seat}`) ?? []) {
    const { spec } = action;
    if (spec.costs.some(({ meter, by }) => (state.meters[meter] ?? 0) + by < 0)) continue;
    for (const aim of aims(world, seat, spec.target)) {
      const points =
        spec.points + (spec.target === 'law' && aim.subject !== null ? (world.compiled.scenario.laws[aim.subject]?.points ?? 0) : 0);
      if (points > state.points || (spec.once && draft.fired.includes(onceKey(seat, action.id, aim.on)))) continue;
      const scope = scopeOf(seat, `action:${action.id}`, aim);
      if (action.when !== null && !action.when(world, scope)) continue;
      const slot =
        aim.demand === null
          ? null
          : spec.answer !== undefined
            ? `answer:${aim.demand.id}`
            : spec.commitment
              ? `commitment:${aim.demand.id}`
              : null;
      found.push({
        action,
        aim,
        option: {
          action: action.id,
          ...(aim.on === undefined ? {} : { on: aim.on }),
          target: aim.target,
          demand: aim.demand?.id ?? null,
          points,
          costs: spec.costs,
          slot,
          answer: spec.answer ?? null,
          tags: spec.tags,
          fallback: spec.fallback,
          odds: action.odds === null ? null : Math.min(1, Math.max(0, action.odds(world, scope))),
        },
      });
    }
  }
  return found;
}

/** Answers and sanctions of rivals that a seat may predict now: what platforms answer and regulators commit. */
function predictable(rules: Compiled, phase: string, seat: SeatId): LegalChoices['predictable'] {
  return rules.seatIds
    .filter((id) => id !== seat)
    .map((id) => ({
      seat: id,
      actions: (rules.actionsOf.get(`${phase}|${id}`) ?? [])
        .filter(({ spec }) => !spec.covert && (spec.answer !== undefined || spec.commitment))
        .map((action) => action.id),
    }))
    .filter(({ actions }) => actions.length > 0);
}

/** Options that are known already, as the seat gets them. */
export function legalFrom(world: MatchWorld, seat: SeatId, options: readonly Aimed[]): LegalChoices {
  const { round, phase } = world.draft;
  return {
    round,
    phase,
    open: true,
    points: world.seat(seat).points,
    options: options.map(({ option }) => option),
    predictable: predictable(world.compiled, phase, seat),
  };
}

/** What a seat may do now: the one source for buttons, validation and bots. */
export function legalChoices(scenario: Scenario, state: MatchState, seat: SeatId): LegalChoices {
  const rules = compiled(scenario);
  const own = state.seats[seat];
  if (state.status !== 'playing' || !rules.choicePhases.has(state.phase) || own === undefined) {
    return { round: state.round, phase: state.phase, open: false, points: own?.points ?? 0, options: [], predictable: [] };
  }
  // Reading only: the world never writes while options are listed.
  const world = new MatchWorld(rules, state as MatchDraft, state.phase);
  return legalFrom(world, seat, aimedOptions(world, seat));
}
