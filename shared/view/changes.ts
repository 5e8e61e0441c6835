import type { MatchEvent } from '../match/events.ts';

/** How much a meter changed from the given round on (seat null: the world's meter). What stands beside a meter counts in every phase from the round that is played. */
export function deltaSince(events: readonly MatchEvent[], seat: string | null, meter: string, fromRound: number): number {
  let sum = 0;
  for (const event of events) {
    if (event.type === 'meterChanged' && event.seat === seat && event.meter === meter && event.round >= fromRound) sum += event.delta;
  }
  return Math.round(sum * 10) / 10;
}
