import { type Server as HttpServer, type IncomingMessage, STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Problem } from '../../shared/messages.ts';
import type { House } from '../house.ts';
import { PROBLEMS, statusOf } from '../problems.ts';
import { MINUTE } from '../rooms/clock.ts';
import { addressOf, TryLimit } from './limits.ts';
import { isWelcome } from './origin.ts';

/** Where the check page opens a WebSocket. It belongs to no room: the transport answers each message with one byte, and soon closes it. */
export const ECHO = '/echo';

/** WebSockets that an address may open in a minute: a school that comes back at once, several times over. */
const CONNECTIONS = 6000;
const CHECKS = 300;

/** Puts a gate before all that listens for WebSockets on a server: what it refuses is answered and goes no further. */
export function guardUpgrades(http: HttpServer, house: House): void {
  const connections = new TryLimit(CONNECTIONS, MINUTE);
  const checks = new TryLimit(CHECKS, MINUTE);
  const problemOf = (request: IncomingMessage): Problem | null => {
    const path = pathOf(request);
    if (path === null) return PROBLEMS.malformed;
    const { origin, host } = request.headers;
    if (!isWelcome(origin, host, house.settings.allowedOrigins)) return PROBLEMS.forbiddenOrigin;
    if (!house.door.isOpen) return PROBLEMS.closing;
    return (path === ECHO ? checks : connections).take(addressOf(request)) ? null : PROBLEMS.tooManyTries;
  };
  const inner = http.listeners('upgrade') as ((request: IncomingMessage, socket: Duplex, head: Buffer) => void)[];
  http.removeAllListeners('upgrade');
  http.on('upgrade', (request, socket, head) => {
    const problem = problemOf(request);
    if (problem === null) for (const listener of inner) listener(request, socket, head);
    else refuseSocket(socket, problem);
  });
}

/** The path that is asked for; null when the address can't be read, which whoever parses it next would stumble over. */
function pathOf({ url = '/' }: IncomingMessage): string | null {
  return url.startsWith('/') && URL.canParse(`ws://server${url}`) ? new URL(`ws://server${url}`).pathname : null;
}

function refuseSocket(socket: Duplex, problem: Problem): void {
  const status = statusOf(problem.code);
  const body = JSON.stringify(problem);
  const lines = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}`,
    'Content-Type: application/json; charset=utf-8',
    `Content-Length: ${Buffer.byteLength(body)}`,
    'Connection: close',
  ];
  socket.on('error', () => socket.destroy());
  socket.end(`${lines.join('\r\n')}\r\n\r\n${body}`);
}
