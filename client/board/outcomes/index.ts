import type { EventOf, EventType, MatchEvent } from '../../../shared/match/events.ts';
import type { Outcome } from '../outcome.ts';
import { block } from './block.ts';
import { calendar, election } from './calendar.ts';
import { ladder, presence, textCard } from './changes.ts';
import { choices } from './choices.ts';
import { collateral } from './collateral.ts';
import { courtOpened, courtRuled } from './court.ts';
import { circumvention, crisis, protest, stance, statement, streisand, substitution } from './crowd.ts';
import { answer, demand, leak, report } from './demand.ts';
import { fine } from './fine.ts';
import { harm } from './harm.ts';
import { lawInForce, lawPassed } from './law.ts';
import { meter } from './meter.ts';
import { peerPressure } from './peerPressure.ts';
import { precedent } from './precedent.ts';
import { promise } from './promise.ts';
import { raid, staffRisk } from './staffRisk.ts';
import { mirror, restored, takedown } from './takedown.ts';
import { lifting, throttling } from './throttling.ts';

/** What people notice, by the `kind` of a `happened` event. Unknown kinds become a text card. */
export const HAPPENINGS: Readonly<Record<string, Outcome>> = {
  backlash: protest,
  circumvention,
  collateral,
  crisis,
  election,
  harm,
  leak,
  mirror,
  precedent,
  protest,
  raid,
  ratchet: precedent,
  stance,
  statement,
  streisand,
  substitution,
};

type Choose<T extends EventType> = Outcome | null | ((event: EventOf<T>) => Outcome | null);

/** The picture of each event type; null is bookkeeping that the board does not show. */
export const OUTCOMES: { readonly [T in EventType]: Choose<T> } = {
  matchStarted: null,
  roundStarted: calendar,
  phaseStarted: null,
  sealed: null,
  reopened: null,
  acted: choices,
  happened: ({ kind }) => HAPPENINGS[kind] ?? textCard,
  intelDealt: null,
  deskFilled: null,
  demandIssued: demand,
  demandAnswered: answer,
  demandClosed: null,
  demandWritten: answer,
  disclosed: leak,
  reviewed: null,
  itemChanged: ({ status }) => (status === 'removed' ? takedown : restored),
  fined: fine,
  restricted: ({ kind }) => (kind === 'block' ? block : throttling),
  lifted: lifting,
  rungChanged: ladder,
  staffChanged: staffRisk,
  presenceChanged: presence,
  lawPassed,
  lawInForce,
  courtOpened,
  courtRuled,
  pressed: peerPressure,
  rolled: null,
  regimeChanged: textCard,
  reported: report,
  meterChanged: meter,
  scheduled: null,
  predicted: null,
  pactOffered: null,
  pactAnswered: null,
  promiseJudged: promise,
  scored: null,
  matchFinished: textCard,
};

/** The outcome module that shows an event, or null for bookkeeping. */
export function outcomeOf(event: MatchEvent): Outcome | null {
  const choose = OUTCOMES[event.type] as Choose<EventType>;
  return typeof choose === 'function' ? choose(event as never) : choose;
}
