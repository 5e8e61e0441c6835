import { legalChoices } from '../engine/legal.ts';
import { dice } from '../engine/random.ts';
import type { Choice, MatchState, SeatId } from '../match/state.ts';
import type { BotName } from '../messages.ts';
import type { Scenario } from '../scenario/schema.ts';
import { viewFor } from '../view/viewFor.ts';
import type { Bot } from './bot.ts';
import { cautious } from './cautious.ts';
import { defiant } from './defiant.ts';
import { random } from './random.ts';
import { threePart } from './threePart.ts';

/** Every bot that can hold a seat. To add one: a file beside this one, a line here, and its name in `BOT_NAMES`. */
export const BOTS: Readonly<Record<BotName, Bot>> = { random, cautious, defiant, 'three-part': threePart };

/** What a bot chooses for a seat in the current phase. It sees the seat's view and its legal choices, nothing else; its dice are its own. */
export function botChoice(scenario: Scenario, state: MatchState, seat: SeatId, bot: BotName): Choice {
  const view = viewFor(scenario, state, { kind: 'seat', seat });
  const legal = legalChoices(scenario, state, seat);
  return BOTS[bot]({ view, legal, dice: (name) => dice(`${state.seed}|bot|${seat}|${state.round}|${state.phase}|${name}`) });
}
