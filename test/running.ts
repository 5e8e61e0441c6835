import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { freePort } from './freePort.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** A server in a process of its own, as `npm start` runs it, with a data folder that is thrown away. */
export interface Running {
  readonly url: string;
  /** Milliseconds from starting the process until `/health` answered. */
  readonly startupMs: number;
  readonly process: ChildProcess;
  /** Ends it by a signal and resolves when it has ended. Its data stay. */
  end(signal: 'SIGTERM' | 'SIGKILL'): Promise<void>;
  /** Starts it again on the same port and data, and waits until it answers. */
  again(): Promise<void>;
  /** Ends it and throws its data away. */
  stop(): Promise<void>;
}

async function answers(url: string): Promise<boolean> {
  try {
    return (await fetch(`${url}/health`)).ok;
  } catch {
    return false;
  }
}

/** Starts the server, with settings of its own if given, and waits until it answers; throws after 120 s, with what it printed. */
export async function startServer(environment: Readonly<Record<string, string>> = {}): Promise<Running> {
  const port = await freePort();
  const dataDir = mkdtempSync(join(tmpdir(), 'chokepoint-'));
  const url = `http://127.0.0.1:${port}`;
  const env = { ...process.env, PORT: String(port), HOST: '127.0.0.1', DATA_DIR: dataDir, LOG_LEVEL: 'error', ...environment };
  const began = performance.now();
  let child = await spawnServer(env, url);
  const startupMs = performance.now() - began;
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const exit = once(child, 'exit');
    child.kill(signal);
    await exit;
  };
  return {
    url,
    startupMs,
    get process() {
      return child;
    },
    end,
    again: async () => {
      child = await spawnServer(env, url);
    },
    stop: async () => {
      await end('SIGTERM');
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

async function spawnServer(env: NodeJS.ProcessEnv, url: string): Promise<ChildProcess> {
  const began = performance.now();
  const child = spawn(process.execPath, ['server/start.ts'], { cwd: ROOT, env, stdio: ['ignore', 'pipe', 'pipe'] });
  let printed = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (part: Buffer) => {
      printed += part.toString();
    });
  while (!(await answers(url))) {
    if (child.exitCode !== null || performance.now() - began > 120_000) throw new Error(`The server did not start:\n${printed}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  return child;
}
