import type { MatchDraft } from '../effects/define.ts';
import { compiled } from '../engine/compile.ts';
import { Offer } from '../engine/legal.ts';
import { step } from '../engine/step.ts';
import { MatchWorld } from '../engine/world.ts';
import type { PactCommand } from '../match/commands.ts';
import type { Choice, MatchState, SeatId } from '../match/state.ts';
import type { BotName } from '../messages.ts';
import type { Scenario } from '../scenario/schema.ts';
import { takes } from './bargain.ts';
import { type Bot, SeatLook } from './look.ts';
import { lookAheadEasy, lookAheadHard, lookAheadMedium } from './lookAhead.ts';
import { cautiousBot, defiantBot, RULE_POLICIES, TABLE_POLICIES, threePartBot } from './policies.ts';

/** Every bot that can hold a seat at a table. To add one: a policy, a line here, and its name in `BOT_NAMES`. */
export const BOTS: Readonly<Record<BotName, Bot>> = {
  random: RULE_POLICIES.random,
  cautious: cautiousBot,
  defiant: defiantBot,
  'three-part': threePartBot,
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
  return BOTS[bot](new SeatLook(world, new Offer(world, seat)));
}

/**
 * What a bot answers to the offers that were made to its seat, oldest first: each command is legal after those before it. It makes no offers
 * itself. Empty where nothing waits for an answer.
 */
export function botAnswers(scenario: Scenario, state: MatchState, seat: SeatId, bot: BotName): readonly PactCommand[] {
  const waiting = state.pacts.filter(({ status, to }) => status === 'open' && to === seat);
  if (state.status !== 'playing' || waiting.length === 0) return [];
  const world = new MatchWorld(compiled(scenario), state as MatchDraft, state.phase);
  const look = new SeatLook(world, new Offer(world, seat));
  const commands: PactCommand[] = [];
  let now = state;
  for (const { id: pact } of waiting) {
    const offer = look.view.pacts.find(({ id }) => id === pact);
    const wanted: PactCommand = { type: offer !== undefined && takes(look, TABLE_POLICIES[bot], offer) ? 'accept' : 'decline', seat, pact };
    const accepted = step(scenario, now, wanted);
    // What it can't pay for, it turns down.
    const command: PactCommand = accepted.ok ? wanted : { type: 'decline', seat, pact };
    const result = accepted.ok ? accepted : step(scenario, now, command);
    if (!result.ok) continue;
    commands.push(command);
    now = result.state;
  }
  return commands;
}
