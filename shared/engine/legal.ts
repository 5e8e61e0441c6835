import type { DemandDraft, ItemDraft, MatchDraft, Scope } from '../effects/define.ts';
import type { MatchState, SeatId } from '../match/state.ts';
import type { Scenario } from '../scenario/schema.ts';
import type { LegalChoices, LegalOption } from '../view/view.ts';
import { type Compiled, type CompiledAction, compiled, type Menu } from './compile.ts';
import { canAddress, MatchWorld } from './world.ts';

/** Where an option points: what goes into `Pick.on`, and the scope its rules see. */
interface Aim {
  readonly on?: string;
  readonly target: SeatId | null;
  readonly demand: DemandDraft | null;
  readonly item?: ItemDraft;
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
            .map((item) => ({ ...aimAt(demand), on: `${demand.id}/${item.id}`, item })),
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
export const scopeOf = (self: SeatId, rule: string, aim: Aim, because = 0): Scope => ({
  self,
  target: aim.target,
  demand: aim.demand,
  item: aim.item ?? null,
  subject: aim.subject,
  scale: 1,
  rule,
  because,
});

/** The key under which an action that is possible once a match is remembered. */
export const onceKey = (seat: SeatId, action: string, on: string | undefined): string => `${seat}|${action}|${on ?? ''}`;

/** An action of a seat together with one thing it may be aimed at now. */
export interface Aimed {
  readonly action: CompiledAction;
  readonly aim: Aim;
  /** Action points it takes. */
  readonly points: number;
}

/** The names of slots by demand. Made once: they are looked up again and again while choices are put together. */
const slotNames: Readonly<Record<'answer' | 'commitment', Map<string, string>>> = { answer: new Map(), commitment: new Map() };

function slotName(kind: keyof typeof slotNames, demand: string): string {
  let name = slotNames[kind].get(demand);
  if (name === undefined) {
    name = `${kind}:${demand}`;
    slotNames[kind].set(demand, name);
  }
  return name;
}

/** The slot that a pick fills: each live demand takes exactly one answer and one commitment. Null if it fills none. */
export function slotOf({ action, aim }: Aimed): string | null {
  if (aim.demand === null) return null;
  if (action.spec.answer !== undefined) return slotName('answer', aim.demand.id);
  return action.spec.commitment ? slotName('commitment', aim.demand.id) : null;
}

const NONE: readonly Aimed[] = [];

const NOTHING: Menu = { actions: [], fillers: [] };
const menuOf = (rules: Compiled, phase: string, seat: SeatId): Menu => rules.menus.get(phase)?.get(seat) ?? NOTHING;

/** What one seat may do in the current phase. Found action by action, when it is asked for: most options are never looked at. */
export class Offer {
  readonly menu: Menu;
  private readonly world: MatchWorld;
  private readonly seat: SeatId;
  private readonly aimsAt: Partial<Record<CompiledAction['spec']['target'], readonly Aim[]>> = {};
  private readonly asked: CompiledAction[] = [];
  private readonly found: (readonly Aimed[])[] = [];

  constructor(world: MatchWorld, seat: SeatId) {
    this.world = world;
    this.seat = seat;
    this.menu = menuOf(world.compiled, world.draft.phase, seat);
  }

  /** The ways in which an action may be chosen now; none if it may not. */
  of(action: CompiledAction): readonly Aimed[] {
    // A list and not a map: few actions are asked for, and many of these are made.
    const known = this.found[this.asked.indexOf(action)];
    if (known !== undefined) return known;
    const found = this.find(action);
    this.asked.push(action);
    this.found.push(found);
    return found;
  }

  /** The option that a pick names, if it is there. */
  named(action: string, on: string | undefined): Aimed | undefined {
    const spec = this.menu.actions.find(({ id }) => id === action);
    return spec === undefined ? undefined : this.of(spec).find(({ aim }) => aim.on === on);
  }

  private find(action: CompiledAction): readonly Aimed[] {
    const { world, seat } = this;
    const { spec } = action;
    const state = world.seat(seat);
    if (spec.points > state.points) return NONE;
    for (const { meter, by } of spec.costs) if ((state.meters[meter] ?? 0) + by < 0) return NONE;
    const aims = this.aimsFor(spec.target);
    if (aims.length === 0) return NONE;
    const found: Aimed[] = [];
    for (const aim of aims) {
      const law = spec.target === 'law' && aim.subject !== null ? (world.compiled.scenario.laws[aim.subject]?.points ?? 0) : 0;
      const points = spec.points + law;
      if (points > state.points || (spec.once && world.draft.fired.includes(onceKey(seat, action.id, aim.on)))) continue;
      if (action.when === null || action.when(world, scopeOf(seat, action.rule, aim))) found.push({ action, aim, points });
    }
    return found;
  }

  private aimsFor(target: CompiledAction['spec']['target']): readonly Aim[] {
    let known = this.aimsAt[target];
    if (known === undefined) {
      known = aims(this.world, this.seat, target);
      this.aimsAt[target] = known;
    }
    return known;
  }
}

/** An option as buttons, bots and the wire know it. */
export function optionFrom(world: MatchWorld, seat: SeatId, aimed: Aimed): LegalOption {
  const { action, aim, points } = aimed;
  const { spec } = action;
  return {
    action: action.id,
    ...(aim.on === undefined ? {} : { on: aim.on }),
    target: aim.target,
    demand: aim.demand?.id ?? null,
    points,
    costs: spec.costs,
    slot: slotOf(aimed),
    answer: spec.answer ?? null,
    tags: spec.tags,
    fallback: spec.fallback,
    odds: action.odds === null ? null : Math.min(1, Math.max(0, action.odds(world, scopeOf(seat, action.rule, aim)))),
  };
}

/** Answers and sanctions of rivals that a seat may predict now: what platforms answer and regulators commit. */
function predictable(rules: Compiled, phase: string, seat: SeatId): LegalChoices['predictable'] {
  return rules.seatIds
    .filter((id) => id !== seat)
    .map((id) => ({
      seat: id,
      actions: menuOf(rules, phase, id)
        .actions.filter(({ spec }) => !spec.covert && (spec.answer !== undefined || spec.commitment))
        .map((action) => action.id),
    }))
    .filter(({ actions }) => actions.length > 0);
}

/** All that an offer holds, as the seat gets it. */
export function legalFrom(world: MatchWorld, seat: SeatId, offer: Offer): LegalChoices {
  const { round, phase } = world.draft;
  return {
    round,
    phase,
    open: true,
    points: world.seat(seat).points,
    options: offer.menu.actions.flatMap((action) => offer.of(action).map((aimed) => optionFrom(world, seat, aimed))),
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
  return legalFrom(world, seat, new Offer(world, seat));
}
