import { spoken, t } from './texts.ts';

/** How a language writes a day. */
const DAYS = { en: 'en-GB', de: 'de-DE' } as const;

/** A day such as "2026-12-08" in words, as the language of the interface writes them; empty if it is none. */
export function dayText(day: string): string {
  const [year, month, date] = day.slice(0, 10).split('-').map(Number);
  if (year === undefined || !month || !date) return '';
  return new Intl.DateTimeFormat(DAYS[spoken()], { dateStyle: 'long' }).format(new Date(year, month - 1, date));
}

/** When everything is deleted, in a sentence; empty if nobody has said. */
export function keptText(deletedOn: string, inClass: boolean): string {
  const day = dayText(deletedOn);
  if (day !== '') return t('kept.until', { date: day });
  return inClass ? t('kept.class') : '';
}

/** The same for the host of a class, with how long its code is good. */
export function keptForHost(deletedOn: string, code: string): string {
  return deletedOn === '' ? t('console.after.now', { code }) : t('console.after.kept', { code, day: dayText(deletedOn) });
}
