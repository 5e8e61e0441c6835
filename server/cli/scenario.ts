import { check } from './check.ts';
import type { CliCommands } from './command.ts';
import { newScenario } from './newScenario.ts';
import { print } from './print.ts';
import { runCommand } from './run.ts';
import { schema } from './schema.ts';
import { processTerminal } from './terminal.ts';

/** The designer's command line, by the name of each command. */
const COMMANDS: CliCommands = { check, new: newScenario, print, schema };

process.exitCode = await runCommand('npm run scenario --', COMMANDS, process.argv.slice(2), processTerminal());
