import { matchMaker } from '@colyseus/core';
import { PROBLEMS, refuse } from '../problems.ts';
import { TableRoom } from './TableRoom.ts';
import type { Table } from './table.ts';
import type { Admitted } from './viewers.ts';

export const ROOM = 'table';

export type Reservation = Awaited<ReturnType<typeof matchMaker.reserveSeatFor>>;
type Listing = Parameters<typeof matchMaker.reserveSeatFor>[0];

/** Opens the room of a table when somebody is let in, and reserves their connection. */
export class Admission {
  readonly #opening = new WeakMap<Table, Promise<Listing>>();

  /** A reservation for one connection to a table, good for some seconds. Refuses when the room is full of watchers. */
  async reserve(table: Table, admitted: Admitted): Promise<Reservation> {
    const listing = await this.#roomOf(table);
    const room = matchMaker.getLocalRoomById(listing.roomId);
    if (room instanceof TableRoom) room.expectSomebody();
    try {
      return await matchMaker.reserveSeatFor(listing, {}, admitted);
    } catch {
      return refuse(PROBLEMS.tableFull);
    }
  }

  async #roomOf(table: Table): Promise<Listing> {
    const opening = this.#opening.get(table);
    if (opening !== undefined) {
      const listing = await opening;
      if (table.isWatched) return listing;
      if (this.#opening.get(table) === opening) this.#opening.delete(table);
      return this.#roomOf(table);
    }
    const created = matchMaker.createRoom(ROOM, { code: table.stored.code });
    this.#opening.set(table, created);
    created.catch(() => this.#opening.delete(table));
    return created;
  }
}
