import type { Bot } from '../bots/bot.ts';
import { compiled } from '../engine/compile.ts';
import { copyMatch } from '../engine/draft.ts';
import { legalFrom } from '../engine/legal.ts';
import { dice } from '../engine/random.ts';
import { closePhase, enterRound, offerOptions } from '../engine/resolve.ts';
import { setup } from '../engine/setup.ts';
import { MatchWorld } from '../engine/world.ts';
import type { MatchEvent } from '../match/events.ts';
import type { MatchState, SeatId } from '../match/state.ts';
import type { Scenario } from '../scenario/schema.ts';
import { viewFor } from '../view/viewFor.ts';

/** What an observer may look at while a match is simulated. The state is the live one: read it, keep nothing of it. */
export interface Watch {
  /** Before each phase closes, with what every seat has chosen. */
  readonly onPhase?: (state: MatchState) => void;
  readonly onEvents?: (events: readonly MatchEvent[]) => void;
}

/**
 * Plays a whole match with a bot on each seat: the same rules and dice as `step`, on one draft that is never copied, so that many
 * matches can be played. Bots get the view of their seat, made only if they look at it. Seats without a bot get fallbacks.
 */
export function playMatch(scenario: Scenario, seed: string, bots: Readonly<Record<SeatId, Bot>>, watch: Watch = {}): MatchState {
  const rules = compiled(scenario);
  const draft = copyMatch(setup(scenario, { seed }));
  const world = new MatchWorld(rules, draft, '', watch.onEvents === undefined);
  world.emit({ rule: 'engine', because: 0 }, 'matchStarted', { seats: rules.seatIds });
  draft.status = 'playing';
  enterRound(world);
  while (draft.status === 'playing') {
    const offered = offerOptions(world);
    if (rules.choicePhases.has(draft.phase)) {
      for (const seat of rules.seatIds) {
        const bot = bots[seat];
        if (bot === undefined) continue;
        const offer = offered.get(seat);
        if (offer === undefined) continue;
        const legal = legalFrom(world, seat, offer);
        const name = `${seed}|bot|${seat}|${draft.round}|${draft.phase}|`;
        let view: ReturnType<typeof viewFor> | undefined;
        world.seat(seat).sealed = bot({
          legal,
          dice: (about) => dice(name + about),
          get view() {
            view ??= viewFor(scenario, draft, { kind: 'seat', seat });
            return view;
          },
        });
      }
      watch.onPhase?.(draft);
    }
    closePhase(world, offered);
    watch.onEvents?.(world.events);
    world.events.length = 0;
  }
  return draft;
}
