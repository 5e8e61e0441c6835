import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { TableSession } from '../../client/net/session.ts';
import type { Choice } from '../../shared/match/state.ts';
import { aPlayer, aServer, aTable, closeSessions, codeOf, type House, playPhase, post, theHost, until } from './house.ts';
import { aPostgres, hasPostgres, type Postgres } from './postgres.ts';

let house: House | null = null;
afterEach(async () => {
  closeSessions();
  await house?.stop();
  house = null;
});

/** Something that can happen to a database, and be mended. */
interface Fault {
  strike(): Promise<void>;
  mend(): Promise<void>;
}

const PLAN: Choice = { picks: [{ action: 'staff-plan' }] };
const whatIsSeen = ({ view, legal, events }: TableSession) => ({ view: view.value, legal: legal.value, events: events.value });

/** A match in its agenda phase: four people, whose choices the database may or may not take. */
async function aMatch(
  house: House,
): Promise<{ readonly code: string; readonly host: TableSession; readonly players: readonly TableSession[] }> {
  const created = await aTable(house);
  const host = await theHost(house, created);
  const players = await Promise.all(['regulator', 'alpha', 'beta', 'voices'].map((seat) => aPlayer(house, created.code, seat)));
  await host.host({ do: 'start' });
  await until(() => players.every((player) => player.view.value?.phase === 'briefing'), 'the briefing');
  await playPhase(players);
  await until(() => players.every((player) => player.view.value?.phase === 'agenda'), 'the agenda');
  return { code: created.code, host, players };
}

/** What must hold whatever the fault: refusals in a sentence, nothing changed, nothing lost, and play goes on when it is mended. */
async function surviveFault(house: House, { strike, mend }: Fault): Promise<void> {
  const { code, host, players } = await aMatch(house);
  const [regulator, alpha, beta, voices] = players;
  if (!regulator || !alpha || !beta || !voices) throw new Error('four people play');
  expect(codeOf(await alpha.choose(PLAN))).toBeNull();
  // The event comes later than the state, and to the seat itself alone.
  const sawTheSeal = (player: TableSession): boolean =>
    player.view.value?.seats.alpha?.sealed === true && (player !== alpha || player.events.value.some(({ type }) => type === 'sealed'));
  await until(() => players.every(sawTheSeal), 'the first seal');
  const before = players.map(whatIsSeen);
  await strike();
  const refusals = await Promise.all([regulator.choose({ picks: [] }), beta.choose(PLAN), beta.choose({ picks: [] }), alpha.reopen()]);
  for (const refusal of refusals)
    expect(refusal).toEqual({
      code: 'not-stored',
      message: 'The server could not save that, so nothing has changed. Try again in a moment.',
    });
  expect(codeOf(await host.host({ do: 'pause' }))).toBe('not-stored');
  expect(codeOf(await host.host({ do: 'next' }))).toBe('not-stored');
  const creation = await post(house, '/api/tables', { scenario: 'tiny' });
  expect([creation.status, creation.body.code]).toEqual([
    creation.body.code === 'not-stored' ? 503 : 500,
    expect.stringMatching(/^(not-stored|server-error)$/),
  ]);
  expect(creation.body.message).toMatch(/Try again in a moment\.$/);
  expect((await fetch(`${house.url}/health`)).status).toBe(200);
  expect(players.map(whatIsSeen)).toEqual(before);
  expect(players.map(({ link }) => link.value)).toEqual(players.map(() => 'online'));
  await mend();
  await insist(() => beta.choose({ picks: [] }));
  await insist(() => regulator.choose({ picks: [] }));
  const sealed = () => players.map(({ seat, view }) => view.value?.seats[seat ?? '']?.own?.choice?.picks.length ?? null);
  await until(() => sealed().filter((picks) => picks !== null).length === 3, 'three sealed choices');
  await house.restart();
  await until(() => [host, ...players].every(({ link }) => link.value === 'online'), 'everybody', 15_000);
  expect(sealed()).toEqual([0, 1, 0, null]);
  expect(await voices.choose({ picks: [] })).toBeNull();
  await until(() => players.every((player) => player.view.value?.phase === 'answer'), 'the next phase');
  expect((await post(house, '/api/watch', { code })).status).toBe(200);
}

/** Tries until it is stored, as a person would who is asked to try again. */
async function insist(choose: () => Promise<{ readonly code: string } | null>): Promise<void> {
  for (let tries = 0; tries < 40; tries++) {
    const problem = await choose();
    if (problem === null) return;
    expect(problem.code).toBe('not-stored');
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('the database is back, but nothing is stored');
}

/** A very small disk in a folder of its own; null where this user may not make one. */
function aSmallDisk(): string | null {
  const folder = mkdtempSync(path.join(tmpdir(), 'chokepoint-disk-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1536k', 'tmpfs', folder], { stdio: 'ignore' });
    return folder;
  } catch {
    rmSync(folder, { recursive: true, force: true });
    return null;
  }
}

const disk = aSmallDisk();
afterAll(() => {
  if (disk === null) return;
  execFileSync('umount', [disk]);
  rmSync(disk, { recursive: true, force: true });
});

/** Writes a file until nothing more fits on the disk. */
function fill(file: string): void {
  for (const size of [64 * 1024, 4096, 512]) {
    const lump = Buffer.alloc(size);
    for (;;) {
      try {
        writeFileSync(file, lump, { flag: 'a' });
      } catch {
        break;
      }
    }
  }
}

describe('the disk is full', () => {
  test.skipIf(disk === null)(
    'choices are refused with a sentence until there is room again, and none is lost (needs to mount a small disk)',
    async () => {
      const dataDir = path.join(disk ?? '', 'data');
      const filler = path.join(disk ?? '', 'filler');
      mkdirSync(dataDir);
      house = await aServer(undefined, { dataDir, logLevel: 'silent' });
      await surviveFault(house, { strike: async () => fill(filler), mend: async () => rmSync(filler) });
    },
    60_000,
  );
});

/** A wire to a database that can be cut without a word, as when a cable is pulled: nothing is refused, nothing answers. */
async function aWire(to: URL): Promise<{ readonly url: string; cut(): void; mend(): void; close(): Promise<void> }> {
  let isCut = false;
  const sockets = new Set<Socket>();
  const wire = createServer((near) => {
    const far = connect(Number(to.port), to.hostname);
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(one);
      one.on('data', (bytes) => void (isCut || other.write(bytes)));
      one.on('error', () => {});
      one.on('close', () => {
        sockets.delete(one);
        other.destroy();
      });
    }
  }).listen(0, '127.0.0.1');
  await once(wire, 'listening');
  const url = new URL(to);
  url.port = String((wire.address() as AddressInfo).port);
  return {
    url: String(url),
    cut: () => {
      isCut = true;
    },
    mend: () => {
      isCut = false;
    },
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => wire.close(resolve));
    },
  };
}

describe.skipIf(!hasPostgres)('the database is gone (needs PostgreSQL)', () => {
  let postgres: Postgres;
  beforeAll(async () => {
    postgres = await aPostgres();
  });
  afterAll(() => postgres.remove());

  test('it is killed and started again: choices are refused meanwhile, none is lost', async () => {
    house = await aServer(undefined, { databaseUrl: await postgres.database(), logLevel: 'silent' });
    await surviveFault(house, { strike: () => postgres.kill(), mend: () => postgres.start() });
  }, 60_000);

  test('its cable is pulled: the same, and nobody waits for ever', async () => {
    const wire = await aWire(new URL(await postgres.database()));
    house = await aServer(undefined, { databaseUrl: wire.url, logLevel: 'silent' });
    await surviveFault(house, { strike: async () => wire.cut(), mend: async () => wire.mend() });
    closeSessions();
    await house.stop();
    house = null;
    await wire.close();
  }, 120_000);
});
