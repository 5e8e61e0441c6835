import type { Bot } from '../bots/look.ts';
import { lookAheadEasy } from '../bots/lookAhead.ts';
import { RULE_POLICIES } from '../bots/policies.ts';
import { historyCast } from '../bots/script.ts';
import type { SeatId } from '../match/state.ts';
import type { Scenario } from '../scenario/schema.ts';

/** The bots that play against each other, by name. */
export const POLICIES: Readonly<Record<string, Bot>> = { ...RULE_POLICIES, 'look-ahead': lookAheadEasy };
export const POLICY_NAMES: readonly string[] = Object.keys(POLICIES);

/** Policies that simulate before they choose: as good as others to watch, but too slow to play thousands of matches. */
const SLOW: readonly string[] = ['look-ahead'];

/** The policies that every part of a simulation can afford. */
export const QUICK_POLICIES: readonly string[] = POLICY_NAMES.filter((name) => !SLOW.includes(name));
export const SLOW_POLICIES: readonly string[] = POLICY_NAMES.filter((name) => SLOW.includes(name));

/** A policy's bot. Throws if there is none of this name: names are checked where they come in. */
export function botOf(policy: string): Bot {
  const bot = Object.hasOwn(POLICIES, policy) ? POLICIES[policy] : undefined;
  if (bot === undefined) throw new Error(`There is no policy "${policy}".`);
  return bot;
}

/** The bots that do what a history's script says, for each of its seats. Throws if the scenario has no script of this name. */
export function historyBots(scenario: Scenario, history: string): Readonly<Record<SeatId, Bot>> {
  const script = Object.hasOwn(scenario.histories, history) ? scenario.histories[history] : undefined;
  if (script === undefined) throw new Error(`${scenario.id} has no script for the history "${history}".`);
  return historyCast(scenario, script);
}
