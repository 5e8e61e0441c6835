import type { MatchState } from '../shared/match/state.ts';

/** Everything that is so in a match, as a flat table: "alpha.cash" → 50, "alpha.ann" → "safe", "d1.page" → "removed" … */
export type Facts = Readonly<Record<string, unknown>>;

/** The facts of a state, by short names. Ids of events and what waits for its round are left out. */
export function factsOf(state: MatchState): Facts {
  const facts: Record<string, unknown> = { round: state.round, phase: state.phase, regime: state.regime, waiting: state.pending.length };
  for (const [meter, value] of Object.entries(state.world)) facts[`world.${meter}`] = value;
  for (const [id, seat] of Object.entries(state.seats)) {
    for (const [meter, value] of Object.entries(seat.meters)) facts[`${id}.${meter}`] = value;
    for (const [mark, count] of Object.entries(seat.marks)) facts[`${id} has ${mark}`] = count;
    for (const [tally, count] of Object.entries(seat.tally)) facts[`${id} this round ${tally}`] = count;
    for (const person of seat.staff) facts[`${id}.${person.id}`] = person.status;
    const { restriction } = seat;
    facts[`${id} is`] =
      restriction === null
        ? 'free'
        : `${restriction.declared ? '' : 'secretly '}${restriction.kind === 'block' ? 'blocked' : 'throttled'} by ${restriction.strength}`;
    facts[`${id} stands at rung`] = seat.rung;
    facts[`${id} points`] = seat.points;
    facts[`${id} presence`] = seat.presence;
    facts[`${id} knows`] = seat.knows.join(' ');
    facts[`${id} intel`] = seat.intel.join(' ');
  }
  for (const demand of state.demands) {
    for (const key of ['status', 'answer', 'formality', 'due', 'public', 'stalls'] as const) facts[`${demand.id} ${key}`] = demand[key];
    for (const item of demand.items) facts[`${demand.id}.${item.id}`] = item.status;
  }
  for (const law of state.laws) facts[`law ${law.id}`] = law.inForce ? 'in force' : `from round ${law.from}`;
  for (const courtCase of state.cases)
    facts[`case ${courtCase.id}`] = courtCase.status === 'open' ? `open until ${courtCase.due}, odds ${courtCase.odds}` : courtCase.status;
  return facts;
}

/** What is so afterwards that was not so before. */
export const changes = (before: Facts, after: Facts): Facts =>
  Object.fromEntries(Object.entries(after).filter(([fact, value]) => before[fact] !== value));

const OF_THE_CLOCK = / this round | points$|^round$|^phase$|^waiting$/;

/** What changed, apart from what each new round changes by itself. */
export const lastingChanges = (before: Facts, after: Facts): Facts =>
  Object.fromEntries(Object.entries(changes(before, after)).filter(([fact]) => !OF_THE_CLOCK.test(fact)));
