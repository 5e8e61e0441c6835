import type { EventOf, MatchEvent } from '../../../shared/match/events.ts';
import type { Brief } from '../../../shared/view/brief.ts';
import { describe } from '../../../shared/view/describe.ts';
import type { MatchView, Texts } from '../../../shared/view/view.ts';
import { deedText, seatName } from '../../state/labels.ts';
import { is, latestNews, verdictsIn, weightOf } from '../../state/log.ts';
import { quoted, t } from '../../state/texts.ts';

/** As many lines as a room can read from the back in one reveal. */
export const LINES = 3;
/** So many of them at most are for broken promises. */
const BROKEN = 1;

/** What happened, and what came of it (null: the event stands for itself). */
export interface StoryLine {
  readonly id: number;
  readonly said: string;
  readonly then: string | null;
  /** Told in bold letters. */
  readonly grave?: boolean;
  /** The answer to a demand that it tells of, in a few words. */
  readonly answer?: string;
}

/** What happened in a round: what everybody is to read, and what may fill a place that is left. */
export interface Account {
  readonly main: readonly StoryLine[];
  readonly others: readonly StoryLine[];
}

/**
 * A broken promise of the round, then the demands answered in the phase before a reveal with what came of each: the gravest of each seat, then
 * the others. Beside them other public news, kept promises and deeds.
 */
export function storyOf(brief: Brief, view: MatchView, events: readonly MatchEvent[]): Account {
  const { texts } = view;
  const news = latestNews(events);
  const answers = news.filter(is('demandAnswered')).map((answer) => ({ answer, then: gravest(brief, texts, news, answer) }));
  const gravestFirst = answers.toSorted((a, b) => b.then.weight - a.then.weight);
  const earlierOf = (at: number) => gravestFirst.slice(0, at).filter(({ answer }) => answer.seat === gravestFirst[at]?.answer.seat).length;
  const lines = gravestFirst
    .map((one, at) => ({ ...one, turn: earlierOf(at) }))
    .toSorted((a, b) => a.turn - b.turn)
    .map(({ answer, then }) => {
      const act = news.filter(is('acted')).find(({ seat, demand }) => seat === answer.seat && demand === answer.demand);
      const words = { who: whoActs(brief, answer.seat, act === undefined ? [] : [act]), answer: t(`projector.story.${answer.answer}`) };
      const demand = texts.demands[answer.template]?.title ?? describe(brief, texts, answer);
      return {
        id: answer.id,
        said: t('projector.story.line', { ...words, demand }),
        then: then.text,
        answer: t('projector.story.also.one', words),
      };
    });
  const told = new Set(answers.flatMap(({ then }) => then.told));
  const others = news
    .filter((event) => weightOf(event) >= 2 && !told.has(event.id) && event.type !== 'promiseJudged')
    .sort((a, b) => weightOf(b) - weightOf(a))
    .map((event) => ({ id: event.id, said: describe(brief, texts, event), then: null }));
  const round = events.at(-1)?.round;
  const ofRound = events.filter((event) => event.round === round);
  const broken = promisesIn(brief, ofRound, false).slice(0, BROKEN);
  return {
    main: [...broken, ...lines],
    others: [
      ...others,
      ...promisesIn(brief, ofRound, true),
      ...deedsIn(brief, view, ofRound, new Set(answers.map(({ answer }) => answer.demand))),
    ],
  };
}

/** An account in pages of so many lines that are shown one after the other, so that everything is told. */
export function pagesOf({ main, others }: Account, space: number): readonly (readonly StoryLine[])[] {
  const pages = Math.max(1, Math.ceil(main.length / space));
  const lines = [...main, ...others].slice(0, pages * space);
  return Array.from({ length: pages }, (_, page) => lines.slice(page * space, (page + 1) * space));
}

/** An account in one page: what there is space for, and in one more line, in a few words, the answers that are not among it. Null if all are. */
export function shortly({ main, others }: Account, space: number): { readonly lines: readonly StoryLine[]; readonly also: string | null } {
  const counts = new Map<string, number>();
  for (const { answer } of main.slice(space)) if (answer !== undefined) counts.set(answer, (counts.get(answer) ?? 0) + 1);
  const answers = [...counts].map(([answer, n]) => (n === 1 ? answer : `${answer} (${n})`)).join(', ');
  return { lines: [...main, ...others].slice(0, space), also: answers === '' ? null : t('projector.story.also', { answers }) };
}

/** Promises that were kept or broken in the open, a line for each two seats. */
function promisesIn(brief: Brief, events: readonly MatchEvent[], kept: boolean): readonly StoryLine[] {
  const lines = verdictsIn(events)
    .filter((event) => event.kept === kept)
    .map(({ id, seat, partner }) => ({
      id,
      said: t(kept ? 'projector.story.kept' : 'projector.story.broken', { who: seatName(brief, seat), partner: seatName(brief, partner) }),
      then: null,
      grave: !kept,
    }));
  return [...new Map(lines.map((line) => [line.said, line])).values()];
}

/** A seat's name; where a bot did all of this in the place of its people, that too. */
function whoActs(brief: Brief, seat: string, acts: readonly EventOf<'acted'>[]): string {
  const who = seatName(brief, seat);
  return acts.length > 0 && acts.every(({ standIn }) => standIn !== undefined) ? t('projector.story.bot', { who }) : who;
}

/** What seats did in the open beside answers, a line for each seat. What sent a demand that is `told` of is none of it. */
function deedsIn(brief: Brief, view: MatchView, events: readonly MatchEvent[], told: ReadonlySet<string>): readonly StoryLine[] {
  const { seats, actions } = brief;
  const sent = new Set(events.filter(is('demandIssued')).flatMap(({ demand, because }) => (told.has(demand) ? because : [])));
  const open = events.filter(is('acted')).filter(({ id, to, defaulted, action }) => {
    const spec = actions[action];
    return to === 'everyone' && !defaulted && !sent.has(id) && spec !== undefined && spec.answer === null && !spec.commitment;
  });
  return seats.flatMap(({ id }) => {
    const its = open.filter(({ seat }) => seat === id);
    const [first] = its;
    if (first === undefined) return [];
    const deeds = [...new Set(its.map((act) => deedText(brief, view, act, events)))];
    return [{ id: first.id, said: t('projector.story.deeds', { who: whoActs(brief, id, its), deeds: deeds.join(', ') }), then: null }];
  });
}

interface Consequence {
  readonly weight: number;
  readonly text: string;
  readonly told: readonly number[];
}

function gravest(brief: Brief, texts: Texts, news: readonly MatchEvent[], answer: EventOf<'demandAnswered'>): Consequence {
  const linked = news.filter((event) => event.id !== answer.id && concerns(event, answer) && cameOf(news, event, answer));
  const known = linked.flatMap((event) => {
    const what = consequenceOf(brief, event);
    return what === null ? [] : [{ ...what, told: [event.id] }];
  });
  const worst = known.sort((a, b) => b.weight - a.weight)[0] ?? { weight: 0, text: t('projector.story.nothing'), told: [] };
  const removed = linked.filter(is('itemChanged')).filter(({ status }) => status === 'removed');
  const told = [...worst.told, ...removed.map(({ id }) => id)];
  if (removed.length === 0 || worst.weight > REMOVED) return { ...worst, told };
  return { weight: REMOVED, text: removedText(texts, removed), told };
}

/** Names all that was removed: the harmless beside what did harm is what a room talks about. */
function removedText(texts: Texts, removed: readonly EventOf<'itemChanged'>[]): string {
  const items = removed.map(({ template, item }) => texts.demands[template]?.items.find(({ id }) => id === item)?.label ?? item);
  return t('projector.story.removed', { items: items.map((item) => quoted(item)).join(', ') });
}

/** Whether an event is about the seat that answered, and not about another of its demands. */
function concerns(event: MatchEvent, answer: EventOf<'demandAnswered'>): boolean {
  if (!('seat' in event) || event.seat !== answer.seat) return false;
  return !('demand' in event) || event.demand === null || event.demand === answer.demand;
}

/** Whether an event goes back to an answer or to the demand it answered, as far as the viewer may know. */
function cameOf(news: readonly MatchEvent[], event: MatchEvent, answer: EventOf<'demandAnswered'>): boolean {
  if ('demand' in event && event.demand === answer.demand) return true;
  const roots = new Set([answer.id, ...answer.because]);
  const byId = new Map(news.map((entry) => [entry.id, entry]));
  const walk = (ids: readonly number[], depth: number): boolean =>
    depth < 12 && ids.some((id) => roots.has(id) || walk(byId.get(id)?.because ?? [], depth + 1));
  return walk(event.because, 0);
}

const REMOVED = 5;

function consequenceOf(brief: Brief, event: MatchEvent): { readonly weight: number; readonly text: string } | null {
  switch (event.type) {
    case 'restricted':
      return event.kind === 'block' ? { weight: 10, text: t('projector.story.block') } : { weight: 7, text: t('projector.story.throttle') };
    case 'staffChanged': {
      if (event.to !== 'detained' && event.to !== 'visited') return null;
      const person = brief.seats.find(({ id }) => id === event.seat)?.staff.find(({ id }) => id === event.staff);
      return { weight: 9, text: t('projector.story.staff', { name: person?.name ?? event.staff }) };
    }
    case 'fined':
      return { weight: 8, text: t('projector.story.fined') };
    case 'presenceChanged':
      return event.to === 'none' ? { weight: 6, text: t('projector.story.presence') } : null;
    case 'courtOpened':
      return { weight: 4, text: t('projector.story.case', { n: event.due }) };
    case 'rungChanged':
      return event.to > event.from
        ? { weight: 3, text: t('projector.story.rung', { rung: brief.rungs[event.to]?.title ?? String(event.to) }) }
        : null;
    case 'demandWritten':
      return { weight: 2, text: t('projector.story.written') };
    case 'demandClosed':
      if (event.status === 'withdrawn') return { weight: 1, text: t('projector.story.dropped') };
      return event.status === 'lapsed' ? { weight: 1, text: t('projector.story.lapsed') } : null;
    default:
      return null;
  }
}
