import type { EventOf, MatchEvent } from '../../shared/match/events.ts';
import type { Brief } from '../../shared/view/brief.ts';
import type { MatchView } from '../../shared/view/view.ts';
import { is } from './log.ts';

/** What a seat had tied to the answer of another, and whether it came to that; `due` null where that is not known. */
export interface Threat {
  readonly of: string;
  readonly due: boolean | null;
}

/** A deed as the threat that it was; null if it was none. `events`: of its round. */
export function threatOf(
  { actions }: Pick<Brief, 'actions'>,
  { demands }: Pick<MatchView, 'demands'>,
  { action, demand }: Pick<EventOf<'acted'>, 'action' | 'demand'>,
  events: readonly MatchEvent[],
): Threat | null {
  const spec = actions[action];
  const of = demands.find(({ id }) => id === demand)?.to;
  if (spec?.commitment !== true || of === undefined) return null;
  const answer = events.filter(is('demandAnswered')).findLast((event) => event.demand === demand)?.answer;
  return { of, due: answer === undefined ? null : spec.dueAfter.includes(answer) };
}

/** Whether a deed is worth a line: a threat that nobody made, and that was not needed, is nothing. */
export const isOpened = ({ defaulted }: Pick<EventOf<'acted'>, 'defaulted'>, threat: Threat | null): boolean =>
  !(defaulted && threat?.due === false);
