import type { Bot } from '../bots/look.ts';
import { playOn } from '../bots/playOn.ts';
import { compiled } from '../engine/compile.ts';
import { copyMatch } from '../engine/draft.ts';
import { enterRound } from '../engine/resolve.ts';
import { setup } from '../engine/setup.ts';
import { MatchWorld } from '../engine/world.ts';
import type { MatchEvent } from '../match/events.ts';
import type { MatchState, SeatId } from '../match/state.ts';
import type { Scenario } from '../scenario/schema.ts';

/** What an observer may look at while a match is simulated. The state is the live one: read it, keep nothing of it. */
export interface Watch {
  /** Before each phase closes, with what every seat has chosen. */
  readonly onPhase?: (state: MatchState) => void;
  /** The same for those who read figures from the world itself: the state need not be written for them. */
  readonly onChoices?: (world: MatchWorld) => void;
  readonly onEvents?: (events: readonly MatchEvent[]) => void;
  /** Another name for the dice of the resolution. What is dealt (papers, true values, cards) stays that of the seed. */
  readonly luck?: string;
}

/**
 * Plays a whole match with a bot on each seat: the same rules and dice as `step`, on one draft that is never copied, so that many
 * matches can be played. Bots get the view of their seat, made only if they look at it. Seats without a bot get fallbacks.
 */
export function playMatch(scenario: Scenario, seed: string, bots: Readonly<Record<SeatId, Bot>>, watch: Watch = {}): MatchState {
  return playWorld(scenario, seed, bots, watch).written();
}

/** The same, for those who ask the finished match for a few figures: its state is not written. */
export function playWorld(scenario: Scenario, seed: string, bots: Readonly<Record<SeatId, Bot>>, watch: Watch = {}): MatchWorld {
  const { onPhase, onChoices, onEvents, luck = seed } = watch;
  const rules = compiled(scenario);
  const draft = copyMatch(setup(scenario, { seed }));
  const world = new MatchWorld(rules, draft, '', onEvents === undefined, luck);
  world.emit({ rule: 'engine', because: 0 }, 'matchStarted', { seats: rules.seatIds });
  draft.status = 'playing';
  enterRound(world);
  playOn(world, bots, {
    onChoices: (now) => {
      onChoices?.(now);
      onPhase?.(now.written());
    },
    onClosed: () => {
      onEvents?.(world.events);
      world.events.length = 0;
    },
  });
  return world;
}
