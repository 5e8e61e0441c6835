import type { EventOf, MatchEvent } from '../../shared/match/events.ts';
import type { Answer } from '../../shared/match/state.ts';
import type { Brief } from '../../shared/view/brief.ts';
import type { MatchView } from '../../shared/view/view.ts';
import { is } from './log.ts';
import type { TextKey } from './texts.ts';

/** What a seat had tied to the answer of another, and whether it came to that; `due` null where that is not known. */
export interface Threat {
  readonly of: string;
  readonly due: boolean | null;
  /** In words whether it was done, or why it was not; null where that is not known. */
  readonly outcome: TextKey | null;
}

type Demands = Pick<MatchView, 'demands'>;

/** A deed as the threat that it was; null if it was none. `events`: of its round. */
export function threatOf(
  { actions }: Pick<Brief, 'actions'>,
  { demands }: Demands,
  { action, demand }: Pick<EventOf<'acted'>, 'action' | 'demand'>,
  events: readonly MatchEvent[],
): Threat | null {
  const spec = actions[action];
  const about = demands.find(({ id }) => id === demand);
  if (spec?.commitment !== true || about === undefined) return null;
  const answer = events.filter(is('demandAnswered')).findLast((event) => event.demand === demand)?.answer;
  if (answer === undefined) return { of: about.to, due: null, outcome: null };
  const due = spec.dueAfter.includes(answer);
  return { of: about.to, due, outcome: due ? 'opened.threat.done' : whyNot(answer, about.status) };
}

/** Why nothing was done after an answer that left a demand in this status. */
function whyNot(answer: Answer, status: string): TextKey {
  if (answer === 'narrow' && status !== 'narrowed') return 'opened.threat.narrow';
  return answer === 'writing' || answer === 'court' ? `opened.threat.${answer}` : 'opened.threat.not';
}

/** Whether an answer in part was enough, in words; null for other deeds, and where that is not known. */
export function partOf(
  { actions }: Pick<Brief, 'actions'>,
  { demands }: Demands,
  { action, demand }: Pick<EventOf<'acted'>, 'action' | 'demand'>,
): TextKey | null {
  const about = demands.find(({ id }) => id === demand);
  if (actions[action]?.answer !== 'narrow' || about === undefined) return null;
  if (about.status === 'narrowed') return 'opened.part.enough';
  return about.status === 'live' ? 'opened.part.open' : null;
}

/** Whether a deed is worth a line: a threat that nobody made, and that was not needed, is nothing. */
export const isOpened = ({ defaulted }: Pick<EventOf<'acted'>, 'defaulted'>, threat: Threat | null): boolean =>
  !(defaulted && threat?.due === false);
