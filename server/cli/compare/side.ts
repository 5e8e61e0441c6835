import { Comparable } from '../../../shared/balance/compare.ts';
import type { Scenario } from '../../../shared/scenario/schema.ts';
import { InputError } from '../command.ts';
import { readScenario, readText } from '../files.ts';

/** One side of a comparison: a simulation that was written down, or a scenario that is yet to be played. */
export type Side = { readonly kind: 'simulation'; readonly found: Comparable } | { readonly kind: 'scenario'; readonly scenario: Scenario };

/** Whether a text is what `simulate --json` prints, well-formed or not; anything else is taken for a scenario. */
function simulationIn(text: string): unknown {
  try {
    const found: unknown = JSON.parse(text);
    return found !== null && typeof found === 'object' && 'matchesPerSecond' in found && 'targets' in found ? found : undefined;
  } catch {
    return undefined;
  }
}

/** Opens a file of either kind. Throws an InputError with a sentence if it is neither, or broken. */
export function openSide(file: string): Side {
  const found = simulationIn(readText(file));
  if (found === undefined) return { kind: 'scenario', scenario: readScenario(file) };
  const read = Comparable.safeParse(found);
  if (read.success) return { kind: 'simulation', found: read.data };
  const [issue] = read.error.issues;
  const where = issue === undefined || issue.path.length === 0 ? 'it' : `"${issue.path.join('.')}"`;
  throw new InputError(`${file}: This is no whole simulation (${where} is missing or wrong). Write it again with simulate --json.`);
}
