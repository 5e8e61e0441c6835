import { execFile } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { playMatch } from '../../shared/balance/play.ts';
import { historyBots } from '../../shared/balance/policies.ts';
import { shipped } from '../shipped.ts';
import { median } from './statistics.ts';

const BATCHES = 7;

export interface MatchSpeed {
  /** Whole matches of the scenario's history a second, one core, median of the batches. */
  readonly perSecond: number;
  /** What the heap holds more after the last batch than after the first, in kB. */
  readonly heapGrowthKb: number;
}

/** Plays batches of whole matches with the scripted bots of a scenario's first history. */
export function measureMatches(name: string, batch: number): MatchSpeed {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  const scenario = shipped(`${name}.json`);
  const bots = historyBots(scenario, Object.keys(scenario.histories)[0] ?? '');
  const play = (first: number): void => {
    for (let match = 0; match < batch; match += 1) playMatch(scenario, `bench|${first + match}`, bots);
  };
  const heap = (): number => {
    collect();
    return process.memoryUsage().heapUsed;
  };
  play(0); // what is compiled late is compiled now
  const before = heap();
  const speeds: number[] = [];
  for (let run = 1; run <= BATCHES; run += 1) {
    const start = performance.now();
    play(run * batch);
    speeds.push((batch / (performance.now() - start)) * 1000);
  }
  return { perSecond: median(speeds), heapGrowthKb: (heap() - before) / 1000 };
}

/** Seconds from the command to its end: a thousand matches simulated on all cores, with the report as a page. */
export async function measureReport(name: string): Promise<number> {
  const cache = new URL('../../server/compileCache.js', import.meta.url).href;
  const cli = fileURLToPath(new URL('../../server/cli/scenario.ts', import.meta.url));
  const file = fileURLToPath(new URL(`../../assets/scenarios/${name}.json`, import.meta.url));
  const page = join(tmpdir(), `chokepoint-bench-${process.pid}.html`);
  const times: number[] = [];
  for (let run = 0; run < 3; run += 1) {
    const start = performance.now();
    // As "npm run scenario" starts it.
    const words = ['--import', cache, cli, 'simulate', file, '--matches', '1000', '--seed', `bench-${run}`, '--html', page];
    await promisify(execFile)(process.execPath, words);
    times.push((performance.now() - start) / 1000);
  }
  return median(times);
}
