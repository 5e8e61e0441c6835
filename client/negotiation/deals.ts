import type { Offered } from '../../shared/match/commands.ts';
import type { PactSide, PactStatus } from '../../shared/match/state.ts';
import type { Brief } from '../../shared/view/brief.ts';
import type { PactView } from '../../shared/view/pactsFor.ts';
import type { MatchView } from '../../shared/view/view.ts';

/** The deals of a match as one seat sorts them, newest first. */
export interface Deals {
  readonly toMe: readonly PactView[];
  readonly fromMe: readonly PactView[];
  readonly running: readonly PactView[];
  /** Open or running deals of others that everybody may know of. */
  readonly others: readonly PactView[];
  readonly over: readonly PactView[];
}

/** Sorts the deals that a seat knows of. */
export function dealsOf({ pacts }: Pick<MatchView, 'pacts'>, seat: string): Deals {
  const newest = pacts.toReversed();
  const isMine = ({ from, to }: PactView): boolean => from === seat || to === seat;
  const mine = (status: PactStatus) => newest.filter((pact) => isMine(pact) && pact.status === status);
  return {
    toMe: mine('open').filter(({ to }) => to === seat),
    fromMe: mine('open').filter(({ from }) => from === seat),
    running: mine('agreed'),
    others: newest.filter((pact) => !isMine(pact) && (pact.status === 'open' || pact.status === 'agreed')),
    over: newest.filter((pact) => isMine(pact) && pact.status !== 'open' && pact.status !== 'agreed'),
  };
}

/** An offer that was sent: to whom, and how many this seat had made them before. */
export interface Sent {
  readonly to: string;
  readonly before: number;
}

const offersBetween = ({ pacts }: Pick<MatchView, 'pacts'>, from: string, to: string): readonly PactView[] =>
  pacts.filter((pact) => pact.from === from && pact.to === to);

/** An offer that is sent now, to be found again. */
export const sentNow = (view: Pick<MatchView, 'pacts'>, seat: string, to: string): Sent => ({
  to,
  before: offersBetween(view, seat, to).length,
});

/** What has become of an offer that was sent; open until it is seen. */
export const stateOf = (view: Pick<MatchView, 'pacts'>, seat: string, { to, before }: Sent): PactStatus =>
  offersBetween(view, seat, to)[before]?.status ?? 'open';

/** What the partner of a pact is called from one party's place: the other party. */
export const partnerIn = ({ from, to }: PactView, seat: string): string => (from === seat ? to : from);

/**
 * Where a deal stands, as a text; of a deal in force in which one promise is kept already: `kept`, the party that kept it, and `bound`,
 * the one that still has to. `over`: the match has ended.
 */
export function standOf({ from, to, give, get, status }: PactView, over: boolean): DealStand {
  if (status !== 'agreed') return { text: `deal.status.${status}` };
  if (over) return { text: 'deal.status.ended' };
  const isDone = (side: PactSide): boolean => side.term !== null && side.fate === 'kept';
  if (isDone(give)) return { text: 'deal.status.half', kept: from, bound: to };
  return isDone(get) ? { text: 'deal.status.half', kept: to, bound: from } : { text: 'deal.status.agreed' };
}

type DealStand =
  | { readonly text: `deal.status.${PactStatus | 'ended'}` }
  | { readonly text: 'deal.status.half'; readonly kept: string; readonly bound: string };

/** What a party of a pact gives. */
export const givenBy = (pact: Pick<PactView, 'from' | 'give' | 'get'>, seat: string): PactSide =>
  pact.from === seat ? pact.give : pact.get;

/** The rounds until which a pact that is made now can bind; empty when it is too late. */
export function lastRounds({ phases, rounds, pacts }: Brief, { round, phase }: Pick<MatchView, 'round' | 'phase'>): readonly number[] {
  const at = phases.findIndex(({ id }) => id === phase);
  const first = at <= (pacts?.judgedIn ?? -1) ? round : round + 1;
  return Array.from({ length: Math.max(0, rounds - first + 1) }, (_, index) => first + index);
}

/** Whether a seat can pay anybody, or be paid. */
export function canPay({ pacts }: Pick<Brief, 'pacts'>, seat: string): boolean {
  const payers = Object.keys(pacts?.purses ?? {});
  return payers.length > 1 && payers.includes(seat);
}

/** A promise that one seat may make: to the other, or at least to somebody else. */
export interface TermChoice {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly possible: boolean;
}

/** The promises that a seat can make at all, and whether it can make them to this partner: possible ones first. */
export function termsFor({ pacts }: Brief, giver: string, getter: string): readonly TermChoice[] {
  const known = Object.entries(pacts?.terms ?? {}).flatMap(([id, { title, text, between }]) => {
    const partners = between[giver];
    return partners === undefined ? [] : [{ id, title, text, possible: partners.includes(getter) }];
  });
  return known.toSorted((one, other) => Number(other.possible) - Number(one.possible));
}

/** What one party gives, as a form holds it. `pay` is what was typed. */
export interface SideDraft {
  readonly term: string;
  readonly pay: string;
}

export interface OfferDraft {
  readonly to: string;
  readonly give: SideDraft;
  readonly get: SideDraft;
  readonly until: number;
  readonly public: boolean;
}

const MOST = 100;

/** Points out of what was typed: nothing is 0; null if it is no whole number from 0 to 100. */
export function pointsIn(typed: string): number | null {
  const text = typed.trim();
  if (text === '') return 0;
  const points = Number(text);
  return /^\d{1,3}$/.test(text) && points <= MOST ? points : null;
}

/** What keeps an offer from being sent: where in the form, and why. */
export type Obstacle =
  | { readonly at: 'give' | 'get'; readonly why: 'whole' }
  | { readonly at: 'give'; readonly why: 'too-much'; readonly has: number }
  | { readonly at: 'offer'; readonly why: 'empty' };

/** What is wrong with a drafted offer, or null. `has`: points of money that the own seat has left. */
export function obstacleTo({ give, get }: OfferDraft, has: number): Obstacle | null {
  const [mine, theirs] = [pointsIn(give.pay), pointsIn(get.pay)];
  if (mine === null) return { at: 'give', why: 'whole' };
  if (theirs === null) return { at: 'get', why: 'whole' };
  if (mine > has) return { at: 'give', why: 'too-much', has };
  return mine === 0 && theirs === 0 && give.term === '' && get.term === '' ? { at: 'offer', why: 'empty' } : null;
}

/** The offer that a draft stands for. */
export function offerFrom({ to, give, get, until, public: open }: OfferDraft): Offered {
  return { to, give: sideFrom(give), get: sideFrom(get), until, public: open };
}

function sideFrom({ term, pay }: SideDraft): Offered['give'] {
  const points = pointsIn(pay) ?? 0;
  return { ...(term === '' ? {} : { term }), ...(points === 0 ? {} : { pay: points }) };
}

/** Points of money that a seat can set aside: its own purse, whole points only. Null without money, or where it can't be read. */
export function moneyOf(
  { pacts }: Brief,
  { seats }: Pick<MatchView, 'seats'>,
  seat: string,
): { readonly meter: string; readonly has: number } | null {
  const meter = pacts?.purses[seat];
  const has = meter === undefined ? undefined : seats[seat]?.meters[meter];
  return meter === undefined || has === undefined ? null : { meter, has: Math.floor(has) };
}
