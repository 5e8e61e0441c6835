import type { Viewer } from '../match/events.ts';
import type { Demand, MatchState, SeatId, SeatState, Staff } from '../match/state.ts';
import type { Scenario } from '../scenario/schema.ts';
import { bandOf } from './bandOf.ts';
import { pactsFor } from './pactsFor.ts';
import type { Band, DemandText, DemandView, MatchView, OwnView, SeatView, Texts } from './view.ts';

/** Sorts meters into those the viewer reads exactly, those it sees as a band, and those it does not see. */
function visible(
  scenario: Scenario,
  meters: Readonly<Record<string, number>>,
  owner: boolean,
  over: boolean,
): Pick<SeatView, 'meters' | 'bands'> {
  const exact: Record<string, number> = {};
  const bands: Record<string, Band> = {};
  for (const meter in meters) {
    const value = meters[meter] ?? 0;
    const audience = scenario.meters[meter]?.audience ?? 'nobody';
    if (over || audience === 'everyone' || (owner && audience !== 'nobody')) exact[meter] = value;
    else if (audience === 'band') bands[meter] = bandOf(value);
  }
  return { meters: exact, bands };
}

/** Threats against staff are not public; what can be seen from the street is. */
function staffFor(staff: readonly Staff[], insider: boolean): readonly Staff[] {
  return insider ? staff : staff.map((person) => (person.status === 'warned' ? { ...person, status: 'safe', origin: 0 } : person));
}

const knowsOf = (demand: Demand, viewer: SeatId | null, over: boolean): boolean =>
  over || demand.public || demand.from === viewer || demand.to === viewer;

/** A demand as somebody may see it who knows of it. `own`: whose reviews count; null for nobody's. */
function demandFor(demand: Demand, own: SeatState | null, over: boolean): DemandView {
  return {
    ...demand,
    items: demand.items.map((item) => {
      const known = over || own?.knows.includes(`${demand.template}/${item.id}`) === true;
      return { ...item, harm: known ? item.harm : null, rights: known ? item.rights : null };
    }),
  };
}

/** A demand as a seat may see it; null if it may not know of it. */
export function demandView(state: MatchState, demand: Demand, viewer: SeatId): DemandView | null {
  const over = state.status === 'finished';
  return knowsOf(demand, viewer, over) ? demandFor(demand, state.seats[viewer] ?? null, over) : null;
}

function ownView(seat: SeatState): OwnView {
  return {
    points: seat.points,
    card: seat.card,
    intel: seat.intel,
    desk: seat.desk,
    knows: seat.knows,
    marks: seat.marks,
    choice: seat.sealed,
  };
}

/** The documents of a scenario's demands; made once, since every view shows some of them. */
const documents = new WeakMap<Scenario, Readonly<Record<string, DemandText>>>();

function documentsOf(scenario: Scenario): Readonly<Record<string, DemandText>> {
  const known = documents.get(scenario);
  if (known !== undefined) return known;
  const made = Object.fromEntries(
    Object.entries(scenario.demands).map(
      ([id, { title, letterhead, text, basis, legality, evidence, scope, items }]): [string, DemandText] => [
        id,
        {
          id,
          title,
          letterhead,
          text,
          basis,
          legality,
          evidence,
          scope,
          items: items.map(({ id: item, class: itemClass, label, claim }) => ({ id: item, class: itemClass, label, claim })),
        },
      ],
    ),
  );
  documents.set(scenario, made);
  return made;
}

/** The texts of what this viewer knows: demands it knows of, its desk, its intelligence, its card. */
function textsFor(scenario: Scenario, state: MatchState, demands: readonly DemandView[], viewer: SeatId | null): Texts {
  const over = state.status === 'finished';
  const insight = over ? Object.values(state.seats) : viewer === null ? [] : [state.seats[viewer]];
  const papers = documentsOf(scenario);
  const texts = { demands: {}, intel: {}, cards: {} } as { [K in keyof Texts]: Record<string, Texts[K][string]> };
  const addDemand = (id: string): void => {
    const paper = papers[id];
    if (paper !== undefined) texts.demands[id] = paper;
  };
  for (const { template } of demands) addDemand(template);
  for (const seat of insight) {
    if (seat === undefined) continue;
    seat.desk.forEach(addDemand);
    for (const id of seat.intel) texts.intel[id] = scenario.intelligence[id]?.text ?? '';
    const card = seat.card === null ? undefined : scenario.cards[seat.card];
    if (seat.card !== null && card !== undefined) texts.cards[seat.card] = card;
  }
  return texts;
}

/** What one viewer may see of a match. When the match is over, everybody may see everything (`own` stays the viewer's: the rest is in events and texts). */
export function viewFor(scenario: Scenario, state: MatchState, viewer: Viewer): MatchView {
  return viewsOf(scenario, state)(viewer);
}

/**
 * What anybody may see of a match at one moment. What several viewers see alike is the same object in their views, so that they are soon
 * compared. Good for as long as nobody writes into the state.
 */
export function viewsOf(scenario: Scenario, state: MatchState): (viewer: Viewer) => MatchView {
  const moment = new Moment(scenario, state);
  return (viewer) => moment.seenBy(viewer);
}

class Moment {
  readonly #scenario: Scenario;
  readonly #state: MatchState;
  readonly #over: boolean;
  readonly #world: Pick<SeatView, 'meters' | 'bands'>;
  readonly #cases: MatchView['cases'];
  /** Seats and demands as those see them who know nothing more. */
  readonly #seats = new Map<SeatId, SeatView>();
  readonly #demands = new Map<Demand, DemandView>();

  constructor(scenario: Scenario, state: MatchState) {
    this.#scenario = scenario;
    this.#state = state;
    this.#over = state.status === 'finished';
    this.#world = visible(scenario, state.world, false, this.#over);
    this.#cases = state.cases.map(({ onWin: _onWin, onLoss: _onLoss, ...courtCase }) => courtCase);
  }

  seenBy(viewer: Viewer): MatchView {
    const scenario = this.#scenario;
    const state = this.#state;
    const over = this.#over;
    const you = viewer.kind === 'seat' && Object.hasOwn(state.seats, viewer.seat) ? viewer.seat : null;
    const isRegulator = scenario.seats.some(({ id, role }) => id === you && role === 'regulator');
    const own = you === null ? null : (state.seats[you] ?? null);
    const demands = state.demands.filter((demand) => knowsOf(demand, you, over)).map((demand) => this.#demand(demand, own));
    const seats: Record<SeatId, SeatView> = {};
    for (const id in state.seats) {
      const seat = state.seats[id];
      if (seat !== undefined) seats[id] = this.#seat(id, seat, id === you, isRegulator);
    }
    return {
      you,
      scenario: state.scenario,
      status: state.status,
      round: state.round,
      phase: state.phase,
      regime: state.regime,
      world: this.#world.meters,
      worldBands: this.#world.bands,
      seats,
      demands,
      laws: state.laws,
      cases: this.#cases,
      crises: state.crises,
      pacts: pactsFor(state.pacts, you, over),
      outcome: state.outcome,
      texts: textsFor(scenario, state, demands, you),
    };
  }

  #seat(id: SeatId, seat: SeatState, isYours: boolean, isRegulator: boolean): SeatView {
    const scenario = this.#scenario;
    const over = this.#over;
    const insider = isRegulator && hasSecrets(seat);
    const known = isYours || insider ? undefined : this.#seats.get(id);
    if (known !== undefined) return known;
    const view: SeatView = {
      ...visible(scenario, seat.meters, isYours, over),
      rung: seat.rung,
      presence: seat.presence,
      // While it is not admitted, nobody but the two parties can tell who slows a service.
      restriction:
        seat.restriction === null
          ? null
          : { ...seat.restriction, origin: over || insider || isYours || seat.restriction.declared ? seat.restriction.origin : 0 },
      staff: staffFor(seat.staff, over || isYours || insider),
      sealed: seat.sealed !== null,
      own: isYours ? ownView(seat) : null,
    };
    if (!isYours && !insider) this.#seats.set(id, view);
    return view;
  }

  #demand(demand: Demand, own: SeatState | null): DemandView {
    const isPlain = !demand.items.some(({ id }) => own?.knows.includes(`${demand.template}/${id}`));
    const known = isPlain ? this.#demands.get(demand) : undefined;
    if (known !== undefined) return known;
    const view = demandFor(demand, own, this.#over);
    if (isPlain) this.#demands.set(demand, view);
    return view;
  }
}

/** Whether regulators see more of a seat than the public does. */
function hasSecrets({ restriction, staff }: SeatState): boolean {
  return restriction?.declared === false || staff.some(({ status }) => status === 'warned');
}
