import type { MatchDraft, SeatDraft } from '../effects/define.ts';
import type { MatchState, SeatId, SeatState } from '../match/state.ts';

function copySeat(seat: SeatState): SeatDraft {
  return {
    ...seat,
    meters: { ...seat.meters },
    staff: seat.staff.map((person) => ({ ...person })),
    marks: { ...seat.marks },
    tally: { ...seat.tally },
    intel: seat.intel.slice(),
    desk: seat.desk.slice(),
    knows: seat.knows.slice(),
  };
}

/** A private, writable copy of a match; the original stays as it is. */
export function copyMatch(state: MatchState): MatchDraft {
  const seats: Record<SeatId, SeatDraft> = {};
  for (const id in state.seats) {
    const seat = state.seats[id];
    if (seat !== undefined) seats[id] = copySeat(seat);
  }
  return {
    ...state,
    world: { ...state.world },
    seats,
    demands: state.demands.map((demand) => ({ ...demand, items: demand.items.map((item) => ({ ...item })) })),
    laws: state.laws.map((law) => ({ ...law })),
    cases: state.cases.map((courtCase) => ({ ...courtCase })),
    pending: state.pending.slice(),
    pacts: state.pacts.slice(),
    crises: state.crises.slice(),
    fired: state.fired.slice(),
  };
}
