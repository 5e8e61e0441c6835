import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { botChoice, QUICK_BOTS } from '../../../shared/bots/index.ts';
import { setup } from '../../../shared/engine/setup.ts';
import { step } from '../../../shared/engine/step.ts';
import type { Command } from '../../../shared/match/commands.ts';
import type { MatchEvent } from '../../../shared/match/events.ts';
import { hashOf } from '../../../shared/record/record.ts';
import type { Scenario } from '../../../shared/scenario/schema.ts';
import { briefOf } from '../../../shared/view/briefOf.ts';
import { describe as sentenceOf } from '../../../shared/view/describe.ts';
import { viewFor } from '../../../shared/view/viewFor.ts';
import { choose, PUBLIC } from '../../builders.ts';
import { tiny } from '../../fixtures/tiny.ts';
import { seatsOf } from '../../play.ts';
import { shipped } from '../../shipped.ts';

const SEEDS = ['first', 'second', 'third'];
const GOLDEN = new URL('../../golden/', import.meta.url);

/** The events to a line: what one rule changed in meters in one step stands together. */
function linesOf(events: readonly MatchEvent[]): readonly { readonly frame: MatchEvent; readonly told: readonly MatchEvent[] }[] {
  const lines: { readonly frame: MatchEvent; readonly told: MatchEvent[]; readonly key: string }[] = [];
  for (const event of events.filter(({ type }) => type !== 'sealed')) {
    const key = event.type === 'meterChanged' ? `${event.round}|${event.step}|${event.rule}` : String(event.id);
    const line = lines.find((other) => other.key === key);
    if (line === undefined) lines.push({ frame: event, told: [event], key });
    else line.told.push(event);
  }
  return lines;
}

/** A match in which bots hold the seats, in turn by seat and seed: its whole log as text, one sentence a line. */
function logOf(scenario: Scenario, seed: string): string {
  let state = setup(scenario, { seed });
  const events: MatchEvent[] = [];
  const send = (command: Command): void => {
    const result = step(scenario, state, command);
    if (!result.ok) throw new Error(result.rejection.message);
    state = result.state;
    events.push(...result.events);
  };
  const bots = new Map(
    seatsOf(scenario).map((seat, index) => [seat, QUICK_BOTS[(index + SEEDS.indexOf(seed)) % QUICK_BOTS.length] ?? 'random']),
  );
  send({ type: 'start' });
  while (state.status === 'playing') {
    const { round, phase } = state;
    if (scenario.phases.some(({ id, kind }) => id === phase && kind === 'choice'))
      for (const [seat, bot] of bots) send(choose(state, seat, botChoice(scenario, state, seat, bot)));
    send({ type: 'advance', round, phase });
  }
  const brief = briefOf(scenario);
  const { texts } = viewFor(scenario, state, PUBLIC);
  const lines = linesOf(events).map(
    ({ frame, told }) =>
      `${frame.type === 'roundStarted' ? '\n' : ''}${frame.round} ${frame.step}: ${told.map((event) => sentenceOf(brief, texts, event)).join(' ')}${frame.rule === 'engine' ? '' : ` [${frame.rule}]`}`,
  );
  return [
    `${scenario.title}, seed “${seed}”. ${[...bots].map(([seat, bot]) => `${seat}: ${bot}`).join(', ')}.`,
    ...lines,
    '',
    `State: ${hashOf(state)}`,
    '',
  ].join('\n');
}

describe.each([
  { name: 'tiny', open: tiny },
  { name: 'voting-guide', open: () => shipped('voting-guide.json') },
])('the log of $name', ({ name, open }) => {
  test.each(SEEDS)('with the seed “%s” is as it was', (seed) => {
    const file = new URL(`${name}-${seed}.txt`, GOLDEN);
    const log = logOf(open(), seed);
    if (process.env.UPDATE_GOLDEN === '1') writeFileSync(file, log);
    if (!existsSync(file))
      throw new Error(`test/golden/${name}-${seed}.txt is missing. Make it with UPDATE_GOLDEN=1, read it, and keep it.`);
    expect(log).toBe(readFileSync(file, 'utf8'));
  });
});
