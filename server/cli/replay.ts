import { replayMatch } from './replayMatch.ts';
import { runOne } from './run.ts';
import { processTerminal } from './terminal.ts';

process.exitCode = await runOne('npm run replay --', replayMatch, process.argv.slice(2), processTerminal());
