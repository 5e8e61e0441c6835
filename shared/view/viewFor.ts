import type { Viewer } from '../match/events.ts';
import type { Demand, MatchState, SeatId, SeatState, Staff } from '../match/state.ts';
import type { Scenario } from '../scenario/schema.ts';
import type { Band, DemandView, MatchView, OwnView, SeatView, Texts } from './view.ts';

const bandOf = (value: number): Band => (value < 34 ? 'low' : value < 67 ? 'middle' : 'high');

/** Sorts meters into those the viewer reads exactly, those it sees as a band, and those it does not see. */
function visible(
  scenario: Scenario,
  meters: Readonly<Record<string, number>>,
  owner: boolean,
  over: boolean,
): Pick<SeatView, 'meters' | 'bands'> {
  const exact: Record<string, number> = {};
  const bands: Record<string, Band> = {};
  for (const [meter, value] of Object.entries(meters)) {
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

function demandFor(demand: Demand, viewer: SeatId | null, own: SeatState | null, over: boolean): DemandView {
  return {
    ...demand,
    items: demand.items.map((item) => {
      const known = over || own?.knows.includes(`${demand.template}/${item.id}`) === true;
      return { ...item, harm: known ? item.harm : null, rights: known ? item.rights : null };
    }),
    // An answer is between the parties until it is resolved; what follows from it is public.
    answer: over || demand.public || demand.from === viewer || demand.to === viewer ? demand.answer : null,
  };
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

/** The texts of what this viewer knows: demands it knows of, its desk, its intelligence, its card. */
function textsFor(scenario: Scenario, state: MatchState, demands: readonly DemandView[], viewer: SeatId | null): Texts {
  const over = state.status === 'finished';
  const insight = over ? Object.values(state.seats) : viewer === null ? [] : [state.seats[viewer]];
  const seats = insight.filter((seat): seat is SeatState => seat !== undefined);
  const templates = new Set([...demands.map(({ template }) => template), ...seats.flatMap(({ desk }) => desk)]);
  const texts = { demands: {}, intel: {}, cards: {} } as { [K in keyof Texts]: Record<string, Texts[K][string]> };
  for (const id of templates) {
    const spec = scenario.demands[id];
    if (spec === undefined) continue;
    const { title, letterhead, text, basis, legality, evidence, scope } = spec;
    texts.demands[id] = {
      id,
      title,
      letterhead,
      text,
      basis,
      legality,
      evidence,
      scope,
      items: spec.items.map(({ id: item, class: itemClass, label, claim }) => ({ id: item, class: itemClass, label, claim })),
    };
  }
  for (const id of seats.flatMap(({ intel }) => intel)) texts.intel[id] = scenario.intelligence[id]?.text ?? '';
  for (const { card } of seats) {
    const spec = card === null ? undefined : scenario.cards[card];
    if (card !== null && spec !== undefined) texts.cards[card] = { title: spec.title, text: spec.text, points: spec.points };
  }
  return texts;
}

/** What one viewer may see of a match. When the match is over, everybody may see everything. */
export function viewFor(scenario: Scenario, state: MatchState, viewer: Viewer): MatchView {
  const you = viewer.kind === 'seat' && Object.hasOwn(state.seats, viewer.seat) ? viewer.seat : null;
  const over = state.status === 'finished';
  const own = you === null ? null : (state.seats[you] ?? null);
  const isRegulator = scenario.seats.some(({ id, role }) => id === you && role === 'regulator');
  const demands = state.demands.filter((demand) => knowsOf(demand, you, over)).map((demand) => demandFor(demand, you, own, over));
  const seats = Object.fromEntries(
    Object.entries(state.seats).map(([id, seat]): [string, SeatView] => [
      id,
      {
        ...visible(scenario, seat.meters, id === you, over),
        rung: seat.rung,
        presence: seat.presence,
        // While it is not admitted, nobody but the two parties can tell who slows a service.
        restriction:
          seat.restriction === null
            ? null
            : { ...seat.restriction, origin: over || isRegulator || id === you || seat.restriction.declared ? seat.restriction.origin : 0 },
        staff: staffFor(seat.staff, over || id === you || isRegulator),
        sealed: seat.sealed !== null,
        own: id === you ? ownView(seat) : null,
      },
    ]),
  );
  const worldSeen = visible(scenario, state.world, false, over);
  return {
    you,
    scenario: state.scenario,
    status: state.status,
    round: state.round,
    phase: state.phase,
    regime: state.regime,
    world: worldSeen.meters,
    worldBands: worldSeen.bands,
    seats,
    demands,
    laws: state.laws,
    cases: state.cases.map(({ onWin: _onWin, onLoss: _onLoss, ...courtCase }) => courtCase),
    crises: state.crises,
    outcome: state.outcome,
    texts: textsFor(scenario, state, demands, you),
  };
}
