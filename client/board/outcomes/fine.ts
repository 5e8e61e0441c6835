import { type Outcome, only } from '../outcome.ts';
import { coinSpot } from '../standing/goods.ts';

/** How many coins fly, and how big: to scale with the share of turnover, so that a small fine looks small. */
export function coinsFor(share: number): { readonly count: number; readonly size: number } {
  if (share < 0.0005) return { count: 1, size: 0.55 };
  if (share < 0.003) return { count: 2, size: 0.7 };
  return { count: Math.min(18, Math.max(3, Math.round(share * 320))), size: Math.min(1.25, 0.85 + share * 6) };
}

/** Coins leave the island's stack for the treasury. */
export const fine: Outcome = {
  name: 'fine',
  stage: 'cause',
  ms: 2000,
  icon: 'coin',
  settles: ['goods', 'tags'],
  settleAt: 0.3,
  arc: true,
  play(stage, cue) {
    const island = stage.layout.islands.find(({ seat }) => seat === cue.seat);
    if (!island) return;
    const { treasury } = stage.layout;
    const share = only(cue, 'fined').reduce((sum, event) => sum + event.share, 0);
    const { count, size } = coinsFor(share);
    for (let index = 0; index < count; index++) {
      const goal = {
        x: treasury.x + treasury.width * (0.3 + (0.4 * ((index * 7) % count)) / Math.max(1, count - 1)),
        y: treasury.y + treasury.height * 0.95,
      };
      stage.fly('coin', coinSpot(island, count - index, stage.unit), goal, {
        ms: cue.ms * 0.62,
        after: (index / count) * cue.ms * 0.36,
        rise: 46 * stage.unit,
        size: size + 0.15,
      });
    }
    const tier = only(cue, 'fined').at(-1)?.tier;
    const title = stage.kit.brief.fines.find(({ id }) => id === tier)?.title;
    if (title) stage.chip({ x: island.x, y: island.house.y - 26 * stage.unit }, null, title, stage.kit.palette.ink, cue.ms);
  },
};
