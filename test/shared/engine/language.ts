import type { Scope } from '../../../shared/effects/define.ts';
import { compiled, worldScope } from '../../../shared/engine/compile.ts';
import { Amount, Condition } from '../../../shared/language/values.ts';
import type { About, MatchInPlay } from '../../builders.ts';

function scopeIn(world: ReturnType<MatchInPlay['world']>, by: string | null, about: About): Scope {
  const demand = world.draft.demands.find(({ id }) => id === about.demand) ?? null;
  const item = demand?.items.find(({ id }) => id === about.item) ?? null;
  return { ...worldScope('test'), self: by, target: about.on ?? null, demand, item, subject: about.subject ?? demand?.template ?? null };
}

/** What an amount comes to in a match, for a seat and what it is about. */
export function worth(match: MatchInPlay, amount: unknown, by: string | null, about: About = {}): number {
  const world = match.world();
  return compiled(match.scenario).measure(Amount.parse(amount))(world, scopeIn(world, by, about));
}

/** Whether a condition holds in a match, for a seat and what it is about. */
export function holds(match: MatchInPlay, condition: unknown, by: string | null, about: About = {}): boolean {
  const world = match.world();
  return compiled(match.scenario).test(Condition.parse(condition))(world, scopeIn(world, by, about));
}
