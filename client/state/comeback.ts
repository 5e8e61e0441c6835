import type { EventOf, MatchEvent } from '../../shared/match/events.ts';
import type { DemandView } from '../../shared/view/view.ts';
import { is } from './log.ts';
import type { TextKey } from './texts.ts';

/** What may keep a demand open into another round; or that one like it was closed, and it is sent again. */
type Comeback = EventOf<'demandAnswered'> | EventOf<'demandWritten'> | EventOf<'courtRuled'> | EventOf<'demandClosed'>;

/**
 * Why a demand that had its answer in an earlier round waits for one again: the last thing that became of it before this round, or that one
 * like it was closed. Null for one that is new, or that waits for nothing.
 */
export function comeback(
  events: readonly MatchEvent[],
  { id, status, template, to }: Pick<DemandView, 'id' | 'status' | 'template' | 'to'>,
  round: number,
): Comeback | null {
  if (status !== 'live') return null;
  const cases = new Set(events.filter(is('courtOpened')).flatMap((event) => (event.demand === id ? [event.case] : [])));
  const isOfIt = (event: MatchEvent): event is Comeback =>
    event.type === 'courtRuled'
      ? cases.has(event.case)
      : (event.type === 'demandAnswered' || event.type === 'demandWritten') && event.demand === id;
  const before = events.filter(is('demandClosed')).filter((event) => event.template === template && event.seat === to);
  return events.filter(isOfIt).findLast((event) => event.round < round) ?? before.at(-1) ?? null;
}

/** That in words. */
export function comebackText(event: Comeback): TextKey {
  if (event.type === 'courtRuled') return 'demand.again.court';
  if (event.type === 'demandWritten') return 'demand.again.written';
  if (event.type === 'demandClosed') return event.status === 'refused' ? 'demand.again.sent.refused' : 'demand.again.sent';
  return event.answer === 'refuse' || event.answer === 'stall' ? `demand.again.${event.answer}` : 'demand.again';
}
