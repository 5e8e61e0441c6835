import { check } from './check.ts';
import type { CliCommands } from './command.ts';
import { newScenario } from './newScenario.ts';
import { print } from './print.ts';
import { schema } from './schema.ts';

/** The designer's commands, by name: `npm run scenario -- NAME …`. */
export const COMMANDS: CliCommands = { check, new: newScenario, print, schema };
