import type { EventOf, MatchEvent } from '../../../shared/match/events.ts';
import type { Brief } from '../../../shared/view/brief.ts';
import { describe } from '../../../shared/view/describe.ts';
import { traced } from '../../../shared/view/traced.ts';
import type { Texts } from '../../../shared/view/view.ts';
import { causesOfEvent } from '../../../shared/view/why.ts';
import { ruleTitle, withoutEchoes } from '../../state/causes.ts';
import { largestCauses, wholeChange } from '../../state/figures.ts';
import { is } from '../../state/log.ts';
import { t } from '../../state/texts.ts';
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

/** The main cause of a change that is the sum of these, and its share. */
function reasonOf(
  brief: Brief,
  texts: Texts,
  known: readonly MatchEvent[],
  own: readonly Changed[],
  delta: number,
): Pick<ReasonedChange, 'share' | 'cause'> {
  const [first] = own;
  const rule = first === undefined ? undefined : largestCauses(own, first.seat, first.meter)[0];
  const deed = rule === undefined ? null : deedBehind(brief, texts, known, own, rule, delta);
  if (deed !== null) {
    const came = own.filter((change) => cameFrom(known, change, deed.id));
    return { share: shareIn(delta, came), cause: t('projector.story.because.deed', { cause: deed.said }) };
  }
  const title = rule === undefined ? null : ruleTitle(brief, known, rule);
  const by = own.filter((change) => change.rule === rule);
  return { share: shareIn(delta, by), cause: t('projector.story.because', { cause: `“${title ?? t('why.drift')}”` }) };
}

/** What these changes make of a whole one; null if it is all of it, or nothing that shows. */
function shareIn(delta: number, part: readonly Changed[]): number | null {
  const share = Math.round(sumOf(part));
  return share === delta || share * delta <= 0 ? null : share;
}

/** The nearest thing behind the part of a change that a rule made, in the words in which "why?" tells it; null if there is none in the open. */
function deedBehind(
  brief: Brief,
  texts: Texts,
  known: readonly MatchEvent[],
  own: readonly Changed[],
  rule: string,
  delta: number,
): { readonly id: number; readonly said: string } | null {
  const change = own
    .filter((event) => event.rule === rule && event.delta * delta > 0)
    .toSorted((a, b) => Math.abs(b.delta) - Math.abs(a.delta))[0];
  if (change === undefined) return null;
  const say = (event: MatchEvent): string => describe(brief, texts, event);
  const [nearest] = withoutEchoes(causesOfEvent(known, change), rule, [ruleTitle(brief, known, rule) ?? ''], say).causes;
  if (nearest === undefined) return null;
  const { event } = nearest;
  // The dice have their place on the phones.
  return { id: event.id, said: event.type === 'rolled' ? event.label : say(event).replace(/\.$/, '') };
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
