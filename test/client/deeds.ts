import type { MatchEvent } from '../../shared/match/events.ts';

/** A deed that everybody sees, and that is about nothing in particular. */
export const acted = (id: number, round: number, seat: string, action: string): MatchEvent => ({
  ...{ id, round, step: 'agenda', rule: 'engine', because: [] },
  ...{ type: 'acted', seat, action, on: null, target: null, demand: null, defaulted: false, to: 'everyone' },
});
