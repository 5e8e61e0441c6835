import type { EventOf, MatchEvent } from '../match/events.ts';
import type { SeatId, SeatOutcome } from '../match/state.ts';
import type { Brief } from '../view/brief.ts';
import { describe } from '../view/describe.ts';
import { madeBy } from '../view/madeBy.ts';
import type { MatchView } from '../view/view.ts';
import type { BookmarkedMoment } from '../workshop.ts';

/** One line of an exported match: seats, never names. First what people read, in words, then what programs do, by ids. */
export interface ExportRow {
  readonly what: 'Ending' | 'Score' | 'Choice' | 'Bookmark' | 'Event';
  /** The number of the table in its class, 1 for a table of its own. */
  readonly table: number;
  readonly round: number | '';
  readonly phase: string;
  /** The name of the seat. */
  readonly who: string;
  readonly text: string;
  readonly score: number | '';
  /** The title of the rule that made it happen. */
  readonly why: string;
  /** Empty for what counts; else that it was played first, before the table went on from an earlier round. */
  readonly play: string;
  readonly event: number | '';
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
}

/** The columns of an export, in their order. */
export const EXPORT_COLUMNS = [
  'what',
  'table',
  'round',
  'phase',
  'who',
  'text',
  'score',
  'why',
  'play',
  'event',
  'step',
  'type',
  'seat',
  'meter',
  'change',
  'value',
  'rule',
  'because',
] as const satisfies readonly (keyof ExportRow)[];

/** A moment that the host has marked. */
export interface MarkedMoment extends BookmarkedMoment {
  readonly note: string;
}

/** A match, or what is public of it so far, to be exported. */
export interface Exported {
  readonly table: number;
  readonly brief: Brief;
  readonly view: MatchView;
  readonly events: readonly MatchEvent[];
  readonly bookmarks: readonly MarkedMoment[];
  /** The round from which the table was played again: what came before is of the other play. Null for what counts. */
  readonly againFrom: number | null;
}

/** Matches as rows for a spreadsheet: how they ended, what was chosen, what was marked, and then each event. */
export function exportRows(matches: readonly Exported[]): readonly ExportRow[] {
  const rowsOf = (kind: (match: Exported) => readonly ExportRow[], match: Exported): readonly ExportRow[] =>
    kind(match).flatMap((row) => (match.againFrom === null ? [row] : playedFirst(row, match.againFrom)));
  return [scoreRows, choiceRows, bookmarkRows, eventRows].flatMap((kind) => matches.flatMap((match) => rowsOf(kind, match)));
}

/** A row of what was played first; none of the time before, which is told with what counts. */
function playedFirst(row: ExportRow, againFrom: number): readonly ExportRow[] {
  if (row.round !== '' && row.round < againFrom) return [];
  return [{ ...row, play: `played first, before round ${againFrom} was played again` }];
}

/** A row in which only a few columns say something. */
function rowOf(what: ExportRow['what'], table: number, said: Partial<ExportRow>): ExportRow {
  const nothing = { round: '', phase: '', who: '', text: '', score: '', why: '', play: '' } as const;
  const raw = { event: '', step: '', type: '', seat: '', meter: '', change: '', value: '', rule: '', because: '' } as const;
  return { ...nothing, ...raw, ...said, what, table };
}

/** A match that its host stopped is judged without the scenario's endings. */
const STOPPED = 'Stopped before the last round';

/** How the match ended, and how far each seat came; nothing before it is over. */
function scoreRows({ table, brief, view }: Exported): readonly ExportRow[] {
  const { outcome } = view;
  if (outcome === null) return [];
  const endings = outcome.endings.map((id) => brief.endings[id]?.title ?? id).join('; ');
  const scores = brief.seats.flatMap(({ id, name }) => {
    const reached = outcome.seats[id];
    if (reached === undefined) return [];
    return [rowOf('Score', table, { who: name, seat: id, score: tenth(reached.score), text: goalsText(brief, id, reached) })];
  });
  return [rowOf('Ending', table, { text: endings === '' ? STOPPED : endings }), ...scores];
}

function goalsText(brief: Brief, seat: SeatId, { goals, redLines, card }: SeatOutcome): string {
  const reached = goals.map(({ meter, of, value }) => {
    const other = of === 'world' || of === seat ? undefined : brief.seats.find(({ id }) => id === of)?.name;
    // What it is worth to the seat: of a number that is good when it is low, the rest up to 100.
    return `${brief.meters[meter]?.name ?? meter}${other === undefined ? '' : ` (${other})`} counts ${tenth(value)} of 100`;
  });
  const crossed = redLines.map(({ id, cap }) => `Red line: ${brief.redLines[id] ?? id} (at most ${cap})`);
  const secret = card === null ? [] : [card.met ? `Secret aim reached (${card.points} points)` : 'Secret aim missed'];
  return [...reached, ...crossed, ...secret].join('; ');
}

/** What each seat chose, round by round; when the match is over, also that it chose nothing. */
function choiceRows({ table, brief, view, events }: Exported): readonly ExportRow[] {
  const acts = events.filter((event): event is EventOf<'acted'> => event.type === 'acted');
  const rounds = [...new Set(events.map(({ round }) => round))].filter((round) => round > 0).sort((one, other) => one - other);
  const made = events.filter(({ type }) => type === 'lawPassed' || type === 'demandIssued');
  return rounds.flatMap((round) =>
    brief.seats.flatMap(({ id, name }) => {
      const chosen = acts.filter((act) => act.round === round && act.seat === id).map((act) => choiceText(brief, view, act, made));
      if (chosen.length === 0 && view.outcome === null) return [];
      return [rowOf('Choice', table, { round, who: name, seat: id, text: chosen.length === 0 ? 'Nothing' : chosen.join('; ') })];
    }),
  );
}

/** "Refuse, and say why (The satire page)", "Fine (Plaza)", "Pass a law (The Landing Act)". `made`: the demands and laws that came of such deeds. */
function choiceText(brief: Brief, view: MatchView, act: EventOf<'acted'>, made: readonly MatchEvent[]): string {
  const { seat, action, target, demand, defaulted, standIn } = act;
  const template = view.demands.find(({ id }) => id === demand)?.template ?? '';
  const aims = [
    view.texts.demands[template]?.title,
    ...madeBy(brief, view.texts, act.id, made),
    target === seat ? undefined : brief.seats.find(({ id }) => id === target)?.name,
    brief.actions[action]?.commitment === true ? 'if it does not obey' : undefined,
    defaulted ? 'nothing else was chosen' : undefined,
    standIn === undefined ? undefined : 'chosen by a bot',
  ].filter((aim) => aim !== undefined);
  return `${brief.actions[action]?.title ?? action}${aims.length === 0 ? '' : ` (${aims.join(', ')})`}`;
}

function bookmarkRows({ table, brief, bookmarks }: Exported): readonly ExportRow[] {
  return bookmarks.map(({ round, phase, event, note }) =>
    rowOf('Bookmark', table, { round, phase: stepTitle(brief, phase), text: note, event, step: phase }),
  );
}

function eventRows({ table, brief, view, events }: Exported): readonly ExportRow[] {
  const crises = new Map(events.flatMap((event) => (event.type === 'happened' ? [[event.rule, event.title]] : [])));
  return events.map((event) => {
    const meter = event.type === 'meterChanged' ? event : null;
    const seat = 'seat' in event && typeof event.seat === 'string' ? event.seat : '';
    return rowOf('Event', table, {
      round: event.round,
      phase: stepTitle(brief, event.step),
      who: brief.seats.find(({ id }) => id === seat)?.name ?? seat,
      text: describe(brief, view.texts, event),
      why: brief.rules[event.rule]?.title ?? crises.get(event.rule) ?? '',
      event: event.id,
      step: event.step,
      type: event.type,
      seat,
      meter: meter?.meter ?? '',
      change: meter?.delta ?? '',
      value: meter?.value ?? '',
      rule: event.rule,
      because: event.because.join(' '),
    });
  });
}

/** The title of a step of the rules, or of a phase. */
function stepTitle({ steps, phases }: Brief, id: string): string {
  return [...steps, ...phases].find((entry) => entry.id === id)?.title ?? id;
}

const tenth = (value: number): number => Math.round(value * 10) / 10;
