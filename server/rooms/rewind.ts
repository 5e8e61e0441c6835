import { setup } from '../../shared/engine/setup.ts';
import { step } from '../../shared/engine/step.ts';
import type { Scenario } from '../../shared/scenario/schema.ts';
import type { StoredCommand } from '../store/store.ts';

/** What a fork begins with: the commands of another match up to a moment, and the round in which it plays on from there. */
export interface Beginning {
  readonly commands: readonly StoredCommand[];
  readonly round: number;
  /** Whether it is the very start of that round. */
  readonly isStart: boolean;
}

/** A match up to the command that began a round; null if it was never begun. Throws if the rules refuse a command now. */
export function upToRound(scenario: Scenario, seed: string, commands: readonly StoredCommand[], round: number): Beginning | null {
  let state = setup(scenario, { seed });
  for (const [index, entry] of commands.entries()) {
    const result = step(scenario, state, entry.command);
    if (!result.ok) throw new Error(`stored command ${entry.seq} is refused now: ${result.rejection.code}`);
    state = result.state;
    if (state.status === 'playing' && state.round === round) return { commands: commands.slice(0, index + 1), round, isStart: true };
  }
  return null;
}

/** A match in which the host has let a crisis or a headline happen, in this round, up to the command before the last of them; null if not. */
export function upToInjected(commands: readonly StoredCommand[], round: number): Beginning | null {
  const at = commands.findLastIndex(({ command }) => command.type === 'inject' || command.type === 'headline');
  return at === -1 ? null : { commands: commands.slice(0, at), round, isStart: false };
}

/** A match that was ended early, in this round, up to the command before the one that ended it; null if it was not. */
export function upToEnd(commands: readonly StoredCommand[], round: number): Beginning | null {
  return commands.at(-1)?.command.type === 'finish' ? { commands: commands.slice(0, -1), round, isStart: false } : null;
}
