import type { SeatId } from '../../../shared/match/state.ts';
import type { BoardModel } from '../model.ts';
import type { PartName } from '../outcome.ts';

/** A part of the standing picture. */
export interface Part {
  readonly name: PartName;
  /** Go to what the model says in `ms` milliseconds; only for one seat if `seat` is given. */
  show(model: BoardModel, ms: number, seat: SeatId | null): void;
  /** Idle motion: `ms` milliseconds have passed, `calm` (0–1) is how far it has come to rest. */
  tick?(ms: number, calm: number): void;
}
