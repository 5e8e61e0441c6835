import type { EventOf, MatchEvent } from '../match/events.ts';
import type { EventId, Role, SeatId } from '../match/state.ts';
import { throughAnswers } from './answered.ts';
import type { Brief } from './brief.ts';
import type { Looks, Sight } from './sights.ts';

type Known = Pick<Brief, 'rules' | 'seats' | 'meters' | 'actions'>;
type Changed = EventOf<'meterChanged'>;

const traces = new WeakMap<readonly MatchEvent[], readonly MatchEvent[]>();

/**
 * The same events, in which what a rule did by itself is caused by what it looked at: the change that carried a meter over the rule's bound,
 * the law that came into force, the regime, the restriction; and what an answer led to by that answer. The engine notes deeds as causes; this is
 * found in the ledger, where somebody asks.
 * Works on what a viewer may read: what is not there is no cause.
 */
export function traced(brief: Known, events: readonly MatchEvent[]): readonly MatchEvent[] {
  const known = traces.get(events) ?? throughAnswers(brief, events).map((event, at) => withCauses(brief, events, event, at));
  traces.set(events, known);
  return known;
}

function withCauses(brief: Known, events: readonly MatchEvent[], event: MatchEvent, at: number): MatchEvent {
  const looks = event.because.length === 0 ? brief.rules[event.rule]?.looks : undefined;
  if (looks === undefined) return event;
  const before = events.slice(0, at).filter((other) => !isBeside(other, event));
  const because = looks.sights.flatMap((sight) => cameBy(brief, before, event, looks, sight));
  return because.length === 0 ? event : { ...event, because: [...new Set(because)] };
}

/** Rules of one step don't see what the others do in it. */
const isBeside = (other: MatchEvent, event: MatchEvent): boolean =>
  other.round === event.round && other.step === event.step && other.rule.startsWith('rule:');

/** The events by which what a rule looked at came to be as it was. */
function cameBy(brief: Known, before: readonly MatchEvent[], event: MatchEvent, { each }: Looks, sight: Sight): readonly EventId[] {
  if ('law' in sight) {
    const isIt = (other: MatchEvent): boolean =>
      (other.type === 'lawInForce' || (sight.passed && other.type === 'lawPassed')) && other.law === sight.law;
    return idsOf(before.findLast(isIt));
  }
  if ('regime' in sight) {
    const last = before.findLast((other) => other.type === 'regimeChanged');
    return last !== undefined && sight.regime.includes(last.to) ? [last.id] : [];
  }
  const seats = seatsOf(brief, sight.of, each, event);
  if ('restricted' in sight)
    return seats.flatMap((seat) => {
      const last = before.findLast((other) => (other.type === 'restricted' || other.type === 'lifted') && other.seat === seat);
      return last?.type === 'restricted' && sight.restricted.includes(last.kind) ? [last.id] : [];
    });
  if (sight.of === 'world' || brief.meters[sight.meter]?.owner === 'world') return crossing(before, null, sight);
  // Of a group the mean counts, and no single change carries that over a bound.
  if (sight.of in GROUPS && seats.length > 1) return [];
  return seats.flatMap((seat) => crossing(before, seat, sight));
}

const idsOf = (event: MatchEvent | undefined): readonly EventId[] => (event === undefined ? [] : [event.id]);

const GROUPS: Readonly<Record<string, Role>> = { platforms: 'platform', regulators: 'regulator', activists: 'activist' };

/** Whom a rule looks at. Itself: the seat that is changed, if it is of the rule's role; else any of that role, since one line adds up what all of them did. */
function seatsOf({ seats }: Known, of: string, each: Role | null, event: MatchEvent): readonly SeatId[] {
  const named = seats.filter(({ id }) => id === of);
  if (named.length > 0) return [of];
  const role = GROUPS[of];
  if (role !== undefined) return seats.filter((seat) => seat.role === role).map(({ id }) => id);
  if (of !== 'self' || each === null) return [];
  const own = seats.filter((seat) => seat.role === each).map(({ id }) => id);
  const changed = 'seat' in event ? own.filter((id) => id === event.seat) : [];
  return changed.length > 0 ? changed : own;
}

/** The change that last carried a meter over a bound, if it still lies beyond it; the largest, if several did so together. */
function crossing(before: readonly MatchEvent[], seat: SeatId | null, sight: Extract<Sight, { meter: string }>): readonly EventId[] {
  const { meter, atLeast, below } = sight;
  const holds = (value: number): boolean => (atLeast === null || value >= atLeast) && (below === null || value < below);
  const changes = before.filter((event): event is Changed => event.type === 'meterChanged' && event.meter === meter && event.seat === seat);
  let end = changes.length;
  while (end > 0) {
    const last = changes[end - 1];
    if (last === undefined || !holds(last.value)) return [];
    const start = changes.findIndex(({ round, step, value }) => round === last.round && step === last.step && value === last.value);
    const together = changes.slice(start, end);
    const earlier = last.value - together.reduce((sum, { delta }) => sum + delta, 0);
    if (!holds(Math.round(earlier * 10) / 10)) {
      const up = last.value > earlier;
      const [most] = together.filter(({ delta }) => delta > 0 === up).sort((a, b) => Math.abs(b.delta) - Math.abs(a.delta));
      return idsOf(most);
    }
    end = start;
  }
  return [];
}
