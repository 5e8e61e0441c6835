import type { MatchEvent } from '../match/events.ts';
import type { PhaseBrief } from './brief.ts';

/** The first round whose changes stand beside a meter: the round before while a round is opened, after that this round alone. */
export function firstRoundShown(round: number, phase: Pick<PhaseBrief, 'kind'> | null): number {
  return phase?.kind === 'briefing' ? round - 1 : round;
}

/** How much a meter changed from the given round on (seat null: the world's meter). */
export function deltaSince(events: readonly MatchEvent[], seat: string | null, meter: string, fromRound: number): number {
  let sum = 0;
  for (const event of events) {
    if (event.type === 'meterChanged' && event.seat === seat && event.meter === meter && event.round >= fromRound) sum += event.delta;
  }
  return Math.round(sum * 10) / 10;
}
