import type { WebSocketTransport } from '@colyseus/ws-transport';

/** How often each connection is asked whether it is still there, in milliseconds. */
const EVERY = 4000;
/** So many questions may stay without an answer. */
const PATIENCE = 2;

/**
 * Ends connections that no longer answer. Each is asked at moments of its own: a school that is asked all at once answers all at once, and
 * whoever chooses then waits for it.
 */
export function keepHeartbeats(transport: WebSocketTransport): WebSocketTransport {
  const { wss: sockets } = transport as unknown as { readonly wss: Sockets };
  sockets.on('connection', (socket) => {
    let unanswered = 0;
    const ask = (): void => {
      if (unanswered >= PATIENCE) socket.terminate();
      else socket.ping(() => {});
      unanswered += 1;
    };
    let stop = (): void => {};
    const first = setTimeout(() => {
      const rest = setInterval(ask, EVERY);
      rest.unref();
      stop = () => clearInterval(rest);
      ask();
    }, Math.random() * EVERY);
    first.unref();
    socket.on('pong', () => {
      unanswered = 0;
    });
    socket.once('close', () => {
      clearTimeout(first);
      stop();
    });
  });
  return transport;
}

/** What the transport has inside. */
interface Sockets {
  on(event: 'connection', listener: (socket: Socket) => void): void;
}

interface Socket {
  on(event: 'pong', listener: () => void): void;
  once(event: 'close', listener: () => void): void;
  ping(done: () => void): void;
  terminate(): void;
}
