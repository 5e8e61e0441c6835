import type { EventOf, MatchEvent } from '../../../shared/match/events.ts';
import type { Brief } from '../../../shared/view/brief.ts';
import { describe } from '../../../shared/view/describe.ts';
import { traced } from '../../../shared/view/traced.ts';
import type { Texts } from '../../../shared/view/view.ts';
import { causesOfEvent } from '../../../shared/view/why.ts';
import { ruleTitle, withoutEchoes } from '../../state/causes.ts';
import { largestCauses, wholeChange } from '../../state/figures.ts';
import { seatName } from '../../state/labels.ts';
import { is, latestNews, verdictsIn, weightOf } from '../../state/log.ts';
import { t } from '../../state/texts.ts';
import { type Headline, headlinesOf } from './headlines.ts';

/** As many lines as a room can read from the back in one reveal. */
export const LINES = 3;
/** So many of them at most are for broken promises. */
const BROKEN = 1;
/** So many deeds of one seat are named. */
const DEEDS = 2;

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

/** The largest change of a headline number in a round, and the words for what led to it: a deed or event; where none did in the open, the rule. */
export interface BiggestChange {
  readonly headline: Headline;
  readonly delta: number;
  readonly cause: string;
}

/**
 * A broken promise of the round, then the demands answered in the phase before a reveal with what came of each: the gravest of each seat, then
 * the others. Beside them other public news, kept promises and deeds.
 */
export function storyOf(brief: Brief, texts: Texts, events: readonly MatchEvent[]): Account {
  const news = latestNews(events);
  const answers = news.filter(is('demandAnswered')).map((answer) => ({ answer, then: gravest(brief, texts, news, answer) }));
  const gravestFirst = answers.toSorted((a, b) => b.then.weight - a.then.weight);
  const earlierOf = (at: number) => gravestFirst.slice(0, at).filter(({ answer }) => answer.seat === gravestFirst[at]?.answer.seat).length;
  const lines = gravestFirst
    .map((one, at) => ({ ...one, turn: earlierOf(at) }))
    .toSorted((a, b) => a.turn - b.turn)
    .map(({ answer, then }) => {
      const words = { who: seatName(brief, answer.seat), answer: t(`projector.story.${answer.answer}`) };
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
    others: [...others, ...promisesIn(brief, ofRound, true), ...deedsIn(brief, ofRound)],
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

/** What seats did in the open beside answers, a line for each seat. */
function deedsIn({ seats, actions }: Brief, events: readonly MatchEvent[]): readonly StoryLine[] {
  const open = events.filter(is('acted')).filter(({ to, defaulted, action }) => {
    const spec = actions[action];
    return to === 'everyone' && !defaulted && spec !== undefined && spec.answer === null && !spec.commitment;
  });
  return seats.flatMap(({ id, name }) => {
    const its = open.filter(({ seat }) => seat === id);
    const [first] = its;
    if (first === undefined) return [];
    const deeds = [...new Set(its.map(({ action }) => `“${actions[action]?.title ?? action}”`))];
    const more = deeds.length > DEEDS ? [t('projector.story.more', { n: deeds.length - DEEDS })] : [];
    const said = t('projector.story.deeds', { who: name, deeds: [deeds.slice(0, DEEDS).join(', '), ...more].join(' ') });
    return [{ id: first.id, said, then: null }];
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
  return { weight: REMOVED, text: removedText(texts, removed, news.filter(is('demandAnswered')).length > 1), told };
}

/** Names what was removed; `short` names the first and counts the rest, so that several answers fit one screen. */
function removedText(texts: Texts, removed: readonly EventOf<'itemChanged'>[], short: boolean): string {
  const items = removed.map(({ template, item }) => texts.demands[template]?.items.find(({ id }) => id === item)?.label ?? item);
  const named = items.length > 2 || (short && items.length > 1) ? items.slice(0, 1) : items;
  const more = items.length - named.length;
  const text = t('projector.story.removed', { items: named.join(', ') });
  return more === 0 ? text : `${text} ${t('projector.story.more', { n: more })}`;
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

/** The headline number that changed most in a round, in whole points, with its main cause; null if none changed. */
export function biggestChange(brief: Brief, texts: Texts, events: readonly MatchEvent[], round: number): BiggestChange | null {
  const inRound = traced(brief, events).filter((event) => event.round === round);
  const changes = headlinesOf(brief).map((headline) => {
    const own = inRound.filter(is('meterChanged')).filter(({ seat, meter }) => seat === headline.seat && meter === headline.id);
    return {
      headline,
      delta: wholeChange(
        own.at(-1)?.value ?? 0,
        own.reduce((sum, { delta }) => sum + delta, 0),
      ),
    };
  });
  const largest = changes.sort((a, b) => Math.abs(b.delta) - Math.abs(a.delta))[0];
  if (largest === undefined || largest.delta === 0) return null;
  const rule = largestCauses(inRound, largest.headline.seat, largest.headline.id)[0];
  const deed = rule === undefined ? null : deedBehind(brief, texts, events, { ...largest, round }, rule);
  const title = rule === undefined ? null : ruleTitle(brief, events, rule);
  return {
    ...largest,
    cause:
      deed === null
        ? t('projector.story.because', { cause: `“${title ?? t('why.drift')}”` })
        : t('projector.story.because.deed', { cause: deed }),
  };
}

/** The nearest thing behind the part of a change that a rule made, in the words in which "why?" tells it; null if there is none in the open. */
function deedBehind(
  brief: Brief,
  texts: Texts,
  events: readonly MatchEvent[],
  { headline, delta, round }: Pick<BiggestChange, 'headline' | 'delta'> & { readonly round: number },
  rule: string,
): string | null {
  const known = traced(brief, events);
  const change = known
    .filter(is('meterChanged'))
    .filter((event) => event.round === round && event.seat === headline.seat && event.meter === headline.id && event.rule === rule)
    .filter((event) => event.delta * delta > 0)
    .toSorted((a, b) => Math.abs(b.delta) - Math.abs(a.delta))[0];
  if (change === undefined) return null;
  const say = (event: MatchEvent): string => describe(brief, texts, event);
  const [nearest] = withoutEchoes(causesOfEvent(known, change), rule, [ruleTitle(brief, events, rule) ?? ''], say).causes;
  if (nearest === undefined) return null;
  // The dice have their place on the phones.
  return nearest.event.type === 'rolled' ? nearest.event.label : say(nearest.event).replace(/\.$/, '');
}
