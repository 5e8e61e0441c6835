import { setup } from '../../shared/engine/setup.ts';
import { step } from '../../shared/engine/step.ts';
import type { Scenario } from '../../shared/scenario/schema.ts';
import type { StoredCommand } from '../store/store.ts';

/** The stored commands up to the one that began a round; null if it was never begun. Throws if the rules refuse one of them now. */
export function beforeRound(
  scenario: Scenario,
  seed: string,
  commands: readonly StoredCommand[],
  round: number,
): readonly StoredCommand[] | null {
  let state = setup(scenario, { seed });
  for (const [index, entry] of commands.entries()) {
    const result = step(scenario, state, entry.command);
    if (!result.ok) throw new Error(`stored command ${entry.seq} is refused now: ${result.rejection.code}`);
    state = result.state;
    if (state.status === 'playing' && state.round === round) return commands.slice(0, index + 1);
  }
  return null;
}
