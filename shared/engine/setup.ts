import type { MatchState, SeatState } from '../match/state.ts';
import type { Scenario } from '../scenario/schema.ts';
import { dealCard } from './builtins.ts';

const blanks = new WeakMap<Scenario, MatchState>();

/** The state of a match before it starts: nobody has acted, agenda cards are dealt by the seed. Pure: same arguments, same state. */
export function setup(scenario: Scenario, { seed }: { readonly seed: string }): MatchState {
  const blank = blanks.get(scenario) ?? blankMatch(scenario);
  blanks.set(scenario, blank);
  const seats: Record<string, SeatState> = {};
  for (const { id, cards } of scenario.seats) {
    const seat = blank.seats[id];
    if (seat !== undefined) seats[id] = { ...seat, card: dealCard(seed, id, cards) };
  }
  return { ...blank, seed, seats };
}

/** What all matches of a scenario have in common before they start. */
function blankMatch(scenario: Scenario): MatchState {
  const meters = Object.entries(scenario.meters);
  const seats = Object.fromEntries(
    scenario.seats.map((seat): [string, SeatState] => [
      seat.id,
      {
        meters: Object.fromEntries(
          meters.filter(([, { owner }]) => owner === seat.role).map(([id, { start }]) => [id, seat.meters[id] ?? start]),
        ),
        points: seat.points,
        rung: 0,
        presence: seat.presence,
        presenceOrigin: 0,
        restriction: null,
        staff: seat.staff.map(({ id }) => ({ id, status: 'safe', origin: 0 })),
        card: null,
        intel: [],
        desk: [],
        knows: [],
        marks: {},
        tally: {},
        sealed: null,
      },
    ]),
  );
  return {
    scenario: scenario.id,
    seed: '',
    status: 'waiting',
    round: 0,
    phase: '',
    regime: scenario.regime,
    world: Object.fromEntries(meters.filter(([, { owner }]) => owner === 'world').map(([id, { start }]) => [id, start])),
    seats,
    demands: [],
    laws: [],
    cases: [],
    pending: [],
    pacts: [],
    crises: [],
    fired: [],
    nextEvent: 1,
    outcome: null,
  };
}
