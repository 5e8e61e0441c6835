import type { CliCommands } from './command.ts';

/** The designer's commands, by name: `npm run scenario -- NAME …`. Each is loaded when it is called, so that none waits for the others. */
export const COMMANDS: CliCommands = {
  check: async () => (await import('./check.ts')).check,
  compare: async () => (await import('./compare.ts')).compare,
  new: async () => (await import('./newScenario.ts')).newScenario,
  print: async () => (await import('./print.ts')).print,
  schema: async () => (await import('./schema.ts')).schema,
  simulate: async () => (await import('./simulate.ts')).simulate,
};
