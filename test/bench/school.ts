import { type ChildProcess, fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** What `load.ts` prints. Times in milliseconds. */
export interface Load {
  readonly choices: number;
  readonly ackP50: number;
  readonly ackP95: number;
  readonly ackP99: number;
  readonly seenP50: number;
  readonly seenP99: number;
  /** The same in the first rounds of a server that has just been started. */
  readonly coldSeenP50: number;
  readonly coldSeenP99: number;
  readonly bytesPerClientAndRound: number;
  readonly cpuMsPerRound: number;
}

/** A school's worth of full tables on one server, and what each costs. */
export interface School extends Load {
  /** Memory in use for each table with its five people connected, in thousands of bytes. */
  readonly kbPerTable: number;
}

const SETTLING = 3000;

const here = (name: string): string => fileURLToPath(new URL(name, import.meta.url));

/** Plays so many rounds at so many full tables at once, a round every few seconds each, with clients in a process of their own. */
export async function measureSchool(tables: number, rounds: number, secondsPerRound: number): Promise<School> {
  return withHost(async (host, url) => {
    const empty = await memoryOf(host);
    const load = program('load.ts', [url, String(tables), String(rounds), String(secondsPerRound)]);
    await load.says('open');
    // What the last arrivals needed for a moment is not what a table needs.
    await new Promise((resolve) => setTimeout(resolve, SETTLING));
    const full = await memoryOf(host);
    load.child.stdin.end('go\n');
    const value = await load.lastLine;
    return { ...(JSON.parse(value) as Load), kbPerTable: (full - empty) / 1000 / tables };
  });
}

/** Seconds until so many students, who all come at once, are in their class and each sees them all. */
export async function measureArrival(students: number): Promise<number> {
  return withHost(async (_host, url) => {
    const arrival = program('arrival.ts', [url, String(students)]);
    return Number(await arrival.lastLine);
  });
}

/** Runs a program of clients, and hears what it prints. */
function program(name: string, values: readonly string[]) {
  const child = spawn(process.execPath, [here(name), ...values], { stdio: ['pipe', 'pipe', 'inherit'] });
  let printed = '';
  child.stdout.on('data', (part: Buffer) => {
    printed += part.toString();
  });
  const lastLine = once(child, 'close').then(() => printed.trim().split('\n').at(-1) ?? '');
  const says = async (word: string): Promise<void> => {
    while (!printed.includes(word)) await once(child.stdout, 'data');
  };
  return { child, lastLine, says };
}

async function withHost<T>(task: (host: ChildProcess, url: string) => Promise<T>): Promise<T> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'chokepoint-'));
  const host = fork(here('host.ts'), [dataDir], { execArgv: ['--expose-gc'] });
  try {
    return await task(host, (await told(host, 'url')) as string);
  } finally {
    const ended = once(host, 'exit');
    host.send('stop');
    await ended;
    rmSync(dataDir, { recursive: true, force: true });
  }
}

async function memoryOf(host: ChildProcess): Promise<number> {
  const answer = told(host, 'used');
  host.send('memory');
  return (await answer) as number;
}

/** The next message with such a word in it: the room server sends some of its own. */
async function told(host: ChildProcess, word: string): Promise<unknown> {
  for (;;) {
    const [message] = (await once(host, 'message')) as [unknown];
    if (typeof message === 'object' && message !== null && word in message) return (message as Readonly<Record<string, unknown>>)[word];
  }
}
