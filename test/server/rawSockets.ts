import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { type House, until } from './house.ts';

/** What a socket has received as text, so far. */
export function listen(socket: Socket): { readonly text: () => string; readonly closed: Promise<unknown> } {
  let text = '';
  socket.on('data', (bytes) => {
    text += bytes.toString('latin1');
  });
  socket.on('error', () => {});
  return { text: () => text, closed: once(socket, 'close').catch(() => {}) };
}

/** Sends raw bytes to a server and answers all that comes back until the connection ends. */
export async function raw({ server }: House, text: string): Promise<string> {
  const socket = connect(server.port, '127.0.0.1');
  const heard = listen(socket);
  socket.write(text);
  await heard.closed;
  return heard.text();
}

const UPGRADE = 'Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n';

/** The status line that a WebSocket is answered with. */
export async function upgrade(house: House, target: string, headers = ''): Promise<string> {
  const socket = connect(house.server.port, '127.0.0.1');
  const heard = listen(socket);
  socket.write(`GET ${target} HTTP/1.1\r\nHost: 127.0.0.1:${house.server.port}\r\n${UPGRADE}${headers}\r\n`);
  await Promise.race([until(() => heard.text().includes('\r\n'), 'an answer'), heard.closed]);
  socket.destroy();
  return heard.text().split('\r\n')[0] ?? '';
}
