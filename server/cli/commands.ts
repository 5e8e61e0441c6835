import { check } from './check.ts';
import type { CliCommands } from './command.ts';
import { compare } from './compare.ts';
import { newScenario } from './newScenario.ts';
import { print } from './print.ts';
import { schema } from './schema.ts';
import { simulate } from './simulate.ts';

/** The designer's commands, by name: `npm run scenario -- NAME …`. */
export const COMMANDS: CliCommands = { check, compare, new: newScenario, print, schema, simulate };
