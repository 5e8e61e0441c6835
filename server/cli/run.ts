import { type ParseArgsOptionsConfig, parseArgs } from 'node:util';
import { didYouMean } from '../../shared/scenario/problems.ts';
import { type CliCommand, type CliCommands, type ExitCode, InputError, UsageError } from './command.ts';
import type { Terminal } from './terminal.ts';

const HELP: readonly string[] = ['--help', '-h', 'help'];

function commandUsage(call: string, { usage, summary, options }: CliCommand): string {
  return [`Usage: ${call} ${usage}`.trimEnd(), `  ${summary}`, ...options.map((option) => `  ${option}`)].join('\n');
}

/** The usage of a whole command line: a line for each command. */
async function overview(call: string, commands: CliCommands): Promise<string> {
  const loaded = await Promise.all(Object.entries(commands).map(async ([name, load]) => ({ name, ...(await load()) })));
  const width = Math.max(...loaded.map(({ name, usage }) => name.length + usage.length + 1));
  const lines = loaded.map(({ name, usage, summary }) => `  ${`${name} ${usage}`.padEnd(width)}  ${summary}`);
  return [`Usage: ${call} COMMAND …`, ...lines, `${call} COMMAND --help says more about one of them.`].join('\n');
}

/** Carries out the command that the words name. What goes wrong is told in a sentence, never as a stack. */
export async function runCommand(call: string, commands: CliCommands, words: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const [name, ...rest] = words;
  if (name === undefined || HELP.includes(name)) {
    (name === undefined ? terminal.error : terminal.line)(await overview(call, commands));
    return name === undefined ? 2 : 0;
  }
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (command === undefined) {
    terminal.error(`There is no command "${name}".${didYouMean(name, Object.keys(commands))}\n${await overview(call, commands)}`);
    return 2;
  }
  return runOne(`${call} ${name}`, await command(), rest, terminal);
}

/** Carries out a single command. */
export async function runOne(call: string, command: CliCommand, words: readonly string[], terminal: Terminal): Promise<ExitCode> {
  if (words.some((word) => HELP.includes(word) && word !== 'help')) {
    terminal.line(commandUsage(call, command));
    return 0;
  }
  try {
    return await command.run(words, terminal);
  } catch (error) {
    if (error instanceof UsageError) {
      terminal.error(`${error.message}\n${commandUsage(call, command)}`);
      return 2;
    }
    if (!(error instanceof InputError)) throw error;
    terminal.error(error.message);
    return 1;
  }
}

/** "--matches", "-5" as one word: what looks like an option of its own is a number here, and wrong as such. */
const withNumbers = (words: readonly string[], options: ParseArgsOptionsConfig): readonly string[] => {
  const takesValue = (word: string | undefined): boolean =>
    word?.startsWith('--') === true && Object.hasOwn(options, word.slice(2)) && options[word.slice(2)]?.type === 'string';
  return words.flatMap((word, index) => {
    if (/^-\d/.test(word) && takesValue(words[index - 1])) return [];
    const next = words[index + 1];
    return takesValue(word) && next !== undefined && /^-\d/.test(next) ? [`${word}=${next}`] : [word];
  });
};

/** What is wrong with an option that is known. */
const misused = (option: string, error: unknown): string =>
  error instanceof Error && error.message.includes('does not take an argument')
    ? `The option ${option} takes no value. Leave away what stands behind it.`
    : `The option ${option} needs a value after it.`;

/** Takes options and names apart. Throws a UsageError with a sentence for an option that is not known or lacks its value. */
export function takeWords<const Options extends ParseArgsOptionsConfig>(words: readonly string[], options: Options) {
  try {
    return parseArgs({ args: [...withNumbers(words, options)], options, allowPositionals: true, strict: true });
  } catch (error) {
    const known = Object.keys(options).map((option) => `--${option}`);
    const option = /'(--?[^' ]+)/.exec(error instanceof Error ? error.message : '')?.[1] ?? '';
    throw new UsageError(known.includes(option) ? misused(option, error) : `There is no option ${option}.${didYouMean(option, known)}`);
  }
}

/** A whole number from the command line. Throws a UsageError if it is none, or out of range. */
export function wholeNumber(option: string, text: string, least: number, most: number): number {
  const value = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
  if (!(value >= least && value <= most))
    throw new UsageError(`--${option} must be a whole number from ${least} to ${most}, not "${text}".`);
  return value;
}
