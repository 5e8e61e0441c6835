import { afterEach, describe, expect, test } from 'vitest';
import { memoryKeyring } from '../../client/net/keyring.ts';
import { aSession, aTable, closeSessions, type House, playPhase, post, theHost, until } from './house.ts';
import { aRealServer, type RealServer } from './real.ts';

describe('a whole match in a process that logs everything', () => {
  let real: RealServer | null = null;
  afterEach(async () => {
    closeSessions();
    await real?.remove();
  });

  test('its log holds no name, code, secret or address, and no address of a request holds a secret', async () => {
    const asked: string[] = [];
    const plainFetch = globalThis.fetch;
    const PlainSocket = globalThis.WebSocket;
    globalThis.fetch = (input, init) => {
      asked.push(input instanceof Request ? input.url : String(input));
      return plainFetch(input, init);
    };
    globalThis.WebSocket = class extends PlainSocket {
      constructor(url: string | URL, protocols?: string | string[]) {
        asked.push(String(url));
        super(url, protocols);
      }
    };
    const secrets: string[] = [];
    const keyring = () => {
      const inner = memoryKeyring();
      return {
        get: inner.get,
        set: (kind: 'seat' | 'host', code: string, secret: string | null) => {
          if (secret !== null) secrets.push(secret);
          inner.set(kind, code, secret);
        },
      };
    };
    try {
      real = await aRealServer({ LOG_LEVEL: 'debug' });
      const server = real as unknown as House;
      const created = await aTable(server);
      secrets.push(created.hostSecret);
      const host = await theHost(server, created);
      const names = ['Quetzal', 'Wombat', 'Narwhal', 'Okapi'];
      const seats = ['regulator', 'alpha', 'beta', 'voices'];
      const players = await Promise.all(
        names.map((nickname, index) =>
          aSession(server, { kind: 'seat', code: created.code, nickname, seat: seats[index] ?? '' }, keyring()),
        ),
      );
      await host.host({ do: 'start' });
      await until(() => players.every((player) => player.view.value?.phase === 'briefing'), 'the briefing');
      for (let phases = 0; phases < 6; phases++) await playPhase(players);
      // What goes wrong is logged, too.
      await post(server, '/api/join', { code: created.code, nickname: 'Quetzal' });
      await post(server, '/api/join', { code: created.code, nickname: 'Thylacine', seatSecret: 'x'.repeat(32) });
      await post(server, '/api/join', `{"code":"${created.code}","nickname":"Thylacine"`);
      await post(server, '/api/watch', { code: created.code, hostSecret: 'y'.repeat(32) });
      const socket = new WebSocket(`${real.url.replace('http', 'ws')}/nowhere/nobody?sessionId=${'z'.repeat(9)}`);
      await new Promise((resolve) => socket.addEventListener('close', resolve));
      real.signal('SIGTERM');
      await real.ended();
      const log = real.printed.replaceAll(real.url, '');
      expect(log).toContain('table created');
      for (const word of [
        ...names,
        'Thylacine',
        created.code,
        ...secrets,
        'x'.repeat(32),
        'y'.repeat(32),
        '127.0.0.1',
        '::ffff',
        '::1',
        'localhost',
      ])
        expect([word, log.includes(word)]).toEqual([word, false]);
      expect(asked.length).toBeGreaterThan(10);
      expect(secrets.length).toBeGreaterThan(4);
      for (const address of asked) for (const secret of secrets) expect(address).not.toContain(secret);
    } finally {
      globalThis.fetch = plainFetch;
      globalThis.WebSocket = PlainSocket;
    }
  }, 60_000);
});
