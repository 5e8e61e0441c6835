import type { ClassTable } from '../../net/session.ts';
import type { TextKey } from '../../state/texts.ts';

/** Why no table can be given a minute more: its timer is off, or this phase has no time to run out. Null where one can. */
export function whyNoMinute(tables: readonly Pick<ClassTable, 'clock' | 'timer'>[]): TextKey | null {
  if (tables.some(({ clock }) => clock !== null)) return null;
  return tables.some(({ timer }) => timer) ? 'console.minute.untimed' : 'console.minute.off';
}
