import { readFileSync } from 'node:fs';
import { botChoice, QUICK_BOTS } from '../../shared/bots/index.ts';
import { setup } from '../../shared/engine/setup.ts';
import { step } from '../../shared/engine/step.ts';
import type { Command } from '../../shared/match/commands.ts';
import { loadScenario } from '../../shared/scenario/load.ts';
import type { Scenario } from '../../shared/scenario/schema.ts';
import { median } from './statistics.ts';

export interface StepTimes {
  /** Median over all commands: sealing a choice and closing a phase. */
  readonly medianUs: number;
  /** Median over the commands that close a phase alone: the heavy ones. */
  readonly advanceMedianUs: number;
}

function loadShipped(id: string): Scenario {
  const file = new URL(`../../assets/scenarios/${id}.json`, import.meta.url);
  const loaded = loadScenario(readFileSync(file, 'utf8'), `${id}.json`);
  if (!loaded.ok) throw new Error(`${id} does not load`);
  return loaded.scenario;
}

/** Plays whole matches of a shipped scenario with bots and times each engine step, in microseconds. */
export function measureSteps(id: string, matches: number): StepTimes {
  const scenario = loadShipped(id);
  const all: number[] = [];
  const advances: number[] = [];
  for (let match = 0; match < matches; match += 1) {
    let state = setup(scenario, { seed: `bench-${match}` });
    const apply = (command: Command): void => {
      const began = performance.now();
      const result = step(scenario, state, command);
      const took = (performance.now() - began) * 1000;
      if (!result.ok) throw new Error(result.rejection.message);
      state = result.state;
      // The first matches warm the compiler up.
      if (match < matches / 5) return;
      all.push(took);
      if (command.type === 'advance') advances.push(took);
    };
    apply({ type: 'start' });
    while (state.status === 'playing') {
      const { round, phase } = state;
      if (scenario.phases.some(({ id: known, kind }) => known === phase && kind === 'choice')) {
        for (const [index, { id: seat }] of scenario.seats.entries()) {
          const { picks } = botChoice(scenario, state, seat, QUICK_BOTS[(index + match) % QUICK_BOTS.length] ?? 'random');
          apply({ type: 'choose', seat, round, phase, choice: { picks: picks.map((pick) => ({ ...pick })) } });
        }
      }
      apply({ type: 'advance', round, phase });
    }
  }
  return { medianUs: median(all), advanceMedianUs: median(advances) };
}
