import type { SeatId } from '../../../shared/match/state.ts';
import type { Kit } from '../kit.ts';
import type { BoardModel } from '../model.ts';
import type { PartName } from '../outcome.ts';
import { layBackdrop } from './backdrop.ts';
import { Bridges } from './bridges.ts';
import { Camps } from './camps.ts';
import { Citizens } from './citizens.ts';
import { Goods } from './goods.ts';
import { Islands } from './islands.ts';
import type { Part } from './part.ts';
import { Scales } from './scales.ts';
import { Horizon, Sky, Sun } from './sky.ts';
import { Smoke } from './smoke.ts';
import { StaffRoof } from './staff.ts';
import { Tags } from './tags.ts';
import { Towers } from './towers.ts';
import { Tunnels } from './tunnels.ts';

/** The standing picture: everything the board shows when nothing happens. */
export class Standing {
  readonly bridges: Bridges;
  readonly staff: StaffRoof;
  readonly towers: Towers;
  readonly scales: Scales;
  readonly #parts: readonly Part[];

  constructor(kit: Kit) {
    layBackdrop(kit);
    this.bridges = new Bridges(kit);
    this.staff = new StaffRoof(kit);
    this.towers = new Towers(kit);
    this.scales = new Scales(kit);
    this.#parts = [
      new Sky(kit),
      new Sun(kit),
      new Horizon(kit),
      new Tunnels(kit),
      this.bridges,
      new Islands(kit),
      new Goods(kit),
      this.staff,
      new Citizens(kit),
      this.towers,
      new Camps(kit),
      new Smoke(kit),
      this.scales,
      new Tags(kit),
    ];
  }

  /** Brings all parts to the model. */
  show(model: BoardModel, ms: number): void {
    for (const part of this.#parts) part.show(model, ms, null);
  }

  /** Brings one part to the model, for one seat or (null) all over. */
  settle(name: PartName, model: BoardModel, ms: number, seat: SeatId | null): void {
    this.#parts.find((part) => part.name === name)?.show(model, ms, seat);
  }

  /** Idle motion; `calm` 1 is at rest. */
  tick(ms: number, calm: number): void {
    for (const part of this.#parts) part.tick?.(ms, calm);
  }
}
