import { closePhase, offerOptions } from '../engine/resolve.ts';
import type { MatchWorld } from '../engine/world.ts';
import type { SeatId } from '../match/state.ts';
import { type Bot, SeatLook } from './look.ts';

/** Plays a match on, on its own draft, with the bots of its seats until it ends or `until` says stop. Seats without a bot get fallbacks. */
export function playOn(
  world: MatchWorld,
  bots: Readonly<Record<SeatId, Bot>>,
  watch: { readonly onChoices?: (world: MatchWorld) => void; readonly onClosed?: () => void; readonly until?: () => boolean } = {},
): void {
  const { draft, compiled } = world;
  while (draft.status === 'playing' && watch.until?.() !== true) {
    if (!compiled.choicePhases.has(draft.phase)) closePhase(world);
    else {
      const offered = offerOptions(world);
      for (const offer of offered) {
        const bot = bots[offer.seat];
        const own = world.seat(offer.seat);
        if (bot !== undefined && own.sealed === null) own.sealed = bot(new SeatLook(world, offer));
      }
      watch.onChoices?.(world);
      closePhase(world, offered);
    }
    watch.onClosed?.();
  }
}
