import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { accessSync, chmodSync, chownSync, constants, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { freePort } from '../freePort.ts';

/** A PostgreSQL of one's own, with its data in a folder that is thrown away. */
export interface Postgres {
  /** Makes an empty database; answers its address. */
  database(): Promise<string>;
  /** Ends it at once, as a crash would. */
  kill(): Promise<void>;
  /** Starts it again on the same data and port. */
  start(): Promise<void>;
  /** Ends it and deletes all it held. */
  remove(): Promise<void>;
}

const PLACES = ['/usr/lib/postgresql', '/usr/pgsql', '/opt/homebrew/opt/postgresql', '/usr/local/opt/postgresql'];

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** The folder of `initdb` and `postgres`: on the PATH, or where Debian and others put it, the newest first; null when there is none. */
function findPrograms(): string | null {
  const versions = PLACES.filter((place) => existsSync(place)).flatMap((place) => [
    path.join(place, 'bin'),
    ...readdirSync(place)
      .sort((one, other) => Number(other) - Number(one))
      .map((version) => path.join(place, version, 'bin')),
  ]);
  const folders = [...(process.env.PATH ?? '').split(path.delimiter), ...versions];
  return folders.find((folder) => isProgram(path.join(folder, 'initdb')) && isProgram(path.join(folder, 'postgres'))) ?? null;
}

/** PostgreSQL refuses to run as root: then it runs as another user of the machine. */
function whoRuns(): { readonly uid?: number; readonly gid?: number } {
  if (process.getuid?.() !== 0) return {};
  const idOf = (flag: string, user: string) =>
    Number(execFileSync('id', [flag, user], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }));
  for (const user of ['postgres', 'nobody']) {
    try {
      return { uid: idOf('-u', user), gid: idOf('-g', user) };
    } catch {
      // The next one, then.
    }
  }
  return {};
}

const programs = process.platform === 'win32' ? null : findPrograms();

/** Whether this machine has a PostgreSQL to test with. */
export const hasPostgres = programs !== null;

/** Starts a PostgreSQL on a free port of 127.0.0.1. Rejects when this machine has none, or with what it printed when it does not start. */
export async function aPostgres(): Promise<Postgres> {
  if (programs === null) throw new Error('This machine has no PostgreSQL (Debian: apt-get install postgresql).');
  const user = whoRuns();
  const folder = mkdtempSync(path.join(tmpdir(), 'chokepoint-pg-'));
  const dataDir = path.join(folder, 'data');
  mkdirSync(dataDir);
  chmodSync(folder, 0o755);
  if (user.uid !== undefined && user.gid !== undefined) chownSync(dataDir, user.uid, user.gid);
  const initdb = path.join(programs, 'initdb');
  execFileSync(initdb, ['-D', dataDir, '-U', 'chokepoint', '-A', 'trust', '-E', 'UTF8', '--no-locale', '--no-sync'], {
    ...user,
    cwd: dataDir,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const port = await freePort();
  const addressOf = (name: string): string => `postgres://chokepoint@127.0.0.1:${port}/${name}`;
  let child: ChildProcess | null = null;
  let databases = 0;
  const kill = async (): Promise<void> => {
    const running = child;
    child = null;
    if (running === null || running.exitCode !== null) return;
    running.kill('SIGQUIT');
    await once(running, 'exit');
  };
  const start = async (): Promise<void> => {
    child = spawn(path.join(programs, 'postgres'), argumentsOf(dataDir, port), {
      ...user,
      cwd: dataDir,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    await untilItAnswers(child, addressOf('postgres'));
  };
  await start();
  return {
    kill,
    start,
    database: async () => {
      databases += 1;
      const name = `chokepoint_${databases}`;
      await ask(addressOf('postgres'), `create database ${name}`);
      return addressOf(name);
    },
    remove: async () => {
      await kill();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Without syncing: what the tests kill is the process, not the machine. */
function argumentsOf(dataDir: string, port: number): readonly string[] {
  const settings = ['listen_addresses=127.0.0.1', `port=${port}`, 'unix_socket_directories=', 'fsync=off', 'max_connections=60'];
  return ['-D', dataDir, ...settings.flatMap((setting) => ['-c', setting])];
}

/** Asks a database one thing, over a connection of its own. */
export async function ask(
  databaseUrl: string,
  question: string,
  values: readonly unknown[] = [],
): Promise<readonly Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(question, [...values])).rows;
  } finally {
    await client.end();
  }
}

async function untilItAnswers(child: ChildProcess, databaseUrl: string): Promise<void> {
  let printed = '';
  child.stderr?.on('data', (part: Buffer) => {
    printed += part.toString();
  });
  const end = Date.now() + 30_000;
  for (;;) {
    try {
      await ask(databaseUrl, 'select 1');
      return;
    } catch {
      if (child.exitCode !== null || Date.now() > end) throw new Error(`PostgreSQL did not start:\n${printed}`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}
