import type { PhaseBrief } from '../../shared/view/brief.ts';
import type { RosterSeat, TableInfo } from '../net/session.ts';
import { type TextKey, t } from './texts.ts';

/** Whether a table may have a host who reads along: not where one person plays alone against bots. */
export function mayHaveHost({ workshop, hostConnected, roster }: TableInfo): boolean {
  return workshop !== null || hostConnected || roster.filter(({ holder }) => holder === 'person').length > 1;
}

/** Whether one person has played here against bots alone. */
export function isAlone({ roster }: Pick<TableInfo, 'roster'>): boolean {
  return roster.flatMap(({ members }) => members).length === 1;
}

/** Whether a table waits for a seat in this phase: for all that are held in a choice, for people alone where there is only something to read. */
export function isAwaited(seat: Pick<RosterSeat, 'holder'>, phase: Pick<PhaseBrief, 'kind'> | null): boolean {
  return seat.holder === 'person' || (phase?.kind === 'choice' && seat.holder === 'bot');
}

/** How far a seat is, as its host reads it; null where nobody waits for it. */
export function seatState(
  seat: Pick<RosterSeat, 'holder' | 'done'>,
  status: string,
  phase: Pick<PhaseBrief, 'kind'> | null,
): TextKey | null {
  if (status === 'finished' || !isAwaited(seat, phase)) return null;
  if (seat.done) return 'roster.done';
  if (status === 'waiting') return 'host.not-ready';
  return phase?.kind === 'choice' ? 'roster.thinking' : 'roster.reading';
}

/** How many of those the table waits for are done. */
export function progress(table: TableInfo, phase: PhaseBrief | null): { readonly n: number; readonly of: number } {
  const awaited = table.roster.filter((seat) => isAwaited(seat, phase));
  return { n: awaited.filter((seat) => seat.done).length, of: awaited.length };
}

/** What people call a table: its number in the class, or its code. */
export function tableName({ number, code }: Pick<TableInfo, 'number' | 'code'>): string {
  return number > 0 ? t('table.number', { n: number }) : t('table.code', { code });
}
