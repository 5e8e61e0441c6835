import type { EventOf, MatchEvent } from '../../../shared/match/events.ts';
import type { Brief } from '../../../shared/view/brief.ts';
import { describe } from '../../../shared/view/describe.ts';
import { traced } from '../../../shared/view/traced.ts';
import type { Texts } from '../../../shared/view/view.ts';
import { causesOfEvent } from '../../../shared/view/why.ts';
import { ruleTitle, withoutEchoes } from '../../state/causes.ts';
import { wholeChange } from '../../state/figures.ts';
import { is } from '../../state/log.ts';
import { quoted, t } from '../../state/texts.ts';
import { type Headline, headlinesOf } from './headlines.ts';

/** Beside the largest change, only what is at least this share of it has a reason on the room's screen. */
const WORTH_TELLING = 0.5;

/** A change of a headline number in a round, and the words for what led to it: a deed or event; where none did in the open, the rule. */
export interface ReasonedChange {
  readonly headline: Headline;
  /** In whole points. */
  readonly delta: number;
  /** How much of it came from the cause, where that is not all of it. */
  readonly share: number | null;
  readonly cause: string;
}

type Changed = EventOf<'meterChanged'>;

/** The headline numbers that changed most in a round, in whole points, each with its main cause, the largest first. */
export function biggestChanges(brief: Brief, texts: Texts, events: readonly MatchEvent[], round: number): readonly ReasonedChange[] {
  const known = traced(brief, events);
  const changes = headlinesOf(brief)
    .map((headline) => {
      const own = known.filter(is('meterChanged')).filter((event) => event.round === round && isOf(headline, event));
      return { headline, own, delta: wholeChange(own.at(-1)?.value ?? 0, sumOf(own)) };
    })
    .filter(({ delta }) => delta !== 0)
    .toSorted((a, b) => Math.abs(b.delta) - Math.abs(a.delta));
  const least = Math.abs(changes[0]?.delta ?? 0) * WORTH_TELLING;
  return changes
    .filter(({ delta }) => Math.abs(delta) >= least)
    .map(({ headline, own, delta }) => ({ headline, delta, ...reasonOf(brief, texts, known, own, delta) }));
}

const isOf = ({ seat, id }: Headline, event: Changed): boolean => event.seat === seat && event.meter === id;
const sumOf = (changes: readonly Changed[]): number => changes.reduce((sum, { delta }) => sum + delta, 0);

/** So many of the parts of a change are asked for their cause, the largest first. */
const ASKED = 8;

/** What led to a part of a change: in words, and by how much. */
interface Cause {
  readonly sum: number;
  readonly said: string;
}

/** The cause from which most of a change came that is the sum of these, and its share. */
function reasonOf(
  brief: Brief,
  texts: Texts,
  known: readonly MatchEvent[],
  own: readonly Changed[],
  delta: number,
): Pick<ReasonedChange, 'share' | 'cause'> {
  const causes = own
    .filter((change) => change.delta * delta > 0)
    .toSorted((a, b) => Math.abs(b.delta) - Math.abs(a.delta))
    .slice(0, ASKED)
    .map((change) => deedBehind(brief, texts, known, own, change) ?? ruleBehind(brief, known, own, change));
  const most = causes.reduce<Cause | null>((top, next) => (next.sum * delta > (top?.sum ?? 0) * delta ? next : top), null);
  const cause = most?.said ?? t('projector.story.because', { cause: quoted(t('why.drift')) });
  const share = Math.round(most?.sum ?? 0);
  return { cause, share: share === delta || share * delta <= 0 ? null : share };
}

/** A rule that changed something by itself. */
function ruleBehind(brief: Brief, known: readonly MatchEvent[], own: readonly Changed[], { rule }: Changed): Cause {
  const title = ruleTitle(brief, known, rule) ?? t('why.drift');
  return { sum: sumOf(own.filter((change) => change.rule === rule)), said: t('projector.story.because', { cause: quoted(title) }) };
}

/** The nearest thing behind a change, in the words in which "why?" tells it; null if there is none in the open. */
function deedBehind(brief: Brief, texts: Texts, known: readonly MatchEvent[], own: readonly Changed[], change: Changed): Cause | null {
  const say = (event: MatchEvent): string => describe(brief, texts, event);
  const { rule } = change;
  const [nearest] = withoutEchoes(causesOfEvent(known, change), rule, [ruleTitle(brief, known, rule) ?? ''], say).causes;
  if (nearest === undefined) return null;
  const { event } = nearest;
  // The dice have their place on the phones.
  const cause = event.type === 'rolled' ? event.label : say(event).replace(/\.$/, '');
  return { sum: sumOf(own.filter((other) => cameFrom(known, other, event.id))), said: t('projector.story.because.deed', { cause }) };
}

/** Whether a change goes back to an event, step by step. */
function cameFrom(known: readonly MatchEvent[], change: Changed, root: number): boolean {
  const byId = new Map(known.map((event) => [event.id, event]));
  const seen = new Set<number>();
  const open = [...change.because];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (id === root) return true;
    if (seen.has(id)) continue;
    seen.add(id);
    open.push(...(byId.get(id)?.because ?? []));
  }
  return false;
}
