import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { tinyData } from '../fixtures/tiny.ts';
import type { House } from './house.ts';
import { aPage, type Page } from './page.ts';
import { aRealServer, type RealServer } from './real.ts';

/** Longer than a killed server and all its clients take to come back on a busy machine, in milliseconds. */
export const LONG = 40_000;

/** The tiny scenario, with something to promise. */
export function withPacts() {
  const data = tinyData();
  const hush = { title: 'Say nothing', text: 'I say nothing.', seats: ['beta'], broken: { value: { mark: 'staff-plan' }, atLeast: 1 } };
  return {
    ...data,
    steps: data.steps.map((one) => (one.id === 'settle' ? { ...one, run: [...(one.run ?? []), 'pacts'] } : one)),
    pacts: { terms: { hush }, payable: [], source: 'CAL: made for tests.' },
  };
}

/** A server in a process of its own that will be killed, with a page whose sessions can be told that the network is back. */
export interface Doomed {
  readonly house: House;
  readonly dataDir: string;
  /** Kills it as a power cut would, and starts it again on the same data. */
  kill(): Promise<void>;
  /** Tells every session that the network is back, instead of letting each find out by itself. */
  tell(): void;
  /** Stops it as its owner would; `start` starts it again. */
  stop(): Promise<void>;
  start(): Promise<void>;
  remove(): Promise<void>;
}

/** Must be called before a session is opened. */
export async function aDoomedServer(): Promise<Doomed> {
  const page: Page = aPage();
  const folder = mkdtempSync(path.join(tmpdir(), 'chokepoint-'));
  const scenarios = path.join(folder, 'scenarios');
  const dataDir = path.join(folder, 'data');
  mkdirSync(scenarios);
  writeFileSync(path.join(scenarios, 'tiny.json'), JSON.stringify(withPacts()));
  const server: RealServer = await aRealServer({ SCENARIOS_DIR: scenarios, DATA_DIR: dataDir });
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    server.signal(signal);
    await server.ended();
  };
  return {
    // What the helpers need to know of a server is where it is.
    house: server as unknown as House,
    dataDir,
    kill: async () => {
      await end('SIGKILL');
      await server.start();
    },
    tell: page.online,
    stop: () => end('SIGTERM'),
    start: server.start,
    remove: async () => {
      await server.remove();
      page.remove();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
