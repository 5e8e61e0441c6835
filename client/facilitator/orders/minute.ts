import type { PhaseBrief } from '../../../shared/view/brief.ts';
import type { ClassTable } from '../../net/session.ts';
import type { TextKey } from '../../state/texts.ts';

/** Why no table can be given a minute more: its timer is off, or this phase has no time to run out. Null where one can. */
export function whyNoMinute(tables: readonly Pick<ClassTable, 'clock' | 'timer'>[]): TextKey | null {
  if (tables.some(({ clock }) => clock !== null)) return null;
  return tables.some(({ timer }) => timer) ? 'console.minute.untimed' : 'console.minute.off';
}

/** The lengths of a phase that a host may choose, in seconds. */
const LENGTHS = [60, 120, 180, 240, 300, 480] as const;

/** How long the scenario proposes to choose, and what a host may choose instead, with what was chosen. */
export function lengthsOf(
  phases: readonly Pick<PhaseBrief, 'kind' | 'seconds'>[],
  chosen: number,
): { readonly proposed: number; readonly lengths: readonly number[] } {
  const proposed = Math.max(0, ...phases.filter(({ kind }) => kind === 'choice').map(({ seconds }) => seconds));
  const lengths = new Set<number>(chosen === 0 ? LENGTHS : [...LENGTHS, chosen]);
  return { proposed, lengths: [...lengths].sort((one, other) => one - other) };
}
