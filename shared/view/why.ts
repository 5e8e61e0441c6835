import type { EventOf, MatchEvent } from '../match/events.ts';
import type { EventId, SeatId } from '../match/state.ts';

/** A number on a screen: a meter of a seat, or (seat null) of the world. */
export interface Figure {
  readonly seat: SeatId | null;
  readonly meter: string;
}

/** One step back in a chain of causes. A hidden parent ends the chain with `hidden`. */
export interface Cause {
  readonly event: MatchEvent;
  readonly causes: readonly Cause[];
  readonly hidden: boolean;
}

/** One ledger line of a figure: the change, and the chain of what caused it, nearest first. */
export interface WhyLine {
  readonly change: EventOf<'meterChanged'>;
  readonly causes: readonly Cause[];
  readonly hidden: boolean;
}

export interface Why {
  readonly figure: Figure;
  readonly lines: readonly WhyLine[];
  /** Sum of the changes shown, in points. */
  readonly sum: number;
}

const DEEPEST = 12;

function causesOf(because: readonly EventId[], byId: ReadonlyMap<EventId, MatchEvent>, depth: number): readonly Cause[] {
  if (depth >= DEEPEST) return [];
  return because.flatMap((id) => {
    const event = byId.get(id);
    if (event === undefined) return [];
    return [{ event, causes: causesOf(event.because, byId, depth + 1), hidden: event.because.some((parent) => !byId.has(parent)) }];
  });
}

/** What led to one event, nearest cause first, as a tree; whether a cause of it is hidden. Works on what a viewer may read. */
export function causesOfEvent(events: readonly MatchEvent[], { because }: MatchEvent): Pick<Cause, 'causes' | 'hidden'> {
  const byId = new Map(events.map((event) => [event.id, event]));
  return { causes: causesOf(because, byId, 0), hidden: because.some((id) => !byId.has(id)) };
}

/**
 * Why a figure is what it is: every change of it that the given events tell (of one round, or of the whole match), each with
 * the chain of events that caused it. Works on what a viewer may read; causes it may not read are marked hidden.
 */
export function why(events: readonly MatchEvent[], figure: Figure, round?: number): Why {
  const byId = new Map(events.map((event) => [event.id, event]));
  const changes = events.filter(
    (event): event is EventOf<'meterChanged'> =>
      event.type === 'meterChanged' &&
      event.seat === figure.seat &&
      event.meter === figure.meter &&
      (round === undefined || event.round === round),
  );
  const lines = changes.map((change) => ({
    change,
    causes: causesOf(change.because, byId, 0),
    hidden: change.because.some((id) => !byId.has(id)),
  }));
  return { figure, lines, sum: Math.floor(changes.reduce((sum, { delta }) => sum + delta, 0) * 10 + 0.5) / 10 };
}
