import { trialsOf } from '../../shared/balance/trials.ts';
import { type CliCommand, UsageError } from './command.ts';
import { readScenario, shortName, writeText } from './files.ts';
import { takeWords } from './run.ts';
import { withCrew } from './simulate/crew.ts';
import { botsFrom, PLAY_HELP, PLAY_OPTIONS, playOptions } from './simulate/options.ts';
import { simulation } from './simulate/simulation.ts';
import { stoppable } from './simulate/stop.ts';
import { reportLines } from './simulate/text.ts';
import type { Told } from './simulate/told.ts';
import { POLICY_WORDS } from './simulate/words.ts';

export const simulate: CliCommand = {
  usage: 'FILE [--matches N] [--seed S] [--bots …] [--json] [--html OUT]',
  summary: 'Lets bots play a scenario many times, and says how balanced it is.',
  options: [
    ...PLAY_HELP,
    '--bots BOTS     one bot for all seats, or seat=bot,seat=bot; other seats draw. Only the mixed field is played then, without targets',
    '--json          prints one object for programs instead of text',
    '--html OUT      also writes a page with plots',
    '--strict        exit code 1 if the value of a target lies beyond its bound, be it ever so close; without it, that gives 0',
    'Exit code 1 if the file is bad, 130 if it is stopped with Ctrl-C.',
    'The bots:',
    ...Object.entries(POLICY_WORDS).map(([bot, words]) => `  ${bot.padEnd(16)}${words}`),
  ],
  async run(words, terminal) {
    const { values, positionals } = takeWords(words, {
      ...PLAY_OPTIONS,
      bots: { type: 'string' },
      json: { type: 'boolean' },
      html: { type: 'string' },
      strict: { type: 'boolean' },
    });
    const [file] = positionals;
    if (file === undefined || positionals.length > 1) throw new UsageError('Name one scenario file.');
    const { threads, ...options } = playOptions(values);
    const played = (signal: AbortSignal): Promise<Told> =>
      withCrew(threads, async (crew) => {
        const scenario = readScenario(file);
        const fixed = values.bots === undefined ? undefined : botsFrom(values.bots, scenario);
        const found = await simulation(scenario, { ...options, crew, fixed, signal, progress: terminal.progress });
        return { ...found, ...trialsOf(scenario, options.seed, fixed) };
      });
    return stoppable(terminal, async (signal) => {
      const found = await played(signal);
      // Plots need libraries that nothing else here does.
      if (values.html !== undefined) writeText(values.html, (await import('./simulate/page.ts')).reportPage(found));
      if (values.json === true) terminal.line(JSON.stringify(found));
      else {
        for (const line of reportLines(found, terminal)) terminal.line(line);
        if (values.html !== undefined) terminal.line(`Wrote ${shortName(values.html)}. Open it in a browser.`);
      }
      return values.strict === true && found.targets.some(({ met }) => !met) ? 1 : 0;
    });
  },
};
