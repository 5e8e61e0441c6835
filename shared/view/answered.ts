import type { EventOf, MatchEvent } from '../match/events.ts';
import type { Brief } from './brief.ts';

const known = new WeakMap<readonly MatchEvent[], readonly MatchEvent[]>();

/**
 * The same events, in which what a demand led to after it was answered is caused by that answer: a rule that looks at the demand, a threat
 * that came true, a deadline that passed. The engine notes the demand or the threat as its cause; the answer is found in the ledger.
 * Works on what a viewer may read: an answer that is not there is no cause.
 */
export function throughAnswers({ actions }: Pick<Brief, 'actions'>, events: readonly MatchEvent[]): readonly MatchEvent[] {
  const found = known.get(events);
  if (found !== undefined) return found;
  const demands = new Map<number, EventOf<'demandIssued'>>();
  const threats = new Map<number, EventOf<'acted'>>();
  const answers = new Map<string, readonly EventOf<'demandAnswered'>[]>();
  /** The answer behind what this caused: the last one, or the one to which a threat was tied. */
  const answerBehind = (cause: number): EventOf<'demandAnswered'> | undefined => {
    const threat = threats.get(cause);
    const given = answers.get(threat?.demand ?? demands.get(cause)?.demand ?? '') ?? [];
    return given.findLast(({ round }) => threat === undefined || round <= threat.round);
  };
  const through = events.map((event) => {
    if (event.type === 'demandIssued') demands.set(event.id, event);
    else if (event.type === 'demandAnswered') answers.set(event.demand, [...(answers.get(event.demand) ?? []), event]);
    else if (event.type === 'acted') {
      if (actions[event.action]?.commitment === true) threats.set(event.id, event);
    } else if (event.type !== 'reviewed') {
      const answer = answerBehind(event.because[0] ?? 0);
      // The answer itself tells of the demand.
      if (answer !== undefined) return { ...event, because: [answer.id, ...event.because.filter((id) => !demands.has(id))] };
    }
    return event;
  });
  known.set(events, through);
  return through;
}
