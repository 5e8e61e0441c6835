import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** What happens to the bytes between clients and a server. */
export type Weather =
  | 'fair'
  /** Nothing arrives in either direction, and no connection is closed: a cable that was pulled, Wi-Fi out of reach. */
  | 'black-hole'
  /** What clients send arrives; what they are answered does not. */
  | 'deaf'
  /** Connections are closed, and new ones refused. */
  | 'down';

/** A network between clients and a server, which a test can spoil. */
export interface Network {
  readonly url: string;
  /** How many connections were opened through it so far. */
  readonly opened: number;
  /**
   * Changes the weather. Connections that were open in bad weather stay as dead as they were: what was swallowed never arrives, and in
   * fair weather new ones are needed.
   */
  turn(weather: Weather): void;
  /** Bytes that were swallowed on their way to the server, in this spell of bad weather. */
  readonly swallowed: number;
  close(): Promise<void>;
}

/** Opens one, before the server at a port of this machine. */
export async function aNetwork(port: number): Promise<Network> {
  let weather: Weather = 'fair';
  let opened = 0;
  let swallowed = 0;
  const pairs = new Set<readonly [Socket, Socket]>();
  const door = createServer((client) => {
    if (weather === 'down') return void client.destroy();
    opened += 1;
    const server = connect(port, '127.0.0.1');
    const pair = [client, server] as const;
    pairs.add(pair);
    // What was swallowed leaves a gap: from then on this connection is good for nothing.
    const dead = { up: false, down: false };
    client.on('data', (bytes) => {
      dead.up ||= weather === 'black-hole';
      if (dead.up) swallowed += bytes.length;
      else server.write(bytes);
    });
    server.on('data', (bytes) => {
      dead.down ||= weather === 'black-hole' || weather === 'deaf';
      if (!dead.down) client.write(bytes);
    });
    for (const [one, other] of [
      [client, server],
      [server, client],
    ] as const) {
      one.on('error', () => {});
      one.on('close', () => {
        pairs.delete(pair);
        // In a black hole nobody hears that the other one has gone.
        if (weather === 'fair' || weather === 'down') other.destroy();
        else lost.push(other);
      });
    }
  });
  const lost: Socket[] = [];
  door.listen(0, '127.0.0.1');
  await once(door, 'listening');
  return {
    url: `http://127.0.0.1:${(door.address() as AddressInfo).port}`,
    get opened() {
      return opened;
    },
    get swallowed() {
      return swallowed;
    },
    turn: (next) => {
      weather = next;
      swallowed = 0;
      if (next === 'down') for (const pair of pairs) for (const socket of pair) socket.destroy();
      if (next === 'fair') for (const socket of lost.splice(0)) socket.destroy();
    },
    close: async () => {
      for (const pair of pairs) for (const socket of pair) socket.destroy();
      for (const socket of lost) socket.destroy();
      door.close();
      await once(door, 'close');
    },
  };
}
