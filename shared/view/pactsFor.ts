import type { MatchState, Pact, SeatId } from '../match/state.ts';

/** A pact as a viewer knows it: without the counters at its handshake, which are its parties' secrets. */
export type PactView = Omit<Pact, 'since'>;

/** The pacts that a viewer may know of: public ones, its own, and all when the match is over. */
export function pactsFor(pacts: MatchState['pacts'], viewer: SeatId | null, over: boolean): readonly PactView[] {
  return pacts
    .filter(({ public: open, from, to }) => over || open || from === viewer || to === viewer)
    .map(({ since: _since, ...pact }) => pact);
}
