import { type Outcome, tellHeadlines } from '../outcome.ts';

/** A blunt tool hits others too: the other bridges flicker. */
export const collateral: Outcome = {
  name: 'collateral',
  stage: 'cause',
  ms: 1800,
  icon: null,
  settles: ['bridges', 'citizens'],
  settleAt: 0.8,
  arc: false,
  play(stage, cue) {
    tellHeadlines(stage, cue, 1.25);
    if (stage.kit.still) return;
    stage.layout.islands.forEach(({ seat, bridge }, index) => {
      const image = stage.standing.bridges.imageOf(seat);
      if (seat === cue.seat || !image) return;
      stage.glide(cue.ms * 0.7, (share) => image.setAlpha(share >= 1 ? 1 : 0.45 + 0.55 * Math.abs(Math.cos(share * 9.5 + index))), {
        after: index * 70,
        done: () => image.setAlpha(1),
      });
      stage.burst(
        'down',
        { x: bridge.foot.x, y: bridge.foot.y - 16 * stage.unit },
        { ms: cue.ms * 0.7, after: cue.ms * 0.2 + index * 90, from: 0.5, to: 0.85 },
      );
    });
  },
};
