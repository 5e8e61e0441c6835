import type { Scope } from '../effects/define.ts';
import type { EventId, SeatId } from '../match/state.ts';

/** A scope of the world itself: nobody acts. */
export const worldScope = (rule: string, because: EventId = 0): Scope => ({
  self: null,
  target: null,
  demand: null,
  item: null,
  subject: null,
  scale: 1,
  rule,
  because,
});

/** A scope that is about one seat. */
export const seatScope = (rule: string, seat: SeatId, because: EventId = 0): Scope => ({
  self: seat,
  target: seat,
  demand: null,
  item: null,
  subject: null,
  scale: 1,
  rule,
  because,
});
