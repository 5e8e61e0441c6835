import type { Scope, Who } from '../effects/define.ts';
import type { Role, SeatId } from '../match/state.ts';
import type { Scenario } from '../scenario/schema.ts';

const NOBODY: readonly SeatId[] = [];

export type Roles = Readonly<Record<'regulators' | 'platforms' | 'activists', readonly SeatId[]>>;

/** The seats of each role, in the scenario's order. */
export function rolesOf(scenario: Scenario): Roles {
  const seatsOf = (role: Role) => scenario.seats.filter((seat) => seat.role === role).map(({ id }) => id);
  return { regulators: seatsOf('regulator'), platforms: seatsOf('platform'), activists: seatsOf('activist') };
}

/** For each seat of a list, the list without it. */
const withoutEach = (seats: readonly SeatId[]): ReadonlyMap<SeatId | null, readonly SeatId[]> =>
  new Map(seats.map((id) => [id, seats.filter((other) => other !== id)]));

/** Turns the words that name seats into lookups. Lists are made once: most of what happens in a match is about one of them. */
export function compileWho(scenario: Scenario): (ref: string) => Who {
  const seatIds = scenario.seats.map(({ id }) => id);
  const roles = rolesOf(scenario);
  const alone = new Map(seatIds.map((id): [SeatId, readonly SeatId[]] => [id, [id]]));
  const [others, peers] = [withoutEach(seatIds), withoutEach(roles.platforms)];
  const only = (id: SeatId | null): readonly SeatId[] => (id === null ? NOBODY : (alone.get(id) ?? NOBODY));
  const words: Readonly<Record<string, Who>> = {
    self: ({ self }) => only(self),
    target: ({ target }) => only(target),
    addressee: ({ demand }) => (demand === null ? NOBODY : only(demand.to)),
    issuer: ({ demand }) => (demand === null ? roles.regulators : only(demand.from)),
    others: ({ self }) => others.get(self) ?? seatIds,
    peers: ({ self, target }: Scope) => peers.get(self) ?? peers.get(target) ?? roles.platforms,
    platforms: () => roles.platforms,
    regulators: () => roles.regulators,
    activists: () => roles.activists,
    everyone: () => seatIds,
    world: () => NOBODY,
  };
  return (ref) => {
    const known = Object.hasOwn(words, ref) ? words[ref] : undefined;
    if (known !== undefined) return known;
    const named = alone.get(ref) ?? NOBODY;
    return () => named;
  };
}
