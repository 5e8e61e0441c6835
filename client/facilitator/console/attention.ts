import type { PhaseBrief } from '../../../shared/view/brief.ts';
import type { ClassTable } from '../../net/session.ts';
import { isAwaited } from '../../state/roster.ts';
import { type Person, peopleOn } from './people.ts';

/** A table that waits longer than this for somebody is stuck. */
export const STUCK_AFTER = 90_000;

/** A seat that its table waits for, with its people (none: a bot thinks). */
export interface Awaited {
  readonly seat: string;
  readonly people: readonly Person[];
  readonly bot: boolean;
  /** Whether nobody of it is there. */
  readonly away: boolean;
}

/** What a host must know of a table at a glance. */
export interface TableSummary {
  readonly done: number;
  readonly of: number;
  /** Milliseconds since the phase began; 0 before the start. */
  readonly waiting: number;
  /** Whether it has waited too long, and could go on. */
  readonly stuck: boolean;
  readonly awaited: readonly Awaited[];
  /** People of the table who are not there. */
  readonly gone: readonly Person[];
}

/** Sums a table up. `now` is of the server's clock, in milliseconds. */
export function summaryOf(
  table: ClassTable,
  people: ReadonlyMap<string, Person>,
  phase: Pick<PhaseBrief, 'kind'> | null,
  now: number,
): TableSummary {
  const waiting = table.status === 'playing' && table.since > 0 ? Math.max(0, now - table.since) : 0;
  const awaited = table.seats
    .filter((seat) => !seat.done && isAwaited(seat, phase))
    .map((seat) => ({ seat: seat.id, people: peopleOn(seat, people), bot: seat.holder === 'bot', away: !seat.connected }));
  return {
    done: table.done,
    of: table.of,
    waiting,
    stuck: waiting > STUCK_AFTER && !table.paused && awaited.some(({ bot }) => !bot),
    awaited: table.status === 'finished' ? [] : awaited,
    gone: table.seats.flatMap((seat) => peopleOn(seat, people)).filter(({ connected }) => !connected),
  };
}

/** How urgently a table needs its host: 3 stuck, 2 a seat that is waited for has nobody there, 1 somebody is away, 0 all is well. */
export function urgencyOf(summary: TableSummary): 0 | 1 | 2 | 3 {
  if (summary.stuck) return 3;
  if (summary.awaited.some(({ away, bot }) => away && !bot)) return 2;
  return summary.gone.length > 0 ? 1 : 0;
}

/** Milliseconds as "2:05". */
export function minutesText(milliseconds: number): string {
  const seconds = Math.floor(milliseconds / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
