import type { Brief } from '../../../shared/view/brief.ts';
import type { ClassTable } from '../../net/session.ts';
import { t } from '../../state/texts.ts';

/** What there is to say of a table at which nobody plays, and of which no ending is known: a match that was stopped early has none. */
export function idleText({ status, round }: Pick<ClassTable, 'status' | 'round'>, { rounds }: Pick<Brief, 'rounds'>): string {
  if (status !== 'finished') return t('console.waiting');
  return round < rounds ? t('projector.class.stopped', { n: round, of: rounds }) : t('console.finished');
}
