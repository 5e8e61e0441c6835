import type { Scenario } from '../../../shared/scenario/schema.ts';

/** A part of a scenario: how it is called in a designer's words, and what is written there. */
interface Part {
  readonly called: string;
  readonly part: unknown;
}

/** What a scenario is made of, by kind and id. */
export function partsOf(scenario: Scenario): ReadonlyMap<string, Part> {
  const parts = new Map<string, Part>();
  const add = (kind: string, entries: Readonly<Record<string, { readonly title?: string; readonly name?: string }>>): void => {
    for (const [id, part] of Object.entries(entries))
      parts.set(`${kind} ${id}`, { called: `${kind} “${part.title ?? part.name ?? id}”`, part });
  };
  const { rounds, electionRound, regime, phases, desk, ladder } = scenario;
  parts.set('match', { called: 'match', part: { rounds, electionRound, regime, phases, desk, ladder } });
  add('seat', byId(scenario.seats));
  add('number', scenario.meters);
  add('action', scenario.actions);
  add('law', scenario.laws);
  add('rule', byId(scenario.rules));
  add('chance', scenario.odds);
  add('fine', byId(scenario.fines));
  add('court', scenario.courts);
  add('class', scenario.classes);
  add('demand', scenario.demands);
  add('crisis', scenario.crises);
  add('agenda card', scenario.cards);
  add('promise', scenario.pacts?.terms ?? {});
  add('ending', scenario.endings);
  return parts;
}

const byId = <T extends { readonly id: string }>(list: readonly T[]): Readonly<Record<string, T>> =>
  Object.fromEntries(list.map((entry) => [entry.id, entry]));

const missingIn = (other: ReadonlyMap<string, Part>, parts: ReadonlyMap<string, Part>): readonly string[] =>
  [...parts].filter(([id]) => !other.has(id)).map(([, { called }]) => called);

/** Which parts only one of two scenarios has, in sentences; none if they have the same. */
export function partsThatDiffer(old: Scenario, fresh: Scenario): readonly string[] {
  const [before, after] = [partsOf(old), partsOf(fresh)];
  const [added, gone] = [missingIn(before, after), missingIn(after, before)];
  return [
    ...(added.length === 0 ? [] : [`Only in the new one: ${added.join(', ')}.`]),
    ...(gone.length === 0 ? [] : [`Only in the old one: ${gone.join(', ')}.`]),
    ...goalsThatDiffer(old, fresh),
  ];
}

/** What a seat is judged on: how much each goal weighs, in the scenario's own names. */
function goalsOf({ meters, seats }: Scenario): ReadonlyMap<string, ReadonlyMap<string, number>> {
  const nameOf = (seat: string | undefined) => (seat === undefined ? '' : ` of ${seats.find(({ id }) => id === seat)?.name ?? seat}`);
  return new Map(
    seats.map(({ name, scoring }) => [
      name,
      new Map(scoring.goals.map(({ meter, weight, of }) => [`${meters[meter]?.name ?? meter}${nameOf(of)}`, weight])),
    ]),
  );
}

/** Whose goals weigh otherwise in one of two scenarios; a seat that only one has is no such difference. */
function goalsThatDiffer(old: Scenario, fresh: Scenario): readonly string[] {
  const after = goalsOf(fresh);
  return [...goalsOf(old)].flatMap(([seat, before]) => {
    const now = after.get(seat);
    if (now === undefined) return [];
    const changed = [...new Set([...before.keys(), ...now.keys()])].filter((goal) => before.get(goal) !== now.get(goal));
    if (changed.length === 0) return [];
    return [`Goals of ${seat}: ${changed.map((goal) => `${goal} ${before.get(goal) ?? 0} → ${now.get(goal) ?? 0}`).join(', ')}.`];
  });
}
