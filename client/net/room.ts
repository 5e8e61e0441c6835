import { Room } from '@colyseus/sdk/Room';
import { SchemaSerializer } from '@colyseus/sdk/serializer/SchemaSerializer';
import { registerSerializer } from '@colyseus/sdk/serializer/Serializer';
import type { TableSync } from '../../server/sync/schema.ts';
import type { WorkshopSync } from '../../server/sync/workshopSchema.ts';

// Of the SDK only the room is loaded: reservations come from our own API, and we rejoin by ourselves.
registerSerializer('schema', SchemaSerializer);

/** One connection to a room with this synced state. */
export type LiveRoom<State> = Room<unknown, State>;
export type TableRoom = LiveRoom<TableSync>;
export type WorkshopRoom = LiveRoom<WorkshopSync>;

const PATIENCE = 10_000;

interface Reservation {
  readonly name: string;
  readonly processId: string;
  readonly roomId: string;
  readonly sessionId: string;
}

/**
 * Opens the connection that was reserved. Rejects when it is refused, takes too long, or is given up by `signal`. `prepare` sets up
 * listeners before anything arrives.
 */
export function openRoom<State = TableSync>(
  reserved: unknown,
  server: string,
  prepare: (room: LiveRoom<State>) => void,
  signal?: AbortSignal,
): Promise<LiveRoom<State>> {
  const { name, processId, roomId, sessionId } = reserved as Reservation;
  const room: LiveRoom<State> = new Room(name);
  room.roomId = roomId;
  room.sessionId = sessionId;
  room.reconnection.enabled = false;
  return new Promise((resolve, reject) => {
    const end = (settle: () => void): void => {
      clearTimeout(tooLong);
      signal?.removeEventListener('abort', giveUp);
      settle();
    };
    const giveUp = (): void => {
      room.connection?.close();
      end(() => reject(new Error('no answer')));
    };
    const tooLong = setTimeout(giveUp, PATIENCE);
    signal?.addEventListener('abort', giveUp);
    room.onError.once((_code, message) => end(() => reject(new Error(message ?? 'refused'))));
    // biome-ignore lint/complexity/useLiteralKeys: the signal is protected, and the only sign that the room is open.
    room['onJoin'].once(() => end(() => resolve(room)));
    prepare(room);
    const base = (server === '' ? location.origin : server).replace(/^http/, 'ws');
    room.connect(`${base}/${processId}/${roomId}?sessionId=${sessionId}`, {});
  });
}
