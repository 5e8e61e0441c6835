import { COMMANDS } from './commands.ts';
import { runCommand } from './run.ts';
import { processTerminal } from './terminal.ts';

process.exitCode = await runCommand('npm run scenario --', COMMANDS, process.argv.slice(2), processTerminal());
