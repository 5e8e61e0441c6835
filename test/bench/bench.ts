import { type Running, startServer } from '../running.ts';
import { measureFirstScreen } from './firstScreen.ts';
import { measureMatches, measureReport } from './matches.ts';
import { measureArrival, measureSchool } from './school.ts';
import { median, rounded } from './statistics.ts';
import { measureSteps } from './steps.ts';

/** `npm run bench`: measures what the project promises. The last line printed is one JSON object. */

const TABLES = 40;
const SCHOOL_TABLES = 200;
const SECONDS_PER_ROUND = 5;
const STUDENTS = 60;
const ROUNDS = 4;
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
const arrival = await measureArrival(STUDENTS);
print(`${STUDENTS} students join a class at once: ${rounded(arrival)} s until each sees all`);
const few = await measureSchool(TABLES, ROUNDS, 4);
print(
  `a choice acknowledged, ${TABLES} full tables: p50 ${rounded(few.ackP50)} ms, p95 ${rounded(few.ackP95)} ms, p99 ${rounded(few.ackP99)} ms of ${few.choices} choices`,
);
const school = await measureSchool(SCHOOL_TABLES, ROUNDS, SECONDS_PER_ROUND);
print(
  `${SCHOOL_TABLES} full tables, a round each ${SECONDS_PER_ROUND} s: a choice is seen by all after p50 ${rounded(school.seenP50)} ms, p99 ${rounded(school.seenP99)} ms (just started: ${rounded(school.coldSeenP50)}, ${rounded(school.coldSeenP99)}); ` +
    `${rounded(school.bytesPerClientAndRound)} bytes for each client and round, ${rounded(school.cpuMsPerRound)} ms of processor for each round, ${rounded(school.kbPerTable)} kB for each table`,
);
print(
  JSON.stringify({
    startupMs: rounded(startupMs),
    firstScreenKb: rounded(first.kb),
    ackP95Ms: rounded(few.ackP95),
    stepMedianUs: rounded(steps.medianUs),
    stepAdvanceMedianUs: rounded(steps.advanceMedianUs),
    matchesPerSecond: rounded(matches.perSecond),
    heapGrowthKb: rounded(matches.heapGrowthKb),
    reportSeconds: rounded(reportSeconds),
    ackP50Ms: rounded(few.ackP50),
    arrivalSeconds: rounded(arrival),
    seenP50Ms: rounded(school.seenP50),
    seenP99Ms: rounded(school.seenP99),
    coldSeenP50Ms: rounded(school.coldSeenP50),
    coldSeenP99Ms: rounded(school.coldSeenP99),
    bytesPerClientAndRound: rounded(school.bytesPerClientAndRound),
    cpuMsPerRound: rounded(school.cpuMsPerRound),
    kbPerTable: rounded(school.kbPerTable),
  }),
);
