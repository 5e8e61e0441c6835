import type { Room } from '@colyseus/core';
import { Encoder } from '@colyseus/schema';

/**
 * Far more than the state of a class of two hundred, or of a long match. It must never be exceeded: the first state of a connection that does
 * not fit is sent in pieces of two buffers, and cannot be read (@colyseus/core 0.18.17).
 */
Encoder.BUFFER_SIZE = 96 * 1024;

const whole = new Uint8Array(Encoder.BUFFER_SIZE * 2);
const patch = new Uint8Array(Encoder.BUFFER_SIZE * 2);

/**
 * Lets a room encode into buffers that all rooms share: its own would be most of its memory. States are encoded in one go and copied for
 * each connection that has a view, so every connection of the room must have one.
 */
export function shareBuffers(room: Room): void {
  const { _serializer: serializer } = room as unknown as { readonly _serializer: Inside };
  whole[0] = serializer.fullEncodeBuffer[0] ?? 0;
  serializer.fullEncodeBuffer = whole;
  serializer.encoder.sharedBuffer = patch;
  const fullState = serializer.getFullState.bind(serializer);
  serializer.getFullState = (...of) => {
    // What is left of the last time may be another room's.
    serializer.needFullEncode = true;
    return fullState(...of);
  };
}

/** What the serializer of a room has inside. */
interface Inside {
  fullEncodeBuffer: Uint8Array;
  needFullEncode: boolean;
  readonly encoder: { sharedBuffer: Uint8Array };
  getFullState(...of: readonly unknown[]): Uint8Array;
}
