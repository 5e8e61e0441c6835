import type { Compiled } from '../engine/compile.ts';
import { type Aimed, legalFrom, type Offer } from '../engine/legal.ts';
import type { CompiledAction } from '../engine/menus.ts';
import { dice } from '../engine/random.ts';
import type { MatchWorld } from '../engine/world.ts';
import type { Choice, Pick, SeatId } from '../match/state.ts';
import type { ActionSpec, Scenario } from '../scenario/schema.ts';
import type { DemandView, LegalChoices, MatchView } from '../view/view.ts';
import { demandView, viewFor } from '../view/viewFor.ts';

/** One way in which an action may be chosen: like a `LegalOption`, without what nobody asks while it is ranked. */
export interface Way {
  readonly action: string;
  readonly on: string | undefined;
  readonly target: SeatId | null;
  /** The demand it bears on, if any. */
  readonly demand: string | null;
  /** The demand template or law that it names, if any. */
  readonly subject: string | null;
  readonly points: number;
  readonly slot: string | null;
}

/** All a bot gets: what its seat may see, what it may do, and dice of its own. The costly parts are made when they are first looked at. */
export interface Look {
  readonly scenario: Scenario;
  readonly seat: SeatId;
  readonly round: number;
  readonly phase: string;
  /** Action points left in this round. */
  readonly points: number;
  readonly view: MatchView;
  readonly legal: LegalChoices;
  /** The actions of the seat in this phase, whether they are possible now or not. */
  readonly actions: readonly { readonly id: string; readonly spec: ActionSpec }[];
  /** The ways in which an action may be chosen now. */
  ways(action: string): readonly Way[];
  /** A demand as this seat may see it; null if it knows of none of this id. */
  demand(id: string | null): DemandView | null;
  /** A meter of the own seat; 0 if it has none or may not read it. */
  meter(id: string): number;
  /** A seeded number in [0, 1) for a name; the same name gives the same number within a phase. */
  dice(name: string): number;
  /** The next number in [0, 1) of the seat's own stream for this phase. */
  next(): number;
}

export type Bot = (look: Look) => Choice;

export const pickOf = ({ action, on }: Pick | Way): Pick => (on === undefined ? { action } : { action, on });

const NO_WAYS: readonly Way[] = [];

/** What a seat's bot looks at, over a match that it cannot reach itself. */
export class SeatLook implements Look {
  readonly seat: SeatId;
  readonly actions: readonly CompiledAction[];
  readonly #world: MatchWorld;
  readonly #offer: Offer;
  readonly #rules: Compiled;
  readonly #ways: (readonly Way[] | undefined)[] = [];
  #stream: number | null = null;
  #view: MatchView | undefined;
  #legal: LegalChoices | undefined;

  constructor(world: MatchWorld, offer: Offer) {
    this.#world = world;
    this.#offer = offer;
    this.#rules = world.compiled;
    this.seat = offer.seat;
    this.actions = offer.menu.actions;
  }

  get scenario(): Scenario {
    return this.#rules.scenario;
  }

  get round(): number {
    return this.#world.draft.round;
  }

  get phase(): string {
    return this.#world.draft.phase;
  }

  get points(): number {
    return this.#world.seat(this.seat).points;
  }

  get view(): MatchView {
    this.#view ??= viewFor(this.scenario, this.#world.written(), { kind: 'seat', seat: this.seat });
    return this.#view;
  }

  get legal(): LegalChoices {
    this.#legal ??= legalFrom(this.#world, this.seat, this.#offer);
    return this.#legal;
  }

  ways(action: string): readonly Way[] {
    const place = this.#offer.menu.places.get(action);
    if (place === undefined) return NO_WAYS;
    let ways = this.#ways[place];
    if (ways === undefined) {
      const found = this.#offer.at(place);
      ways = found.length === 0 ? NO_WAYS : found.map(wayOf);
      this.#ways[place] = ways;
    }
    return ways;
  }

  demand(id: string | null): DemandView | null {
    const demand = id === null ? undefined : this.#world.draft.demands.find((one) => one.id === id);
    return demand === undefined ? null : demandView(this.#world.draft, demand, this.seat);
  }

  meter(id: string): number {
    return this.scenario.meters[id]?.audience === 'nobody' ? 0 : this.#world.metersOf(this.seat).named(id);
  }

  dice(name: string): number {
    return dice(`${this.#name()}|${name}`);
  }

  next(): number {
    this.#stream = ((this.#stream ?? Math.floor(dice(this.#name()) * 4294967296)) + 0x6d2b79f5) | 0;
    let t = this.#stream;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  }

  #name(): string {
    return `${this.#world.draft.seed}|bot|${this.seat}|${this.round}|${this.phase}`;
  }
}

const wayOf = (aimed: Aimed): Way => ({
  action: aimed.action.id,
  on: aimed.aim.on,
  target: aimed.aim.target,
  demand: aimed.aim.demand?.id ?? null,
  subject: aimed.aim.subject,
  points: aimed.points,
  slot: aimed.slot,
});
