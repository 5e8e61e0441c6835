import type { EventOf, MatchEvent } from '../../shared/match/events.ts';
import type { Choice } from '../../shared/match/state.ts';
import type { Brief, SeatBrief } from '../../shared/view/brief.ts';
import { madeBy } from '../../shared/view/madeBy.ts';
import type { LegalOption, MatchView } from '../../shared/view/view.ts';
import type { LawEvent } from './headlines.ts';
import { tooLate } from './laws.ts';
import { quoted, t } from './texts.ts';

/** The seat as the scenario describes it. */
export function seatBrief(brief: Brief, seat: string): SeatBrief | null {
  return brief.seats.find((entry) => entry.id === seat) ?? null;
}

/** A seat's name; the id if the scenario does not know it. */
export function seatName(brief: Brief, seat: string): string {
  return seatBrief(brief, seat)?.name ?? seat;
}

/** What became of a law, as a headline. */
export function lawLine({ laws }: Pick<Brief, 'laws'>, { type, law }: LawEvent): string {
  return t(type === 'lawPassed' ? 'headlines.law.passed' : 'headlines.law.in-force', { title: laws[law]?.title ?? law });
}

/** When a law starts that was passed; nothing where it is in force. */
export function lawStarts(brief: Pick<Brief, 'rounds'>, event: LawEvent): string {
  if (event.type !== 'lawPassed') return '';
  return tooLate(brief, event.from) ?? t('headlines.law.from', { n: event.from });
}

/** What a law says, and when it starts. */
export function lawText(brief: Pick<Brief, 'laws' | 'rounds'>, event: LawEvent): string {
  return `${brief.laws[event.law]?.text ?? ''} ${lawStarts(brief, event)}`.trim();
}

/** The title of a live or past demand, by its id or its template's id. */
export function demandTitle(view: MatchView, id: string): string {
  const template = view.demands.find((demand) => demand.id === id)?.template ?? id;
  return view.texts.demands[template]?.title ?? id;
}

/** A demand among others: by its title, with whom it went to where several have the same title. */
export function demandName(brief: Brief, view: MatchView, id: string): string {
  const demand = view.demands.find((entry) => entry.id === id);
  const title = demandTitle(view, id);
  if (demand === undefined || !view.demands.some((other) => other.to !== demand.to && demandTitle(view, other.id) === title)) return title;
  return t('demand.among', { title, name: seatName(brief, demand.to) });
}

function itemLabel(view: MatchView, of: string, item: string): string {
  const template = view.demands.find((demand) => demand.id === of)?.template ?? of;
  return view.texts.demands[template]?.items.find((entry) => entry.id === item)?.label ?? item;
}

/** What an option is aimed at, in words; empty if it is aimed at nothing. */
export function targetLabel(brief: Brief, view: MatchView, option: Pick<LegalOption, 'on' | 'target'>): string {
  const { on } = option;
  if (on === undefined) return '';
  if (seatBrief(brief, on)) return seatName(brief, on);
  if (brief.laws[on]) return brief.laws[on].title;
  const [before = '', seat] = on.split('@');
  if (seat !== undefined) return `${seatName(brief, seat)}: ${demandTitle(view, before)}`;
  const [of = '', item] = on.split('/');
  if (item !== undefined) {
    const staff = staffName(brief, item);
    return staff === null ? `${itemLabel(view, of, item)} · ${demandTitle(view, of)}` : staff;
  }
  return staffName(brief, on) ?? demandName(brief, view, on);
}

/** What a deed was aimed at, in words: a demand with the seat it went to, if another did the deed; empty if it was aimed at nothing. */
export function deedAim(
  brief: Brief,
  view: MatchView,
  { seat, demand, target }: Pick<EventOf<'acted'>, 'seat' | 'demand' | 'target'>,
): string {
  if (demand === null) return target !== null && seatBrief(brief, target) ? seatName(brief, target) : '';
  const to = view.demands.find(({ id }) => id === demand)?.to ?? seat;
  return to === seat ? demandTitle(view, demand) : `${seatName(brief, to)}: ${demandTitle(view, demand)}`;
}

/** What a deed was aimed at, with the demand or the law that came of it, as far as `events` tell. */
export function deedInWords(brief: Brief, view: MatchView, act: EventOf<'acted'>, events: readonly MatchEvent[]): string {
  return [deedAim(brief, view, act), madeBy(brief, view.texts, act.id, events).join(', ')].filter((part) => part !== '').join(': ');
}

/** A deed by its title, with what it was aimed at, and the demand or the law that came of it. */
export function deedText(brief: Brief, view: MatchView, act: EventOf<'acted'>, events: readonly MatchEvent[]): string {
  const title = quoted(actionTitle(brief, act.action));
  const aim = deedInWords(brief, view, act, events);
  return aim === '' ? title : `${title} (${aim})`;
}

/** The name and job of a named employee, or null. */
export function staffName(brief: Brief, id: string): string | null {
  for (const seat of brief.seats) {
    const person = seat.staff.find((entry) => entry.id === id);
    if (person) return `${person.name}, ${person.job}`;
  }
  return null;
}

/** The title of an action; the id if the scenario does not know it. */
export function actionTitle(brief: Brief, action: string): string {
  return brief.actions[action]?.title ?? action;
}

/** A choice in one line: its actions, each with what it is aimed at. */
export function choiceText(brief: Brief, view: MatchView, { picks }: Pick<Choice, 'picks'>): string {
  if (picks.length === 0) return t('team.locked.nothing');
  return picks
    .map(({ action, on }) => {
      const aim = on === undefined ? '' : targetLabel(brief, view, { target: null, on });
      return aim === '' ? actionTitle(brief, action) : `${actionTitle(brief, action)} (${aim})`;
    })
    .join('; ');
}
