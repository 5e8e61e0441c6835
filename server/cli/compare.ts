import { type Comparable, type Difference, differences } from '../../shared/balance/compare.ts';
import { type CliCommand, UsageError } from './command.ts';
import { partsThatDiffer } from './compare/parts.ts';
import { openSide, type Side } from './compare/side.ts';
import { writtenOtherwise } from './compare/written.ts';
import { takeWords, wholeNumber } from './run.ts';
import { withCrew } from './simulate/crew.ts';
import { PLAY_HELP, PLAY_OPTIONS, playOptions } from './simulate/options.ts';
import { type SimulationOptions, simulation } from './simulate/simulation.ts';
import { stoppable } from './simulate/stop.ts';
import { grouped } from './simulate/table.ts';
import type { Terminal } from './terminal.ts';

type PlayOptions = Pick<SimulationOptions, 'matches' | 'seed' | 'crew' | 'signal' | 'progress'>;

/** The bounds beyond which a difference is a failure, in points. */
interface Bounds {
  readonly within: number;
  readonly shares: number | null;
  readonly strict: boolean;
}

const isBeyond = ({ kind, by, lost }: Difference, { within, shares, strict }: Bounds): boolean => {
  if (kind === 'target') return strict && lost;
  const bound = kind === 'seat' ? within : shares;
  return by !== null && bound !== null && Math.abs(by) > bound;
};

/** A scenario is played with the seeds of the other side, if that was played before and nothing else is asked for. */
async function played(side: Side, options: PlayOptions): Promise<Comparable> {
  return side.kind === 'simulation' ? side.found : simulation(side.scenario, options);
}

function tell(old: Comparable, fresh: Comparable, found: readonly Difference[], bounds: Bounds, terminal: Terminal): void {
  const titles = old.title === fresh.title ? old.title : `${old.title} and ${fresh.title}`;
  const same = old.seed === fresh.seed && old.matches === fresh.matches;
  const matches = same
    ? `${grouped(old.matches)} matches each, common seed ${old.seed}`
    : `${grouped(old.matches)} matches with seed ${old.seed}, then ${grouped(fresh.matches)} with seed ${fresh.seed}`;
  terminal.line(terminal.paint('bold', `${titles}: ${matches}.`));
  if (!same) terminal.line('They were not played alike, so that small differences may be chance.');
  if (found.length === 0) terminal.line('Nothing differs beyond noise.');
  for (const difference of found) {
    const beyond = isBeyond(difference, bounds);
    terminal.line(`${beyond ? '! ' : '  '}${beyond ? terminal.paint('red', difference.text) : difference.text}`);
  }
  const count = found.filter((difference) => isBeyond(difference, bounds)).length;
  if (count > 0) terminal.line(`${count} beyond the bounds (marked with !).`);
}

export const compare: CliCommand = {
  usage: 'OLD NEW [--within POINTS] [--matches N] [--seed S]',
  summary: 'Says in words what differs between two scenarios: as they are written, and when bots play them.',
  options: [
    'OLD and NEW are scenario files, or what simulate --json printed; scenarios are played first, with the same seeds',
    '--within POINTS         exit code 1 if a seat’s mean moves further (default 5)',
    '--within-shares POINTS  exit code 1 if an action, crisis or ending moves further, in percentage points (default: no bound)',
    '--strict                exit code 1 if a target is lost',
    ...PLAY_HELP,
    'Only differences that are larger than chance explains are told and judged.',
  ],
  async run(words, terminal) {
    const { values, positionals } = takeWords(words, {
      ...PLAY_OPTIONS,
      within: { type: 'string' },
      'within-shares': { type: 'string' },
      strict: { type: 'boolean' },
    });
    const [oldFile, newFile] = positionals;
    if (oldFile === undefined || newFile === undefined || positionals.length > 2)
      throw new UsageError('Name two files: the old one and the new one.');
    const shares = values['within-shares'];
    const bounds: Bounds = {
      within: wholeNumber('within', values.within ?? '5', 0, 100),
      shares: shares === undefined ? null : wholeNumber('within-shares', shares, 0, 100),
      strict: values.strict ?? false,
    };
    const { threads, ...asked } = playOptions(values);
    const sides = [openSide(oldFile), openSide(newFile)] as const;
    const known = sides.flatMap((side) => (side.kind === 'simulation' ? [side.found] : []))[0];
    const options = {
      ...asked,
      ...(known !== undefined && values.matches === undefined ? { matches: known.matches } : {}),
      ...(known !== undefined && values.seed === undefined ? { seed: known.seed } : {}),
    };
    const [one, other] = sides;
    if (one.kind === 'scenario' && other.kind === 'scenario')
      for (const line of [...partsThatDiffer(one.scenario, other.scenario), ...writtenOtherwise(one.scenario, other.scenario)])
        terminal.line(line);
    return stoppable(terminal, async (signal) => {
      const [old, fresh] = await withCrew(threads, async (crew) => {
        const way = { ...options, crew, signal, progress: terminal.progress };
        return [await played(sides[0], way), await played(sides[1], way)] as const;
      });
      const found = differences(old, fresh);
      tell(old, fresh, found, bounds, terminal);
      return found.some((difference) => isBeyond(difference, bounds)) ? 1 : 0;
    });
  },
};
