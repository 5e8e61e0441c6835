import { once } from 'node:events';
import { request as ask, createServer } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';

/** What a school's proxy does with WebSockets: drops them without a word, answers with a page of its own, or lets them through. */
export type Manner = 'drops' | 'answers' | 'passes';

/** A proxy between a device and the server, as some schools have one: pages come through, WebSockets as it likes. */
export async function aSchoolProxy(server: string, manner: Manner): Promise<{ readonly url: string; close(): Promise<void> }> {
  const { hostname, port } = new URL(server);
  const sockets = new Set<Socket>();
  const proxy = createServer((incoming, outgoing) => {
    const { host: _host, ...headers } = incoming.headers;
    const passed = ask(
      { hostname, port, path: incoming.url, method: incoming.method, headers: { ...headers, host: incoming.headers.host } },
      (answer) => {
        outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(outgoing);
      },
    );
    passed.on('error', () => outgoing.destroy());
    incoming.pipe(passed);
  });
  proxy.on('connection', (socket) => sockets.add(socket.on('close', () => sockets.delete(socket))));
  proxy.on('upgrade', (incoming, socket, head) => {
    socket.on('error', () => {});
    if (manner === 'drops') return;
    if (manner === 'answers') {
      socket.end('HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 7\r\nConnection: close\r\n\r\nBlocked');
      return;
    }
    const through = connect(Number(port), hostname);
    through.on('error', () => socket.destroy());
    const lines = [`${incoming.method} ${incoming.url} HTTP/1.1`];
    for (let index = 0; index < incoming.rawHeaders.length; index += 2)
      lines.push(`${incoming.rawHeaders[index]}: ${incoming.rawHeaders[index + 1]}`);
    through.write(`${lines.join('\r\n')}\r\n\r\n`);
    through.write(head);
    through.pipe(socket).pipe(through);
  });
  proxy.listen(0, '127.0.0.1');
  await once(proxy, 'listening');
  return {
    url: `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`,
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => proxy.close(resolve));
    },
  };
}
