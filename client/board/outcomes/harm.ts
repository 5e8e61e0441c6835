import { type Outcome, tellHeadlines } from '../outcome.ts';

/** Harm that nobody stopped: smoke rises over the town. */
export const harm: Outcome = {
  name: 'harm',
  stage: 'cause',
  ms: 2000,
  icon: null,
  settles: ['smoke', 'citizens'],
  settleAt: 0.3,
  arc: false,
  single: true,
  play(stage, cue) {
    tellHeadlines(stage, cue);
    if (stage.kit.still) return;
    const { ground, unit } = stage.layout;
    for (let index = 0; index < 6; index++) {
      const x = ground.x + ground.width * (0.3 + 0.08 * index);
      const puff = stage.prop('puff', { x, y: ground.y }).setAlpha(0);
      stage.glide(
        cue.ms * 0.75,
        (share) =>
          puff
            .setPosition(x + Math.sin(share * 5 + index) * 7 * unit, ground.y - share * 80 * unit)
            .setScale(0.3 + share * 0.9)
            .setAlpha(Math.min(1, share * 5, (1 - share) * 2) * 0.85),
        { after: index * cue.ms * 0.04, done: () => stage.drop(puff) },
      );
    }
  },
};
