import type { EventType, MatchEvent } from '../../shared/match/events.ts';
import type { SeatId } from '../../shared/match/state.ts';
import type { FrameName } from './paper/frames.ts';
import type { Stage } from './stage.ts';

/** The order of a reveal: choices flip together, causes travel, meters answer, the rest follows. */
export const CUE_STAGES = ['flip', 'cause', 'meter', 'rest'] as const;
export type CueStage = (typeof CUE_STAGES)[number];

/** Parts of the standing picture that an outcome brings up to date. */
export const PARTS = [
  'sky',
  'sun',
  'horizon',
  'smoke',
  'bridges',
  'houses',
  'staff',
  'goods',
  'tags',
  'citizens',
  'towers',
  'camps',
  'scales',
  'tunnels',
] as const;
export type PartName = (typeof PARTS)[number];

/** What happens on the board because of one event, or of several alike that are told as one. */
export interface Cue {
  readonly outcome: Outcome | null;
  readonly events: readonly MatchEvent[];
  /** Start and length in milliseconds from the start of the reveal. */
  readonly at: number;
  readonly ms: number;
  /** Whom it happens to. */
  readonly seat: SeatId | null;
  /** The seat whose doing caused it, if another. */
  readonly from: SeatId | null;
}

/** One outcome module: how an event looks. */
export interface Outcome {
  readonly name: string;
  readonly stage: CueStage;
  /** Its length when there is time, in milliseconds. */
  readonly ms: number;
  /** Shown for a moment instead of the animation under reduced motion. */
  readonly icon: FrameName | null;
  /** Parts of the standing picture that change with it, and when (0–1 of its length; 0.5 if absent). */
  readonly settles: readonly PartName[];
  readonly settleAt?: number;
  /** Whether a stitched arc runs from the cause's seat first. */
  readonly arc: boolean;
  /** Whether each event is told on its own, though others of its kind happen to the same seat. */
  readonly single?: boolean;
  play(stage: Stage, cue: Cue): void;
}

/** The seat an event happens to; null for the world's events. */
export function subjectOf(event: MatchEvent): SeatId | null {
  return 'seat' in event ? event.seat : null;
}

/** Tells what people notice on the shared card, for a little longer than the cue by default. */
export function tellHeadlines(stage: Stage, cue: Cue, times = 1.15): void {
  for (const event of only(cue, 'happened')) stage.card(event.title, event.text, cue.ms * times);
}

/** The events of one type in a cue. */
export function only<T extends EventType>(cue: Cue, type: T): readonly Extract<MatchEvent, { type: T }>[] {
  return cue.events.filter((event): event is Extract<MatchEvent, { type: T }> => event.type === type);
}
