import type { Writable } from 'node:stream';
import type { Room } from '@colyseus/core';

/** Bytes that may wait for a connection that does not read: many full states. */
const MOST_WAITING = 1024 * 1024;
/** Messages that may wait for a connection that never says that it has arrived. */
const MOST_ENQUEUED = 100;

type ReadFrame = (client: Waiting, frame: Buffer) => void;

/**
 * Makes a room survive any frame: one that can not be read is told of and dropped. Also moves the room's clock, by which
 * messages per second are counted, and which nothing else moves while a table is quiet.
 */
export function guardFrames(room: Room, tell: (error: unknown) => void): void {
  const inside = room as unknown as { _onMessage: ReadFrame };
  const readFrame = inside._onMessage.bind(room);
  inside._onMessage = (client, frame) => {
    try {
      // Whoever asks and asks and never reads the answers.
      if (isSlow(client)) return client.ref.terminate();
      room.clock.tick();
      readFrame(client, frame);
    } catch (error) {
      tell(error);
    }
  };
}

/** Ends connections that do not read what they are sent, so that what waits for them stays bounded. Whoever is cut off can join again. */
export function dropSlow(room: Room): void {
  for (const client of room.clients as unknown as readonly Waiting[]) if (isSlow(client)) client.ref.terminate();
}

function isSlow({ ref, _enqueuedMessages = [] }: Waiting): boolean {
  return ref.bufferedAmount > MOST_WAITING || _enqueuedMessages.length > MOST_ENQUEUED;
}

/** Sends what a task sends to each connection at once, together with what is sent right after it: a write for each frame would cost more than the frame. */
export function inOneWrite(room: Room, task: () => void): void {
  const sockets = (room.clients as unknown as readonly Waiting[]).flatMap(({ ref: { _socket } }) => (_socket ? [_socket] : []));
  for (const socket of sockets) socket.cork();
  process.nextTick(() => {
    // The last one first, as the room sends.
    for (const socket of sockets.toReversed()) socket.uncork();
  });
  task();
}

/** What a client of the transport has inside. */
interface Waiting {
  readonly ref: { readonly bufferedAmount: number; readonly _socket?: Pick<Writable, 'cork' | 'uncork'> | null; terminate(): void };
  readonly _enqueuedMessages?: readonly unknown[];
}
