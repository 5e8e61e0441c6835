import type { Outcome } from '../outcome.ts';
import { alongBridge, neckOf } from '../standing/bridge.ts';

/** The bridge lifts: nothing crosses any more. */
export const block: Outcome = {
  name: 'block',
  stage: 'cause',
  ms: 2300,
  icon: 'barrier',
  settles: ['bridges', 'tags'],
  settleAt: 0.15,
  arc: true,
  play(stage, cue) {
    const neck = neckOf(stage.layout, cue.seat);
    if (neck === null) return;
    const { at } = neck;
    stage.standing.towers.point(cue.from, at, cue.ms);
    const end = alongBridge(neck.bridge, 0.9);
    stage.fly('barrier', { x: end.x, y: end.y - 40 * stage.unit }, end, { ms: cue.ms * 0.5, after: cue.ms * 0.3, rise: 0, stay: true });
  },
};
