import { type Outcome, only, tellHeadlines } from '../outcome.ts';

/** A new round: the sun goes on towards the election. */
export const calendar: Outcome = {
  name: 'election calendar',
  stage: 'flip',
  ms: 1500,
  icon: null,
  settles: ['sun', 'tags', 'goods', 'scales'],
  settleAt: 0.01,
  arc: false,
  play(stage, cue) {
    const label = only(cue, 'roundStarted').at(-1)?.label ?? '';
    if (label !== '') stage.chip({ x: stage.layout.width / 2, y: stage.layout.horizon * 0.5 }, null, label, stage.kit.palette.ink, cue.ms);
  },
};

/** The vote itself. */
export const election: Outcome = {
  name: 'election',
  stage: 'cause',
  ms: 2200,
  icon: null,
  settles: ['sun', 'sky'],
  arc: false,
  single: true,
  play(stage, cue) {
    tellHeadlines(stage, cue, 1.1);
    if (stage.kit.still) return;
    const { ground, sunPath, unit } = stage.layout;
    for (let index = 0; index < 10; index++) {
      const from = { x: ground.x + ground.width * (index / 9), y: ground.y + ground.height * 0.4 };
      stage.fly(
        'sheet',
        from,
        { x: sunPath.to, y: sunPath.base - 14 * unit },
        { ms: cue.ms * 0.6, after: index * cue.ms * 0.035, size: 0.5, turn: 180 },
      );
    }
  },
};
