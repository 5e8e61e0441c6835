import type { Terminal } from './terminal.ts';

/** How a command ended. 0: all is well; 1: something is wrong with what was given; 2: the command was not understood; 130: it was stopped by a signal. */
export type ExitCode = 0 | 1 | 2 | 130;

/** One command of a command line. To add one: a file that exports it, and a line in `commands.ts`. */
export interface CliCommand {
  /** What stands behind the command's name: "FILES… [--strict]". */
  readonly usage: string;
  /** What it does, in one line. */
  readonly summary: string;
  /** Its options, one line each; empty if it has none. */
  readonly options: readonly string[];
  run(words: readonly string[], terminal: Terminal): Promise<ExitCode>;
}

/** Commands by name, each with how it is loaded. */
export type CliCommands = Readonly<Record<string, () => Promise<CliCommand>>>;

/** What was typed makes no sense: the command ends with exit code 2 and its usage. */
export class UsageError extends Error {}

/** What was named can't be used (a missing file, a broken record): the command ends with exit code 1 and this sentence. */
export class InputError extends Error {}
