import type { LawState } from '../../shared/match/state.ts';
import type { Brief } from '../../shared/view/brief.ts';
import { t } from './texts.ts';

/** The title of a law; the id if the scenario does not know it. */
export const lawTitle = ({ laws }: Pick<Brief, 'laws'>, law: string): string => laws[law]?.title ?? law;

/** Why a law that starts at the end of a round comes too late to bind anyone, in words; null if it does not. */
export function tooLate({ rounds }: Pick<Brief, 'rounds'>, from: number): string | null {
  if (from < rounds) return null;
  return t(from > rounds ? 'law.too-late' : 'law.too-late.last');
}

/** When a law would start that is passed in this round, in words; null if that is too late. */
export function lawStart(brief: Pick<Brief, 'rounds'>, round: number, delay: number): string | null {
  return tooLate(brief, round + delay) === null ? t('law.starts', { n: round + delay }) : null;
}

/** Where a law stands that was passed, in words. */
export function lawStands(brief: Pick<Brief, 'rounds'>, { inForce, from }: Pick<LawState, 'inForce' | 'from'>): string {
  if (inForce) return t('law.in-force', { n: from });
  return from > brief.rounds ? t('law.never') : t('law.from', { n: from });
}
