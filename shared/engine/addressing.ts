import type { MatchDraft } from '../effects/define.ts';
import type { SeatId } from '../match/state.ts';

/** Whether a demand of this template may be sent to a platform: it is meant for it, and not already there or obeyed. */
export function canAddress({ demands }: Pick<MatchDraft, 'demands'>, allowed: readonly SeatId[], template: string, to: SeatId): boolean {
  if (!allowed.includes(to)) return false;
  for (const { template: sent, to: addressee, status } of demands) {
    if (sent === template && addressee === to && status !== 'refused' && status !== 'lapsed' && status !== 'withdrawn') return false;
  }
  return true;
}
