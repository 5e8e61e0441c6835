import { type ChildProcess, fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Played } from './load.ts';
import { quantile } from './statistics.ts';

/** How a school's choices went. Times in milliseconds, of choices made while all tables play. */
interface Load {
  readonly choices: number;
  readonly ackP50: number;
  readonly ackP95: number;
  readonly ackP99: number;
  readonly seenP50: number;
  readonly seenP99: number;
  /** Both as the server itself counts them. */
  readonly bytesPerClientAndRound: number;
  readonly cpuMsPerRound: number;
}

/** A school's worth of full tables on one server, and what each costs. */
export interface School extends Load {
  /** Memory in use for each table with its five people connected, in thousands of bytes. */
  readonly kbPerTable: number;
}

const SETTLING = 3000;
const SEATS = 5;
/** Processes of clients. In a single one, a pause to collect garbage would hold up a whole school, as no device does. */
const CROWDS = 4;

const here = (name: string): string => fileURLToPath(new URL(name, import.meta.url));

/** Plays so many rounds at so many full tables at once, a round every few seconds each, with clients in processes of their own. */
export async function measureSchool(tables: number, rounds: number, secondsPerRound: number): Promise<School> {
  return withHost(async (host, url) => {
    const empty = await memoryOf(host);
    const crowds = Array.from({ length: CROWDS }, () =>
      program('load.ts', [url, String(tables / CROWDS), String(rounds), String(secondsPerRound)]),
    );
    await Promise.all(crowds.map(({ says }) => says('open')));
    // What the last arrivals needed for a moment is not what a table needs.
    await new Promise((resolve) => setTimeout(resolve, SETTLING));
    const full = await memoryOf(host);
    const before = await metrics(url);
    for (const { child } of crowds) child.stdin.end('go\n');
    const played = (await Promise.all(crowds.map(({ lastLine }) => lastLine))).map((line) => JSON.parse(line) as Played);
    const after = await metrics(url);
    const spent = (name: string): number => after(name) - before(name);
    return {
      ...timesOf(played),
      bytesPerClientAndRound: spent('chokepoint_sent_bytes_total') / (tables * SEATS * rounds),
      cpuMsPerRound: (spent('process_cpu_seconds_total') * 1000) / (tables * rounds),
      kbPerTable: (full - empty) / 1000 / tables,
    };
  });
}

function timesOf(played: readonly Played[]): Omit<Load, 'bytesPerClientAndRound' | 'cpuMsPerRound'> {
  const from = Math.max(...played.map((crowd) => crowd.from));
  const until = Math.min(...played.map((crowd) => crowd.until));
  const counted = played.flatMap(({ choices }) => choices).filter(([at]) => at >= from && at <= until);
  const [acknowledged, seen] = [counted.map((choice) => choice[1]), counted.map((choice) => choice[2])];
  return {
    choices: counted.length,
    ackP50: quantile(acknowledged, 0.5),
    ackP95: quantile(acknowledged, 0.95),
    ackP99: quantile(acknowledged, 0.99),
    seenP50: quantile(seen, 0.5),
    seenP99: quantile(seen, 0.99),
  };
}

/** The server's own figures, as it publishes them. */
async function metrics(url: string): Promise<(name: string) => number> {
  const text = await (await fetch(`${url}/metrics`)).text();
  return (name) => Number(new RegExp(`^${name}(?:{[^}]*})? ([0-9.e+]+)$`, 'm').exec(text)?.[1] ?? Number.NaN);
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
