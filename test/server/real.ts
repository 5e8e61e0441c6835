import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { tinyData } from '../fixtures/tiny.ts';
import { freePort } from '../freePort.ts';

const START = fileURLToPath(new URL('../../server/start.ts', import.meta.url));

/** A server in a process of its own, as `npm start` runs it without the client, with the tiny scenario. */
export interface RealServer {
  readonly url: string;
  readonly port: number;
  /** All that it has printed and logged so far, over all its lives. */
  readonly printed: string;
  /** Sends a signal; does not wait. */
  signal(name: NodeJS.Signals): void;
  /** Resolves with the exit code, or the signal that ended it. */
  ended(): Promise<number | string>;
  /** Starts it again on the same port and data. */
  start(): Promise<void>;
  /** Ends it and deletes its data. */
  remove(): Promise<void>;
}

/** Starts one and waits until it says that it is ready. Rejects with what it printed if it ends before. */
export async function aRealServer(environment: Readonly<Record<string, string>> = {}, words: readonly string[] = []): Promise<RealServer> {
  const folder = mkdtempSync(path.join(tmpdir(), 'chokepoint-'));
  const scenariosDir = path.join(folder, 'scenarios');
  mkdirSync(scenariosDir);
  writeFileSync(path.join(scenariosDir, 'tiny.json'), JSON.stringify(tinyData()));
  const port = Number(environment.PORT ?? (await freePort()));
  const env = {
    ...process.env,
    HOST: '127.0.0.1',
    DATA_DIR: path.join(folder, 'data'),
    SCENARIOS_DIR: scenariosDir,
    ...environment,
    PORT: String(port),
  };
  let child: ChildProcess;
  let printed = '';
  let ended: Promise<number | string>;
  const start = async (): Promise<void> => {
    let said = '';
    child = spawn(process.execPath, [START, '--no-client', ...words], { env, stdio: ['ignore', 'pipe', 'pipe'] });
    for (const stream of [child.stdout, child.stderr])
      stream?.on('data', (part: Buffer) => {
        said += part.toString();
        printed += part.toString();
      });
    ended = once(child, 'close').then(([code, signal]) => (code as number | null) ?? String(signal));
    const ready = async (): Promise<void> => {
      while (!said.includes('Chokepoint is ready')) await new Promise((resolve) => setTimeout(resolve, 5));
    };
    const failed = ended.then((how) => Promise.reject(new Error(`the server ended (${how}):\n${said}`)));
    failed.catch(() => {});
    await Promise.race([ready(), failed]);
  };
  await start();
  return {
    url: `http://127.0.0.1:${port}`,
    port,
    get printed() {
      return printed;
    },
    signal: (name) => void child.kill(name),
    ended: () => ended,
    start,
    remove: async () => {
      if (child.exitCode === null && child.signalCode === null) child.kill('SIGKILL');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
