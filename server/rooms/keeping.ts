import type { StoredWorkshop } from '../store/workshops.ts';
import { DAY, now, timestamp } from './clock.ts';

/** When a class may be deleted that is played now (ISO 8601). What is kept until it is over is kept a day at most. */
export function deleteAfter(keptDays: number): string {
  return timestamp(now() + Math.max(1, keptDays) * DAY);
}

/** The day that is shown to players; empty: when the class is over. */
export function deletedOn({ settings, deleteAfter: after }: Pick<StoredWorkshop, 'settings' | 'deleteAfter'>): string {
  return settings.keptDays === 0 ? '' : after.slice(0, 10);
}
