import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request as httpRequest } from 'node:http';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { addressOf, TryLimit } from '../../server/http/limits.ts';
import { aServer, aSession, aTable, closeSessions, get, type House, post } from './house.ts';
import { listen, raw, upgrade } from './rawSockets.ts';

let house: House;
let client: string;
beforeAll(async () => {
  client = mkdtempSync(path.join(tmpdir(), 'chokepoint-client-'));
  mkdirSync(path.join(client, 'assets'));
  writeFileSync(path.join(client, 'index.html'), '<!doctype html><title>Chokepoint</title>');
  house = await aServer(undefined, { clientDir: client, allowedOrigins: ['https://school.example'] });
});
afterEach(closeSessions);
afterAll(() => rmSync(client, { recursive: true, force: true }));

describe('headers', () => {
  test.each(['/', '/j/ABCDE', '/check', '/api/scenarios', '/health', '/nowhere'])(
    '%s allows nothing inline and nothing from elsewhere',
    async (place) => {
      const { headers } = await fetch(house.url + place);
      const policy = headers.get('content-security-policy') ?? '';
      expect(policy).not.toMatch(/unsafe|\*|https?:/);
      expect(policy).toContain("default-src 'self';script-src 'self';style-src 'self';");
      expect(policy).toContain(`connect-src 'self' ws://127.0.0.1:${house.server.port} wss://127.0.0.1:${house.server.port} blob: data:;`);
      expect(policy).toContain("object-src 'none';base-uri 'none';form-action 'self';frame-ancestors 'none'");
      expect(Object.fromEntries(headers)).toMatchObject({
        'referrer-policy': 'no-referrer',
        'x-content-type-options': 'nosniff',
        'x-frame-options': 'SAMEORIGIN',
        'cross-origin-resource-policy': 'same-origin',
      });
      expect(headers.get('x-powered-by')).toBeNull();
      expect(headers.get('access-control-allow-origin')).toBeNull();
    },
  );

  test('a host that is none does not get into the policy', async () => {
    const answer = await raw(house, 'GET /health HTTP/1.1\r\nHost: x;script-src *\r\nConnection: close\r\n\r\n');
    expect(answer).toContain("connect-src 'self' 'self' blob: data:;");
    expect(answer).not.toContain('script-src *');
  });

  test('what the API answers is kept by no browser and no proxy', async () => {
    const { code } = await aTable(house);
    for (const place of ['/api/scenarios', `/api/tables/${code}`, '/api/tables/ZZZZZ', `/api/tables/${code}/qr.svg`, '/health', '/metrics'])
      expect([place, (await fetch(house.url + place)).headers.get('cache-control')]).toEqual([place, 'no-store']);
    const created = await fetch(`${house.url}/api/tables`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"scenario":"tiny"}',
    });
    expect([created.status, created.headers.get('cache-control')]).toEqual([201, 'no-store']);
  });
});

describe('too much', () => {
  const body = (length: number): string => JSON.stringify({ scenario: 'tiny', seed: 'x'.repeat(length) });

  test.each([
    ['with its length', (send: ReturnType<typeof httpRequest>) => send.end(body(17 * 1024))],
    [
      'in pieces',
      (send: ReturnType<typeof httpRequest>) => {
        for (let piece = 0; piece < 40; piece++) send.write('x'.repeat(1024));
        send.end();
      },
    ],
  ])('a body above 16 kB is refused: %s', async (_how, write) => {
    const request = httpRequest(`${house.url}/api/tables`, { method: 'POST', headers: { 'content-type': 'application/json' } });
    request.on('error', () => {});
    const answered = once(request, 'response');
    write(request);
    const [response] = (await answered) as [{ statusCode: number; resume: () => void }];
    response.resume();
    expect(response.statusCode).toBe(413);
  });

  test('a small body that unpacks to a large one is refused', async () => {
    const response = await fetch(`${house.url}/api/tables`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'content-encoding': 'gzip' },
      body: gzipSync(body(8 * 1024 * 1024)),
    });
    expect([response.status, ((await response.json()) as { code: string }).code]).toEqual([413, 'too-large']);
  });

  test('the largest allowed body is read', async () => {
    const { status, body: answer } = await post(house, '/api/tables', body(15 * 1024));
    expect([status, answer.code]).toEqual([400, 'malformed']);
  });

  test('headers above 16 kB are refused', async () => {
    expect(await raw(house, `GET /health HTTP/1.1\r\nHost: x\r\nX-Long: ${'x'.repeat(20_000)}\r\n\r\n`)).toMatch(/^HTTP\/1\.1 431 /);
  });

  test("a frame above 8 kB ends its connection with 1009, and nobody else's", async () => {
    const created = await aTable(house);
    const other = await aSession(house, { kind: 'seat', code: created.code, nickname: 'Ann', seat: 'beta' });
    const { body: joined } = await post(house, '/api/join', { code: created.code, nickname: 'Big', seat: 'alpha' });
    const { processId, roomId, sessionId } = joined.reservation as Record<string, string>;
    const socket = new WebSocket(`${house.url.replace('http', 'ws')}/${processId}/${roomId}?sessionId=${sessionId}`);
    await new Promise((resolve) => socket.addEventListener('message', resolve, { once: true }));
    const closed = new Promise<CloseEvent>((resolve) => socket.addEventListener('close', resolve));
    socket.send(new Uint8Array(9 * 1024).fill(13));
    expect((await closed).code).toBe(1009);
    expect(await other.ready()).toBeNull();
    expect(other.link.value).toBe('online');
  });

  test('limits count a network, not each of its many IPv6 addresses', () => {
    const from = (remoteAddress: string): string => addressOf({ socket: { remoteAddress } as Socket });
    expect(from('2001:db8:1:2::5')).toBe(from('2001:db8:1:2:3:4:5:6'));
    expect(from('2001:db8::5')).toBe('2001:db8:0:0');
    expect(from('2001:db8:1:3::5')).not.toBe(from('2001:db8:1:2::5'));
    expect(from('::ffff:10.0.0.7')).toBe('::ffff:10.0.0.7');
    expect(from('10.0.0.7')).toBe('10.0.0.7');
    expect(from('::1')).toBe('0:0:0:0');
    const limit = new TryLimit(2, 60_000);
    expect([limit.take('a'), limit.take('a'), limit.take('a'), limit.take('b')]).toEqual([true, true, false, true]);
  });
});

describe('too slow', () => {
  test.each([
    ['headers', 'GET /health HTTP/1.1\r\nHost: x\r\n'],
    ['a body', 'POST /api/tables HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 50\r\n\r\n{'],
  ])(
    'a connection whose %s never end is closed; meanwhile others are answered',
    async (_what, start) => {
      const socket = connect(house.server.port, '127.0.0.1');
      const heard = listen(socket);
      socket.write(start);
      expect((await get(house, '/health')).status).toBe(200);
      await heard.closed;
      expect(heard.text()).toMatch(/^(HTTP\/1\.1 408 Request Timeout|$)/);
    },
    60_000,
  );
});

describe('pages of other sites', () => {
  const EVIL = 'https://evil.example';

  test.each([
    ['GET', '/api/scenarios', undefined],
    ['POST', '/api/tables', '{"scenario":"tiny"}'],
    ['POST', '/api/join', '{"code":"ABCDE","nickname":"Ann"}'],
    ['POST', '/api/watch', '{"code":"ABCDE"}'],
  ])('may not %s %s', async (method, place, body) => {
    for (const origin of [EVIL, 'null', `http://127.0.0.1:${house.server.port}.evil.example`, 'http://127.0.0.1:1']) {
      const response = await fetch(house.url + place, {
        method,
        headers: { origin, 'content-type': 'application/json' },
        ...(body === undefined ? {} : { body }),
      });
      expect([origin, response.status, ((await response.json()) as { code: string }).code]).toEqual([origin, 403, 'forbidden-origin']);
    }
  });

  test.each(['/echo', '/abcdefghi/jklmnopqr?sessionId=x'])('may not open a WebSocket at %s', async (place) => {
    for (const origin of [EVIL, 'null', 'http://127.0.0.1:1'])
      expect(await upgrade(house, place, `Origin: ${origin}\r\n`)).toBe('HTTP/1.1 403 Forbidden');
    for (const origin of [house.url, 'https://school.example'])
      expect(await upgrade(house, place, `Origin: ${origin}\r\n`)).toBe('HTTP/1.1 101 Switching Protocols');
  });

  test('may not write a form', async () => {
    const response = await fetch(`${house.url}/api/tables`, {
      method: 'POST',
      headers: { 'content-type': 'text/plain' },
      body: '{"scenario":"tiny"}',
    });
    expect(response.status).toBe(400);
  });
});

describe('addresses that make no sense', () => {
  test.each([
    '//',
    '/\\',
    '/%',
    '/%zz/%',
    '/[',
    'http://[',
    '*',
    '/a/b/c/d?sessionId=%',
    '/constructor/__proto__?sessionId=toString',
    '//evil.example/x/y?sessionId=z',
  ])('a WebSocket at %s does not stop the server', async (target) => {
    expect(await upgrade(house, target)).toMatch(/^(HTTP\/1\.1 (101|400) .*|)$/);
    expect((await get(house, '/health')).status).toBe(200);
  });

  test.each([
    '/%',
    '/%E0%A4%A',
    '//evil.example',
    '/..%2f..%2fpackage.json',
    '/assets/..%2f..%2f..%2fpackage.json',
    '/api/tables/%',
    '/matchmake/joinOrCreate/table',
    '/api/../metrics',
  ])('%s gives away nothing', async (target) => {
    const answer = await raw(
      house,
      `GET ${target} HTTP/1.1\r\nHost: 127.0.0.1:${house.server.port}\r\nAccept: application/json\r\nConnection: close\r\n\r\n`,
    );
    expect(answer).toMatch(/^HTTP\/1\.1 4\d\d /);
    expect(answer).not.toMatch(/at .+\.[tj]s:|node_modules|"scripts"|devDependencies/);
  });
});

/** The matchmaker belongs to the process: only one server can run in it at a time. */
describe('other settings', () => {
  beforeAll(() => house.stop());

  test('a flood of requests from one address is slowed down, with a sentence', async () => {
    const small = await aServer(undefined, { requestsPerMinute: 30 });
    const answers = [];
    for (let sent = 0; sent < 40; sent++) answers.push(await get(small, '/api/scenarios'));
    await small.stop();
    expect(answers.slice(0, 30).every(({ status }) => status === 200)).toBe(true);
    expect(answers.at(-1)).toEqual({
      status: 429,
      body: { code: 'too-many-tries', message: 'Too many tries. Wait a minute, then try again.' },
    });
  });

  test('a flood of check connections from one address is refused, and the game goes on', async () => {
    const small = await aServer();
    let last = '';
    for (let sent = 0; sent <= 300; sent++) last = await upgrade(small, '/echo');
    expect(last).toBe('HTTP/1.1 429 Too Many Requests');
    const created = await aTable(small);
    expect((await aSession(small, { kind: 'seat', code: created.code, nickname: 'Ann' })).link.value).toBe('online');
    closeSessions();
    await small.stop();
  });
});
