import type { EventOf, MatchEvent } from '../../shared/match/events.ts';
import type { Brief } from '../../shared/view/brief.ts';
import { is } from './log.ts';

type Headline = EventOf<'happened'>;

/** The headlines of this round, oldest first; what the host has let happen since the reveal of the round before is news in this one. */
export function headlinesOfRound(events: readonly MatchEvent[], round: number, brief: Brief): readonly Headline[] {
  const late = sinceReveal(events, round - 1, brief).filter(({ host }) => host === true);
  return [...late, ...events.filter(is('happened')).filter((event) => event.round === round)];
}

/** What the host has let happen since the reveal of this round began, oldest first. */
export function headlinesInReveal(events: readonly MatchEvent[], round: number, brief: Brief): readonly Headline[] {
  return sinceReveal(events, round, brief).filter(({ host }) => host === true);
}

/** What the host has let happen while seats chose in this round, oldest first: nobody reads the headlines then. */
export function headlinesInChoice(events: readonly MatchEvent[], round: number, { phases }: Brief): readonly Headline[] {
  const choosing = new Set(phases.filter(({ kind }) => kind === 'choice').map(({ id }) => id));
  return events.filter(is('happened')).filter((event) => event.host === true && event.round === round && choosing.has(event.step));
}

function sinceReveal(events: readonly MatchEvent[], round: number, { phases }: Brief): readonly Headline[] {
  const reveals = new Set(phases.filter(({ kind }) => kind === 'reveal').map(({ id }) => id));
  const from = events.findLastIndex((event) => event.type === 'phaseStarted' && event.round === round && reveals.has(event.phase));
  return from < 0
    ? []
    : events
        .slice(from)
        .filter(is('happened'))
        .filter((event) => event.round === round);
}
