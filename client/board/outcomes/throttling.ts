import type { Outcome } from '../outcome.ts';
import { neckOf } from '../standing/bridge.ts';

/** The bridge narrows at its neck; packets slow down and queue. */
export const throttling: Outcome = {
  name: 'throttling',
  stage: 'cause',
  ms: 2200,
  icon: 'clamp',
  settles: ['bridges', 'tags'],
  settleAt: 0.12,
  arc: true,
  play(stage, cue) {
    const neck = neckOf(stage.layout, cue.seat);
    if (neck === null) return;
    const { at } = neck;
    stage.standing.towers.point(cue.from, at, cue.ms);
    for (const after of [0.3, 0.5])
      stage.burst('ring-regulator', at, { ms: cue.ms * 0.4, after: cue.ms * after, from: 1.1, to: 0.35, alpha: 0.6 });
  },
};

/** A restriction ends: the bridge is wide, or down, again. */
export const lifting: Outcome = {
  name: 'lifting',
  stage: 'cause',
  ms: 1900,
  icon: 'up',
  settles: ['bridges', 'tags'],
  settleAt: 0.1,
  arc: true,
  play(stage, cue) {
    const neck = neckOf(stage.layout, cue.seat);
    if (neck === null) return;
    const { at } = neck;
    stage.burst('ring-platform', at, { ms: cue.ms * 0.6, after: cue.ms * 0.3, from: 0.3, to: 1.3, alpha: 0.7 });
  },
};
