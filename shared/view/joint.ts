import { REF_WORDS } from '../language/values.ts';
import type { Role } from '../match/state.ts';
import type { Scenario } from '../scenario/schema.ts';

/** Words of the language that mean several seats. */
const SEVERAL: readonly string[] = REF_WORDS.filter((word) => !['self', 'target', 'addressee', 'issuer', 'world'].includes(word));

/** Actions by which seats act together: what such an action counts of one seat, a rule counts of many. */
export function jointActions({ actions, rules }: Scenario): readonly { readonly action: string; readonly roles: readonly Role[] }[] {
  const counted = new Set<string>();
  const walk = (part: unknown, take: (entry: Readonly<Record<string, unknown>>) => void): void => {
    if (part === null || typeof part !== 'object') return;
    take(part as Readonly<Record<string, unknown>>);
    for (const value of Object.values(part)) walk(value, take);
  };
  for (const { when } of rules)
    walk(when, ({ tally, mark, of }) => {
      const counter = tally ?? mark;
      if (typeof counter === 'string' && typeof of === 'string' && SEVERAL.includes(of)) counted.add(counter);
    });
  return Object.entries(actions).flatMap(([action, { effects, roles, tags }]) => {
    if (!tags.includes('coordinate')) return [];
    let isJoint = false;
    walk(effects, ({ op, name }) => {
      isJoint ||= op === 'mark' && typeof name === 'string' && counted.has(name);
    });
    return isJoint ? [{ action, roles }] : [];
  });
}
