import type { MatchDraft } from '../effects/define.ts';
import type { MatchState, Pick, SeatId } from '../match/state.ts';
import type { Scenario } from '../scenario/schema.ts';
import type { LegalChoices, LegalOption } from '../view/view.ts';
import { type Aim, aimsOf, scopeOf } from './aims.ts';
import { type Compiled, compiled } from './compile.ts';
import type { SeatInPlay } from './figures.ts';
import type { CompiledAction, Menu } from './menus.ts';
import { MatchWorld } from './world.ts';

/** The key under which an action that is possible once a match is remembered. */
export const onceKey = (seat: SeatId, action: string, on: string | undefined): string => `${seat}|${action}|${on ?? ''}`;

/** An action of a seat together with one thing it may be aimed at now. */
export interface Aimed {
  readonly action: CompiledAction;
  readonly aim: Aim;
  /** Action points it takes. */
  readonly points: number;
  /** The slot it fills, if any. */
  readonly slot: string | null;
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

/** The slot that an option fills: each live demand takes exactly one answer and one commitment. Null if it fills none. */
function slotOf({ slot }: CompiledAction, { demand }: Aim): string | null {
  if (demand === null) return null;
  return slot === null ? null : slotName(slot, demand.id);
}

const NONE: readonly Aimed[] = [];

const NOTHING: Menu = { actions: [], places: new Map(), fillers: [] };
const menuOf = (rules: Compiled, phase: string, seat: SeatId): Menu => rules.menus.get(phase)?.get(seat) ?? NOTHING;

/** What one seat may do in the current phase. Found action by action, when it is asked for: most options are never looked at. */
export class Offer {
  readonly seat: SeatId;
  readonly menu: Menu;
  private readonly world: MatchWorld;
  private readonly own: SeatInPlay;
  private readonly targets: CompiledAction['target'][] = [];
  private readonly aims: (readonly Aim[])[] = [];
  private readonly found: (readonly Aimed[] | undefined)[] = [];

  constructor(world: MatchWorld, seat: SeatId) {
    this.world = world;
    this.seat = seat;
    this.own = world.inPlay(seat);
    this.menu = menuOf(world.compiled, world.draft.phase, seat);
  }

  /** The ways in which the action at a place of the menu may be chosen now; none if it may not. */
  at(place: number): readonly Aimed[] {
    let found = this.found[place];
    if (found === undefined) {
      const action = this.menu.actions[place];
      found = action === undefined ? NONE : this.find(action);
      this.found[place] = found;
    }
    return found;
  }

  /** The option that a pick names, if it is there. */
  named({ action, on }: Pick): Aimed | undefined {
    const place = this.menu.places.get(action);
    if (place === undefined) return undefined;
    for (const aimed of this.at(place)) if (aimed.aim.on === on) return aimed;
    return undefined;
  }

  private find(action: CompiledAction): readonly Aimed[] {
    const { world, seat } = this;
    const { state, meters } = this.own;
    const { target, when, lastRound } = action;
    if (action.points > state.points) return NONE;
    // Nobody pays for a ruling that would come after the match.
    if (lastRound !== null && world.draft.round > lastRound[world.draft.regime]) return NONE;
    for (const { number, by } of action.costs) if (meters.get(number) + by < 0) return NONE;
    const aims = this.aimsAt(target);
    if (aims.length === 0) return NONE;
    let found: Aimed[] | null = null;
    for (const aim of aims) {
      const law = target === 'law' && aim.subject !== null ? (world.compiled.scenario.laws[aim.subject]?.points ?? 0) : 0;
      const points = action.points + law;
      if (points > state.points || (action.once && world.hasFired(onceKey(seat, action.id, aim.on)))) continue;
      if (when !== null && !when(world, scopeOf(seat, action.rule, aim))) continue;
      const aimed: Aimed = { action, aim, points, slot: slotOf(action, aim) };
      if (found === null) found = [aimed];
      else found.push(aimed);
    }
    return found ?? NONE;
  }

  private aimsAt(target: CompiledAction['target']): readonly Aim[] {
    // A list: few kinds of targets are asked for.
    const known = this.aims[this.targets.indexOf(target)];
    if (known !== undefined) return known;
    const found = aimsOf(this.world, this.seat, target);
    this.targets.push(target);
    this.aims.push(found);
    return found;
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
    slot: aimed.slot,
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
    options: offer.menu.actions.flatMap((_action, place) => offer.at(place).map((aimed) => optionFrom(world, seat, aimed))),
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
