import type { EventOf } from '../../../shared/match/events.ts';
import type { Said } from '../../../shared/talk.ts';
import { pactsMade, publicly } from '../../negotiation/heard.ts';
import { gathered, headlinesOfRound, type LawEvent, lawsSince, type News } from '../../state/headlines.ts';
import { is } from '../../state/log.ts';
import type { Play } from '../../state/play.ts';

/** So much of what seats said, and of what they agreed on, stands on the room's screen. */
const LATEST = 2;

/** What the room may know of a round before anything is opened, the newest first. */
export interface PublicNews {
  /** What was sent in the open in this round, in the order in which it was sent. */
  readonly demands: readonly EventOf<'demandIssued'>[];
  readonly headlines: readonly News[];
  readonly laws: readonly LawEvent[];
  /** What the host has hidden is not among it. */
  readonly said: readonly Said[];
  readonly deals: ReturnType<typeof pactsMade>;
}

/** The news of the round that is played. */
export function publicNews({ brief, view, events }: Pick<Play, 'brief' | 'view' | 'events'>, said: readonly Said[]): PublicNews {
  return {
    demands: events.filter(is('demandIssued')).filter(({ round, to }) => round === view.round && to === 'everyone'),
    headlines: gathered(headlinesOfRound(events, view.round, brief)).toReversed(),
    laws: lawsSince(events, view.round - 1).toReversed(),
    said: newest(publicly(said).filter(({ round }) => round === view.round)),
    deals: newest(pactsMade(events, view)),
  };
}

const newest = <T>(list: readonly T[]): readonly T[] => list.slice(-LATEST).toReversed();

/** Whether there is any. */
export const isEmpty = (news: PublicNews): boolean => Object.values(news).every((list) => list.length === 0);
