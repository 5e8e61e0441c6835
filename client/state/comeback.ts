import type { EventOf, MatchEvent } from '../../shared/match/events.ts';
import type { DemandView } from '../../shared/view/view.ts';
import { is } from './log.ts';
import type { TextKey } from './texts.ts';

/** What may keep a demand open into another round. */
type Comeback = EventOf<'demandAnswered'> | EventOf<'demandWritten'> | EventOf<'courtRuled'>;

/**
 * Why a demand that had its answer in an earlier round waits for one again: the last thing that became of it before this round. Null for one
 * that is new, or that waits for nothing.
 */
export function comeback(events: readonly MatchEvent[], { id, status }: Pick<DemandView, 'id' | 'status'>, round: number): Comeback | null {
  if (status !== 'live') return null;
  const cases = new Set(events.filter(is('courtOpened')).flatMap((event) => (event.demand === id ? [event.case] : [])));
  const isOfIt = (event: MatchEvent): event is Comeback =>
    event.type === 'courtRuled'
      ? cases.has(event.case)
      : (event.type === 'demandAnswered' || event.type === 'demandWritten') && event.demand === id;
  return events.filter(isOfIt).findLast((event) => event.round < round) ?? null;
}

/** That in words. */
export function comebackText(event: Comeback): TextKey {
  if (event.type === 'courtRuled') return 'demand.again.court';
  if (event.type === 'demandWritten') return 'demand.again.written';
  return event.answer === 'refuse' || event.answer === 'stall' ? `demand.again.${event.answer}` : 'demand.again';
}
