import type { MatchDraft } from '../effects/define.ts';
import { compiled } from '../engine/compile.ts';
import { Offer } from '../engine/legal.ts';
import { MatchWorld } from '../engine/world.ts';
import type { Choice, MatchState, SeatId } from '../match/state.ts';
import type { BotName } from '../messages.ts';
import type { Scenario } from '../scenario/schema.ts';
import { type Bot, SeatLook } from './look.ts';
import { lookAheadEasy, lookAheadHard, lookAheadMedium } from './lookAhead.ts';
import { cautiousBot, defiantBot, RULE_POLICIES } from './policies.ts';

/** Every bot that can hold a seat at a table. To add one: a policy, a line here, and its name in `BOT_NAMES`. */
export const BOTS: Readonly<Record<BotName, Bot>> = {
  random: RULE_POLICIES.random,
  cautious: cautiousBot,
  defiant: defiantBot,
  'three-part': RULE_POLICIES['three-part'],
  'look-ahead-easy': lookAheadEasy,
  'look-ahead': lookAheadMedium,
  'look-ahead-hard': lookAheadHard,
};

/** Those that choose by rule, at once. The others first play on in their heads. */
export const QUICK_BOTS: readonly BotName[] = (Object.keys(BOTS) as BotName[]).filter((name) => !name.startsWith('look-ahead'));

/** What a bot chooses for a seat in the current phase. It sees the seat's view and its legal choices, nothing else; its dice are its own. */
export function botChoice(scenario: Scenario, state: MatchState, seat: SeatId, bot: BotName): Choice {
  // Reading only: nothing is written while a bot looks.
  const world = new MatchWorld(compiled(scenario), state as MatchDraft, state.phase);
  return BOTS[bot](new SeatLook(world, seat, new Offer(world, seat)));
}
