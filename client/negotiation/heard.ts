import type { EventOf, MatchEvent } from '../../shared/match/events.ts';
import { EVERYBODY } from '../../shared/phrases.ts';
import type { Said } from '../../shared/talk.ts';
import type { MatchView } from '../../shared/view/view.ts';
import { heardOf } from '../state/heard.ts';
import { is } from '../state/log.ts';

/** What was said, with words: what the host has hidden has none. */
export const hasWords = ({ phrase, text }: Said): boolean => phrase !== null || text !== null;

/** Public statements with words, oldest first. */
export const publicly = (said: readonly Said[]): readonly Said[] => said.filter((one) => one.to === EVERYBODY && hasWords(one));

/** What others have said that this device has not shown yet. */
export const unheard = (said: readonly Said[], seat: string, heard: number): readonly Said[] =>
  said.filter((one) => one.id > heard && one.from !== seat && hasWords(one));

/** Offers that wait for an answer of this seat. */
export const offersTo = (view: Pick<MatchView, 'pacts'>, seat: string): MatchView['pacts'] =>
  view.pacts.filter(({ status, to }) => status === 'open' && to === seat);

/** How others have answered offers of this seat, oldest first. */
export const answersTo = (events: readonly MatchEvent[], seat: string): readonly EventOf<'pactAnswered'>[] =>
  events.filter(is('pactAnswered')).filter(({ partner, answer }) => partner === seat && (answer === 'accepted' || answer === 'declined'));

/** Which promises of a seat and to it were kept or broken, oldest first. */
export const verdictsFor = (events: readonly MatchEvent[], seat: string): readonly EventOf<'promiseJudged'>[] =>
  events.filter(is('promiseJudged')).filter((event) => event.seat === seat || event.partner === seat);

/** Deals that were made in a round, as far as the viewer may know, oldest first. */
export const dealsMade = (events: readonly MatchEvent[], round: number): readonly EventOf<'pactAnswered'>[] =>
  events.filter(is('pactAnswered')).filter((event) => event.answer === 'accepted' && event.round === round);

/** The deals that were made in a round, each with the event of its handshake, as far as the viewer may know, oldest first. */
export const pactsMade = (
  events: readonly MatchEvent[],
  { pacts, round }: Pick<MatchView, 'pacts' | 'round'>,
): readonly { readonly event: EventOf<'pactAnswered'>; readonly pact: MatchView['pacts'][number] }[] =>
  dealsMade(events, round).flatMap((event) => {
    const pact = pacts.find(({ id }) => id === event.pact);
    return pact === undefined ? [] : [{ event, pact }];
  });

/** Deals that others have made in the open, oldest first. */
const dealsOfOthers = (events: readonly MatchEvent[], seat: string): readonly EventOf<'pactAnswered'>[] =>
  events
    .filter(is('pactAnswered'))
    .filter((event) => event.answer === 'accepted' && event.to === 'everyone' && event.seat !== seat && event.partner !== seat);

/** The last that there is to be seen of deals; 0 for nothing. */
export const latestOfDeals = (events: readonly MatchEvent[]): number =>
  events.findLast(({ type }) => type === 'pactAnswered' || type === 'promiseJudged')?.id ?? 0;

/** What a seat has not seen of deals: offers that wait for its answer, answers to its own, what became of promises, deals of others in the open. */
export const dealNews = (seat: string, view: Pick<MatchView, 'pacts'>, events: readonly MatchEvent[], code: string): number =>
  offersTo(view, seat).length +
  [...answersTo(events, seat), ...verdictsFor(events, seat), ...dealsOfOthers(events, seat)].filter(
    ({ id }) => id > heardOf(dealsAt(code)).value,
  ).length;

/** What others have said that this device has not shown yet. */
export const talkNews = (seat: string, said: readonly Said[], code: string): number => unheard(said, seat, heardOf(code).value).length;

/** The name under which it is kept how far the deals of a table were seen. */
export const dealsAt = (code: string): string => `${code}.deals`;
