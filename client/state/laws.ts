import type { LawState } from '../../shared/match/state.ts';
import type { Brief } from '../../shared/view/brief.ts';
import { t } from './texts.ts';

/** The title of a law; the id if the scenario does not know it. */
export const lawTitle = ({ laws }: Pick<Brief, 'laws'>, law: string): string => laws[law]?.title ?? law;

/** Whether a law that starts at the end of a round would start after the match. */
const isLate = ({ rounds }: Pick<Brief, 'rounds'>, from: number): boolean => from > rounds;

/** When a law would start that is passed in this round, in words; null if the match is over by then. */
export function lawStart(brief: Pick<Brief, 'rounds'>, round: number, delay: number): string | null {
  return isLate(brief, round + delay) ? null : t('law.starts', { n: round + delay });
}

/** Where a law stands that was passed, in words. */
export function lawStands(brief: Pick<Brief, 'rounds'>, { inForce, from }: Pick<LawState, 'inForce' | 'from'>): string {
  if (inForce) return t('law.in-force', { n: from });
  return isLate(brief, from) ? t('law.never') : t('law.from', { n: from });
}
