import { step } from '../shared/engine/step.ts';
import type { Offered, PactCommand } from '../shared/match/commands.ts';
import type { MatchState, SeatId } from '../shared/match/state.ts';
import type { Scenario } from '../shared/scenario/schema.ts';
import { briefOf } from '../shared/view/briefOf.ts';

type Luck = () => number;
const oneOf = <T>(list: readonly T[], luck: Luck): T | undefined => list[Math.floor(luck() * list.length)];

/** What one seat could give another: a promise, a payment, both or nothing. */
function anySide(scenario: Scenario, self: SeatId, partner: SeatId, luck: Luck): Offered['give'] {
  const { pacts } = briefOf(scenario);
  const terms = Object.entries(pacts?.terms ?? {}).filter(([, { between }]) => between[self]?.includes(partner));
  const term = luck() < 0.6 ? oneOf(terms, luck)?.[0] : undefined;
  const hasMoney = pacts?.purses[self] !== undefined && pacts.purses[partner] !== undefined;
  const pay = hasMoney && luck() < 0.4 ? 1 + Math.floor(luck() * 9) : undefined;
  return { ...(term === undefined ? {} : { term }), ...(pay === undefined ? {} : { pay }) };
}

function anyCommand(scenario: Scenario, { pacts, round }: MatchState, luck: Luck): PactCommand | undefined {
  const open = oneOf(
    pacts.filter(({ status }) => status === 'open'),
    luck,
  );
  if (open !== undefined && luck() < 0.6) {
    const type = (['accept', 'accept', 'accept', 'decline', 'withdraw'] as const)[Math.floor(luck() * 5)] ?? 'accept';
    return { type, seat: type === 'withdraw' ? open.from : open.to, pact: open.id };
  }
  const [self, partner] = [oneOf(scenario.seats, luck), oneOf(scenario.seats, luck)];
  if (self === undefined || partner === undefined || self === partner) return undefined;
  const until = Math.min(scenario.rounds, round + Math.floor(luck() * 4));
  const [give, get] = [anySide(scenario, self.id, partner.id, luck), anySide(scenario, partner.id, self.id, luck)];
  return { type: 'offer', seat: self.id, to: partner.id, give, get, until, public: luck() < 0.4 };
}

/** Some offers and answers of a phase, as it happens; none in scenarios without pacts. */
export function* anyPacts(scenario: Scenario, now: () => MatchState, luck: Luck): Generator<PactCommand> {
  if (scenario.pacts === undefined || now().status !== 'playing') return;
  for (let tries = Math.floor(luck() * 6); tries > 0; tries -= 1) {
    const command = anyCommand(scenario, now(), luck);
    if (command !== undefined && step(scenario, now(), command).ok) yield command;
  }
}
