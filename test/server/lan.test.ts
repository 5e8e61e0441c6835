import { type NetworkInterfaceInfo, networkInterfaces } from 'node:os';
import { afterEach, describe, expect, test } from 'vitest';
import type { Settings } from '../../server/house.ts';
import { joinAddress, lanAddresses } from '../../server/http/address.ts';
import { readSettings } from '../../server/settings.ts';
import { freePort } from '../freePort.ts';
import { aServer } from './house.ts';
import { aRealServer, type RealServer } from './real.ts';

const here = (address: string, internal = false): NetworkInterfaceInfo => ({
  address,
  internal,
  family: 'IPv4',
  netmask: '255.255.255.0',
  mac: '00:00:00:00:00:00',
  cidr: `${address}/24`,
});

describe('the networks of a machine', () => {
  test('come in the order in which pupils are likely to be on them', () => {
    const networks = {
      lo: [here('127.0.0.1', true)],
      docker0: [here('172.17.0.1')],
      tun0: [here('10.8.0.2')],
      eth1: [here('169.254.3.4')],
      eth0: [here('10.20.0.5'), { ...here('fe80::1'), family: 'IPv6' as const, scopeid: 2 }],
      wlan0: [here('192.168.1.7')],
      en5: [here('141.20.1.9')],
      en6: [here('172.20.1.9')],
    };
    expect(lanAddresses(networks)).toEqual([
      '192.168.1.7',
      '10.20.0.5',
      '172.20.1.9',
      '141.20.1.9',
      '169.254.3.4',
      '10.8.0.2',
      '172.17.0.1',
    ]);
  });

  test('may be none', () => {
    expect(lanAddresses({ lo: [here('127.0.0.1', true)] })).toEqual([]);
  });
});

describe('the address in a QR code', () => {
  const settings = { port: 2567, lanUrl: 'http://192.168.1.7:2567' } as Settings;

  test.each([
    ['on the server itself', '127.0.0.1:2567', 'http', 'http://192.168.1.7:2567/j/ABCDE'],
    ['on the server itself, by name', 'localhost:2567', 'http', 'http://192.168.1.7:2567/j/ABCDE'],
    ['on the server itself, by IPv6', '[::1]:2567', 'http', 'http://192.168.1.7:2567/j/ABCDE'],
    ['over another of its networks', '10.20.0.5:2567', 'http', 'http://10.20.0.5:2567/j/ABCDE'],
    ['by its name in the school', 'laptop.school.lan:2567', 'http', 'http://laptop.school.lan:2567/j/ABCDE'],
    ['by HTTPS', 'play.school.example', 'https', 'https://play.school.example/j/ABCDE'],
    ['without saying how', undefined, 'http', 'http://192.168.1.7:2567/j/ABCDE'],
    ['by something that is no address', 'x/../y', 'http', 'http://127.0.0.1:2567/j/ABCDE'],
  ])('when the page was opened %s', (_how, host, protocol, expected) => {
    expect(joinAddress(settings, host, protocol, 'ABCDE')).toBe(expected);
  });

  test('is as opened when the server is not on a network', () => {
    expect(joinAddress({ ...settings, lanUrl: null }, 'localhost:2567', 'http', 'ABCDE')).toBe('http://localhost:2567/j/ABCDE');
  });
});

describe('what is set', () => {
  test.each([
    [{}, [], { host: '127.0.0.1', lanUrl: null, publicMetrics: false }],
    [{ METRICS: 'public' }, [], { publicMetrics: true }],
    [{ METRICS: 'local' }, [], { publicMetrics: false }],
    [{ PORT: '4000' }, ['--lan'], { host: '0.0.0.0', port: 4000 }],
  ])('%j %j', (environment, words, expected) => {
    expect(readSettings(environment, words)).toMatchObject(expected);
  });

  test.each([
    [{ METRICS: 'all' }, [], 'METRICS must be "local" or "public", not "all".'],
    [{}, ['--wan'], /^There is no option "--wan"\.\nUsage: npm start/],
  ])('%j %j is refused', (environment, words, sentence) => {
    const answer = readSettings(environment, words);
    expect(answer).toEqual(typeof sentence === 'string' ? sentence : expect.stringMatching(sentence));
  });
});

test.each(['127.0.0.1', '0.0.0.0', '::1', '::'])('a server that listens at %s says where it is', async (host) => {
  const isHere = !host.includes(':') || Object.values(networkInterfaces()).some((all) => all?.some(({ address }) => address === '::1'));
  if (!isHere) return;
  const house = await aServer(undefined, { host });
  try {
    expect((await fetch(`${house.url}/health`)).status).toBe(200);
  } finally {
    await house.stop();
  }
});

describe('npm start -- --lan', () => {
  let server: RealServer | null = null;
  afterEach(() => server?.remove());

  test.skipIf(lanAddresses().length === 0)(
    'prints every address of this machine and a QR code, and answers at each of them',
    async () => {
      const port = await freePort();
      server = await aRealServer({ PORT: String(port) }, ['--lan']);
      const { url } = server;
      const addresses = lanAddresses().map((address) => `http://${address}:${port}`);
      const [first] = addresses;
      while (!server.printed.includes('▄')) await new Promise((resolve) => setTimeout(resolve, 10));
      const printed = server.printed;
      for (const address of addresses) {
        expect(printed).toContain(`On your network:     ${address}\n`);
        expect((await fetch(`${address}/health`)).status).toBe(200);
      }
      const { default: qrcode } = await import('qrcode');
      expect(printed).toContain(await qrcode.toString(first ?? '', { type: 'terminal', small: true }));
      const created = await fetch(`${url}/api/tables`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: '{"scenario":"tiny"}',
      });
      const { code } = (await created.json()) as { code: string };
      for (const [opened, leadsTo] of [[url, first], ...addresses.map((address) => [address, address])]) {
        const { joinUrl } = (await (await fetch(`${opened}/api/tables/${code}`)).json()) as { joinUrl: string };
        expect(joinUrl).toBe(`${leadsTo}/j/${code}`);
        const picture = await (await fetch(`${opened}/api/tables/${code}/qr.svg`)).text();
        expect(picture).toBe(await qrcode.toString(joinUrl, { type: 'svg', margin: 1 }));
      }
    },
    60_000,
  );
});
