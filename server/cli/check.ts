import { readdirSync } from 'node:fs';
import path from 'node:path';
import { parseTree } from 'jsonc-parser';
import { type Finding, lint, type Sightings } from '../../shared/scenario/lint.ts';
import { loadScenario } from '../../shared/scenario/load.ts';
import { Places, problemLine, type ScenarioProblem } from '../../shared/scenario/problems.ts';
import type { Scenario } from '../../shared/scenario/schema.ts';
import { type CliCommand, InputError, UsageError } from './command.ts';
import { LOCALES, readText } from './files.ts';
import { takeWords, wholeNumber } from './run.ts';
import { SameIds } from './sameIds.ts';
import { sightingsOf } from './sightings.ts';
import { seedFrom } from './simulate/options.ts';
import type { Terminal } from './terminal.ts';

interface Settings {
  readonly matches: number;
  readonly seed: string;
  readonly strict: boolean;
}

/** What is wrong in one file. */
interface Verdict {
  readonly errors: number;
  readonly warnings: number;
  /** Its shape is wrong, so that nothing else was looked at. */
  readonly isMisshapen?: boolean;
}

const LANGUAGES = (): readonly string[] =>
  readdirSync(LOCALES)
    .filter((name) => name.endsWith('.json'))
    .map((name) => name.slice(0, -'.json'.length));

const plural = (count: number, one: string): string => `${count} ${one}${count === 1 ? '' : 's'}`;

/** Whether bots saw all that could be expected: otherwise a warning would say that something never happens. */
const sawAll = (scenario: Scenario, sightings: Sightings): boolean =>
  lint(scenario, { sightings }).every(({ rule }) => !rule.startsWith('unseen-'));

/** Watches bots play. Throws an InputError if the rules break down: then the scenario is the reason. */
function watch(scenario: Scenario, file: string, { matches, seed }: Settings): Sightings | undefined {
  if (matches === 0) return undefined;
  try {
    return sightingsOf(scenario, matches, seed, (seen) => sawAll(scenario, seen));
  } catch (error) {
    throw new InputError(
      `${file}:1:1 A match of this scenario breaks off (${error instanceof Error ? error.message : String(error)}). Undo the last change.`,
    );
  }
}

function print(problem: ScenarioProblem, { severity, rule }: Pick<Finding, 'severity' | 'rule'>, terminal: Terminal): void {
  const message = severity === 'warning' ? `warning: ${problem.message}` : problem.message;
  const line = `${problemLine({ ...problem, message })} [${rule}]`;
  terminal.line(terminal.paint(severity === 'error' ? 'red' : 'yellow', line));
}

function checkFile(file: string, settings: Settings, sameIds: SameIds, terminal: Terminal): Verdict {
  let text: string;
  try {
    text = readText(file);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    terminal.error(error.message);
    return { errors: 1, warnings: 0 };
  }
  const loaded = loadScenario(text, file);
  if (!loaded.ok) {
    for (const problem of loaded.problems) terminal.line(terminal.paint('red', problemLine(problem)));
    return { errors: loaded.problems.length, warnings: 0, isMisshapen: loaded.isMisshapen === true };
  }
  const sightings = watch(loaded.scenario, file, settings);
  const places = new Places(file, text, parseTree(text));
  const doubled = sameIds.complaint(file, loaded.scenario.id);
  if (doubled !== null) terminal.line(terminal.paint('red', problemLine(places.in(['id'], doubled))));
  const found = lint(loaded.scenario, { languages: LANGUAGES(), ...(sightings === undefined ? {} : { sightings }) })
    .map(
      (finding) =>
        ({
          ...finding,
          severity: settings.strict ? 'error' : finding.severity,
          problem: places.in(finding.path, finding.message),
        }) as const,
    )
    .sort((a, b) => a.problem.line - b.problem.line || a.problem.column - b.problem.column);
  for (const finding of found) print(finding.problem, finding, terminal);
  const errors = found.filter(({ severity }) => severity === 'error').length;
  return { errors: errors + (doubled === null ? 0 : 1), warnings: found.length - errors };
}

export const check: CliCommand = {
  usage: 'FILES… [--strict] [--matches N] [--seed S]',
  summary: 'Checks scenarios: shape, names, and everything that is likely a mistake.',
  options: [
    '--strict     warnings count as errors',
    '--matches N  matches that bots play, to see what never happens (default 40; 0: none); up to six times as many before something counts as never',
    '--seed S     the seed of these matches (default "check")',
    'Exit code 1 if there is an error; warnings alone give 0.',
  ],
  async run(words, terminal) {
    const { values, positionals } = takeWords(words, {
      strict: { type: 'boolean' },
      matches: { type: 'string' },
      seed: { type: 'string' },
    });
    // So that "assets/scenarios/*.json" means all scenarios: the schema beside them is none.
    const files = positionals.filter((file) => path.basename(file) !== 'schema.json');
    if (files.length === 0) throw new UsageError('Name at least one scenario file.');
    const settings: Settings = {
      matches: wholeNumber('matches', values.matches ?? '40', 0, 10_000),
      seed: seedFrom(values.seed ?? 'check'),
      strict: values.strict ?? false,
    };
    const sameIds = new SameIds(files);
    const verdicts = files.map((file) => checkFile(file, settings, sameIds, terminal));
    const errors = verdicts.reduce((sum, verdict) => sum + verdict.errors, 0);
    const warnings = verdicts.reduce((sum, verdict) => sum + verdict.warnings, 0);
    if (verdicts.some(({ isMisshapen }) => isMisshapen)) terminal.line('Names and texts are checked once these are mended.');
    const summary = `${plural(errors, 'error')}, ${plural(warnings, 'warning')} in ${plural(files.length, 'file')}.`;
    terminal.line(terminal.paint(errors > 0 ? 'red' : warnings > 0 ? 'yellow' : 'green', summary));
    return errors > 0 ? 1 : 0;
  },
};
