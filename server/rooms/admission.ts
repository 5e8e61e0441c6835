import { matchMaker } from '@colyseus/core';
import { PROBLEMS, refuse } from '../problems.ts';
import { ShownRoom } from './ShownRoom.ts';
import type { Table } from './table.ts';
import type { Admitted, AdmittedToClass } from './viewers.ts';
import type { Workshop } from './workshop.ts';

/** The names of the rooms. */
export const ROOM = 'table';
export const CLASS_ROOM = 'workshop';

export type Reservation = Awaited<ReturnType<typeof matchMaker.reserveSeatFor>>;
type Listing = Parameters<typeof matchMaker.reserveSeatFor>[0];

/** What a room shows: a table or a class. */
interface Shown {
  readonly stored: { readonly code: string };
  readonly isWatched: boolean;
}

/** Opens the room of a table or a class when somebody is let in, and reserves their connection. */
export class Admission {
  readonly #opening = new WeakMap<Shown, Promise<Listing>>();

  /** A reservation for one connection to a table, good for some seconds. Refuses when the room is full of watchers. */
  reserve(table: Table, admitted: Admitted): Promise<Reservation> {
    return this.#reserve(table, ROOM, admitted);
  }

  /** A reservation for one connection to the room of a class. */
  reserveInClass(workshop: Workshop, admitted: AdmittedToClass): Promise<Reservation> {
    return this.#reserve(workshop, CLASS_ROOM, admitted);
  }

  async #reserve(shown: Shown, name: string, admitted: Admitted | AdmittedToClass): Promise<Reservation> {
    const listing = await this.#roomOf(shown, name);
    const room = matchMaker.getLocalRoomById(listing.roomId);
    if (room instanceof ShownRoom) room.expectSomebody();
    try {
      return await matchMaker.reserveSeatFor(listing, {}, admitted);
    } catch {
      return refuse(PROBLEMS.tableFull);
    }
  }

  async #roomOf(shown: Shown, name: string): Promise<Listing> {
    const opening = this.#opening.get(shown);
    if (opening !== undefined) {
      const listing = await opening;
      if (shown.isWatched) return listing;
      if (this.#opening.get(shown) === opening) this.#opening.delete(shown);
      return this.#roomOf(shown, name);
    }
    const created = matchMaker.createRoom(name, { code: shown.stored.code });
    this.#opening.set(shown, created);
    created.catch(() => this.#opening.delete(shown));
    return created;
  }
}
