import type { MatchEvent } from '../../shared/match/events.ts';
import { is } from './log.ts';

/** What a seat alone knows, by when it learned it; ids of intelligence. */
export interface Knowledge {
  /** Learned in this round, oldest first. */
  readonly fresh: readonly string[];
  /** Learned before, newest first. */
  readonly earlier: readonly string[];
}

/** Sorts what a seat alone knows (`known`: oldest first) into what is new in a round and what it has read before. */
export function knowledgeOf(events: readonly MatchEvent[], seat: string, known: readonly string[], round: number): Knowledge {
  const dealt = events.filter(is('intelDealt')).filter((event) => event.seat === seat && event.round === round);
  const isFresh = (id: string): boolean => dealt.some(({ intel }) => intel === id);
  return { fresh: known.filter(isFresh), earlier: known.filter((id) => !isFresh(id)).toReversed() };
}
