import type { ClassTable } from '../../net/session.ts';
import { t } from '../../state/texts.ts';

type Tables = readonly Pick<ClassTable, 'number'>[];

/** The one table that is meant; null where there are several. */
const onlyOne = ([first, ...others]: Tables): number | null => (first === undefined || others.length > 0 ? null : first.number);

const undoText = (tables: Tables): string => t(onlyOne(tables) === null ? 'console.inject.undo.all' : 'console.inject.undo');

/** What is to be asked before a crisis happens at these tables. `effect`: what it changes, in words; empty for nothing. */
export function injectQuestion(tables: Tables, effect: string): string {
  const number = onlyOne(tables);
  const where = number === null ? t('console.inject.ask.all', { n: tables.length }) : t('console.inject.ask', { n: number });
  return `${where} ${effect === '' ? t('console.inject.nothing') : effect} ${undoText(tables)}`;
}

/** What is to be asked before these tables read a headline of the host. */
export function headlineQuestion(tables: Tables): string {
  const number = onlyOne(tables);
  if (number !== null) return t('console.headline.ask', { n: number });
  return `${t('console.headline.ask.all', { n: tables.length })} ${undoText(tables)}`;
}
