import type { Brief } from '../../../shared/view/brief.ts';
import type { ClassTable } from '../../net/session.ts';
import { t } from '../../state/texts.ts';

/** What stands above a class that is over: that the vote is, where all tables have played to their end, else where they stopped. */
export function classEnd({ rounds }: Pick<Brief, 'rounds'>, tables: readonly Pick<ClassTable, 'round'>[]): string {
  const [round = rounds, ...others] = new Set(tables.map((table) => table.round));
  if (others.length > 0) return t('projector.class.end');
  return round < rounds ? t('projector.end.early', { n: round, of: rounds }) : t('projector.end');
}
