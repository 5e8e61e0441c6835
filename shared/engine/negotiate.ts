import type { MatchDraft, SeatDraft } from '../effects/define.ts';
import type { Offered, PactCommand, Rejection } from '../match/commands.ts';
import type { MatchState, Pact, PactSide, SeatId } from '../match/state.ts';
import { mayPromise } from '../scenario/pacts.ts';
import type { Scenario } from '../scenario/schema.ts';
import { type Compiled, compiled } from './compile.ts';
import { agree, closeOffer, knownTo, replace, setAside } from './pacts.ts';
import type { CompiledPacts } from './pactTerms.ts';
import type { Result } from './step.ts';
import { MatchWorld } from './world.ts';

/** More offers than this in one round would only fill the record. */
const MOST_IN_A_ROUND = 12;

const reject = (code: Rejection['code'], message: string): Rejection => ({ code, message });

/** Offers, answers and withdrawals: in any phase of a match that is being played. Touches nothing but the two seats and the pact. */
export function negotiate(scenario: Scenario, before: MatchState, command: PactCommand): Result {
  const all = compiled(scenario);
  const rules = all.pacts;
  const refuse = (rejection: Rejection): Result => ({ ok: false, rejection });
  if (!Object.hasOwn(before.seats, command.seat))
    return refuse(reject('no-such-seat', `There is no seat “${command.seat}” at this table. Choose one of its seats.`));
  if (rules === null) return refuse(reject('no-pacts', 'This scenario has no pacts. Talk, and decide for yourself.'));
  if (command.type === 'offer') {
    const offer = offerOf(before, command);
    const problem = checkOffer(all, rules, before, offer);
    return problem === null ? touching(all, before, offer, (world) => make(world, rules, offer)) : refuse(problem);
  }
  const found = findPact(before, command);
  if ('code' in found) return refuse(found);
  if (command.type !== 'accept') {
    const answer = command.type === 'decline' ? 'declined' : 'withdrawn';
    return touching(all, before, found, (world) => closeOffer(world, rules, found, command.seat, answer));
  }
  const problem = checkMoney(all, rules, before, found.to, found.get.pay);
  return problem === null ? touching(all, before, found, (world) => agree(world, rules, found)) : refuse(problem);
}

/** Applies a change to a copy of the two seats of a pact; the rest of the match is shared with what was before. */
function touching(all: Compiled, before: MatchState, { from, to }: Pact, apply: (world: MatchWorld) => void): Result {
  const copies: Record<SeatId, SeatDraft> = {};
  for (const id of [from, to]) {
    const seat = before.seats[id];
    if (seat !== undefined) copies[id] = { ...(seat as SeatDraft), meters: { ...seat.meters }, marks: { ...seat.marks } };
  }
  const draft = { ...before, seats: { ...before.seats, ...copies }, pacts: before.pacts.slice() } as MatchDraft;
  const world = new MatchWorld(all, draft, before.phase);
  apply(world);
  world.settle();
  return { ok: true, state: world.written(), events: world.events };
}

const sideOf = ({ term, pay }: Offered['give']): PactSide => ({
  term: term ?? null,
  pay: pay ?? 0,
  held: 0,
  fate: term === undefined ? 'kept' : 'open',
});

function offerOf(before: MatchState, { seat, to, give, get, until, public: open }: Extract<PactCommand, { type: 'offer' }>): Pact {
  return {
    id: `p${before.pacts.length + 1}`,
    from: seat,
    to,
    give: sideOf(give),
    get: sideOf(get),
    until,
    offered: before.round,
    agreed: null,
    status: 'open',
    public: open,
    since: {},
    origin: 0,
  };
}

function make(world: MatchWorld, rules: CompiledPacts, offer: Pact): void {
  const { id, from, to, give, get, until } = offer;
  const event = world.emit({ rule: 'engine', because: 0 }, 'pactOffered', {
    pact: id,
    seat: from,
    partner: to,
    give: { term: give.term, pay: give.pay },
    get: { term: get.term, pay: get.pay },
    until,
    public: offer.public,
    to: knownTo(offer),
  });
  replace(world, setAside(world, rules, { ...offer, origin: event }, 'give', event));
}

/** The first round at whose end a promise made now is looked at. */
export function firstJudged({ scenario, pacts }: Compiled, { round, phase }: Pick<MatchState, 'round' | 'phase'>): number {
  const at = scenario.phases.findIndex(({ id }) => id === phase);
  return at <= (pacts?.judgedIn ?? -1) ? round : round + 1;
}

function checkOffer(all: Compiled, rules: CompiledPacts, before: MatchState, offer: Pact): Rejection | null {
  const { scenario } = all;
  const { from, to, give, get } = offer;
  const [self, partner] = [from, to].map((id) => scenario.seats.find((seat) => seat.id === id));
  if (self === undefined || partner === undefined || from === to)
    return reject('no-such-partner', 'Choose another seat of this table as your partner.');
  if ([give, get].every(({ term, pay }) => term === null && pay === 0))
    return reject('empty-offer', 'This offer is empty. Add a promise or a payment to one side.');
  for (const [side, giver, getter] of [
    [give, self, partner],
    [get, partner, self],
  ] as const) {
    const term = side.term === null ? undefined : rules.terms.get(side.term);
    if (side.term !== null && (term === undefined || !mayPromise(term.spec, giver, getter)))
      return reject('no-such-term', `${giver.name} can’t promise that to ${getter.name}. Choose another promise.`);
    const poor = [giver, getter].find(({ id }) => !rules.purses.has(id));
    if (side.pay > 0 && poor !== undefined)
      return reject('can-not-pay', `${poor.name} has no money to pay with or be paid in. Offer a promise instead.`);
  }
  const [first, last] = [firstJudged(all, before), scenario.rounds];
  if (first > last) return reject('bad-deadline', 'The last round is over, so no promise can bind any more.');
  if (offer.until < first || offer.until > last)
    return reject(
      'bad-deadline',
      `A pact made now can last until round ${first === last ? first : `${first} to ${last}`}. Choose such a round.`,
    );
  return checkCounts(rules, before, offer) ?? checkMoney(all, rules, before, from, give.pay);
}

function checkCounts(rules: CompiledPacts, { pacts, round }: MatchState, offer: Pact): Rejection | null {
  const same = (a: PactSide, b: PactSide): boolean => a.term === b.term && a.pay === b.pay;
  const standing = pacts.filter(({ status }) => status === 'open' || status === 'agreed');
  const isThere = standing.some(
    ({ from, to, give, get }) =>
      (from === offer.from && to === offer.to && same(give, offer.give) && same(get, offer.get)) ||
      (from === offer.to && to === offer.from && same(give, offer.get) && same(get, offer.give)),
  );
  if (isThere) return reject('already-offered', 'The two of you have this offer or deal already. Answer it, or change the offer.');
  const mine = pacts.filter(({ from }) => from === offer.from);
  if (mine.filter(({ status }) => status === 'open').length >= rules.spec.offers)
    return reject('too-many-offers', `You have ${rules.spec.offers} open offers. Take one back, or wait for an answer.`);
  if (mine.filter(({ offered }) => offered === round).length >= MOST_IN_A_ROUND)
    return reject('too-many-offers', `You have made ${MOST_IN_A_ROUND} offers in this round. Wait for the next one.`);
  return null;
}

/** Whether a seat can set so much aside, beside what its sealed choice will cost. Asked only of whoever sends the command. */
function checkMoney(
  { actions, scenario }: Compiled,
  rules: CompiledPacts,
  { seats }: MatchState,
  id: SeatId,
  pay: number,
): Rejection | null {
  const [seat, purse] = [seats[id], rules.purses.get(id)];
  if (pay === 0 || seat === undefined || purse === undefined) return null;
  const costs = (seat.sealed?.picks ?? []).flatMap(({ action }) => actions.get(action)?.spec.costs ?? []);
  const spent = costs.reduce((sum, { meter, by }) => (meter === purse ? sum + by : sum), 0);
  const has = seat.meters[purse] ?? 0;
  if (has + spent - pay >= 0) return null;
  const name = scenario.meters[purse]?.name.toLowerCase() ?? purse;
  return reject(
    'not-affordable',
    has - pay >= 0
      ? `Your locked choice needs some of your ${name}. Take it back first, or pay less.`
      : `You don’t have ${pay} points of ${name} to set aside. Pay less.`,
  );
}

/** The offer that a command is about, or why it can't be answered so. */
function findPact({ pacts }: MatchState, { type, seat, pact: id }: Exclude<PactCommand, { type: 'offer' }>): Pact | Rejection {
  const pact = pacts.find((entry) => entry.id === id);
  // Who may not know of it learns nothing, not even that it is there.
  if (pact === undefined || (!pact.public && pact.from !== seat && pact.to !== seat))
    return reject('no-such-pact', 'There is no such offer. Look at the list again.');
  if ((type === 'withdraw' ? pact.from : pact.to) !== seat)
    return reject(
      'not-yours',
      type === 'withdraw' ? 'Only who made an offer can take it back.' : 'Only the seat that the offer was made to can answer it.',
    );
  if (pact.status !== 'open') return reject('not-open', 'This offer is no longer open. Make a new one if you want.');
  return pact;
}
