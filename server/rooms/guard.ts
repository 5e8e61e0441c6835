import type { Room } from '@colyseus/core';

type ReadFrame = (client: unknown, frame: Buffer) => void;

/**
 * Makes a room survive any frame: one that can not be read is told of and dropped. Also moves the room's clock, by which
 * messages per second are counted, and which nothing else moves while a table is quiet.
 */
export function guardFrames(room: Room, tell: (error: unknown) => void): void {
  const inside = room as unknown as { _onMessage: ReadFrame };
  const readFrame = inside._onMessage.bind(room);
  inside._onMessage = (client, frame) => {
    try {
      room.clock.tick();
      readFrame(client, frame);
    } catch (error) {
      tell(error);
    }
  };
}
