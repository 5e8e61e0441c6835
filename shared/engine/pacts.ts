import type { MatchDraft, Scope } from '../effects/define.ts';
import type { Audience } from '../match/events.ts';
import type { EventId, Pact, PactSide, SeatId } from '../match/state.ts';
import { worldScope } from './compile.ts';
import { type CompiledPacts, countersOf } from './pactTerms.ts';
import type { MatchWorld } from './world.ts';

/** What a change of meters because of a pact is called in the ledger. */
export const PACT_RULES = ['pact:escrow', 'pact:payment', 'pact:return', 'pact:kept', 'pact:broken'] as const;
type PactRule = (typeof PACT_RULES)[number];

export const GIVES = ['give', 'get'] as const;
export type Gives = (typeof GIVES)[number];

/** Who gives a side of a pact, and who gets it. */
export const partiesOf = ({ from, to }: Pact, side: Gives): { readonly self: SeatId; readonly partner: SeatId } =>
  side === 'give' ? { self: from, partner: to } : { self: to, partner: from };

/** Those who know of a pact. */
export const knownTo = ({ public: open, from, to }: Pact): Audience => (open ? 'everyone' : [from, to]);

export const pactScope = (rule: PactRule, because: EventId): Scope => worldScope(rule, because);

/** Puts a pact in the place of its earlier self. */
export function replace(world: { readonly draft: Pick<MatchDraft, 'pacts'> }, pact: Pact): void {
  const index = world.draft.pacts.findIndex(({ id }) => id === pact.id);
  if (index < 0) world.draft.pacts.push(pact);
  else world.draft.pacts[index] = pact;
}

function toPurse(world: MatchWorld, rules: CompiledPacts, scope: Scope, seat: SeatId, by: number): void {
  const purse = rules.purses.get(seat);
  if (purse !== undefined) world.change(scope, seat, world.compiled.numberings.meters.of(purse), by);
}

/** Takes what a side pays from its giver's meter, until it is clear who gets it. */
export function setAside(world: MatchWorld, rules: CompiledPacts, pact: Pact, side: Gives, because: EventId): Pact {
  const { self } = partiesOf(pact, side);
  const { pay } = pact[side];
  if (pay === 0 || !rules.purses.has(self)) return pact;
  toPurse(world, rules, pactScope('pact:escrow', because), self, -pay);
  return { ...pact, [side]: { ...pact[side], held: pay } };
}

/** Gives what a side has set aside to its partner, or back to its giver. */
export function release(world: MatchWorld, rules: CompiledPacts, pact: Pact, side: Gives, to: 'partner' | 'self', because: EventId): Pact {
  const { held } = pact[side];
  if (held === 0) return pact;
  const seat = partiesOf(pact, side)[to];
  toPurse(world, rules, pactScope(to === 'partner' ? 'pact:payment' : 'pact:return', because), seat, held);
  return { ...pact, [side]: { ...pact[side], held: 0 } };
}

/** Closes an offer that did not become a pact: nothing is promised, and what was set aside comes back. */
export function closeOffer(
  world: MatchWorld,
  rules: CompiledPacts,
  pact: Pact,
  seat: SeatId,
  answer: 'declined' | 'withdrawn' | 'expired',
): void {
  const event = answered(world, pact, seat, answer);
  replace(world, { ...release(world, rules, pact, 'give', 'self', event), status: answer });
}

const answered = (world: MatchWorld, pact: Pact, seat: SeatId, answer: 'accepted' | 'declined' | 'withdrawn' | 'expired'): EventId =>
  world.emit({ rule: 'engine', because: pact.origin }, 'pactAnswered', {
    pact: pact.id,
    seat,
    partner: seat === pact.from ? pact.to : pact.from,
    answer,
    to: knownTo(pact),
  });

/** The handshake: the partner's payment is set aside too, and what was not promised for anything is paid at once. */
export function agree(world: MatchWorld, rules: CompiledPacts, offer: Pact): void {
  const event = answered(world, offer, offer.to, 'accepted');
  for (const seat of [offer.from, offer.to]) world.noteMark(seat, 'pacts-agreed');
  const pact = setAside(world, rules, { ...offer, status: 'agreed', agreed: world.draft.round, origin: event }, 'get', event);
  const since = (id: SeatId) => countersOf(rules, pact, world.inPlay(id));
  replace(world, settlePact(world, rules, { ...pact, since: { [pact.from]: since(pact.from), [pact.to]: since(pact.to) } }, event));
}

/**
 * Pays out what the fates of both sides have decided. Whoever keeps its promise gets what the partner set aside; whoever breaks it does
 * not, and thereby sets its partner free of its own.
 */
export function settlePact(world: MatchWorld, rules: CompiledPacts, pact: Pact, because: EventId): Pact {
  const isBroken = pact.give.fate === 'broken' || pact.get.fate === 'broken';
  const ends = (side: PactSide): PactSide => (isBroken && side.fate === 'open' ? { ...side, fate: 'released' } : side);
  let settled: Pact = { ...pact, give: ends(pact.give), get: ends(pact.get) };
  for (const [side, other] of [
    ['give', settled.get.fate],
    ['get', settled.give.fate],
  ] as const)
    if (other !== 'open') settled = release(world, rules, settled, side, other === 'broken' ? 'self' : 'partner', because);
  if (settled.give.fate === 'open' || settled.get.fate === 'open') return settled;
  return { ...settled, status: isBroken ? 'broken' : 'kept', since: {} };
}
