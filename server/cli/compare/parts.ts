import type { Scenario } from '../../../shared/scenario/schema.ts';

/** What a scenario is made of, in a designer's words, with how each part is called. */
function partsOf(scenario: Scenario): ReadonlyMap<string, string> {
  const parts = new Map<string, string>();
  const add = (kind: string, entries: Readonly<Record<string, { readonly title?: string; readonly name?: string }>>): void => {
    for (const [id, { title, name }] of Object.entries(entries)) parts.set(`${kind} ${id}`, `${kind} “${title ?? name ?? id}”`);
  };
  add('number', scenario.meters);
  add('action', scenario.actions);
  add('law', scenario.laws);
  add('demand', scenario.demands);
  add('crisis', scenario.crises);
  add('agenda card', scenario.cards);
  add('promise', scenario.pacts?.terms ?? {});
  add('ending', scenario.endings);
  return parts;
}

const missingIn = (other: ReadonlyMap<string, string>, parts: ReadonlyMap<string, string>): readonly string[] =>
  [...parts].filter(([id]) => !other.has(id)).map(([, called]) => called);

/** Which parts only one of two scenarios has, in sentences; none if they have the same. */
export function partsThatDiffer(old: Scenario, fresh: Scenario): readonly string[] {
  const [before, after] = [partsOf(old), partsOf(fresh)];
  const [added, gone] = [missingIn(before, after), missingIn(after, before)];
  return [
    ...(added.length === 0 ? [] : [`Only in the new one: ${added.join(', ')}.`]),
    ...(gone.length === 0 ? [] : [`Only in the old one: ${gone.join(', ')}.`]),
  ];
}
