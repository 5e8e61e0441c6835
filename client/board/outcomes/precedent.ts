import { type Outcome, tellHeadlines } from '../outcome.ts';

/** Others copy what worked here: lighthouses on the horizon light up. */
export const precedent: Outcome = {
  name: 'precedent',
  stage: 'cause',
  ms: 2200,
  icon: null,
  settles: ['horizon'],
  settleAt: 0.3,
  arc: false,
  single: true,
  play(stage, cue) {
    tellHeadlines(stage, cue);
    if (stage.kit.still) return;
    const source = stage.layout.towers[0]?.lamp;
    stage.layout.farTowers.forEach((far, index) => {
      const lamp = { x: far.x, y: far.y - 16 * stage.unit };
      if (source) stage.fly('spark', source, lamp, { ms: cue.ms * 0.45, after: index * 80, rise: 24 * stage.unit });
      stage.burst('glow', lamp, { ms: cue.ms * 0.5, after: cue.ms * 0.4 + index * 80, from: 0.3, to: 1.3 });
    });
  },
};
