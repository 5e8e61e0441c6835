import type { EventOf, EventType, MatchEvent } from '../../shared/match/events.ts';
import type { Brief } from '../../shared/view/brief.ts';

/** Events that say how the match is run, not what happened in it. */
const HOUSEKEEPING: ReadonlySet<EventType> = new Set([
  'matchStarted',
  'roundStarted',
  'phaseStarted',
  'sealed',
  'reopened',
  'scored',
  'matchFinished',
  'deskFilled',
]);

/** Whether an event belongs into a log that people read. */
export function isNews(event: MatchEvent): boolean {
  return !HOUSEKEEPING.has(event.type);
}

/** Whether an event is of this type, in a form the compiler understands. */
export function is<T extends EventType>(type: T): (event: MatchEvent) => event is Extract<MatchEvent, { type: T }> {
  return (event): event is Extract<MatchEvent, { type: T }> => event.type === type;
}

/** What happened between the opening of the phase before and now: what a reveal shows. */
export function latestNews(events: readonly MatchEvent[]): readonly MatchEvent[] {
  const starts: number[] = [];
  for (let at = events.length - 1; at >= 0 && starts.length < 2; at--) if (events[at]?.type === 'phaseStarted') starts.push(at);
  const from = starts[1] ?? 0;
  return events.slice(from).filter(isNews);
}

/** The events before the latest news; all of them if there is none. */
export function eventsBefore(events: readonly MatchEvent[], news: readonly MatchEvent[]): readonly MatchEvent[] {
  const first = news[0]?.id;
  return first === undefined ? events : events.filter((event) => event.id < first);
}

/** What was decided over somebody's head, and the roll of the dice that led to it, if it was one. */
export interface Decision {
  readonly event: MatchEvent;
  readonly rolled: EventOf<'rolled'> | null;
}

/**
 * What judges and dice have decided about a seat's own affairs among some events: its demands that were dropped, rulings for or
 * against it, and what the dice let happen to it. `all`: every event, to know whose demand it was.
 */
export function decidedFor(events: readonly MatchEvent[], all: readonly MatchEvent[], seat: string | null): readonly Decision[] {
  if (seat === null) return [];
  const issued = all.filter(is('demandIssued'));
  const closings = events
    .filter(is('demandClosed'))
    .filter(({ status, demand, seat: to }) => {
      return status === 'withdrawn' && (to === seat || issued.some((one) => one.demand === demand && one.from === seat));
    })
    .map((event) => ({ event, rolled: all.filter(is('rolled')).find(({ id }) => event.because.includes(id)) ?? null }))
    // Whoever sent a demand knows that it has dropped it itself.
    .filter(({ event, rolled }) => rolled !== null || event.seat === seat);
  const opened = all.filter(is('courtOpened'));
  const rulings = events.filter(is('courtRuled')).filter((ruling) => {
    const demand = opened.find((one) => one.case === ruling.case)?.demand ?? null;
    return ruling.seat === seat || (demand !== null && issued.some((one) => one.demand === demand && one.from === seat));
  });
  const hits = events
    .filter(is('rolled'))
    .filter((roll) => roll.hit && roll.seat === seat && !closings.some(({ rolled }) => rolled?.id === roll.id));
  return [...closings, ...[...rulings, ...hits].map((event) => ({ event, rolled: null }))];
}

/** What became of promises among some events, as far as the viewer may know: those that were broken first. */
export function verdictsIn(events: readonly MatchEvent[]): readonly EventOf<'promiseJudged'>[] {
  return events.filter(is('promiseJudged')).sort((a, b) => Number(a.kept) - Number(b.kept));
}

export interface StepGroup {
  readonly step: string;
  readonly title: string;
  readonly text: string;
  readonly events: readonly MatchEvent[];
}

/** Events grouped by the resolution step they happened in, in order. */
export function byStep(events: readonly MatchEvent[], brief: Brief): readonly StepGroup[] {
  const groups: { step: string; events: MatchEvent[] }[] = [];
  for (const event of events) {
    const last = groups.at(-1);
    if (last?.step === event.step) last.events.push(event);
    else groups.push({ step: event.step, events: [event] });
  }
  return groups.map((group) => ({ ...group, ...stepTitle(group.step, brief) }));
}

function stepTitle(step: string, brief: Brief): { title: string; text: string } {
  const known = brief.steps.find((entry) => entry.id === step) ?? brief.phases.find((phase) => phase.id === step);
  return { title: known?.title ?? step, text: known?.text ?? '' };
}

export interface MeterChange {
  readonly seat: string | null;
  readonly meter: string;
  readonly delta: number;
  readonly ids: readonly number[];
}

/** The meter changes among these events, added up for each meter; what came to nothing is left out. */
export function changesOf(events: readonly MatchEvent[]): readonly MeterChange[] {
  const sums = new Map<string, MeterChange>();
  for (const event of events) {
    if (event.type !== 'meterChanged') continue;
    const key = `${event.seat ?? ''}/${event.meter}`;
    const before = sums.get(key);
    sums.set(key, {
      seat: event.seat,
      meter: event.meter,
      delta: Math.round(((before?.delta ?? 0) + event.delta) * 10) / 10,
      ids: [...(before?.ids ?? []), event.id],
    });
  }
  return [...sums.values()].filter((change) => change.delta !== 0);
}

export interface RoundGroup {
  readonly round: number;
  readonly label: string;
  readonly events: readonly MatchEvent[];
}

/** Events grouped by round, in order. */
export function byRound(events: readonly MatchEvent[], brief: Brief): readonly RoundGroup[] {
  const groups = new Map<number, MatchEvent[]>();
  for (const event of events) {
    const group = groups.get(event.round);
    if (group) group.push(event);
    else groups.set(event.round, [event]);
  }
  return [...groups].map(([round, group]) => ({ round, label: brief.calendar[round - 1] ?? '', events: group }));
}

/** How much an event matters in a short account: 0 is left out, 3 is a turning point. */
export function weightOf(event: MatchEvent): 0 | 1 | 2 | 3 {
  switch (event.type) {
    case 'lawPassed':
    case 'regimeChanged':
    case 'courtRuled':
    case 'restricted':
    case 'disclosed':
      return 3;
    case 'happened':
      return event.kind === 'crisis' || event.kind === 'precedent' ? 3 : 2;
    case 'staffChanged':
      return event.to === 'detained' || event.to === 'visited' ? 3 : 2;
    case 'promiseJudged':
      return event.kept ? 1 : 2;
    case 'pactAnswered':
      return event.answer === 'accepted' ? 1 : 0;
    case 'itemChanged':
    case 'presenceChanged':
    case 'fined':
    case 'lifted':
    case 'lawInForce':
      return 2;
    case 'rungChanged':
    case 'demandIssued':
    case 'demandAnswered':
    case 'courtOpened':
    case 'reported':
    case 'demandClosed':
      return 1;
    default:
      return 0;
  }
}
