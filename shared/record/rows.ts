import type { MatchEvent } from '../match/events.ts';
import type { Brief } from '../view/brief.ts';
import { describe } from '../view/describe.ts';
import type { Texts } from '../view/view.ts';

/** One line of an exported match: seats, never names. */
export interface ExportRow {
  readonly table: number;
  readonly event: number;
  readonly round: number;
  readonly step: string;
  readonly type: string;
  readonly seat: string;
  readonly meter: string;
  readonly change: number | '';
  readonly value: number | '';
  /** The rule that made it happen. */
  readonly rule: string;
  /** The events that caused it, by number. */
  readonly because: string;
  readonly text: string;
}

/** The columns of an export, in their order. */
export const EXPORT_COLUMNS = [
  'table',
  'event',
  'round',
  'step',
  'type',
  'seat',
  'meter',
  'change',
  'value',
  'rule',
  'because',
  'text',
] as const satisfies readonly (keyof ExportRow)[];

/** Events as rows for a spreadsheet. `table` is the number of the table in its class, 1 for a table of its own. */
export function exportRows(table: number, brief: Brief, texts: Texts, events: readonly MatchEvent[]): readonly ExportRow[] {
  return events.map((event) => {
    const meter = event.type === 'meterChanged' ? event : null;
    return {
      table,
      event: event.id,
      round: event.round,
      step: event.step,
      type: event.type,
      seat: 'seat' in event && typeof event.seat === 'string' ? event.seat : '',
      meter: meter?.meter ?? '',
      change: meter?.delta ?? '',
      value: meter?.value ?? '',
      rule: event.rule,
      because: event.because.join(' '),
      text: describe(brief, texts, event),
    };
  });
}
