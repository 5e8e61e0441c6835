import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { type Running, startServer } from '../running.ts';
import { measureFirstScreen } from './firstScreen.ts';
import { measureMatches, measureReport } from './matches.ts';
import { median, rounded } from './statistics.ts';
import { measureSteps } from './steps.ts';

/** `npm run bench`: measures what the project promises. The last line printed is one JSON object. */

const TABLES = 40;
const ROUNDS = 3;
const STARTS = 5;

const print = (line: string): void => void process.stdout.write(`${line}\n`);

async function withServer<T>(task: (server: Running) => Promise<T>): Promise<T> {
  const server = await startServer();
  try {
    return await task(server);
  } finally {
    await server.stop();
  }
}

async function measureStartup(): Promise<number> {
  await withServer(async () => {}); // builds the client if it must
  const times: number[] = [];
  for (let start = 0; start < STARTS; start += 1) times.push(await withServer(async ({ startupMs }) => startupMs));
  return median(times);
}

interface Acknowledged {
  readonly choices: number;
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
}

async function measureLoad(url: string): Promise<Acknowledged> {
  const script = fileURLToPath(new URL('load.ts', import.meta.url));
  const { stdout } = await promisify(execFile)(process.execPath, [script, url, String(TABLES), String(ROUNDS)], { timeout: 180_000 });
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '{}') as Acknowledged;
}

const steps = measureSteps('voting-guide', 60);
print(`engine step: median ${rounded(steps.medianUs)} µs over all commands, ${rounded(steps.advanceMedianUs)} µs where a phase closes`);
const matches = measureMatches('voting-guide', 2000);
print(
  `whole matches of The Voting Guide’s history, one core: median ${rounded(matches.perSecond)} a second; the heap grew by ${rounded(matches.heapGrowthKb)} kB over 14,000`,
);
const reportSeconds = await measureReport('voting-guide');
print(`simulate --matches 1000 --html, all cores: median ${rounded(reportSeconds)} s from the command to the page`);
const startupMs = await measureStartup();
print(`npm start until /health answers: median ${rounded(startupMs)} ms of ${STARTS} starts, client built`);
const first = await withServer(({ url }) => measureFirstScreen(url));
print(`home screen: ${rounded(first.kb)} kB over the wire in ${first.files} files`);
const load = await withServer(({ url }) => measureLoad(url));
print(
  `a choice acknowledged, ${TABLES} full tables: p50 ${rounded(load.p50)} ms, p95 ${rounded(load.p95)} ms, p99 ${rounded(load.p99)} ms of ${load.choices} choices`,
);
print(
  JSON.stringify({
    startupMs: rounded(startupMs),
    firstScreenKb: rounded(first.kb),
    ackP95Ms: rounded(load.p95),
    stepMedianUs: rounded(steps.medianUs),
    stepAdvanceMedianUs: rounded(steps.advanceMedianUs),
    matchesPerSecond: rounded(matches.perSecond),
    heapGrowthKb: rounded(matches.heapGrowthKb),
    reportSeconds: rounded(reportSeconds),
    ackP50Ms: rounded(load.p50),
  }),
);
