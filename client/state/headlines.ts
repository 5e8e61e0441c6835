import type { EventOf, MatchEvent } from '../../shared/match/events.ts';
import type { SeatId } from '../../shared/match/state.ts';
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

/** The titles of all that the host has let happen, oldest first. */
export function injectedTitles(events: readonly MatchEvent[]): readonly string[] {
  return events
    .filter(is('happened'))
    .filter(({ host }) => host === true)
    .map(({ title }) => title);
}

/** A law that was passed or came into force. */
export type LawEvent = EventOf<'lawPassed'> | EventOf<'lawInForce'>;

/** The laws that were passed or came into force from a round on, oldest first: each by the last that became of it. */
export function lawsSince(events: readonly MatchEvent[], round: number): readonly LawEvent[] {
  const news = events.filter((event): event is LawEvent => event.type === 'lawPassed' || event.type === 'lawInForce');
  const late = news.filter((event) => event.round >= round);
  return late.filter((event, at) => !late.slice(at + 1).some(({ law }) => law === event.law));
}

/** A headline as it is read: with all that was said of the same thing in the same round. */
export interface News {
  /** The first event of it: the one to ask "why?" about. */
  readonly event: Headline;
  readonly texts: readonly string[];
  /** The seats that it is about, where it came several times for different seats. */
  readonly about: readonly SeatId[];
}

/** Headlines without repetitions: those that say the same come once, and what a crisis itself led to is told with it. */
export function gathered(headlines: readonly Headline[]): readonly News[] {
  const groups: Headline[][] = [];
  for (const event of headlines) {
    const group = groups.find(([first]) => first !== undefined && isSameNews(first, event));
    if (group === undefined) groups.push([event]);
    else group.push(event);
  }
  return groups.flatMap((group) => {
    const [event] = group;
    if (event === undefined) return [];
    const seats = [...new Set(group.flatMap(({ seat }) => seat ?? []))];
    const texts = [...new Set(group.map(({ text }) => text))].filter((text) => text !== '');
    return [{ event, texts, about: seats.length > 1 ? seats : [] }];
  });
}

function isSameNews(first: Headline, event: Headline): boolean {
  if (first.round !== event.round) return false;
  const isOfOneCrisis = first.kind === 'crisis' && event.kind !== 'crisis' && first.rule === event.rule;
  return isOfOneCrisis || (first.title === event.title && first.text === event.text);
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
