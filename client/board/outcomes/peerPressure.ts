import { type Outcome, only } from '../outcome.ts';

/** Pressure passes on: rings run from the island that gave in to the others. */
export const peerPressure: Outcome = {
  name: 'peer pressure',
  stage: 'cause',
  ms: 1700,
  icon: 'ring-platform',
  settles: [],
  arc: false,
  play(stage, cue) {
    const from = stage.spot(only(cue, 'pressed')[0]?.from ?? null);
    const to = stage.spot(cue.seat);
    if (!from || !to) return;
    for (let index = 0; index < 4; index++) {
      const ring = stage.prop('ring-platform', from.middle).setAlpha(0).setScale(0.3);
      stage.glide(
        cue.ms * 0.6,
        (share) => {
          ring.setPosition(from.middle.x + (to.middle.x - from.middle.x) * share, from.middle.y + (to.middle.y - from.middle.y) * share);
          ring.setScale(0.3 + share * 0.75).setAlpha(Math.min(1, share * 5, (1 - share) * 3) * 0.85);
        },
        { after: index * cue.ms * 0.11, done: () => stage.drop(ring) },
      );
    }
    stage.burst(
      'down',
      { x: to.middle.x, y: to.middle.y - 30 * stage.unit },
      { ms: cue.ms * 0.4, after: cue.ms * 0.58, from: 0.5, to: 0.9 },
    );
  },
};
