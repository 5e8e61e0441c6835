import { Room } from '@colyseus/sdk/Room';
import { SchemaSerializer } from '@colyseus/sdk/serializer/SchemaSerializer';
import { registerSerializer } from '@colyseus/sdk/serializer/Serializer';
import type { TableSync } from '../../server/sync/schema.ts';

// Of the SDK only the room is loaded: reservations come from our own API, and we rejoin by ourselves.
registerSerializer('schema', SchemaSerializer);

export type TableRoom = Room<unknown, TableSync>;

const PATIENCE = 10_000;

interface Reservation {
  readonly name: string;
  readonly processId: string;
  readonly roomId: string;
  readonly sessionId: string;
}

/** Opens the connection that was reserved. Rejects when it is refused or takes too long. `prepare` sets up listeners before anything arrives. */
export function openRoom(reserved: unknown, server: string, prepare: (room: TableRoom) => void): Promise<TableRoom> {
  const reservation = reserved as Reservation;
  const room: TableRoom = new Room(reservation.name);
  room.roomId = reservation.roomId;
  room.sessionId = reservation.sessionId;
  room.reconnection.enabled = false;
  return new Promise((resolve, reject) => {
    const giveUp = setTimeout(() => {
      room.connection.close();
      reject(new Error('no answer'));
    }, PATIENCE);
    const end = (settle: () => void): void => {
      clearTimeout(giveUp);
      settle();
    };
    room.onError.once((_code, message) => end(() => reject(new Error(message ?? 'refused'))));
    // biome-ignore lint/complexity/useLiteralKeys: the signal is protected, and the only sign that the room is open.
    room['onJoin'].once(() => end(() => resolve(room)));
    prepare(room);
    const base = (server === '' ? location.origin : server).replace(/^http/, 'ws');
    room.connect(`${base}/${reservation.processId}/${reservation.roomId}?sessionId=${reservation.sessionId}`, {});
  });
}
